"""From text to columns of tokens: the only module that runs spaCy."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from itertools import chain
from sys import intern
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from ..article import Article, Span
from .models import Model, ModelError, find_model, weights_notice
from .parse import Columns, NamedSpan, Parse, join
from .passages import batches

_LINE_END = str.maketrans({"\n": " "})


class Parser:
    """A loaded spaCy pipeline.

    Loading takes about a second; one parser serves any number of articles. `notice` is what
    the user should know about the pipeline's weights, or None. Raises ModelError where the
    pipeline cannot be loaded.
    """

    def __init__(self, model: str) -> None:
        found = find_model(model)
        self.notice = weights_notice(found)
        self._pipeline = _load(found, official=self.notice is None)
        self._lemmatizer = cast(Lemmatizer, self._pipeline.get_pipe("lemmatizer"))
        self._lemmas: dict[tuple[int, int, str], str] = {}
        # The lemmatizer takes a third of the pipeline's time on every token; the tokens
        # are many and the words are few, so `_lemma` asks it once a word.
        self._pipeline.disable_pipe("lemmatizer")
        self.model = str(found)

    def parse(self, article: Article) -> Parse:
        """The whole article, parsed."""
        parsed = (self.columns(article.text, batch) for batch in batches(article))
        return join(article.text, chain.from_iterable(parsed))

    def columns(self, text: str, spans: Iterable[Span]) -> list[Columns]:
        """The columns of each passage, in the order given."""
        places = list(spans)
        texts = [text[start:end].translate(_LINE_END) for start, end in places]
        docs = self._pipeline.pipe(texts, batch_size=len(texts))
        return [self._columns_of(doc, start) for (start, _), doc in zip(places, docs, strict=True)]

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
        word = token.orth, token.pos, str(token.morph)
        lemma = self._lemmas.get(word)
        if lemma is None:
            lemma = self._lemmas[word] = intern(self._lemmatizer.rule_lemmatize(token)[0])
        return lemma


def _load(model: Model, *, official: bool) -> Language:
    """The pipeline, from its files alone: no code of its package runs."""
    with warnings.catch_warnings():
        if official:
            # Official weights of 3.7 work under 3.8, about which spaCy warns.
            warnings.filterwarnings("ignore", r"\[W095\]")
        try:
            return spacy.load(model.folder, exclude=["senter"])
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(
                f"The pipeline {model} cannot be loaded: it is damaged or made for another "
                "version of spaCy; reinstall it with pip."
            ) from error
