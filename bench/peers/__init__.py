"""The same three charts in other products, each in an environment of its own and run by its own server."""
