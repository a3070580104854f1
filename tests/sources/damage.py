"""Damaged files of every format end in an article or in a sentence.

`python -m tests.sources.damage [COUNT]` makes COUNT (50) damaged files of each format: cut,
with bytes flipped, doubled, nested in themselves, blown up. It prints the slowest of each and
ends with an error where one did anything but give an article, a list, or a refusal of one line.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

from reader.article import Article
from reader.article.errors import ArticleError
from reader.sources import Container, Raw, read

from .broadsheets import jumps
from .making import FILES, emphasised, zipped
from .pdfs import SETTINGS, long_document, made

SLOWEST = 10.0
"""Seconds of CPU within which every file must be done with."""


def samples() -> dict[str, bytes]:
    """A sound file of each format, by its name."""
    return {
        **FILES,
        "a.pdf": made(SETTINGS[4]),
        "b.pdf": long_document(3),
        "c.pdf": jumps().data,
        "b.rtf": emphasised()["a.rtf"],
        "a.md": b"# Lock opens\n\n**Ada** [wrote](https://example.org) of it.\n\n> So it is.\n",
        "a.txt": b"> quoted\nWords bro-\nken &amp; mended.Then more.And more.\f",
    }


def damaged(name: str, data: bytes, count: int) -> Iterator[bytes]:
    """`count` damaged files made of a sound one; the same ones each time."""
    choose = random.Random(name)
    for number in range(count):
        way = number % 6
        if way == 0:
            yield data[: choose.randrange(len(data))]
        elif way in {1, 2}:
            flipped = bytearray(data)
            for _ in range(1 + number):
                flipped[choose.randrange(len(flipped))] = choose.randrange(256)
            yield bytes(flipped)
        elif way == 3:
            at = choose.randrange(len(data))
            yield data[:at] + data[at : at + 400] * choose.randrange(2, 3000) + data[at:]
        elif way == 4:
            at, end = sorted(choose.randrange(len(data)) for _ in range(2))
            yield data[:at] + data[end:]
        else:
            yield _nested(data, choose)


def _nested(data: bytes, choose: random.Random) -> bytes:
    """A file in itself, or many openings that are never closed."""
    if choose.random() < 0.3:
        return zipped({"word/document.xml": data, "content.xml": data, "a.html": data})
    opening = choose.choice(
        [b"<div>", b"<p><b>", b"> ", b"{\\rtf1 {", b"- ", b"[", b"<table><tr><td>"]
    )
    return data[: len(data) // 2] + opening * choose.randrange(100, 20_000) + data[len(data) // 2 :]


def outcome(name: str, data: bytes) -> str:
    """What became of a file: "article", "list" or the refusal. Anything else is raised."""
    result: str | Container | Article
    try:
        result = read(Raw(name, data, source=name))
    except ArticleError as refusal:
        result = str(refusal)
    if isinstance(result, str):
        assert "\n" not in result
        assert result.endswith(".")
        return result
    if isinstance(result, Container):
        for entry in result.entries[:3]:
            with suppress(ArticleError):
                entry.open()
        return "list"
    _check(result)
    return "article"


def _check(article: Article) -> None:
    ends = [(block.start, block.end) for block in article.blocks]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(article.text) for start, end in ends)
    assert all(0 <= link.start < link.end <= len(article.text) for link in article.links)
    assert all(0 <= part.start < part.end <= len(article.text) for part in article.emphasis)
    assert all(0 <= part.start <= part.end <= len(article.text) for part in article.origin)


def main(count: int) -> int:
    """Try all and say how it went."""
    wrong = 0
    for name, data in samples().items():
        tally: dict[str, int] = {}
        slowest = 0.0
        for number, bad in enumerate(damaged(name, data, count)):
            started = time.process_time()
            try:
                result = outcome(name, bad)
            except Exception as error:  # noqa: BLE001  what must never come out
                wrong += 1
                result = "WRONG"
                print(f"{name} {number}: {type(error).__name__}: {error}"[:300])
            took = time.process_time() - started
            slowest = max(slowest, took)
            if took > SLOWEST:
                wrong += 1
                print(f"{name} {number}: {took:.1f} s")
            kind = result if result in {"article", "list", "WRONG"} else "refused"
            tally[kind] = tally.get(kind, 0) + 1
        print(f"{name:10} {tally} slowest {slowest:.2f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
