"""brat's standoff: the text and beside it one annotation a line.

Entities' mentions, quotes' cues, sources and contents, and times are text-bound annotations;
mentions of one entity are tied by an equivalence, quotes are events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from ..analysis import Analysis, Span
from .text import Told


def write(analysis: Analysis) -> dict[str, bytes]:
    """The files `article.txt` and `article.ann`, in UTF-8."""
    lines = "".join(f"{line}\n" for line in _lines(Told(analysis)))
    return {
        "article.txt": analysis.document.text.encode("utf-8", "replace"),
        "article.ann": lines.encode("utf-8", "replace"),
    }


def _lines(told: Told) -> Iterator[str]:
    texts, events, notes = count(1), count(1), count(1)

    def bound(kind: str, spans: Iterable[Span]) -> tuple[str, str]:
        places = list(spans)
        name = f"T{next(texts)}"
        where = ";".join(piece for span in places for piece in _pieces(told.text, span))
        words = " ".join(told.words(span.start, span.end) for span in places)
        return name, f"{name}\t{kind} {where}\t{words}"

    for entity in told.analysis.entities:
        same = []
        for found in entity.mentions:
            name, line = bound(entity.kind.capitalize(), [Span(found.start, found.end)])
            same.append(name)
            yield line
        if len(same) > 1:
            yield f"*\tEquiv {' '.join(same)}"
    for quote in told.analysis.quotes:
        content, line = bound("Content", quote.content)
        yield line
        parts = [("Cue", quote.cue), ("Source", quote.source)]
        arguments = [f"Content:{content}"]
        trigger = content
        for part, span in parts:
            if span is None:
                continue
            name, line = bound(part, [span])
            yield line
            if part == "Cue":
                trigger = name
            else:
                arguments.append(f"{part}:{name}")
        kind = "Content" if trigger == content else "Cue"
        rest = arguments[1:] if trigger == content else arguments
        event = f"E{next(events)}"
        yield f"{event}\t{' '.join([f'{kind}:{trigger}', *rest])}"
        yield f"A{next(notes)}\tKind {event} {quote.kind}"
    for time in told.analysis.times:
        name, line = bound(time.type.capitalize(), [Span(time.start, time.end)])
        yield line
        yield f"#{next(notes)}\tAnnotatorNotes {name}\t{time.value}"


def _pieces(text: str, span: Span) -> Iterator[str]:
    """The span as brat writes it: in pieces where it goes over line ends."""
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line:
            yield f"{start} {start + len(line)}"
        start += len(line) + 1
