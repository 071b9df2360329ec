"""The page “months”."""
