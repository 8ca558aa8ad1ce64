"""Parts that all handouts share: letterhead, head, exercises, what to do when it hurts, and how pages are filled."""
