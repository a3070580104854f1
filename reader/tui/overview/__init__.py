"""The overview: one screen of charts over the reading; everything in them can be chosen."""
