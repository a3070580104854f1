"""Reported clauses: what the parse says was said, without regard to marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotations import Certainty, Sense
from .cues import Cue, lexicon
from .drafts import Draft
from .layout import Layout, Sentence
from .sources import phrase, subject

_OBJECT_FRAMES = ("as", "of")
_BARE_FRAMES = ("about", "for", "on", "out", "to", "against")


def reported(layout: Layout, sentence: Sentence, taken: set[int]) -> Iterator[Draft]:
    """The quotes that the cue verbs of a sentence report in clauses and phrases.

    `taken` holds the verbs that already frame a quotation.
    """
    parse = layout.parse
    for token in range(sentence.first, sentence.last):
        if parse.pos[token] != "VERB" or not layout.narrated(token) or token in taken:
            continue
        cue = lexicon().get(parse.lemma[token])
        if cue is None:
            continue
        content = _content(layout, token, cue)
        if content is None:
            continue
        ranges, rule, last = content
        source = subject(layout, token)
        yield Draft(
            (token, last),
            source,
            cue.sense,
            rule,
            Certainty.SETTLED if source else Certainty.UNKNOWN,
            clauses=ranges,
        )


def _content(layout: Layout, verb: int, cue: Cue) -> tuple[list[tuple[int, int]], str, int] | None:
    """The ranges a cue reports, the rule, and where the cue ends."""
    parse, frames = layout.parse, cue.frames
    children = {parse.dep[c]: c for c in reversed(parse.children[verb])}
    if "clause" in frames and "ccomp" in children:
        clause = children["ccomp"]
        return _around(layout, clause, verb), "clause", verb + 1
    if "clause" in frames:
        outer = _interrupted(layout, verb)
        if outer is not None:
            return outer, "inserted", verb + 1
    if "infinitive" in frames and "xcomp" in children and children["xcomp"] > verb:
        clause = children["xcomp"]
        if parse.child(clause, "aux") is not None:
            return [(layout.left[clause], layout.right[clause])], "infinitive", verb + 1
    return _phrase_content(layout, verb, cue, children)


def _phrase_content(
    layout: Layout, verb: int, cue: Cue, children: dict[str, int]
) -> tuple[list[tuple[int, int]], str, int] | None:
    """Noun phrases and prepositional phrases that say what was said."""
    parse, frames = layout.parse, cue.frames
    for child in parse.children[verb]:
        word = parse.lower[child]
        if parse.dep[child] not in {"prep", "prt"} or word not in frames or child < verb:
            continue
        if word in _OBJECT_FRAMES:
            obj = children.get("dobj", children.get("nsubjpass"))
            start = layout.left[obj] if obj is not None and obj > verb else child
            return [(start, layout.right[child])], word, verb + 1
        if word in _BARE_FRAMES and child + 1 < layout.right[child]:
            return [(child + 1, layout.right[child])], word, child + 1
    if "name" in frames and ("oprd" in children or "ccomp" in children):
        child = children.get("oprd", children.get("ccomp", verb))
        if child > verb:
            return [(verb + 1, layout.right[child])], "name", verb + 1
    if ("noun" in frames or "marked" in frames) and "dobj" in children:
        obj = children["dobj"]
        if obj > verb:
            return (
                [(layout.left[obj], layout.right[obj])],
                ("noun" if "noun" in frames else "marked"),
                verb + 1,
            )
    return None


def _around(layout: Layout, clause: int, verb: int) -> list[tuple[int, int]]:
    """A clause's range; in two pieces where the reporting clause stands inside it."""
    first, last = layout.left[clause], layout.right[clause]
    if not first < verb < last:
        return [(first, last)]
    return [(first, layout.left[verb]), (layout.right[verb], last)]


def _interrupted(layout: Layout, verb: int) -> list[tuple[int, int]] | None:
    """The clause into which "X said" is inserted, without it."""
    parse = layout.parse
    head = parse.head[verb]
    if head == verb or not layout.narrated(head) or parse.pos[head] not in {"VERB", "AUX"}:
        return None
    inserted = parse.dep[verb] in {"parataxis", "ccomp"} or (
        parse.dep[verb] == "advcl"
        and any(
            parse.lower[c] == "as" and parse.dep[c] in {"mark", "advmod", "prep"}
            for c in parse.children[verb]
        )
    )
    if not inserted or (parse.dep[verb] == "ccomp" and not _set_off(layout, verb)):
        return None
    first, last = layout.left[verb], layout.right[verb]
    pieces = [(layout.left[head], first), (last, layout.right[head])]
    return [(a, b) for a, b in pieces if a < b]


def _set_off(layout: Layout, verb: int) -> bool:
    """Whether commas set the verb's clause off on the sides where words follow."""
    parse = layout.parse
    first, last = layout.left[verb], layout.right[verb]
    left = first == 0 or parse.pos[first - 1] == "PUNCT" or parse.pos[first] == "PUNCT"
    right = last >= len(parse) or parse.pos[last] == "PUNCT" or parse.pos[last - 1] == "PUNCT"
    return left and right


def according(layout: Layout, sentence: Sentence) -> Iterator[Draft]:
    """The rest of the clause that "according to X" belongs to."""
    parse = layout.parse
    for token in range(sentence.first, sentence.last - 2):
        if parse.lower[token] != "according" or parse.lower[token + 1] != "to":
            continue
        if not layout.narrated(token):
            continue
        to = token + 1
        pobj = parse.child(to, "pobj") or parse.child(token, "pobj")
        source = phrase(layout, pobj, -1) if pobj is not None else None
        if source is None:
            continue
        first, last = token, max(source.last, layout.right[token])
        head = parse.head[token]
        low, high = layout.left[head], layout.right[head]
        if parse.pos[head] not in {"VERB", "AUX"}:
            low, high = sentence.first, sentence.last
        low, high = max(low, sentence.first), min(high, sentence.last)
        pieces = [(low, first), (last, high)]
        yield Draft(
            (token, to + 1),
            source,
            Sense.SPEECH,
            "according to",
            Certainty.SETTLED,
            clauses=[(a, b) for a, b in pieces if a < b],
        )
