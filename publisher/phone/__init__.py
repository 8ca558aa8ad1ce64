"""From paper to phone: addresses and codes, a calendar, an interchange file, and a server for one's own network."""
