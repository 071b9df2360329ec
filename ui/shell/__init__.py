"""What stands around every page: frame, person, address, language, and the server itself."""
