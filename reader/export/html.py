"""HTML: one page that needs nothing else, the article beside its linked panes.

A fourth pane has the notes and highlights, where there are some. What a person corrected has a
sign.

The page asks no network for anything. Its content security policy allows one style and one
script, by their hashes. Everything that comes from the article is escaped, and addresses are
shown as text.
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape as escaped
from importlib.resources import files
from itertools import pairwise

from ..analysis import Analysis, By, Entity, Event, PlacedBlock, Polarity, Quote, Span
from ..article import ABOUT_THE_ARTICLE, HEADLINES, BlockKind, Face
from .graph import in_xml
from .text import Told, when

_TAGS = {BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre", BlockKind.TABLE: "pre"}
_DIM = ABOUT_THE_ARTICLE | {BlockKind.CAPTION}
_FACES: dict[str, str] = {Face.ITALIC: "em", Face.BOLD: "strong"}
_MARKS = ("e", "q", "t", "v", "n")
_SIGNS: dict[str, str] = {"yellow": "≡", "green": "+", "blue": "~", "red": "!"}
"""The signs of highlights, as the terminal has them."""


def write(analysis: Analysis) -> bytes:
    """The page in UTF-8."""
    told = Told(analysis)
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    title = _text(told.title)
    notes = list(_pane("Notes", _note_rows(told))) if told.analysis.notes else []
    panes = "2 3 4 5" if notes else "2 3 4"
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title}</title><style>{style}</style></head>\n<body>",
            f"<header><h1>{title}</h1><p>{_about(told)}</p></header>\n",
            '<div class="room"><article tabindex="-1">',
            *_article(told),
            "</article>\n<aside>",
            *_pane("Entities", _entity_rows(told)),
            *_pane("Quotes", _quote_rows(told)),
            *_pane("Timeline", _event_rows(told)),
            *notes,
            "</aside></div>\n",
            f"<footer><kbd>{panes}</kbd> panes <kbd>↑ ↓</kbd> rows <kbd>enter</kbd> choose ",
            "<kbd>n N</kbd> next and previous mention <kbd>esc</kbd> back</footer>",
            f"<script>{script}</script></body></html>\n",
        )
    ).encode("utf-8", "replace")


def _asset(name: str) -> str:
    return files(__package__).joinpath("report", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def _text(words: str) -> str:
    return escaped(in_xml(words))


def _about(told: Told) -> str:
    document = told.document
    facts = (
        document.byline,
        str(document.date) if document.date else None,
        document.url,
        document.source,
    )
    return _text(" · ".join(fact for fact in facts if fact))


def _pane(name: str, rows: Iterable[str]) -> Iterator[str]:
    yield f'<section aria-label="{name}"><h3 data-name="{name}">{name}</h3>'
    yield f'<ul role="listbox" aria-label="{name}">'
    yield from rows
    yield "</ul></section>"


def _row(
    name: str, inside: str, with_: Iterable[str], near: Iterable[str] = (), css: str = ""
) -> str:
    tied = f' data-with="{" ".join(with_)}"' if with_ else ""
    close = f' data-near="{" ".join(near)}"' if near else ""
    look = f' class="{css}"' if css else ""
    return f'<li role="option" tabindex="-1" data-id="{name}"{tied}{close}{look}>{inside}</li>'


def _entity_rows(told: Told) -> Iterator[str]:
    for entity in sorted(told.analysis.entities, key=lambda entity: -len(entity.mentions)):
        inside = f"{_yours(entity)}{_text(entity.name)} "
        inside += f"<small>{entity.kind} · {len(entity.mentions)}</small>"
        yield _row(entity.id, inside, ())


def _quote_rows(told: Told) -> Iterator[str]:
    named, dated = _named(told), _dated(told)
    for quote in told.analysis.quotes:
        with_ = _ordered(quote.speaker, named.touching(quote.content))
        speaker = told.speaker(quote) or "unknown speaker"
        denied = " did not say" if quote.polarity is Polarity.NOT_SAID else ""
        inside = (
            f"{_yours(quote)}{_text(speaker)}{denied} <small>{quote.kind}</small>"
            f'<span class="said">{_text(told.content(quote))}</span>'
        )
        yield _row(quote.id, inside, with_, dated.touching(quote.content))


def _named(told: Told) -> _Inside:
    return _Inside((m.start, m.end, e.id) for e in told.analysis.entities for m in e.mentions)


def _dated(told: Told) -> _Inside:
    return _Inside((event.start, event.end, event.id) for event in told.analysis.timeline)


def _note_rows(told: Told) -> Iterator[str]:
    said = _Inside((p.start, p.end, q.id) for q in told.analysis.quotes for p in q.content)
    known = (_named(told), said, _dated(told))
    for note in sorted(told.analysis.notes, key=lambda note: note.start):
        place = (Span(note.start, note.end),)
        sign = f"{_SIGNS[note.colour]} " if note.colour else ""
        tags = "".join(f" <small>#{_text(tag)}</small>" for tag in note.tags)
        passage = told.words(note.start, note.end)
        inside = f'{sign}{_text(note.text)}{tags}<span class="passage">{_text(passage)}</span>'
        touched = [name for spans in known for name in spans.touching(place)]
        yield _row(note.id, inside, touched, css=note.colour or "")


def _yours(annotation: Entity | Quote | Event) -> str:
    """The sign of what a person corrected."""
    return '<span title="corrected by hand">✎</span> ' if annotation.by is By.PERSON else ""


def _ordered(first: str | None, others: list[str]) -> list[str]:
    return list(dict.fromkeys([first, *others] if first else others))


def _event_rows(told: Told) -> Iterator[str]:
    for event in told.analysis.timeline:
        day = f"{_yours(event)}<small>{_text(when(event))}</small>"
        inside = f"{day} {_text(event.headline)}{_doubt(event)}"
        yield _row(event.id, inside, event.entities, css="minor" if event.minor else "")


def _doubt(event: Event) -> str:
    return "" if event.modality == "asserted" else f" <small>{event.modality}</small>"


class _Inside:
    """Spans in order of their starts, to ask which ones a quote touches."""

    def __init__(self, spans: Iterable[tuple[int, int, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]
        self._reach = [0]
        for _, end, _ in self._spans:
            self._reach.append(max(self._reach[-1], end))

    def touching(self, pieces: Iterable[Span]) -> list[str]:
        """The ids of what shares a code point with pieces of the text, each once."""
        found: dict[str, None] = {}
        for piece in pieces:
            last = bisect_left(self._starts, piece.end)
            while last and self._reach[last] > piece.start:
                last -= 1
                if self._spans[last][1] > piece.start:
                    found[self._spans[last][2]] = None
        return list(found)


def _article(told: Told) -> Iterator[str]:
    """The blocks of the text with everything marked in them."""
    changes, colours = _changes(told), _colours(told)
    position = 0
    open_marks: list[tuple[str, str]] = []
    for block in told.document.blocks:
        if block.kind is BlockKind.TITLE and told.words(block.start, block.end) == told.title:
            continue  # it stands over the page
        tag = "h2" if block.kind in HEADLINES else _TAGS.get(block.kind, "p")
        look = ' class="dim"' if block.kind in _DIM else ""
        yield f"<{tag}{look}>"
        while position < len(changes) and changes[position][0] <= block.start:
            _apply(changes[position], open_marks)
            position += 1
        inside = []
        while position < len(changes) and changes[position][0] < block.end:
            inside.append(changes[position])
            position += 1
        yield from _marked(told, block, inside, open_marks, colours)
        yield f"</{tag}>\n"


def _colours(told: Told) -> dict[str, str]:
    """The colours of highlights by the ids of the notes."""
    return {note.id: note.colour for note in told.analysis.notes if note.colour}


def _changes(told: Told) -> list[tuple[int, bool, str, str]]:
    """Where annotations begin and end: offset, whether one begins, kind of mark, id."""
    spans = [
        *(("e", e.id, m.start, m.end) for e in told.analysis.entities for m in e.mentions),
        *(("q", q.id, p.start, p.end) for q in told.analysis.quotes for p in q.content),
        *(("t", t.id, t.start, t.end) for t in told.analysis.times),
        *(("v", v.id, m.start, m.end) for v in told.analysis.timeline for m in v.mentions or (v,)),
        *(("n", note.id, note.start, note.end) for note in told.analysis.notes),
        *(("face", one.face, one.start, one.end) for one in told.document.emphasis),
    ]
    return sorted(
        change
        for kind, name, start, end in spans
        for change in ((start, True, kind, name), (end, False, kind, name))
    )


def _apply(change: tuple[int, bool, str, str], open_marks: list[tuple[str, str]]) -> None:
    _, begins, kind, name = change
    if begins:
        open_marks.append((kind, name))
    elif (kind, name) in open_marks:
        open_marks.remove((kind, name))


def _marked(
    told: Told,
    block: PlacedBlock,
    changes: list[tuple[int, bool, str, str]],
    open_marks: list[tuple[str, str]],
    colours: dict[str, str],
) -> Iterator[str]:
    """The stretches of a block between changes, each in a span that names what holds it."""
    borders = [block.start, *(change[0] for change in changes), block.end]
    for number, (start, end) in enumerate(pairwise(borders)):
        if start < end:
            words = _text(told.text[start:end])
            attributes = "".join(
                f' data-{kind}="{" ".join(names)}"'
                for kind in _MARKS
                if (names := [name for mark, name in open_marks if mark == kind])
            )
            if lit := [colours[name] for _, name in open_marks if name in colours]:
                attributes += f' class="{lit[-1]}"'
            for tag in (_FACES[name] for mark, name in open_marks if mark == "face"):
                words = f"<{tag}>{words}</{tag}>"
            yield f"<span{attributes}>{words}</span>" if attributes else words
        if number < len(changes):
            _apply(changes[number], open_marks)
