"""Faces onto tagged PDF pages: the only room that writes PDF, and the only one that counts in points."""
