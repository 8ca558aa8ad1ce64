"""From paper to phone: pictures of cards, addresses and codes, a calendar, an interchange file, and a server for one's own network."""
