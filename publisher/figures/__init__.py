"""Figures: from a pose file and a person to a drawing.

`skeleton` and `solver` place the bones, `body` clothes them in a surface, `tracing` looks at it, `contours` turns
what is seen into curves. These need NumPy and are only used to draw anew. What travels with the package are drawings
that are kept (`kept`), and those need nothing.
"""
