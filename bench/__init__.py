"""What the pages and the import desk cost, each beside a reference on the same machine."""
