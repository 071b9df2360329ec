"""The page “meeting”."""
