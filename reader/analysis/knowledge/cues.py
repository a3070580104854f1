"""The verbs that report speech, with their sense and the frames they take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..types import Sense
from .loader import lines

if TYPE_CHECKING:
    from ..parse.columns import Parse

_IRREGULAR = {"say": "say", "said": "say", "told": "tell", "wrote": "write"}
_VOWELS = frozenset("aeiou")


class Cue(NamedTuple):
    """What a verb can do as a cue; the frames are explained in data/quotes/cues.txt."""

    sense: Sense
    frames: frozenset[str]


def cue_at(parse: Parse, token: int) -> Cue | None:
    """What a token can do as a cue, by its lemma or, where that is wrong, by its form."""
    cue = lexicon().get(parse.lemma[token]) or _by_form().get(parse.lower[token])
    if cue is not None and token and parse.end[token - 1] == parse.start[token]:
        cue = None if parse.text[token - 1] == "-" else cue  # "so-called"
    if cue is not None and "it" in cue.frames:
        return cue if parse.lower[token + 1 : token + 2] == ["it"] else None
    return cue


def cue_of_form(word: str, plural: bool) -> Cue | None:
    """What a word in small letters can do as a cue, whatever the parse takes it for.

    Only the finite forms that a headline uses: "says", "vowed"; without an ending ("vow")
    only after a plural, since most such words are nouns too.
    """
    if word in _IRREGULAR:
        return lexicon().get(_IRREGULAR[word])
    bare = word in lexicon() and not plural
    return None if bare or word.endswith("ing") else _by_form().get(word)


@cache
def lexicon() -> dict[str, Cue]:
    """The cue verbs by lemma. Raises ValueError for a verb that is listed twice."""
    cues: dict[str, Cue] = {}
    for line in lines("quotes/cues.txt"):
        lemma, sense, *frames = line.split()
        if lemma in cues:
            raise ValueError(f"quotes/cues.txt lists {lemma!r} twice: make one line of the two")
        cues[lemma] = Cue(Sense(sense), frozenset(frames))
    return cues


@cache
def _by_form() -> dict[str, Cue]:
    """The cues by the regular forms of their verbs, in British spelling too."""
    forms: dict[str, Cue] = {}
    for lemma, cue in lexicon().items():
        spellings = [lemma, lemma[:-3] + "ise"] if lemma.endswith("ize") else [lemma]
        for spelling in spellings:
            forms.update(dict.fromkeys(_inflections(spelling), cue))
    return forms


def _inflections(verb: str) -> Iterator[str]:
    """The regular forms of a verb, doubled consonants among them."""
    yield verb
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        doubled = verb + verb[-1]
        yield from (verb + "s", verb + "es", verb + "ed", verb + "ing")
        yield from (doubled + "ed", doubled + "ing")
