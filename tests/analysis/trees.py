"""Parses without a model: a rough split into words and any tree over them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from reader.analysis.parse.columns import Columns, NamedSpan, Parse

_WORDS = re.compile(r"\w+(?:['’.]\w+)*|[^\w\s]")
_KINDS = (
    ("NOUN", "NN", "pobj"),
    ("NOUN", "NN", "nsubj"),
    ("NOUN", "NN", "conj"),
    ("PROPN", "NNP", "compound"),
    ("PROPN", "NNP", "npadvmod"),
    ("PRON", "WDT", "nsubj"),
    ("VERB", "VBD", "ROOT"),
    ("VERB", "VBN", "acl"),
    ("VERB", "VBD", "relcl"),
    ("VERB", "VB", "xcomp"),
    ("VERB", "VBD", "ccomp"),
    ("AUX", "MD", "aux"),
    ("ADP", "IN", "prep"),
    ("ADJ", "JJ", "amod"),
    ("PUNCT", ",", "punct"),
)
NOUN = _KINDS.index(("NOUN", "NN", "pobj"))
PAST = _KINDS.index(("VERB", "VBD", "ROOT"))
FUTURE = _KINDS.index(("AUX", "MD", "aux"))


def flat(text: str) -> Parse:
    """Every word for itself: nothing governs anything."""
    return planted(text, [0], [0])


@st.composite
def trees(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> Parse:
    """A text of `texts` under any tree, with word classes that need not suit it."""
    numbers = st.lists(st.integers(0, 60), min_size=1, max_size=20)
    return planted(draw(texts), draw(numbers), draw(numbers))


def planted(text: str, heads: list[int], kinds: list[int]) -> Parse:
    """A parse of one sentence; both lists are repeated over its words.

    A head is a distance back (to the first word at most), 0 for a root; a kind is a row of
    the table above.
    """
    columns = Columns()
    for token, match in enumerate(_WORDS.finditer(text)):
        pos, tag, dep = _KINDS[kinds[token % len(kinds)] % len(_KINDS)]
        columns.start.append(match.start())
        columns.end.append(match.end())
        columns.text.append(match[0])
        columns.lemma.append(match[0].lower())
        columns.pos.append(pos)
        columns.tag.append(tag)
        columns.dep.append(dep)
        columns.head.append(max(token - heads[token % len(heads)], 0))
    if columns.text:
        columns.sentences.append(0)
    return Parse(text, columns)


_POS_OF_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "WP$": "PRON", "EX": "PRON", "DT": "DET", "PDT": "DET",
    "MD": "AUX", "IN": "ADP", "TO": "PART", "POS": "PART", "RP": "ADP", "CC": "CCONJ",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "WRB": "SCONJ",
    "CD": "NUM", "UH": "INTJ",
}  # fmt: skip


def by_hand(rows: str, labels: dict[int, str] | None = None) -> Parse:
    """A parse written out: `word/TAG/dep/head` for each token, parted by blanks.

    `word|lemma` gives a lemma that is not the word in lower case; a label (aux, mark) or the tag
    sets the word class. Sentences end where a root and all below it do. `labels` names single
    tokens as the model would.
    """
    columns = Columns()
    text = ""
    for token, row in enumerate(rows.split()):
        word, tag, dep, head = row.rsplit("/", 3)
        word, _, lemma = word.partition("|")
        text += word if tag in {",", ".", ":", "''", "POS"} or not text else f" {word}"
        columns.start.append(len(text) - len(word))
        columns.end.append(len(text))
        columns.text.append(word)
        columns.lemma.append(lemma or word.lower())
        columns.tag.append(tag)
        columns.pos.append(_pos(tag, dep))
        columns.dep.append(dep)
        columns.head.append(int(head))
        for label in (labels or {}).get(token, "").split():
            columns.names.append(NamedSpan(token, token + 1, label))
    columns.sentences.extend(_openings(list(columns.head)))
    return Parse(text, columns)


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("V") or tag == "MD":
        return "AUX" if dep in {"aux", "auxpass"} else "VERB"
    if dep == "mark" and tag == "IN":
        return "SCONJ"
    return _POS_OF_TAG.get(tag, "PUNCT")


def _openings(heads: list[int]) -> list[int]:
    """The first token of each sentence: where nothing ties a token to those before it."""
    ties = [(min(token, head), max(token, head)) for token, head in enumerate(heads)]
    return [
        token
        for token in range(len(heads))
        if not any(first < token <= last for first, last in ties)
    ]
