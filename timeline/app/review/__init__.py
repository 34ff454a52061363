"""Correcting on the page: what is asked, what is decided, what would follow, and what was."""
