"""Logos drawn as SVG, taken in by a strict list of what is allowed: what comes out is a drawing of our own.

A file in SVG can fetch, link, run scripts and repeat itself without end. Nothing of it is ever handed on: elements,
attributes and numbers are read one by one, and what is not on the list is refused by name, with what to do instead.
"""
