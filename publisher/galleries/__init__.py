"""Things to look at rather than to use: figures on paper, a movement to flick through, all pages as pictures."""
