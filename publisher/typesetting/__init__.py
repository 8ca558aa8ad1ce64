"""Words into lines, lines onto a surface that only records, and the result: a Face."""
