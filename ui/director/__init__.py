"""The page “director”."""
