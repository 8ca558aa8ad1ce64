"""Which face lies where on which sheet, and the marks round it: numbers only, no text, no PDF."""
