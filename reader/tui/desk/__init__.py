"""Several articles in the interface: the pane that lists them, and what they say together."""
