"""What the overview costs beside an empty page and a page of constant charts, on the same server settings."""
