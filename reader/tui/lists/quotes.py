"""The quotes pane: who said what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType

from ...analysis import By, Certainty, Polarity, Quote
from ...reading import (
    EntityFocus,
    EventFocus,
    QuoteFocus,
    QuoteRow,
    Reading,
    Relation,
)
from ...reading.sentences import sentence_around
from ..glyphs import glyphs
from ..harmless import cells, one_line
from ..legend import kinds, meaning
from ..line import Heading, Line, Piece
from .pane import ListPane
from .quoted_words import (
    length,
    set_pieces,
    word_count,
    words_of,
)
from .row_layout import Roomy
from .short_lines import wrapped

_INDENT = 3
_CLOSED_LINES = 2
_OPEN_LINES = 400
_BAR_CELLS = 12
_ROOM_FOR_MORE = 100
_WIDE_LINES = 4
_ROOMY_LINES = 12
_MOST_NAMES = 6
_WIDEST_WORDS = 96
_RAGGED = 6
_ROOM_FOR_SENTENCE = 150
_UNKNOWN = "unknown"


class SpeakerHeading(Struct, frozen=True, gc=False):
    """The row above all that one speaker said: any of those rows, and the share of words."""

    row: QuoteRow
    share: float


Row = QuoteRow | SpeakerHeading | Heading


class QuoteOrder(StrEnum):
    """How the rows of the quotes pane are sorted."""

    TEXT = "in text order"
    SPEAKER = "by speaker"


class QuotePainter(Roomy):
    """Quotes as lines: who, by which cue, and the words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.grouped = False
        self.expanded = False
        self.places: dict[str, int] = {}
        """How often the words of a shown quote stand in the article, where more than once."""

    def idents(self, rows: Sequence[Row]) -> list[str | None]:
        """The ids of the quotes."""
        return [row.quote.id if isinstance(row, QuoteRow) else None for row in rows]

    def heights(self, rows: Sequence[Row], width: int) -> Iterable[int]:
        """A line for the speaker and one or two for the words; all of them in focus."""
        above, closed = 0 if self.grouped else 1, self._closed_lines(width)
        for row in rows:
            if not isinstance(row, QuoteRow):
                yield 1
            elif row.relation is Relation.FOCUSED or self.is_roomy:
                yield len(self._quote_lines(row, width, self._most(row)))
            else:
                yield above + closed(row.quote)

    def lines(self, row: Row, width: int, *, opened: bool) -> list[Line]:
        """The speaker and the cue on one line, then the words."""
        if isinstance(row, Heading):
            return [row.line(width)]
        if isinstance(row, SpeakerHeading):
            return [self._speaker_heading(row, width)]
        if self.is_roomy or row.relation is Relation.FOCUSED or (opened and self.expanded):
            return self._quote_lines(row, width, self._most(row, opened=opened))
        return self._quote_lines(row, width, self._closed_lines(width)(row.quote))

    def _most(self, row: QuoteRow, *, opened: bool = False) -> int:
        """The most lines of words that a row may have that is not cut to a few."""
        is_whole = row.relation is Relation.FOCUSED or (opened and self.expanded)
        return _OPEN_LINES if is_whole else _ROOMY_LINES

    def _closed_lines(self, width: int) -> Callable[[Quote], int]:
        """How many lines the words take while a row is not open: told without setting them."""
        room = max(1, _measure(width) - _INDENT - 1)
        ragged = max(1, room - _RAGGED)
        most = _WIDE_LINES if width >= _ROOM_FOR_MORE else _CLOSED_LINES

        def lines(quote: Quote) -> int:
            cells = length(quote)
            return 1 if cells <= room else min(max(2, -(-cells // ragged)), most)

        return lines

    def _speaker_heading(self, heading: SpeakerHeading, width: int) -> Line:
        line = Line(width).add(" ")
        for text, look in self.speaker(heading.row):
            line.add(text, look)
        speaker = heading.row.speaker
        bar = glyphs().bar * max(1, round(heading.share * _BAR_CELLS))
        line.add(f"  {heading.share:.0%} ", "dim")
        return line.add(bar, speaker.kind if speaker else "dim")

    def _quote_lines(self, row: QuoteRow, width: int, most: int) -> list[Line]:
        limit = 8 * width * most
        pieces = words_of(self._reading.article.text, row.quote, limit)
        lines = set_pieces(pieces, _measure(width), most, _INDENT)
        for line in lines:
            line.width = width
        if not self.grouped:
            lines = [self._speaker_line(row, width), *lines]
        if width >= _ROOM_FOR_SENTENCE:
            self._add_sentence(row.quote, lines)
        return lines

    def _add_sentence(self, quote: Quote, lines: list[Line]) -> None:
        """Beside the words, as far as its lines go, the sentence they stand in."""
        column, text = _WIDEST_WORDS + 2, self._reading.article.text
        first, last = quote.content[0], quote.content[-1]
        start, end = sentence_around(text, first.start, last.end)
        end = min(end, start + 1_000)
        shown = wrapped(one_line(text[start:end].strip()), lines[0].width - column - 1, len(lines))
        for line, words in zip(lines, shown, strict=False):
            if line.used < column:
                line.skip_to(column).add(words, "dim")

    def _speaker_line(self, row: QuoteRow, width: int) -> Line:
        cue = self._words(row.quote.cue.start, row.quote.cue.end) if row.quote.cue else ""
        line = Line(width).add(" ")
        taken = sum(cells(note) + 3 for note in self._notes(row.quote))
        for text, look in self.speaker(row):
            line.add(text, look)
        if cells(cue) + taken < line.room:  # a name goes before the verb beside it
            line.add(" ").add(cue, "dim")
        if width >= _ROOM_FOR_MORE and (names := self._names_in(row.quote)):
            line.add(f"  {glyphs().bullet} about {names}", "dim")
        notes = f" {glyphs().bullet} ".join(self._notes(row.quote))
        if row.quote.by is By.PERSON:
            notes = f"{notes} {glyphs().yours}".strip()
        look = "accent" if row.quote.by is By.PERSON else "dim"
        return line.add_right(f"{notes} ", look) if notes else line

    def _notes(self, quote: Quote) -> Iterator[str]:
        """What else a reader must know of a quote."""
        if quote.polarity is Polarity.NOT_SAID:
            yield f"{glyphs().denied} not said"
        if quote.id in self.places:
            yield f"{self.places[quote.id]} places"
        if quote.certainty is Certainty.LIKELY and quote.by is By.MACHINE:
            yield "likely"

    def _names_in(self, quote: Quote) -> str:
        """Whom and what the words name, each once; not who said them."""
        mentions = self._reading.index.mentions
        named = {
            entity.id: one_line(entity.name[:60])
            for piece in quote.content
            for _, _, entity in mentions.touching(piece.start, piece.end)
            if entity.id != quote.speaker
        }
        return ", ".join(list(named.values())[:_MOST_NAMES])

    def meaning(self, row: Row) -> str:
        """What the sign of a row means, in words."""
        if isinstance(row, Heading):
            return ""
        row = row.row if isinstance(row, SpeakerHeading) else row
        if row.speaker is not None:
            kind = row.speaker.kind
            return next(f"{sign} {told}" for sign, told, look in kinds() if look == kind)
        if self.is_unknown(row.quote):
            return f"{glyphs().kind_unknown} the article does not say who spoke"
        return f"{glyphs().nameless} {meaning('nameless')}"

    def speaker(self, row: QuoteRow) -> Iterator[Piece]:
        """Who said it: the entity with its sign, else the article's words, else unknown."""
        if row.speaker:
            yield Piece(f"{glyphs().kinds[row.speaker.kind]} ", row.speaker.kind)
            yield Piece(one_line(row.speaker.name), f"{row.speaker.kind} strong")
        elif self.is_unknown(row.quote):
            yield Piece(f"{glyphs().kind_unknown} ", "dim")
            yield Piece(_UNKNOWN, "dim italic")
        else:
            yield Piece(f"{glyphs().nameless} ", "dim")
            yield Piece(self.named(row.quote), "strong")

    def is_unknown(self, quote: Quote) -> bool:
        """Whether nobody knows who said it."""
        if quote.description:
            return False
        return quote.source is None or quote.certainty is Certainty.UNKNOWN

    def named(self, quote: Quote) -> str:
        """The article's words for a source that is no entity."""
        if quote.description:
            return one_line(quote.description)
        if self.is_unknown(quote) or quote.source is None:
            return _UNKNOWN
        return self._words(quote.source.start, quote.source.end)

    def _words(self, start: int, end: int) -> str:
        return one_line(self._reading.article.text[start : min(end, start + 200)])


def _measure(width: int) -> int:
    """How wide the words are set, in cells: no wider than an eye follows."""
    return min(width, _WIDEST_WORDS)


def _first(quote: Quote) -> str:
    """The id of the first quote with the same words."""
    return quote.same_as or quote.id


def _each_once(rows: list[QuoteRow]) -> Iterator[QuoteRow]:
    """The rows without repetitions: the one in focus, else the longest, where the first stands."""
    groups: dict[str, list[QuoteRow]] = defaultdict(list)
    for row in rows:
        groups[_first(row.quote)].append(row)
    for group in groups.values():
        focused = [row for row in group if row.relation is Relation.FOCUSED]
        yield focused[0] if focused else max(group, key=lambda row: length(row.quote))


class QuotesPane(ListPane[Row]):
    """All reported speech, with its speakers."""

    TITLE = "Quotes"
    NOUN = "quotes"
    HINTS = ("list.filter", "quotes.sort", "list.copy")
    ROWS_TELL_ALL = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort", "sort", id="quotes.sort"),
        Binding("x", "expand", "open in full", show=False, id="quotes.expand"),
    ]

    def __init__(self, reading: Reading) -> None:
        self._painter = QuotePainter(reading)
        super().__init__(reading, self._painter)
        self.order = QuoteOrder.TEXT
        self._word_counts: dict[str, int] = {}

    def read(self) -> list[Row]:
        """The rows that the focus asks for."""
        rows = self.reading.quotes()
        repeated = {row.quote.same_as for row in rows if row.quote.same_as}
        if not repeated:
            self._painter.places = {}
            return list(rows)
        counts = Counter(first for row in rows if (first := _first(row.quote)) in repeated)
        shown = list(_each_once(rows))
        places = ((row.quote.id, counts[_first(row.quote)]) for row in shown)
        self._painter.places = {ident: count for ident, count in places if count > 1}
        return list(shown)

    def narrowed(self, rows: list[Row]) -> Sequence[Row]:
        """Quotes that match the filter, in the order wanted, under their headings."""
        quotes = [row for row in self.matching(rows) if isinstance(row, QuoteRow)]
        self._painter.grouped = self.order is QuoteOrder.SPEAKER
        if self._painter.grouped:
            return list(self._by_speaker(quotes))
        if isinstance(self.reading.focus, EntityFocus):
            return list(self._by_relation(quotes))
        return quotes

    def haystack(self, row: Row) -> str:
        """Who said it, and the words."""
        if not isinstance(row, QuoteRow):
            return ""
        text = self.reading.article.text
        name = row.speaker.name if row.speaker else self._painter.named(row.quote)
        return "\n".join((name, *(text[at.start : at.end] for at in row.quote.content)))

    def _by_relation(self, rows: list[QuoteRow]) -> Iterator[Row]:
        """What the entity in focus said, then what was said about it."""
        for relation in (Relation.BY, Relation.ABOUT):
            related = [row for row in rows if row.relation is relation]
            if related:
                name = f"{relation} {self.focus_name()}"
                yield Heading((Piece(f" {name}  {len(related)}", "dim"),))
                yield from related

    def _by_speaker(self, rows: list[QuoteRow]) -> Iterator[Row]:
        """The quotes of each speaker together, most words first."""
        groups: dict[str, list[QuoteRow]] = defaultdict(list)
        words: dict[str, int] = defaultdict(int)
        for row in rows:
            nameless = f"~{self._painter.named(row.quote).lower()}"
            speaker = row.speaker.id if row.speaker else nameless
            groups[speaker].append(row)
            words[speaker] += self._words_in(row.quote)
        total = max(1, sum(words.values()))
        for speaker in sorted(groups, key=lambda known: -words[known]):
            yield SpeakerHeading(groups[speaker][0], words[speaker] / total)
            yield from groups[speaker]

    def _words_in(self, quote: Quote) -> int:
        known = self._word_counts.get(quote.id)
        if known is None:
            text = self.reading.article.text
            known = self._word_counts[quote.id] = word_count(text, quote.content)
        return known

    def learn(self) -> None:
        """Forget how many words the quotes before had."""
        self._word_counts.clear()

    def total(self) -> int:
        """All quotes of the article."""
        return len(self.reading.annotations.quotes)

    def chosen(self) -> str | None:
        """The quote in focus."""
        focus = self.reading.focus
        return focus.id if isinstance(focus, QuoteFocus) else None

    def choose(self, ident: str) -> None:
        """Look at a quote."""
        self.reading.focus_on(QuoteFocus(ident))

    def focus_note(self) -> str:
        """How the focus narrows the quotes."""
        match self.reading.focus:
            case EntityFocus():
                return f"by or about {self.focus_name()}"
            case QuoteFocus():
                return ""
            case EventFocus():
                return "beside this event"
        return super().focus_note()

    def order_note(self) -> str:
        """The order where it is not that of the text."""
        return self.order if self.order is not QuoteOrder.TEXT else ""

    def action_sort(self) -> None:
        """Go from the order of the text to that by speaker, and back."""
        by_speaker = self.order is QuoteOrder.SPEAKER
        self.order = QuoteOrder.TEXT if by_speaker else QuoteOrder.SPEAKER
        self.show_sorted()

    def action_expand(self) -> None:
        """Show all words of the quote under the cursor, or again only the first lines."""
        self._painter.expanded = not self._painter.expanded
        self.row_list.reopen()

    def copied(self, row: Row) -> str:
        """The words with speaker, title and date of the article."""
        from ..citing import citation

        return (
            citation(self.reading, row.quote) if isinstance(row, QuoteRow) else super().copied(row)
        )
