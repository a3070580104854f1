"""Sources given by "according to": the rest of the clause is what they say."""

from __future__ import annotations

from collections.abc import Iterator

from ..annotations import Certainty, Sense
from .drafts import Draft
from .layout import Layout, Sentence
from .sources import SUBJECTS, Source, phrase


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
        source = _with_name(layout, sentence, token, source)
        first, last = token, max(source.last, layout.right[token])
        if last < sentence.last and not layout.narrated(last):
            last = layout.passages[layout.level[last]].last
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


def _with_name(layout: Layout, sentence: Sentence, token: int, source: Source) -> Source:
    """The source with the name in apposition that parsers take for the next subject.

    In "the piano, which, according to the teacher, Ada Olsen, needs tuning" the clause has
    its subject before the aside.
    """
    parse = layout.parse
    first = source.last + 1
    within = token > sentence.first and parse.text[token - 1] == "," and first < sentence.last
    if not within or parse.pos[source.head] != "NOUN" or parse.text[source.last] != ",":
        return source
    last = first
    while last < sentence.last and parse.pos[last] == "PROPN":
        last += 1
    named = any(layout.label.get(t) == "PERSON" for t in range(first, last))
    clause = parse.head[token]
    told = any(c < token and parse.dep[c] in SUBJECTS for c in parse.children[clause])
    if not named or not told or last >= sentence.last or parse.text[last] != ",":
        return source
    return source._replace(last=last, head=last - 1)
