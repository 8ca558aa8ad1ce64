"""Lists of people as clinics have them, CSV or Excel, to persons a row each.

What stands in a list is about patients. A problem here tells the file, the row, a heading that we know and a code,
never what stands in a cell, and never a place from which a line of the file would be shown.
"""
