"""What all articles of the desk say: the cast, the timeline, and quotes side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import repeat
from typing import Generic, NamedTuple, TypeVar

from ...collection import Change, Collection, Entry, Member, Saying, Version, differences, names
from ...reading import Reading
from ...reading.desk import Desk
from ..glyphs import glyphs
from ..harmless import one_line
from ..line import Line
from .pane import DeskPane

R = TypeVar("R")

_FEW = 4
_DATE = 11
_LONGEST = 2_000
Look = Callable[[str, int | None], object]
"""Goes to an article, by its name, and to a code point in it."""


class Only:
    """Whom the timeline and the quotes are narrowed to: an entity of an article, or nobody.

    The number in the cast changes as articles come in; the entity stays.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._who: tuple[str, str] | None = None

    def take(self, who: tuple[str, str] | None) -> None:
        """Narrow to an entity, by its article and id, or to nobody."""
        self._who = who

    @property
    def member(self) -> int | None:
        """The number in the cast; None where everybody is meant."""
        return self._desk.member(*self._who) if self._who is not None else None

    @property
    def name(self) -> str:
        """What the cast calls them, "" where everybody is meant."""
        member, collection = self.member, self._desk.collection
        known = member is not None and collection is not None
        return one_line(collection.cast[member].name[:60]) if known else ""  # type: ignore[union-attr, index]


class Numbered(NamedTuple, Generic[R]):
    """Something of the collection with its number there."""

    number: int
    what: R


class _Painter(Generic[R]):
    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def idents(self, rows: Sequence[Numbered[R]]) -> list[str | None]:
        """The numbers."""
        return [str(row.number) for row in rows]

    def heights(self, rows: Sequence[Numbered[R]], width: int) -> Iterable[int]:
        """One line each."""
        del width
        return repeat(1, len(rows))

    def title(self, document: str) -> str:
        """What an article is called."""
        number = self.desk.number_of(document)
        return one_line((self.desk.sheets[number].name if number is not None else document)[:40])

    def sources(self, documents: Iterable[str]) -> str:
        """The articles that tell something, each once."""
        return ", ".join(self.title(name) for name in dict.fromkeys(documents))


class MemberPainter(_Painter[Member]):
    """Members of the cast: glyph, name, in how many articles, and a cell for each article."""

    def lines(self, row: Numbered[Member], width: int, *, opened: bool) -> list[Line]:
        """The line of a member; opened, all its names."""
        member = row.what
        counts = self.desk.mentions(row.number)
        strip = counts[: max(0, min(len(counts), width // 3))]
        line = Line(width).add(f" {glyphs().kinds[member.kind]} ", member.kind)
        line.column(one_line(member.name[:_LONGEST]), width - len(strip) - 10, member.kind)
        line.right_column(str(sum(counts)), 5, "dim").add(" ")
        most = max(_FEW, *counts)
        for count in strip:
            line.add(glyphs().level(count, most), member.kind if count else "faint")
        called = [name for name in names(member) if name != member.name]
        if not opened:
            return [line]
        told = [
            f"{self.title(s.name)} {n}" for s, n in zip(self.desk.sheets, counts, strict=True) if n
        ]
        more = [" · ".join(words)[:_LONGEST] for words in (called, told) if words]
        return [line, *(Line(width).add("   ").add(one_line(words), "dim") for words in more)]


class EntryPainter(_Painter[Entry]):
    """Events: day, headline, how many articles tell it; opened, each report and what differs."""

    def lines(self, row: Numbered[Entry], width: int, *, opened: bool) -> list[Line]:
        """The line of an event; opened, its reports."""
        entry = row.what
        sign = glyphs().differs if entry.disagreements else " "
        line = Line(width).add(" ").column(days(entry.earliest, entry.latest), _DATE, "time")
        line.add(sign, "accent").add(" ")
        several = len(entry.tellings) > 1
        tail = f" {glyphs().denied}{len(entry.tellings)}" if several else ""
        room = width - line.used - len(tail) - 1
        line.column(one_line(entry.headline[:_LONGEST]), max(1, room)).add(tail, "dim")
        if not opened:
            return [line]
        return [line, *self._reports(entry, width), *self._disagreements(entry, width)]

    def _reports(self, entry: Entry, width: int) -> list[Line]:
        made = []
        for telling in entry.tellings:
            day = days(telling.earliest, telling.latest)
            told = f"{self.title(telling.document)}: {one_line(telling.headline[:_LONGEST])}"
            line = Line(width).add("   ").column(day, _DATE, "time")
            made.append(line.add(f" {told}", "dim"))
        return made

    def _disagreements(self, entry: Entry, width: int) -> list[Line]:
        return [
            Line(width)
            .add(f"   {glyphs().differs} ", "accent")
            .add(
                f"{d.matter.value}: {d.words[0]} ({self.title(entry.tellings[d.one].document)}), "
                f"{d.words[1]} ({self.title(entry.tellings[d.other].document)})"
            )
            for d in entry.disagreements
        ]


class SayingPainter(_Painter[Saying]):
    """Quotes: day, speaker, words; opened, each other version with what was cut, added, changed."""

    def lines(self, row: Numbered[Saying], width: int, *, opened: bool) -> list[Line]:
        """The line of a quote; opened, all its words and versions."""
        saying = row.what
        first = saying.versions[0]
        line = Line(width).add(" ").column(_day(saying), _DATE, "time")
        line.add(" " if saying.is_told_alike else glyphs().differs, "accent").add(" ")
        line.add(self.speaker(first), "strong").add("  ")
        several = len(saying.versions) > 1
        tail = f" {glyphs().denied}{len(saying.versions)}" if several else ""
        room = width - line.used - len(tail) - 1
        line.column(one_line(first.text[:_LONGEST]), max(1, room), "quote").add(tail, "dim")
        if not opened:
            return [line]
        lines = [line, *_folded([(one_line(first.text[:_LONGEST]), "quote")], width)]
        lines.append(self._source(first, width))
        for version in saying.versions[1:]:
            lines += _folded(_marked(first.text[:_LONGEST], version.text[:_LONGEST]), width)
            lines.append(self._source(version, width, _apart(first, version)))
        return lines

    def speaker(self, version: Version) -> str:
        """Who says it, as the cast calls them, else in the words of the article."""
        collection = self.desk.collection
        if version.speaker is None or collection is None:
            return one_line(version.source[:60]) or "?"
        return one_line(collection.cast[version.speaker].name[:60])

    def _source(self, version: Version, width: int, apart: Sequence[str] = ()) -> Line:
        told = f"- {self.speaker(version)}, {self.title(version.document)}"
        if version.first:
            told += f", {version.first.isoformat()}"
        line = Line(width).add("   ").add(told, "dim")
        return line.add(f"  {glyphs().differs} {', '.join(apart)}", "accent") if apart else line


def days(first: date | None, last: date | None) -> str:
    """A stretch of days, as short as it is exact: a day, a month, a year, or open to one side."""
    if first is None or last is None:
        return _open_days(first, last)
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"~{first.isoformat()}"


def _open_days(first: date | None, last: date | None) -> str:
    if first is not None:
        is_year = (first.month, first.day) == (1, 1)
        return f"{first.year if is_year else first.isoformat()}{glyphs().since}"
    return "undated" if last is None else f"{glyphs().until}{last.isoformat()}"


def _apart(first: Version, other: Version) -> list[str]:
    """What else than the words differs between two versions."""
    speakers = (first.speaker, other.speaker)
    found = ["other speaker"] if None not in speakers and speakers[0] != speakers[1] else []
    dates = (first.first, other.first)
    return found + (["other date"] if None not in dates and dates[0] != dates[1] else [])


def _day(saying: Saying) -> str:
    return saying.day.isoformat() if saying.day else "undated"


def _marked(before: str, after: str) -> list[tuple[str, str]]:
    """The second version with the words that the first has and it has not, and the other way."""
    made: list[tuple[str, str]] = []
    for piece in differences(before, after):
        if piece.change is Change.SAME:
            made.append((one_line(piece.after), "quote"))
            continue
        if piece.before:
            made.append((f"-{one_line(piece.before)}-", "dim italic"))
        if piece.after:
            made.append((f"+{one_line(piece.after)}+", "accent"))
    return made


def _folded(pieces: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """Pieces of words broken into lines."""
    lines = [Line(width).add("   ")]
    for words, look in pieces:
        for word in words.split(" "):
            if lines[-1].used > 3 and lines[-1].used + len(word) + 1 > width:
                lines.append(Line(width).add("   "))
            lines[-1].add(f"{word} ", look)
    return lines


class _TogetherPane(DeskPane[Numbered[R]]):
    """A list over the collection of a desk."""

    def __init__(self, reading: Reading, desk: Desk, painter: _Painter[R], look: Look) -> None:
        super().__init__(reading, desk, painter)  # type: ignore[arg-type]
        self._look = look
        self.only: Only | None = None

    def all(self, collection: Collection) -> Sequence[R]:
        """What the list is of."""
        raise NotImplementedError

    def place(self, what: R) -> tuple[str, int | None] | None:
        """Where to go when a row is chosen: an article and a code point in it."""
        raise NotImplementedError

    def read(self) -> list[Numbered[R]]:
        """Everything, in its order."""
        collection = self._desk.collection
        known = self.all(collection) if collection is not None else ()
        keeps = self.kept()
        return [Numbered(n, what) for n, what in enumerate(known) if keeps is None or keeps(what)]

    def kept(self) -> Callable[[R], bool] | None:
        """Which rows are left; None where all are."""
        member = self.only.member if self.only is not None else None
        return None if member is None else partial(self.is_of, member=member)

    def is_of(self, what: R, member: int) -> bool:
        """Whether something belongs to a member of the cast."""
        del what, member
        return True

    def narrow(self) -> None:
        """Show what is left, or everything again."""
        self._desk_changed()

    def total(self) -> int:
        """How many there are, whatever is left of them."""
        collection = self._desk.collection
        return len(self.all(collection)) if collection is not None else 0

    def why_empty(self) -> str:
        """Why there are no rows."""
        if self._desk.collection is None:
            return "analysing …"
        if self.only is not None and self.only.name and not self.query_text:
            return f"No {self.NOUN} of {self.only.name}. esc shows all."
        if self.query_text or self.kept() is not None:
            return super().why_empty()
        return f"No {self.NOUN} found."

    def choose(self, ident: str) -> None:
        """Go to the first report, or to the next one where the first is on the screen."""
        collection = self._desk.collection
        if collection is not None:
            found = self.place(self.all(collection)[int(ident)])
            if found is not None:
                self._look(*found)


class CastPane(_TogetherPane[Member]):
    """Everybody and everything in several articles or one."""

    TITLE = "Cast"
    NOUN = "entities"

    def __init__(self, reading: Reading, desk: Desk, look: Look) -> None:
        super().__init__(reading, desk, MemberPainter(desk), look)

    def all(self, collection: Collection) -> Sequence[Member]:
        """The cast."""
        return collection.cast

    def place(self, what: Member) -> tuple[str, int | None] | None:
        """The first mention, in the present article where it has one."""
        documents = [figure.document for figure in what.figures]
        here = self._desk.sheet.name
        name = here if here in documents else documents[0]
        figure = next(figure for figure in what.figures if figure.document == name)
        collection = self._desk.collection
        assert collection is not None
        found = next(e for e in collection.analyses[name].entities if e.id == figure.id)
        return name, found.mentions[0].start

    def haystack(self, row: Numbered[Member]) -> str:
        """All names."""
        return "\n".join(names(row.what))


class StoryPane(_TogetherPane[Entry]):
    """One timeline of all articles; where reports disagree, both wordings."""

    TITLE = "Timeline of all"
    NOUN = "events"

    def __init__(self, reading: Reading, desk: Desk, look: Look) -> None:
        super().__init__(reading, desk, EntryPainter(desk), look)

    def all(self, collection: Collection) -> Sequence[Entry]:
        """The events that are worth a line."""
        return [e for e in collection.timeline if not all(t.minor for t in e.tellings)]

    def is_of(self, what: Entry, member: int) -> bool:
        """Whether they take part."""
        return member in what.members

    def place(self, what: Entry) -> tuple[str, int | None] | None:
        """The clause in the first report, or in another one than that on the screen."""
        here = self._desk.sheet.name
        told = next((t for t in what.tellings if t.document != here), what.tellings[0])
        return told.document, told.places[0].start

    def haystack(self, row: Numbered[Entry]) -> str:
        """All headlines."""
        return "\n".join(telling.headline for telling in row.what.tellings)


class SayingsPane(_TogetherPane[Saying]):
    """Quotes of all articles, the same words once, with what each article changed."""

    TITLE = "Quotes of all"
    NOUN = "quotes"

    def __init__(self, reading: Reading, desk: Desk, look: Look) -> None:
        self._sayings = SayingPainter(desk)
        super().__init__(reading, desk, self._sayings, look)

    def all(self, collection: Collection) -> Sequence[Saying]:
        """All quotes in order of time."""
        return collection.quotes

    def is_of(self, what: Saying, member: int) -> bool:
        """Whether they are said to have said it."""
        return member in what.speakers

    def place(self, what: Saying) -> tuple[str, int | None] | None:
        """The words in the fullest version, or in another one than that on the screen."""
        here = self._desk.sheet.name
        version = next((v for v in what.versions if v.document != here), what.versions[0])
        collection = self._desk.collection
        assert collection is not None
        found = collection.analyses[version.document].quotes
        quote = next(quote for quote in found if quote.id == version.quote)
        return version.document, quote.content[0].start

    def haystack(self, row: Numbered[Saying]) -> str:
        """Speakers and words: typing a name leaves one speaker's quotes over time."""
        said = row.what.versions
        return "\n".join(f"{self._sayings.speaker(v)} {v.text}" for v in said)
