"""The page “history”."""
