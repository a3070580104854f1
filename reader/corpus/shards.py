"""The folder of a corpus: shards of records, written whole under names that their inputs give.

OUT/corpus.json          the program and pipeline that made it.
OUT/shards/HASH.jsonl.gz  one record a line: an article and its analysis, or why there is none.
OUT/cast.json, OUT/timeline.json, OUT/parquet/   made when all shards are there.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from ..analysis.types import Analysis
from ..article.errors import shown
from ..files import UNFINISHED, write_atomically
from ..named import is_file, is_folder, reason
from .errors import CorpusError

FORMAT = 1
SUFFIX = ".jsonl.gz"

T = TypeVar("T")


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """An article of a corpus with its analysis, or with the sentence that says why it has none.

    `name` is the article's, `input` that of the file it came from, `digest` the file's version.
    """

    name: str
    input: str
    digest: str
    error: str | None = None
    analysis: Analysis | None = None


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What `corpus.json` says; `shards` are in order of their inputs, `complete` at the end."""

    format: int = FORMAT
    program: str = ""
    model: str = ""
    edition: str = ""
    articles: int = 0
    failures: int = 0
    shards: tuple[str, ...] = ()
    complete: bool = False


class _Brief(msgspec.Struct, frozen=True, gc=False):
    name: str
    input: str
    digest: str
    error: str | None = None


class Store:
    """The folder of a corpus."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shards = folder / "shards"

    def prepare(self) -> None:
        """Make the folder, and clear away what a killed run left half written.

        Raises CorpusError where it cannot be made, or is in use for something else.
        """
        if is_folder(self.folder) and not self.is_corpus and any(self.folder.iterdir()):
            raise CorpusError(
                f"{shown(str(self.folder))} holds other things: name a new folder with -o."
            )
        try:
            self.shards.mkdir(parents=True, exist_ok=True)
            if not self.manifest_path.exists():
                self.write_manifest(Manifest())
        except (OSError, ValueError) as error:
            where = shown(str(self.folder))
            raise CorpusError(
                f"The folder {where} cannot be made ({reason(error)}): name another with -o."
            ) from error
        for left in self.folder.rglob(f"*{UNFINISHED}"):
            with suppress(OSError):
                left.unlink()

    @property
    def manifest_path(self) -> Path:
        """Where the manifest is."""
        return self.folder / "corpus.json"

    @property
    def is_corpus(self) -> bool:
        """Whether the folder has a manifest."""
        return is_file(self.manifest_path)

    def manifest(self) -> Manifest:
        """The manifest. Raises CorpusError where there is none of this format."""
        where = shown(str(self.folder))
        try:
            found = msgspec.json.decode(self.manifest_path.read_bytes(), type=Manifest)
        except (OSError, ValueError):
            raise CorpusError(
                f"{where} is no corpus: make one with reader analyze FOLDER -o {where}."
            ) from None
        if found.format > FORMAT:
            raise CorpusError(f"{where} was made by a newer reader: install that one.")
        return found

    def write_manifest(self, manifest: Manifest) -> None:
        """Write the manifest whole."""
        data = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
        write_atomically(self.manifest_path, data)

    def put(self, name: str, data: bytes) -> None:
        """Write a shard whole."""
        write_atomically(self.path(name), data)

    def path(self, name: str) -> Path:
        """Where a shard is."""
        return self.shards / f"{name}{SUFFIX}"

    def names(self) -> list[str]:
        """The shards that are there, in order of name."""
        found = self.shards.glob(f"*{SUFFIX}")
        return sorted(path.name.removesuffix(SUFFIX) for path in found)

    def covered(self, name: str) -> dict[str, str]:
        """The inputs that a shard has, each with its digest; empty where it is damaged."""
        try:
            return {brief.input: brief.digest for brief in self.read(name, _Brief)}
        except CorpusError:
            return {}

    def failures(self, name: str) -> int:
        """How many of a shard's records have no analysis."""
        return sum(brief.error is not None for brief in self.read(name, _Brief))

    def read(self, name: str, type_: type[T]) -> Iterator[T]:
        """The records of a shard as far as a type wants to know them, one after the other.

        Raises CorpusError where the shard is damaged.
        """
        decoder = msgspec.json.Decoder(type_)
        try:
            for line in gzip.decompress(self.path(name).read_bytes()).splitlines():
                yield decoder.decode(line)
        except (OSError, EOFError, zlib.error, msgspec.MsgspecError) as error:
            raise CorpusError(
                f"The shard {name} is damaged ({error}): delete it and run reader analyze again."
            ) from error
