"""Where the names of an article stand."""
