"""One article being read: the model that every pane shows."""
