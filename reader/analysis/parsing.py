"""From text to columns of tokens: the only module that runs spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from sys import intern
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from ..article import Article, Span
from .parse import Columns, NamedSpan, Parse, join

_LONGEST_PASSAGE = 10_000
_LINE_END = str.maketrans({"\n": " "})
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+")


class Parser:
    """A loaded spaCy pipeline.

    Loading takes about a second; one parser serves any number of articles.
    """

    def __init__(self, model: str) -> None:
        self._pipeline: Language = spacy.load(model, exclude=["senter"])
        self._lemmatizer = cast(Lemmatizer, self._pipeline.get_pipe("lemmatizer"))
        self._lemmas: dict[tuple[str, str], str] = {}
        # The lemmatizer takes a third of the pipeline's time on every token; the tokens
        # are many and the words are few, so `_lemma` asks it once a word.
        self._pipeline.disable_pipe("lemmatizer")
        self.model = f"{self._pipeline.meta['name']} {self._pipeline.meta['version']}"

    def parse(self, article: Article) -> Parse:
        """The whole article, parsed."""
        return join(article.text, self.columns(article.text, passages(article)))

    def columns(self, text: str, spans: Iterable[Span]) -> Iterator[Columns]:
        """The columns of each passage, in the order given."""
        places = list(spans)
        texts = (text[start:end].translate(_LINE_END) for start, end in places)
        for (start, _), doc in zip(places, self._pipeline.pipe(texts, batch_size=64), strict=True):
            yield self._columns_of(doc, start)

    def _columns_of(self, doc: Doc, offset: int) -> Columns:
        columns = Columns()
        words = [token for token in doc if not token.is_space]
        place = {token.i: index for index, token in enumerate(words)}
        for token in words:
            head = token.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            start = offset + token.idx
            columns.start.append(start)
            columns.end.append(start + len(token))
            columns.text.append(intern(token.text))
            columns.lemma.append(self._lemma(token))
            columns.pos.append(intern(token.pos_))
            columns.tag.append(intern(token.tag_))
            columns.dep.append(intern(token.dep_))
            columns.head.append(place.get(head.i, place[token.i]))
        firsts = {
            next((place[t.i] for t in sentence if t.i in place), None) for sentence in doc.sents
        }
        columns.sentences = sorted(first for first in firsts if first is not None)
        for entity in doc.ents:
            inside = [place[token.i] for token in entity if token.i in place]
            if inside:
                columns.names.append(NamedSpan(inside[0], inside[-1] + 1, entity.label_))
        return columns

    def _lemma(self, token: Token) -> str:
        if token.lemma_:  # set by the attribute ruler, for auxiliaries and the like
            return intern(token.lemma_)
        word = token.text, token.tag_
        lemma = self._lemmas.get(word)
        if lemma is None:
            lemma = self._lemmas[word] = intern(self._lemmatizer.rule_lemmatize(token)[0])
        return lemma


def passages(article: Article) -> Iterator[Span]:
    """The stretches that are parsed apart: the blocks, very long ones cut at sentence ends."""
    for block in article.blocks:
        start = block.start
        while block.end - start > _LONGEST_PASSAGE:
            cut = _cut(article.text, start, start + _LONGEST_PASSAGE)
            yield Span(start, cut)
            start = cut
        yield Span(start, block.end)


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end a passage: after the last sentence, else word, before `limit`."""
    middle = (start + limit) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, middle, limit)]
    return ends[-1] if ends else max(text.rfind(" ", middle, limit) + 1, 0) or limit
