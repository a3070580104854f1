"""CoNLL-U with entities and coreference in the last column, as CorefUD writes them.

Dependency labels are those of the English spaCy pipelines (ClearNLP), not of Universal
Dependencies; tags and heads are as they stand in the parse.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..analysis import Analysis
from ..analysis.parse.columns import Parse
from .tokens import covered, followed_by_space, head_of, sentences

_ENTITY = "# global.Entity = eid-etype-head"


def write(analysis: Analysis, parse: Parse) -> bytes:
    """The article as one document, in UTF-8."""
    lines = [f"# newdoc id = {_word(analysis.document.source or 'article')}", _ENTITY]
    marks = _entity_marks(analysis, parse)
    for number, tokens in enumerate(sentences(parse), 1):
        lines += _sentence(parse, tokens, number, marks)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _sentence(parse: Parse, tokens: range, number: int, marks: dict[int, str]) -> Iterator[str]:
    text = parse.source[parse.start[tokens[0]] : parse.end[tokens[-1]]]
    yield f"# sent_id = {number}"
    yield f"# text = {' '.join(text.split())}"
    root = next((t for t in tokens if parse.head[t] == t), tokens[0])
    for place, token in enumerate(tokens, 1):
        head = parse.head[token]
        is_root = token == root
        above = 0 if is_root else (root if head == token else head) - tokens[0] + 1
        relation = "root" if is_root else parse.dep[token].lower()
        misc = [f"Entity={marks[token]}"] if token in marks else []
        if not followed_by_space(parse, token):
            misc.append("SpaceAfter=No")
        yield "\t".join(
            (
                str(place),
                _word(parse.text[token]),
                _word(parse.lemma[token]),
                _word(parse.pos[token]),
                _word(parse.tag[token]),
                "_",
                str(above),
                _word(relation),
                "_",
                "|".join(misc) or "_",
            )
        )
    yield ""


def _entity_marks(analysis: Analysis, parse: Parse) -> dict[int, str]:
    """What stands in the last column: outer mentions open first and close last."""
    opens: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closes: dict[int, list[tuple[int, str]]] = defaultdict(list)
    alone: dict[int, list[str]] = defaultdict(list)
    for entity in analysis.entities:
        for found in entity.mentions:
            tokens = covered(parse, found.start, found.end)
            if not tokens:
                continue
            opening = f"({entity.id}-{entity.kind}-{head_of(parse, tokens) - tokens[0] + 1}"
            if len(tokens) == 1:
                alone[tokens[0]].append(f"{opening})")
            else:
                opens[tokens[0]].append((-len(tokens), opening))
                closes[tokens[-1]].append((len(tokens), f"{entity.id})"))
    return {
        token: "".join(
            (
                *(mark for _, mark in sorted(closes[token])),
                *(mark for _, mark in sorted(opens[token])),
                *alone[token],
            )
        )
        for token in {*opens, *closes, *alone}
    }


def _word(word: str) -> str:
    return "_" if not word else "".join("\ufffd" if c in "\t\n\r" else c for c in word)
