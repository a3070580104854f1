"""An analysis in formats that other tools read."""
