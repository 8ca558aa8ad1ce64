"""A whole list in one go: a file for each row, or all in one, on all cores, and it can be ended at any moment.

Files are named by rows. A journal tells what is done and leaves with the last row; a report tells which rows are not.
"""
