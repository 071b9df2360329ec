"""The page “beginning”."""
