"""spaCy to columns: pipelines found and loaded, articles cut into passages and parsed."""
