"""What many articles take: exported at once, kept in a cache that is full of others."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from reader.analysis import DEFAULT_MODEL, Annotations
from reader.library.cache import Cache, Entry

from .figures import Cost, Figure, Spent
from .starts import measured_command
from .terminal import READER

_ARTICLES = 100
_LENGTH = 4_000
_KEPT = 5_000
_MILLISECOND = 0.001
_PIPE = (
    "import sys, spacy; from pathlib import Path; "
    "texts = [path.read_text('utf-8') for path in sorted(Path(sys.argv[2]).iterdir())]; "
    "print(len(list(spacy.load(sys.argv[1]).pipe(texts))))"
)


def figures(small: Path) -> list[Figure]:
    """`small` lies in the folder for all that is made here."""
    folder = _articles(small.parent / "articles")
    paths = [str(path) for path in sorted(folder.iterdir())]

    def export() -> Spent:
        target = mkdtemp(dir=small.parent)
        return measured_command([*READER, "--export", "json", "-o", target, *paths])

    def pipe() -> Spent:
        return measured_command([sys.executable, "-c", _PIPE, DEFAULT_MODEL, str(folder)])

    return [
        Figure(
            f"wall time of --export of {_ARTICLES} articles",
            "a script that parses them with nlp.pipe, both with start and end",
            0.4,
            export,
            pipe,
        ),
        Figure(
            f"CPU of --export of {_ARTICLES} articles",
            "a script that parses them with nlp.pipe, both with start and end",
            0.6,
            lambda: export().cpu,
            lambda: pipe().cpu,
        ),
        Figure(
            f"one more analysis kept when {_KEPT:,} are there",
            "2 milliseconds",
            1.0,
            _kept(small.parent / "kept"),
            lambda: 2 * _MILLISECOND,
        ),
    ]


def _articles(folder: Path) -> Path:
    """Articles of the same paragraphs in another order each."""
    samples = sorted((Path(__file__).parents[2] / "assets" / "articles").glob("*.txt"))
    paragraphs = [part for path in samples for part in path.read_text("utf-8").split("\n\n")]
    folder.mkdir()
    for number in range(_ARTICLES):
        random.Random(number).shuffle(paragraphs)
        text = "\n\n".join(paragraphs)[:_LENGTH]
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def _kept(folder: Path) -> Cost:
    """The median of some analyses kept one after the other."""

    def run() -> float:
        cache, entry = Cache(folder), Entry(Annotations(), DEFAULT_MODEL)
        cache.put("first", entry)
        content = (folder / "first.analysis").read_bytes()
        for number in range(_KEPT):
            path = folder / f"{number:04}.analysis"
            path.write_bytes(content)
            path.chmod(0o600)
        took = []
        for number in range(20):
            began = time.perf_counter()
            cache.put(f"more-{number}", entry)
            took.append(time.perf_counter() - began)
        return median(took)

    return run
