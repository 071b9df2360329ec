"""The page “years”."""
