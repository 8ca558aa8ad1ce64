"""What Surefoot prints: one product a file. A layout is found by its file name; no list is kept."""
