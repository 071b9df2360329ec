"""The first block of the import desk: what the file is, and what was answered about it."""
