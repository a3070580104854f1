"""The analysis as components of any English spaCy pipeline.

`reader` analyses a parsed Doc. `reader_paragraphs` goes before the parser: it begins a
sentence where a paragraph begins, as the analysis does with an article.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ..article import Article, Range
from .parse.columns import Columns, NamedSpan, Parse, join
from .parse.passages import passages
from .recovery import find_all
from .types import Analysis

COMPONENT = "reader"
PARAGRAPHS = "reader_paragraphs"
_KEY = "reader"
_NEEDED = {"TAG": "tagger", "DEP": "parser", "POS": "attribute_ruler", "LEMMA": "lemmatizer"}
_DATE = "reader_published"
# Of the same length, so that the code points of the Doc are those of the article.
_LINE_ENDS = (("\r\n", " \n"), ("\r", "\n"), ("\ufeff", " "))


class ReaderComponent:
    """Finds entities, quotes, time expressions and events in a Doc.

    `published` is the date that relative times are resolved against where neither the Doc
    (`doc._.reader_published`) nor the text gives one.
    """

    def __init__(self, published: date | None = None) -> None:
        self._published = published

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.reader` and the span groups entities, quotes, times and events.

        Raises ValueError where an earlier component of the pipeline is missing.
        """
        _check(doc)
        article = article_of(doc, self._published)
        parse = parse_of(doc, article)
        analysis = Analysis.of(article, find_all(article, parse))
        doc.user_data[_KEY] = analysis.to_dict()  # plain data, which every format of spaCy takes
        for name, spans in span_groups(doc, analysis).items():
            doc.spans[name] = spans
        return doc


def begin_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence at the first word of each paragraph; the parser keeps to that."""
    starts = {passage.start for passage in passages(article_of(doc))}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def article_of(doc: Doc, published: date | None = None) -> Article:
    """The text of a Doc as an article, code point for code point."""
    text = doc.text
    for end, replacement in _LINE_ENDS:
        text = text.replace(end, replacement)
    given = getattr(doc._, _DATE)
    article = Article.from_text(text, published=given)
    return article if article.published else article.with_date(published)


def parse_of(doc: Doc, article: Article) -> Parse:
    """The parse that spaCy made, cut into the passages of the article."""
    return join(article.text, [_columns(doc, passage) for passage in passages(article)])


def span_groups(doc: Doc, analysis: Analysis) -> dict[str, list[Span]]:
    """The annotations as spans of a Doc: the id of a span is that of its annotation.

    Labels are the kinds of entities, quotes and times, and the modality of events. Where an
    annotation begins or ends within a token of the pipeline, the whole token is in the span.
    """

    def spans(found: Iterable[tuple[int, int, str, str]]) -> list[Span]:
        made = (
            doc.char_span(start, end, label, alignment_mode="expand", span_id=name)
            for start, end, label, name in found
        )
        return [span for span in made if span is not None]

    entities, quotes = analysis.entities, analysis.quotes
    return {
        "entities": spans((m.start, m.end, e.kind, e.id) for e in entities for m in e.mentions),
        "quotes": spans((p.start, p.end, q.kind, q.id) for q in quotes for p in q.content),
        "times": spans((t.start, t.end, t.type, t.id) for t in analysis.times),
        "events": spans((e.start, e.end, e.modality, e.id) for e in analysis.timeline),
    }


def _check(doc: Doc) -> None:
    missing = [name for what, name in _NEEDED.items() if not doc.has_annotation(what)]
    if missing and len(doc):
        raise ValueError(
            f"The component {COMPONENT!r} needs the component {missing[0]!r} before it: add that "
            "one, or move 'reader' to the end of the pipeline."
        )


def _columns(doc: Doc, passage: Range) -> Columns:
    """The words of a passage. A word whose head is outside is a root."""
    words = [token for token in _tokens_in(doc, passage) if not token.is_space]
    place = {word.i: number for number, word in enumerate(words)}
    return Columns(
        start=array("i", [word.idx for word in words]),
        end=array("i", [word.idx + len(word) for word in words]),
        text=[word.text for word in words],
        lemma=[word.lemma_ for word in words],
        pos=[word.pos_ for word in words],
        tag=[word.tag_ for word in words],
        dep=[word.dep_ for word in words],
        head=array("i", [_head(word, place) for word in words]),
        sentences=array("i", [n for n, word in enumerate(words) if not n or word.is_sent_start]),
        names=[*_names(doc, words, place)],
    )


def _tokens_in(doc: Doc, passage: Range) -> Iterable[Token]:
    whole = doc.char_span(passage.start, passage.end, alignment_mode="contract")
    return () if whole is None else whole


def _head(word: Token, place: dict[int, int]) -> int:
    """The nearest ancestor among the words, else the word itself."""
    return next((place[above.i] for above in word.ancestors if above.i in place), place[word.i])


def _names(doc: Doc, words: list[Token], place: dict[int, int]) -> Iterator[NamedSpan]:
    if not words:
        return
    for name in doc[words[0].i : words[-1].i + 1].ents:
        inside = [place[token.i] for token in name if token.i in place]
        if inside:
            yield NamedSpan(inside[0], inside[-1] + 1, name.label_)


def _analysis(doc: Doc) -> Analysis | None:
    kept = doc.user_data.get(_KEY)
    return None if kept is None else msgspec.convert(kept, Analysis)


def _make(nlp: Language, name: str, published: str | None, paragraphs: bool) -> ReaderComponent:
    """The component; it brings `reader_paragraphs` along, unless that is there or unwanted."""
    del name
    if paragraphs and PARAGRAPHS not in nlp.component_names:
        nlp.add_pipe(PARAGRAPHS, first=True)
    return ReaderComponent(None if published is None else date.fromisoformat(published))


def register() -> None:
    """Make the components and `doc._.reader` known to spaCy."""
    Language.component(PARAGRAPHS, func=begin_paragraphs, assigns=["token.is_sent_start"])
    Language.factory(
        COMPONENT,
        default_config={"published": None, "paragraphs": True},
        requires=["token.tag", "token.dep", "token.lemma", "doc.ents"],
        assigns=["doc._.reader", "doc.spans"],
        func=_make,
    )
    Doc.set_extension("reader", getter=_analysis, force=True)
    Doc.set_extension(_DATE, default=None, force=True)
