"""How pages are set: rows, tables, numbered lines, and articles that go on on another page."""
