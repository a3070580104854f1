"""Verbs of saying, as far as the timeline needs them."""

from __future__ import annotations

from ..knowledge.cues import lexicon
from ..parse.columns import Parse
from ..types import Sense


def is_speech(parse: Parse, verb: int) -> bool:
    """Whether a verb reports what was said or written."""
    cue = lexicon().get(parse.lemma[verb])
    return cue is not None and cue.sense in (Sense.SPEECH, Sense.WRITING)
