"""The server around the pages: what it loads before its first visitor, and what it sends besides them."""
