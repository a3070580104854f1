"""A parse in which no dateline is part of the sentence after it."""

from __future__ import annotations

from array import array

from ...article import Article
from ..parse.columns import Parse
from .datelines import dateline_spans

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSELY_JOINED = frozenset({"appos", "conj", "dep", "npadvmod", "nmod", "compound", "attr"})


def without_datelines(article: Article, parse: Parse) -> Parse:
    """`parse` with its datelines cut off from what follows the dash.

    Parsers join the two: in "OSLO — In May, a ferry sank" Oslo is what sank and the ferry
    its apposition. The words after the dash take the place the dateline had.
    """
    spans = dateline_spans(article)
    if not spans:
        return parse
    head, dep = array("i", parse.head), list(parse.dep)
    for start, end in spans:
        first, last = parse.tokens_in(start, end)
        if first < last:
            _cut(parse, head, dep, range(first, last))
    return parse.rehung(head, dep)


def _cut(parse: Parse, head: array[int], dep: list[str], dateline: range) -> None:
    """Let no token of a sentence depend on one across the end of its dateline."""
    last = parse.sentence(parse.sentence_of[dateline[-1]])[1]
    for token in range(dateline.stop, last):
        if parse.head[token] in dateline:
            top = _top(parse, parse.head[token], dateline)
            above = parse.head[top]
            head[token] = token if above == top else above
            stands_for = parse.pos[token] in _NOUNS and parse.dep[token] in _LOOSELY_JOINED
            if stands_for or above == top:
                dep[token] = parse.dep[top]
    for token in dateline:
        if parse.head[token] not in dateline:
            head[token], dep[token] = token, "ROOT"


def _top(parse: Parse, token: int, dateline: range) -> int:
    """The highest token of a dateline above `token`."""
    while parse.head[token] != token and parse.head[token] in dateline:
        token = parse.head[token]
    return token
