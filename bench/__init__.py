"""How fast the program is, beside others that print the same cards: `make bench`."""
