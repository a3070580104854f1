"""Checks of the pinned packages: that they install everywhere, and their licences."""
