"""The analysis in a spaCy pipeline: importing this module makes the component `reader` known.

After `nlp.add_pipe("reader")` every Doc has the `Analysis` in `doc._.reader` and its annotations
in the span groups "entities", "quotes", "times" and "events".
"""

from __future__ import annotations

from .analysis.spacy_components import register

register()
