"""Fields of a review that nobody asked for, put into a copy of the program to see who doesn't know them."""
