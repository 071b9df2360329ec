"""From the bytes of a file to records and problems, and to the plan of what they would change."""
