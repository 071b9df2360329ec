"""What a month's figures say."""
