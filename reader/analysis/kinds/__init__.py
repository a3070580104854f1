"""What sort of thing a name names."""
