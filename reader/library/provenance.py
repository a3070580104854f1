"""What an analysis depends on, as one key: the article, the model and this program.

The same key means the same analysis. Nothing is imported to find it out: models and spaCy
are only looked at as files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import msgspec

from ..analysis.parse.defaults import AUTO
from ..analysis.types import Known
from ..article import Article

_ROOT = Path(__file__).parent.parent
_KEY_BYTES = 20
_CHUNK = 1 << 18
_LIBRARIES = ("spacy", "dateutil")


def key_of(article: Article, model: str, known: Sequence[Known] = ()) -> str:
    """The key of an article's analysis, safe as a file name.

    It changes with the text, the publication date and where that was found, and the versions of
    the model and the libraries. It also changes with what a person has said of names (`known`)
    and with any change in the analysis itself.
    """
    made = blake2b(digest_size=_KEY_BYTES)
    for start in range(0, len(article.text), _CHUNK):  # a book is not held twice
        made.update(article.text[start : start + _CHUNK].encode("utf-8", "surrogatepass"))
    about = (article.published, article.date_source, article.date_span, model)
    made.update(msgspec.json.encode((about, _program(), _edition(_package(model)))))
    if known:
        made.update(msgspec.json.encode(known))
    for column in article.layout.packed() if article.layout is not None else ():
        made.update(column)
    for voice in article.voices:
        made.update(repr(tuple(voice)).encode())
    return made.hexdigest()


def edition_of(model: str) -> str:
    """What tells analyses made by this program and pipeline from those made by others."""
    return blake2b(msgspec.json.encode((_program(), _edition(_package(model))))).hexdigest()[
        : 2 * _KEY_BYTES
    ]


@cache
def contents() -> str:
    """What the files of the analysis hold: the same on every machine with the same program."""
    made = blake2b(digest_size=_KEY_BYTES)
    for name in ("analysis", "article", "sources"):
        for path, _, _ in sorted(_files(_ROOT / name)):
            if path.endswith((".py", ".txt", ".toml", ".json")):
                made.update(Path(path).read_bytes())
    return made.hexdigest()


@cache
def _program() -> str:
    """The version of the program and the state of every file the analysis is made of."""
    made = blake2b((_ROOT / "__init__.py").read_bytes(), digest_size=_KEY_BYTES)
    root = str(_ROOT)
    for name in ("analysis", "article"):
        for path, size, modified in sorted(_files(_ROOT / name)):
            made.update(f"{path.removeprefix(root)} {size} {modified}\n".encode())
    for library in _LIBRARIES:
        made.update(_edition(library).encode())
    return made.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of each file under a folder; compiled ones left out."""
    for item in os.scandir(folder):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files(Path(item.path))
        else:
            stat = item.stat()
            yield item.path, stat.st_size, stat.st_mtime_ns


def _package(model: str) -> str:
    """The package that a model's name means, which "auto" leaves open."""
    if model != AUTO:
        return model
    from ..analysis.parse.models import meant

    return meant(model)


@cache
def _edition(package: str) -> str:
    """What tells an installed package from another version of it, "" where there is none."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return ""
    if spec is None or spec.origin is None:
        return ""
    folder = Path(spec.origin).parent
    for name in ("meta.json", "about.py", "_version.py", "__init__.py"):
        if (folder / name).is_file():
            return blake2b((folder / name).read_bytes(), digest_size=_KEY_BYTES).hexdigest()
    return ""
