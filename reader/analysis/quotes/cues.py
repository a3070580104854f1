"""The verbs that report speech, with their sense and the frames they take."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..annotations import Sense
from .wordlists import lines


class Cue(NamedTuple):
    """What a verb can do as a cue; the frames are explained in data/cues.txt."""

    sense: Sense
    frames: frozenset[str]


@cache
def lexicon() -> dict[str, Cue]:
    """The cue verbs by lemma."""
    cues = {}
    for line in lines("cues.txt"):
        lemma, sense, *frames = line.split()
        cues[lemma] = Cue(Sense(sense), frozenset(frames))
    return cues
