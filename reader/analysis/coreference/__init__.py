"""Descriptions and pronouns joined to the entities they mean."""
