"""The list panes: entities, quotes, timeline, and the inspector."""
