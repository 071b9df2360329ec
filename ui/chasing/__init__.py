"""The page “chasing”."""
