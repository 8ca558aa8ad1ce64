"""From paper to phone: pictures, the offline page, codes, a calendar, a file for other programs, and a server."""
