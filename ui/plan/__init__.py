"""The page “plan”."""
