"""What a write would change, computed before anything is written: pure, against the records that the store holds."""
