"""From paper to phone: the offline page, addresses and codes, a calendar, a file for other programs, and a server."""
