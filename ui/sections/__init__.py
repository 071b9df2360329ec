"""The page “sections”."""
