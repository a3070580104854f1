"""Who takes part in an event, and in which part."""

from __future__ import annotations

from collections.abc import Iterator

from ..parse.columns import Parse
from ..resolve import Mentions
from ..types import Part, Participant

_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})


def participants(
    parse: Parse, mentions: Mentions, head: int, subject: int | None, place: tuple[int, int]
) -> tuple[Participant, ...]:
    """The entities of an event, each once: those who act, whom it is done to, the others.

    `head` is its verb or noun, `subject` the subject of the verb, its own or shared; `place` the
    code points of its clause. Of a passive the subject is whom it is done to.
    """
    found: dict[str, Part] = {}
    for part, token in _parts(parse, head, subject):
        for member in _joined(parse, token):
            entity = mentions.covering(parse.start[member], parse.end[member])
            if entity is not None:
                found.setdefault(entity, part)
    for entity in mentions.within(*place):
        found.setdefault(entity, Part.OTHER)
    return tuple(Participant(entity, part) for entity, part in found.items())


def _parts(parse: Parse, head: int, subject: int | None) -> Iterator[tuple[Part, int]]:
    """The tokens that name those who take part, with the part they have."""
    if not parse.tag[head].startswith(("VB", "MD")):
        yield from _of_noun(parse, head)
        return
    passive = parse.child(head, *_PASSIVE) is not None
    if subject is not None:
        yield (Part.OBJECT if passive else Part.SUBJECT), subject
    for child in parse.children[head]:
        label = parse.dep[child]
        by = parse.child(child, "pobj") if label == "agent" else None
        if by is not None:
            yield Part.SUBJECT, by
        elif label in _OBJECTS:
            yield Part.OBJECT, child
        elif label == "xcomp":
            yield from ((Part.OBJECT, c) for c in parse.children[child] if parse.dep[c] in _OBJECTS)


def _of_noun(parse: Parse, noun: int) -> Iterator[tuple[Part, int]]:
    """Those named beside an event noun: the president's visit, a visit by him, the fall of Oslo."""
    for child in parse.children[noun]:
        named = parse.child(child, "pobj")
        if parse.dep[child] == "poss":
            yield Part.SUBJECT, child
        elif named is not None and parse.lower[child] == "by":
            yield Part.SUBJECT, named
        elif named is not None and parse.lower[child] == "of":
            yield Part.OBJECT, named


def _joined(parse: Parse, token: int) -> Iterator[int]:
    """A token and those joined to it: A, B and C; of a description what says whom it means."""
    yield token
    for child in parse.children[token]:
        if parse.dep[child] in ("conj", "appos"):
            yield from _joined(parse, child)
