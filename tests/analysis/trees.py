"""Parses without a model: a rough split into words and any tree over them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from reader.analysis.parse.columns import Columns, Parse

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
