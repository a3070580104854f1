"""The formats of the export, one module each, by name.

A format is a function from an analysis to bytes. Some formats are several files (a table each);
some need the tokens of the parse and are written where a pipeline is loaded.
"""

from __future__ import annotations

import gc
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from ..analysis import Analysis
    from ..analysis.parse.columns import Parse

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a ZIP of the same analysis has the same bytes


class Format(NamedTuple):
    """One format: its name, the suffix of its files, and who reads it.

    `module` is the module of this package whose `write` makes it. Where `is_folder` is set,
    `write` gives a dictionary of file names and bytes. Where `needs_tokens` is set, it takes the
    parse as well. Several exports in a format that `joins` may follow each other.
    """

    name: str
    suffix: str
    module: str
    description: str
    readers: str
    is_folder: bool = False
    needs_tokens: bool = False
    joins: bool = False

    @property
    def _write(self) -> Callable[..., Any]:
        write: Callable[..., Any] = import_module(f".{self.module}", __package__).write
        return write

    def files(self, analysis: Analysis, parse: Parse | None = None) -> dict[str, bytes]:
        """The files of a format that is several. Raises ValueError where the parse is missing."""
        made: dict[str, bytes] = self._made(analysis, parse)
        return made

    def write(self, analysis: Analysis, parse: Parse | None = None) -> bytes:
        """The export in one piece: several files are put into a ZIP.

        Raises ValueError where the format needs tokens and there is no parse.
        """
        if self.is_folder:
            return zipped(self.files(analysis, parse))
        with _without_collector():
            made: bytes = self._made(analysis, parse)
        return made

    def _made(self, analysis: Analysis, parse: Parse | None) -> Any:
        if not self.needs_tokens:
            return self._write(analysis)
        if parse is None:
            raise ValueError(f"The format {self.name} needs the tokens of the article.")
        return self._write(analysis, parse)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Look for no cycles meanwhile: an export makes many objects and drops none in cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP with these files; the same files always give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


FORMATS = {
    made.name: made
    for made in (
        Format("json", ".json", "json_format", "everything, one object", "programs"),
        Format(
            "jsonl",
            ".jsonl",
            "json_lines",
            "everything, one annotation a line",
            "jq, pandas",
            joins=True,
        ),
        Format("markdown", ".md", "markdown", "a report", "people, note-taking programs"),
        Format(
            "annotations",
            ".annotations.json",
            "annotations",
            "your notes, W3C Web Annotation",
            "annotation tools",
        ),
        Format("html", ".html", "html", "a page with the linked panes", "any browser"),
        Format("csv", ".zip", "csv_tables", "a table of each kind", "spreadsheets", is_folder=True),
        Format("tsv", ".zip", "tsv_tables", "the same with tabs", "R, shells", is_folder=True),
        Format("timelinejs", ".timeline.json", "timelinejs", "the timeline", "TimelineJS"),
        Format("ics", ".ics", "icalendar", "dated events", "calendars"),
        Format("gexf", ".gexf", "gexf", "who with whom, who quotes whom", "Gephi, networkx"),
        Format("graphml", ".graphml", "graphml", "the same graph", "yEd, igraph, networkx"),
        Format("brat", ".zip", "brat", "text and standoff annotation", "brat", is_folder=True),
        Format(
            "conllu",
            ".conllu",
            "conllu",
            "tokens, syntax, coreference",
            "UD tools",
            needs_tokens=True,
        ),
        Format(
            "webanno",
            ".tsv",
            "webanno",
            "tokens with layers",
            "INCEpTION, WebAnno",
            needs_tokens=True,
        ),
        Format("docbin", ".spacy", "docbin", "a DocBin", "spaCy", needs_tokens=True),
        Format(
            "xmi",
            ".zip",
            "xmi",
            "a UIMA CAS with its types",
            "INCEpTION, UIMA",
            is_folder=True,
            needs_tokens=True,
        ),
    )
}
"""All formats by name."""
