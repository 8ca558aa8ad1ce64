"""From paper to phone: pictures, addresses and codes, a calendar, an interchange file, a server for one's own network."""
