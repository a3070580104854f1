"""Note takers killed at random moments: `python -m tests.faults.notes 1000`.

A note taker notes, corrects, undoes and redoes in the library, also what it did in an earlier life,
and says on standard output what it did once the keeper has confirmed it, as the screen would. After
its sudden death the file must open, and hold every change it said, whole. Two work at a time in the
same file.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from reader.analysis import Colour, Kind
from reader.article import Article
from reader.corrections import (
    Change,
    EntityRef,
    Hand,
    Item,
    Remark,
    Step,
    Way,
    anchor_of,
)
from reader.corrections.types import Rename
from reader.library.keeper import Keeper, Opened, Unkept, identity_of
from reader.library.library import Library

_LONGEST_LIFE = 0.6
_NAMES = ("first", "second")
_CORRECTIONS = 0.5
"""The share of corrections among what is made; the others are notes."""


def article_of(name: str) -> Article:
    """The article of a note taker."""
    return Article.from_text(f"The {name} report.\n\n" + f"Words of the {name} one. " * 20)


def take_notes(path: Path, name: str, seed: int) -> None:
    """Change notes for ever, and say each change once it is confirmed: "id text" or "id -"."""
    moments, article = random.Random(seed), article_of(name)
    confirmed: SimpleQueue[object] = SimpleQueue()
    keeper = Keeper(Library(path), article, "", confirmed.put)
    opened = confirmed.get()
    assert isinstance(opened, Opened)
    hand, number = Hand(), 0
    hand.load(opened.items, opened.log.done, opened.log.undone)
    said: list[Step] = []
    while True:
        number += 1
        step, way = _next_step(hand, article, f"{name}{seed}.{number}", moments)
        keeper.keep(step, way)
        said.append(step)
        if isinstance(confirmed.get(), Unkept):
            continue  # the other one was too quick; it is kept with the next
        for change in (change for step in said for change in step.changes):
            print(change.ident, _words(change.after), flush=True)
        said.clear()


def _words(item: Item | None) -> str:
    """What an item says, without blanks: the text of a note, the name that a correction gives."""
    text = item.text if isinstance(item, Remark) else item.name if isinstance(item, Rename) else "-"
    return text.replace(" ", "_")


def _next_step(
    hand: Hand, article: Article, ident: str, moments: random.Random
) -> tuple[Step, Way]:
    act = moments.random()
    if act < 0.4 and (back := hand.undo()):
        return back, Way.BACK
    if act < 0.5 and (again := hand.redo()):
        return again, Way.AGAIN
    start = moments.randrange(len(article.text) - 20)
    place = anchor_of(article.text, start, start + 15)
    text = f"note {ident} " + "x" * moments.randrange(500)
    new: Item = Remark(id=ident, place=place, text=text, colour=Colour.GREEN)
    if moments.random() < _CORRECTIONS:
        entity = EntityRef(place.exact, Kind.PERSON, (place,))
        new = Rename(id=ident, entity=entity, name=text)
    step = Step("", (Change(None, new),), ident)
    hand.do(step)
    return step, Way.DONE


def kill_note_takers(folder: Path, kills: int, seed: int = 0) -> None:
    """Start and kill so many; raises AssertionError where a confirmed change was lost."""
    moments, path = random.Random(seed), folder / "library.sqlite"
    told: dict[str, dict[str, str]] = {name: {} for name in _NAMES}
    for number in range(0, kills, len(_NAMES)):
        writers = {name: _start(path, name, number) for name in _NAMES}
        said = {name: _output(writer).readline() for name, writer in writers.items()}
        for name, writer in writers.items():
            with writer:
                time.sleep(moments.uniform(0, _LONGEST_LIFE) ** 2)
                writer.kill()
                said[name] += _output(writer).read()
        for name in _NAMES:
            _check(path, name, said[name], told[name])


def _check(path: Path, name: str, said: str, told: dict[str, str]) -> None:
    """What was said last of each note must be so; what came after the last word may be."""
    lines = [line.split(" ", 1) for line in said.split("\n")[:-1]]
    told.update(dict(lines))
    found = Library(path).find(identity_of(article_of(name), ""))
    assert found is not None
    kept = {item.id: _words(item) for item in found.items}
    wrong = [ident for ident, text in told.items() if kept.get(ident, "-") != text]
    assert len(wrong) <= 1, wrong  # the change under way when death came
    told.update(kept)
    told.update({ident: "-" for ident in wrong if ident not in kept})


def _start(path: Path, name: str, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.notes", "write", path, name, str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _output(writer: subprocess.Popen[str]) -> IO[str]:
    assert writer.stdout is not None
    return writer.stdout


def main() -> None:
    """Write, as a child; else start and kill as many note takers as the argument says."""
    match sys.argv[1:]:
        case ["write", path, name, seed]:
            take_notes(Path(path), name, int(seed))
        case [kills]:
            with tempfile.TemporaryDirectory() as folder:
                kill_note_takers(Path(folder), int(kills))
            print(f"{kills} note takers killed, no confirmed note or correction lost")
        case _:
            sys.exit("Say how many note takers to kill.")


if __name__ == "__main__":
    main()
