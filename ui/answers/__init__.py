"""The blocks that answer first on a page, and what opens when something on them is pressed."""
