"""How long anything waits for a database."""

PATIENCE = 15
"""Seconds to wait for a database that doesn't answer, or that somebody else writes to."""
