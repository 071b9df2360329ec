"""The page “indicators”."""
