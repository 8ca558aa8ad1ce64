"""From paper to phone: pictures, addresses and codes, a calendar, an interchange file, a server for a network."""
