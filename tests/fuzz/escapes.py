"""From the article to the terminal: `python -m tests.fuzz.escapes 100000`.

The real app shows article after article of hostile texts (in the text, the title, the name, the
rows of all panes, the notices and the window's title) on a driver that records every byte for
the terminal. Once the sequences that Textual itself writes are taken out, nothing that a
terminal obeys may be left.
"""

from __future__ import annotations

import asyncio
import random
import re
import sys

from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver

from reader.analysis import Annotations
from reader.analysis.pipeline import annotate
from reader.article import Article
from reader.article.errors import shown
from reader.reading import (
    EntityFocus,
    EventFocus,
    Failed,
    Passage,
    QuoteFocus,
    Ready,
)
from reader.settings import Settings
from reader.tui.app import ReaderApp

from .making import (
    FRONT,
    HOSTILE,
    Bytes,
    made_parse,
    made_text,
)
from .soundness import assert_harmless

_TOGETHER = 100
_SIZE = (124, 150)
_OWN = re.compile(
    r"\x1b\[[\d;]*[mH]"  # colours and places
    r"|\x1b\[\?\d+[hl]"  # modes
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # the clipboard, encoded
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
)
_HOSTILE = [sequence for sequence in HOSTILE if "\x1b" in sequence or "\x9b" in sequence]


class Recorder(HeadlessDriver):
    """Keeps what is written for the terminal."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.written: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append(data)

    def set_title(self, title: str) -> None:
        self.written.append(title)

    def check(self) -> int:
        """Assert that all that was written is harmless; returns how much that was."""
        output = "".join(self.written)
        self.written.clear()
        for sequence in _HOSTILE:
            assert sequence not in output, repr(sequence)
        assert_harmless(_OWN.sub("", output).replace("\n", ""))
        return len(output)


def hostile_article(choices: random.Random) -> tuple[Article, Annotations]:
    """An article of a hundred texts, and what the analysis makes of a random parse of it."""
    texts = [_text(choices) for _ in range(_TOGETHER)]
    paragraphs = (" ".join(texts[n : n + 4]) for n in range(0, _TOGETHER, 4))
    made = Article.from_text("\n\n".join(paragraphs), source=shown(_text(choices)))
    return made, annotate(made, made_parse(made.text, Bytes(choices.randbytes(20_000))))


def _text(choices: random.Random) -> str:
    text = made_text(Bytes(choices.randbytes(60)), choices.randrange(1, 5))
    pieces = [choices.choice(HOSTILE), text, choices.choice(HOSTILE), choices.choice(FRONT)]
    return " ".join("".join(pieces).split("\n"))


async def show(app: ReaderApp, made: Article, found: Annotations, reason: str) -> None:
    """Show an article, look at one of its annotations and why, and hear of a failure."""
    await app.open(made)
    reading = app.reading
    reading.receive(found, Ready(reason))
    reading.focus_on(Passage(0, min(200, len(made.text))))
    await app.action_command("app.copy")
    app.warn(reason)
    foci = [
        *(EntityFocus(entity.id) for entity in found.entities[:1]),
        *(QuoteFocus(quote.id) for quote in found.quotes[:1]),
        *(EventFocus(event.id) for event in found.timeline[:1]),
    ]
    if foci:
        reading.focus_on(foci[len(reason) % len(foci)])
    await app.screen.run_action("why")
    await _painted(app)
    app.clear_notifications()
    reading.report(Failed(reason))
    await _painted(app)
    await app.screen.run_action("why")


async def _painted(app: App[None]) -> None:
    done = asyncio.Event()
    app.call_after_refresh(done.set)
    await done.wait()


async def run(count: int, seed: int = 0) -> int:
    """Show `count` texts; returns how many characters went to the terminal."""
    choices = random.Random(seed)
    made, found = hostile_article(choices)
    app = ReaderApp(made, settings=Settings(), driver_class=Recorder)
    total = 0
    async with app.run_test(headless=False, size=_SIZE) as pilot:
        await pilot.pause()
        driver = app._driver
        assert isinstance(driver, Recorder)
        for _ in range(0, count, _TOGETHER):
            await show(app, made, found, _text(choices))
            total += driver.check()
            made, found = hostile_article(choices)
    return total


def main() -> None:
    """Show as many texts as the argument says."""
    if len(sys.argv) != 2:
        sys.exit("Say how many texts to show.")
    total = asyncio.run(run(int(sys.argv[1])))
    print(f"{sys.argv[1]} texts, {total:,} characters to the terminal, no escape from an article")


if __name__ == "__main__":
    main()
