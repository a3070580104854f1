"""Parses written by hand: one line a token with its word, tag, dependency and head."""

from __future__ import annotations

from reader import Article
from reader.analysis.parse.columns import Columns, NamedSpan, Parse
from reader.analysis.syntax.tokens import Tokens

_LEMMAS = {"sacked": "sack", "scored": "score", "sued": "sue"}
_POS = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "CC": "CCONJ", "DT": "DET"}


def parsed(rows: str, names: tuple[tuple[int, int, str], ...] = ()) -> Parse:
    """One sentence of rows such as "Norbury NNP nsubj sacked"; a root names itself as its head."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words = [word for word, *_ in cells]
    columns, place = Columns(), 0
    for word, tag, dep, head in cells:
        columns.start.append(place)
        columns.end.append(place + len(word))
        place += len(word) + 1
        columns.text.append(word)
        columns.lemma.append(_LEMMAS.get(word, word.lower()))
        columns.pos.append(_POS.get(tag, "VERB" if tag.startswith("V") else "X"))
        columns.tag.append(tag)
        columns.dep.append(dep)
        columns.head.append(words.index(head))
    columns.sentences.append(0)
    columns.names.extend(NamedSpan(*name) for name in names)
    return Parse(" ".join(words), columns)


def tokens(rows: str) -> Tokens:
    """The tokens of a hand-made parse."""
    parse = parsed(rows)
    return Tokens(Article.from_text(parse.source), parse)
