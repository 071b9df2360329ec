"""What pages show, as HTML: pure, from records and words to markup."""
