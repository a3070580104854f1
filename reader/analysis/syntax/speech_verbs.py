"""Verbs of saying, as far as the timeline needs them."""

from __future__ import annotations

from ..knowledge.cues import lexicon
from ..parse.columns import Parse
from ..types import Sense

_MARKED = frozenset({"direct"})


def is_speech(parse: Parse, verb: int) -> bool:
    """Whether a verb reports what was said or written.

    One that only goes with words in quotation marks says something else without them: it began.
    """
    cue = lexicon().get(parse.lemma[verb])
    if cue is None or cue.sense not in (Sense.SPEECH, Sense.WRITING):
        return False
    return cue.frames != _MARKED or parse.child(verb, "ccomp") is not None
