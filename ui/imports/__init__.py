"""The page “imports”."""
