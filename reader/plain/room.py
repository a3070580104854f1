"""What the linear mode knows and answers: one line in, some lines out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from ..analysis import Entity, Event, Note, Quote
from ..article import Article, Block
from ..article.parts import FURNITURE
from ..reading import (
    Analysing,
    EntityFocus,
    EventFocus,
    Failed,
    Focus,
    NoteFocus,
    QuoteFocus,
    Reading,
)
from ..reading.find import Manner
from ..reading.notes import note_rows
from ..tui.harmless import one_line
from . import telling
from .making import Making, RefusedError

ROWS = 10
"""Rows of a list that are told at once."""

HELP = """\
Enter or next: the next paragraph, or the next rows of a list. next 5: five of them.
previous: the paragraph before. all: everything that follows.
A number: go to that paragraph, or choose that row of the last list.
entities, quotes, timeline, notes: the lists. After you choose something, they show only what
belongs to it.
find WORDS: the paragraphs that contain the words; accents and capitals do not matter.
why: what is known about your choice, and how.
back: undo the last choice. article: return to the text.
note WORDS: add a note to your choice, else to the paragraph. highlight, or highlight blue.
For an entity you chose: rename NAME, kind KIND, same NAME (merge the two). For a quote: speaker
NAME. For a timeline entry: date DATE, rename HEADLINE. For any of them: remove.
undo, redo: the last note or correction.
where: where you are. help: these lines. quit: leave.
Commands may be shortened as long as they stay clear: e, quo, t, f, w, b, h; q quits."""

_SHORT = {"q": "quit", "?": "help", "b": "back", "p": "previous"}
_SINGULAR = {
    "entities": "entity",
    "quotes": "quote",
    "events": "event",
    "notes and highlights": "note or highlight",
}


class _Listed(NamedTuple):
    """A row that can be chosen by its number: what it says, and what choosing it does."""

    words: str
    choose: Callable[[], list[str]]


_Chosen = Entity | Quote | Event | Note | None


class _Place(NamedTuple):
    """What `back` returns to."""

    rows: Sequence[_Listed]
    told: int
    paragraph: int
    chosen: str


class Room:
    """One article being read line by line; every answer is a list of lines."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.is_over = False
        self._blocks = _readable(reading.article)
        self._numbering = reading.article.numbering
        self._paragraph = max(0, self._at(reading.caret) - 1) if reading.caret else -1
        self._rows: Sequence[_Listed] = ()
        self._told = 0
        self._chosen: _Chosen = None
        self._before: list[_Place] = []
        self._making = Making(reading)
        self._commands: dict[str, Callable[[str], list[str]]] = {
            "next": self._next,
            "previous": self._previous,
            "all": lambda _: self._next(str(len(self._blocks) + len(self._rows))),
            "article": self._article,
            "entities": self._entities,
            "quotes": self._quotes,
            "timeline": self._timeline,
            "notes": self._notes,
            "find": self._find,
            "why": self._why,
            "back": self._back,
            "where": self._where,
            "help": lambda _: HELP.splitlines(),
            "quit": self._quit,
            **{name: partial(self._make, name) for name in self._making.commands},
        }

    def begin(self, also: Iterable[str] = ()) -> list[str]:
        """What is told first, `also` before the way on."""
        article = self.reading.article
        title = article.title or article.source or "An article"
        count = self._numbering.count
        lines = [
            f"{one_line(title)}",
            f"{count} paragraph{'s' * (count != 1)}. {telling.dating(article)}",
        ]
        if self._paragraph >= 0:
            number = self._number(min(self._paragraph + 1, len(self._blocks) - 1))
            lines.append(f"You were at paragraph {number}. Enter reads on from there.")
        return [*lines, *also, "Enter reads on, help lists all commands, quit ends."]

    def everything(self) -> list[str]:
        """All paragraphs and lists, for whoever cannot ask."""
        self._paragraph = -1
        lines = self._next(str(len(self._blocks)))
        for name in ("entities", "quotes", "timeline"):
            lines += ["", *self._commands[name](""), *self._next(str(len(self._rows)))]
        return lines

    def needs_analysis(self, line: str) -> bool:
        """Whether an answer needs what the analysis finds."""
        meant = self._meant(line.split(" ", 1)[0])
        return meant in {"entities", "quotes", "timeline"} or meant in self._making.commands

    def answer(self, line: str) -> list[str]:
        """What is told to a line that somebody typed."""
        line = line.strip()
        if not line:
            return self._next("")
        if line.isascii() and line.isdigit():
            return self._choose(int(line))
        if line.startswith("/"):
            return self._find(line[1:])
        name, _, rest = line.partition(" ")
        meant = self._meant(name)
        if meant is None:
            return [f"There is no command {one_line(name)!r}: help lists all of them."]
        return self._commands[meant](rest.strip())

    def _meant(self, name: str) -> str | None:
        """The command of that name or beginning; the first where several begin so."""
        name = _SHORT.get(name.lower(), name.lower())
        if name in self._commands:
            return name
        return next((known for known in self._commands if name and known.startswith(name)), None)

    # Walking

    def _next(self, count: str) -> list[str]:
        """The next paragraphs, or the next rows of the list."""
        if count and not (count.isascii() and count.isdigit()):
            return ["Write a number after next, such as: next 5."]
        if self._rows and self._told < len(self._rows):
            return self._more(int(count or ROWS))
        if self._rows:
            return ["That was the whole list. A number chooses a row, article returns to the text."]
        wanted = max(1, int(count or 1))
        first = self._paragraph + 1
        last = min(first + wanted, len(self._blocks))
        if first >= last:
            return ["That was the end of the article."]
        self._go(last - 1)
        return [line for number in range(first, last) for line in self._tell(number)]

    def _previous(self, _: str) -> list[str]:
        self._rows = ()
        if self._paragraph <= 0:
            return ["That is the first paragraph."]
        self._go(self._paragraph - 1)
        return self._tell(self._paragraph)

    def _article(self, _: str) -> list[str]:
        self._rows = ()
        self._go(max(0, self._paragraph))
        return self._tell(self._paragraph)

    def _go(self, paragraph: int) -> None:
        self._paragraph = paragraph
        self.reading.move_caret(self._blocks[paragraph].start)

    def _tell(self, number: int) -> list[str]:
        """A paragraph, and after it the notes and highlights on it."""
        shown, index = self._blocks[number], self.reading.index
        notes = index.note_places.touching(shown.start, shown.end)
        return [
            self._told_paragraph(number),
            *(f"Your {telling.note(self.reading, note)}" for _, _, note in notes),
        ]

    def _told_paragraph(self, number: int) -> str:
        shown = self._blocks[number]
        words = telling.block(self.reading.article, shown)
        numbered = self._numbering.is_numbered(shown.start)
        return f"{self._number(number)}. {words}" if numbered else words

    def _number(self, place: int) -> int:
        """The number that people give to the paragraph at a place, or to the one before it."""
        return self._numbering.paragraph(self._blocks[place].start) if self._blocks else 1

    def _at(self, offset: int) -> int:
        """The paragraph in which a code point stands."""
        return max(0, bisect_right(self._blocks, offset, key=lambda block: block.start) - 1)

    def _choose(self, number: int) -> list[str]:
        if self._rows:
            if 1 <= number <= len(self._rows):
                return self._rows[number - 1].choose()
            return [f"The list has rows 1 to {len(self._rows)}."]
        start = self._numbering.start(number)
        if start is None:
            return [f"The article has paragraphs 1 to {self._numbering.count}."]
        return self._visit(self._at(start))

    def _visit(self, paragraph: int) -> list[str]:
        self._keep()
        self._rows = ()
        self._go(paragraph)
        return self._tell(paragraph)

    # Lists

    def _list(self, name: str, rows: Iterable[_Listed]) -> list[str]:
        self._keep()
        self._rows, self._told = list(rows), 0
        about = f" with {self._name()}" if self._chosen is not None else ""
        if not self._rows:
            self._before.pop()
            self._rows = ()
            return [f"No {name}{about}.{self._state()}"]
        count = len(self._rows)
        name = _SINGULAR.get(name, name) if count == 1 else name
        return [f"{count} {name}{about}.{self._state()}", *self._more(ROWS)]

    def _more(self, count: int) -> list[str]:
        first, last = self._told, min(self._told + max(1, count), len(self._rows))
        self._told = last
        lines = [f"{at + 1}. {self._rows[at].words}" for at in range(first, last)]
        left = len(self._rows) - last
        return [*lines, *([f"{left} more: Enter lists the next."] if left else [])]

    def _state(self) -> str:
        match self.reading.status:
            case Analysing():
                return " The analysis is still under way."
            case Failed(reason):
                return f" The analysis did not finish: {one_line(reason)}"
        return ""

    def _entities(self, _: str) -> list[str]:
        rows = self.reading.entities()
        return self._list(
            "entities",
            (_Listed(telling.entity(row), partial(self._look, row.entity)) for row in rows),
        )

    def _quotes(self, _: str) -> list[str]:
        return self._list(
            "quotes",
            (
                _Listed(telling.quote(self.reading, row), partial(self._look, row.quote))
                for row in self.reading.quotes()
            ),
        )

    def _timeline(self, _: str) -> list[str]:
        rows = [row for row in self.reading.timeline() if not row.event.minor]
        return self._list(
            "events",
            (_Listed(telling.event(row), partial(self._look, row.event)) for row in rows),
        )

    def _notes(self, _: str) -> list[str]:
        rows = note_rows(self.reading)
        return self._list(
            "notes and highlights",
            (
                _Listed(telling.note(self.reading, row.note), partial(self._look, row.note))
                for row in rows
            ),
        )

    # Making

    def _make(self, name: str, words: str) -> list[str]:
        """Make a note or correction; what was made is told once it is kept."""
        if self._blocks:
            block = self._blocks[max(0, self._paragraph)]
            here = (block.start, block.end)
        else:
            here = (0, len(self.reading.article.text))
        try:
            self._making.commands[name](self._chosen, here, words)
        except RefusedError as error:
            return [str(error)]
        self.follow()
        return []

    def follow(self) -> None:
        """Know what is chosen as it is now: others may have changed it, or taken it away."""
        if self._chosen is not None:
            self._chosen = self.reading.focused

    # Choosing

    def _look(self, chosen: Entity | Quote | Event | Note) -> list[str]:
        """Take something into focus, and tell where it stands."""
        try:
            self.reading.focus_on(_focus_on(chosen))
        except KeyError:
            return ["That is no longer there: ask for the list again."]
        self._keep()
        self._chosen = self.reading.focused
        paragraphs = sorted({self._at(place) for place in telling.places(chosen)})
        self._rows = [self._row_of(at) for at in paragraphs]
        self._told = 0
        told = self._more(ROWS)
        return [f"Chosen: {self._name()}. Found in:", *told, "why explains it."]

    def _row_of(self, paragraph: int) -> _Listed:
        numbered = self._numbering.is_numbered(self._blocks[paragraph].start)
        told = f"{'paragraph ' if numbered else ''}{self._told_paragraph(paragraph)}"
        return _Listed(told, partial(self._visit, paragraph))

    def _name(self) -> str:
        match self._chosen:
            case Entity(name=name):
                return one_line(name)
            case Quote():
                return f"what {telling.speaker(self.reading, self._chosen)} said"
            case Event(headline=headline):
                return one_line(headline)
            case Note():
                return "a note" if self._chosen.colour is None else "a highlight"
        return ""

    def _why(self, _: str) -> list[str]:
        if self._chosen is None:
            return ["Choose something first: entities, quotes, timeline or notes, then a number."]
        return list(telling.reasons(self.reading, self._chosen))

    def _find(self, words: str) -> list[str]:
        if not words:
            return ["Write the words after find, such as: find harbour."]
        self.reading.find(words, origin=0, manner=Manner())
        found = self.reading.search
        paragraphs = sorted({self._at(start) for start in found.starts}) if found else []
        if not paragraphs:
            return [f"{one_line(words)!r} is not in the article."]
        rows = [self._row_of(at) for at in paragraphs]
        chosen, self._chosen = self._chosen, None
        have = "paragraph has" if len(rows) == 1 else "paragraphs have"
        told = self._list(f"{have} {one_line(words)!r}", rows)
        self._chosen = chosen
        return told

    # Back and away

    def _keep(self) -> None:
        chosen = self._chosen.id if self._chosen is not None else ""
        self._before.append(_Place(self._rows, self._told, self._paragraph, chosen))

    def _back(self, _: str) -> list[str]:
        if not self._before:
            return ["There is nothing to go back to."]
        place = self._before.pop()
        if self._chosen is not None and place.chosen != self._chosen.id:
            self.reading.back()
        self._rows, self._told = place.rows, 0
        self._chosen = self.reading.focused if place.chosen else None
        if place.paragraph >= 0:
            self._go(place.paragraph)
        self._paragraph = place.paragraph
        if self._rows:
            return self._more(max(place.told, ROWS))
        return self._tell(max(0, self._paragraph))

    def _where(self, _: str) -> list[str]:
        at = f"Paragraph {self._number(max(0, self._paragraph))} of {self._numbering.count}."
        chosen = f" Chosen: {self._name()}." if self._chosen is not None else ""
        return [f"{at}{chosen} {telling.dating(self.reading.article)}{self._state()}"]

    def _quit(self, _: str) -> list[str]:
        self.is_over = True
        return []


def _focus_on(chosen: Entity | Quote | Event | Note) -> Focus:
    if isinstance(chosen, Entity):
        return EntityFocus(chosen.id)
    if isinstance(chosen, Note):
        return NoteFocus(chosen.id)
    return QuoteFocus(chosen.id) if isinstance(chosen, Quote) else EventFocus(chosen.id)


def _readable(article: Article) -> list[Block]:
    """The blocks that are told: all but those around the article."""
    blocks = [block for block in article.blocks if block.kind not in FURNITURE]
    return blocks or list(article.blocks)
