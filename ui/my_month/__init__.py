"""The page “my month”."""
