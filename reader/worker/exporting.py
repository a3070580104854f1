"""Asking another process for an export that needs the tokens of an article.

The process (`write_export`) loads the pipeline, parses the article again and writes.
"""

from __future__ import annotations

import subprocess
from typing import BinaryIO, cast

import msgspec

from ..analysis.types import Annotations, Note
from ..article import Article
from .channel import command, decoder, receive, send


class ExportError(Exception):
    """The export was not made; the message says why in one sentence."""


class Order(msgspec.Struct, frozen=True):
    """What is to be written: an article with its annotations and notes, and a format's name."""

    article: Article
    annotations: Annotations
    notes: tuple[Note, ...]
    form: str
    model: str


class Written(msgspec.Struct, frozen=True):
    """The files of the export by name; one file without a name; or why there is none."""

    files: dict[str, bytes]
    problem: str = ""


_results = decoder(Written)


def export_elsewhere(order: Order) -> dict[str, bytes]:
    """The files of an export. Blocks until it is made; raises ExportError."""
    try:
        with subprocess.Popen(
            command("reader.worker.write_export"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            sent, got = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
            send(sent, order)
            result: Written | None = receive(got, _results.decode)
    except (OSError, msgspec.MsgspecError) as error:
        raise ExportError(f"The export failed: {error}.") from error
    if result is None:
        raise ExportError("The export process ended early: try again.")
    if result.problem:
        raise ExportError(result.problem)
    return result.files
