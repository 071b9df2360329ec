"""What a page looks at, and every cache."""
