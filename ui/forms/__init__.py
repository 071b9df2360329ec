"""What every form that changes something does."""
