"""What is fuzzed: from a few bytes an input is made, run, and what must hold is asserted.

A target raises nothing but AssertionError, and that only for a fault of ours.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from textual._xterm_parser import XTermParser

from reader.analysis import Analysis, Annotations
from reader.analysis.pipeline import annotate, redate
from reader.analysis.quotes import pair_marks
from reader.article import Article
from reader.article.errors import ArticleError, shown
from reader.export import to_json
from reader.library.cache import Cache
from reader.library.state import ArticleState, StateFile
from reader.reading import (
    EntityFocus,
    EventFocus,
    Passage,
    QuoteFocus,
    Reading,
    Ready,
    marks,
)
from reader.settings import SettingsError, load_settings
from reader.sources.loading import load
from reader.tui.article.rows import Setting
from reader.tui.copying import words_to_copy
from reader.tui.harmless import cells, ellipsis, one_line
from reader.tui.lists.entities import EntityPainter
from reader.tui.lists.facts import facts_of
from reader.tui.lists.inspector import FactPainter
from reader.tui.lists.quotes import QuotePainter
from reader.tui.lists.timeline import EventPainter
from reader.tui.platform.incoming import Incoming, Pasted
from reader.tui.platform.plain_ascii import to_ascii
from reader.tui.window.header import name_of
from reader.tui.window.whereabouts import date_line, whereabouts

from ..sources.damage import outcome, samples
from .making import Bytes, made_parse, made_text
from .soundness import (
    assert_harmless,
    assert_orderly,
    assert_sound,
    assert_within,
)

_DAYS = [None, date(2013, 3, 22), date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)]
_SOUND = sorted(samples().items())
_LONGEST_PASTE = 100_000


@cache
def _folder() -> Path:
    """A folder for the files that targets write, in memory where there is one."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="reader-fuzz-", dir=memory if memory.is_dir() else None))


def loading(data: bytes) -> None:
    """A file of any bytes under any name becomes an orderly article or is refused in a line."""
    length = 1 + data[0] % 40 if data else 1
    name = data[1 : 1 + length].replace(b"/", b"").replace(b"\0", b"")
    name = b"a" if name in {b"", b".", b".."} else name
    path = os.path.join(os.fsencode(_folder()), name)  # noqa: PTH118  any bytes are a name
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(data[1 + length :])
    try:
        article = load(os.fsdecode(path), limit=4000)
    except ArticleError as refusal:
        assert_harmless(str(refusal))
    else:
        _assert_article(article)
    finally:
        os.unlink(path)  # noqa: PTH108


def formats(data: bytes) -> None:
    """A damaged file of any format becomes an orderly article, a list, or is refused in a line."""
    choices = Bytes(data)
    name, sound = _SOUND[choices.below(len(_SOUND))]
    bad = bytearray(sound)
    for _ in range(choices.below(20)):
        at = choices.below(len(bad))
        bad[at : at + choices.below(30)] = data[: choices.below(12)]
        bad = bad or bytearray(b" ")
    outcome(name, bytes(bad))


def article(data: bytes) -> None:
    """What an article says about itself (title, date, kinds of blocks) is in its text."""
    choices = Bytes(data)
    name = made_text(choices, choices.below(4))
    _assert_article(Article.from_text(made_text(choices, len(data) // 3), source=name))


def _assert_article(made: Article) -> None:
    text = made.text
    assert_orderly(((block.start, block.end) for block in made.blocks), len(text))
    held = "".join(text[block.start : block.end] for block in made.blocks)
    assert "".join(held.split()) == "".join(text.split())
    assert made.title is None or ("\n" not in made.title and len(made.title) <= len(text))
    assert made.is_english in {True, False}
    if made.date_span:
        assert made.published is not None
        assert_within([made.date_span], len(text))
    assert_harmless(shown(made.source or ""))
    assert_harmless(one_line(made.title or ""))


def mark_pairing(data: bytes) -> None:
    """Marks of any text nest and stay inside it."""
    made = Article.from_text(made_text(Bytes(data), len(data) // 2))
    open_ends: list[int] = []
    for start, end, depth, _ in pair_marks(made):
        assert 0 <= start < end <= len(made.text)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        assert depth == len(open_ends)
        assert not open_ends or end <= open_ends[-1]
        open_ends.append(end)


def _analysed(data: bytes) -> tuple[Article, Annotations, Bytes]:
    """A made article under a made parse."""
    choices = Bytes(data)
    given = _DAYS[choices.below(len(_DAYS))]
    made = Article.from_text(made_text(choices, min(len(data) // 6, 150)), published=given)
    parse = made_parse(made.text, choices)
    found = annotate(made, parse)
    again = _DAYS[choices.below(len(_DAYS))]
    dated = made.with_date(again)
    assert_sound(redate(dated, parse, found), len(made.text))
    return made, found, choices


def analysis(data: bytes) -> None:
    """Any parse of any text gives annotations in order and inside the text, on any date."""
    made, found, _ = _analysed(data)
    assert_sound(found, len(made.text))


def export(data: bytes) -> None:
    """What is exported is JSON that holds exactly the analysis."""
    made, found, _ = _analysed(data)
    whole = Analysis.of(made, found)
    exported = to_json(whole)
    assert exported.count(b"\n") == 1
    assert json.loads(exported) == whole.to_dict()


def views(data: bytes) -> None:
    """Whatever is in focus, no line of a pane, of the header or of a copy can be obeyed."""
    made, found, choices = _analysed(data)
    reading = Reading(made)
    reading.receive(found, Ready())
    width = 1 + choices.below(120)
    start = choices.below(max(1, len(made.text)))
    reading.move_caret(start)
    foci: list[Any] = [None, Passage(start, min(start + choices.below(300), len(made.text)))]
    foci += [EntityFocus(entity.id) for entity in found.entities[:4]]
    foci += [QuoteFocus(quote.id) for quote in found.quotes[:4]]
    foci += [EventFocus(event.id) for event in found.timeline[:4]]
    for focus in foci:
        reading.focus_on(focus)
        for line in _lines(reading, width):
            assert_harmless(line)
            assert cells(line) <= width
        for piece, _ in [*whereabouts(reading, str), *date_line(reading, str)]:
            assert_harmless(piece)
        assert_harmless(name_of(reading))
        assert_harmless(words_to_copy(reading).replace("\n", "").replace("\t", ""))
        for mark in marks(reading, 0, len(made.text)):
            assert_within([(mark.start, mark.end)], len(made.text))


def _lines(reading: Reading, width: int) -> Iterator[str]:
    """Every line of every pane."""
    about = reading.under_caret()
    panes: tuple[tuple[Any, Iterable[Any]], ...] = (
        (EntityPainter(reading), reading.entities()),
        (QuotePainter(reading), reading.quotes()),
        (EventPainter(reading), reading.timeline()),
        (FactPainter(), [row for one in about for row in facts_of(reading, one, "enter")]),
    )
    for painter, listed in panes:
        rows = list(listed)
        for height, row in zip(painter.heights(rows, width), rows, strict=True):
            for opened in (False, True):
                shown_lines = painter.lines(row, width, opened=opened)
                assert opened or len(shown_lines) <= height
                yield from (line.text for line in shown_lines)


def display(data: bytes) -> None:
    """No row of an article holds what a terminal would obey, in Unicode or in ASCII."""
    choices = Bytes(data)
    width = 1 + choices.below(60)
    made = Article.from_text(made_text(choices, min(len(data) // 2, 200)))
    setting = Setting(made.text, made.blocks, width)
    while not setting.advance(1):
        pass
    rows = setting.rows()
    for number in range(setting.total):
        row = rows.row(number)
        painted = row.shown(row.start, row.end)
        assert_harmless(painted)
        assert cells(painted) <= max(width, 2)
        assert to_ascii(painted).isascii()
        assert cells(to_ascii(painted)) == cells(painted)
    short = ellipsis(one_line(made.text), width)
    assert_harmless(short)
    assert cells(short) <= width


def keyboard(data: bytes) -> None:
    """Whatever arrives from the terminal, pastes stay text and nothing breaks."""
    choices = Bytes(data[:32])
    incoming, parser = Incoming(), XTermParser()
    typed = data[32:].decode("utf-8", "replace")
    while typed:
        cut = 1 + choices.below(256)
        for piece in incoming.feed(typed[:cut]):
            if isinstance(piece, Pasted):
                assert len(piece.text) <= _LONGEST_PASTE
                continue
            try:
                list(parser.feed(piece))
            except (ValueError, OverflowError):  # as the driver does
                parser = XTermParser()
        typed = typed[cut:]


def kept_files(data: bytes) -> None:
    """A cache, state or settings file of any bytes is read, ignored, set aside or refused."""
    folder = _folder()
    begun = b"reader analysis 1\n"[: data[0] % 19] if data else b""
    (folder / "key.analysis").write_bytes(begun + data[1:])
    Cache(folder).get("key")
    path = folder / "settings.toml"
    path.write_bytes(data)
    try:
        load_settings(path)
    except SettingsError as refusal:
        assert_harmless(str(refusal).replace("\n", ""))
    state = StateFile(folder / "state.json")
    state.path.write_bytes(data)
    if state.update(lambda kept: kept.keep("key", ArticleState(1))):
        aside = folder / "state.json.1.aside"
        assert aside.read_bytes() == data
        aside.unlink()
    assert state.read().articles["key"] == ArticleState(1)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "loading": loading,
    "formats": formats,
    "article": article,
    "mark-pairing": mark_pairing,
    "analysis": analysis,
    "export": export,
    "views": views,
    "display": display,
    "keyboard": keyboard,
    "kept-files": kept_files,
}
