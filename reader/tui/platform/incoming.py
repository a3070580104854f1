"""What arrives from the terminal, sorted before Textual makes keys of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from time import monotonic

from msgspec import Struct
from textual._xterm_parser import XTermParser
from textual.events import Key

_PASTE_BEGINS = "\x1b[200~"
_PASTE_ENDS = "\x1b[201~"
_BEGUN = re.compile(r"\x1b\[2(?:0[01]?)?\Z")
_KEPT_OF_A_PASTE = 100_000
_FLOOD, _FLOOD_SECONDS = 500, 0.25
"""More characters in so many seconds are no typing, and no key that is held down."""
_SEQUENCE = re.compile(
    r"\x1b\[[0-?]{0,60}[ -/]{0,4}[@-~]"  # control sequences
    r"|\x1b[P\]X^_][^\x07\x1b]{0,4000}(?:\x07|\x1b\\)"  # strings: replies, never keys
)
_MOUSE = re.compile(r"\x1b\[(?:<[\d;-]+[mM]|M)")


class Pasted(Struct, frozen=True):
    """Text that was pasted; of very much only the beginning."""

    text: str


class Incoming:
    """Takes pastes out of what is typed, and sequences that nobody knows.

    Textual 8.2 looks at each character of a paste by itself. It types out escape sequences that
    it does not know, in a paste as well, so a pasted text could press any key.

    Some terminals do not mark what is pasted. Letters that arrive faster than anybody types are
    taken for a paste: else they would press keys for minutes, and `q` would wait behind them.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` tells the present moment in seconds."""
        self._clock = clock
        self._count, self._since, self._floods_until = 0, 0.0, 0.0
        self._rest = ""
        self._paste: list[str] | None = None
        self._pasted = 0

    def feed(self, text: str) -> Iterator[str | Pasted]:
        """Sort a piece of input: what was typed, and pastes that are complete."""
        text = self._rest + text
        begun = _BEGUN.search(text)
        self._rest = text[begun.start() :] if begun else ""
        text = text[: len(text) - len(self._rest)]
        while text:
            if self._paste is None:
                typed, begins, text = text.partition(_PASTE_BEGINS)
                if typed := _SEQUENCE.sub(_known, typed):
                    yield from self._typed(typed)
                if begins:
                    self._paste, self._pasted = [], 0
            else:
                piece, ends, text = text.partition(_PASTE_ENDS)
                self._keep(piece)
                if ends:
                    yield Pasted("".join(self._paste))
                    self._paste = None

    def _typed(self, typed: str) -> Iterator[str | Pasted]:
        """What was typed, or a paste that nobody marked; of a long one the beginning."""
        now = self._clock()
        if now > self._floods_until and now - self._since > _FLOOD_SECONDS:
            self._since, self._count, self._pasted = now, 0, 0
        self._count += len(typed)
        words = typed.replace("\r", "\n")
        is_words = words.replace("\n", "").replace("\t", "").isprintable()
        if not is_words or (self._count < _FLOOD and now > self._floods_until):
            yield typed
            return
        self._floods_until, self._since = now + _FLOOD_SECONDS, now
        kept = words[: _KEPT_OF_A_PASTE - self._pasted]
        self._pasted += len(kept)
        if kept:
            yield Pasted(kept)

    def _keep(self, piece: str) -> None:
        assert self._paste is not None
        kept = piece[: _KEPT_OF_A_PASTE - self._pasted]
        self._pasted += len(kept)
        self._paste.append(kept)


def _known(match: re.Match[str]) -> str:
    sequence = match[0]
    return sequence if _MOUSE.match(sequence) or _is_known(sequence) else ""


@lru_cache(maxsize=500)
def _is_known(sequence: str) -> bool:
    """Whether Textual makes anything of a sequence but the characters it consists of."""
    if sequence[1] != "[":
        return False
    parser = XTermParser()
    try:
        made = [*parser.feed(sequence), *parser.feed("")]
    except (ValueError, OverflowError):  # the number of a character that cannot be
        return False
    spelled_out = [event for event in made if isinstance(event, Key)]
    return len(spelled_out) < len(sequence) - 1
