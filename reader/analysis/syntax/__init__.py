"""Clauses, tense, noun phrases and marks: the one place that knows what parsers get wrong."""
