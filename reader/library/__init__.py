"""What is kept on disk: the cache of analyses, places of reading, dates and looks."""
