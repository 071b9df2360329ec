"""What an office's plan is made of, in plain Python: no file, no database, no frame."""
