"""Exporting: ask for a format and a place, then write in a thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ...reading import Ready
from .command import Command

if TYPE_CHECKING:
    from ...export.registry import Format
    from ..app import ReaderApp


def export(app: ReaderApp) -> None:
    """Ask for the format, then where to write."""
    from ..screens.export import ExportDialog, FormatDialog

    if not isinstance(app.reading.status, Ready):
        app.warn("The analysis is not finished yet: export it when it is.")
        return

    def ask_where(form: Format | None) -> None:
        if form is not None:
            proposed = Path(f"{_stem(app)}{form.suffix}")
            app.push_screen(ExportDialog(form, proposed), partial(_start, app, form))

    app.push_screen(FormatDialog(), ask_where)


def write_to(app: ReaderApp, path: Path) -> None:
    """Export to a path, in the format of its suffix; JSON where no format has it."""
    if isinstance(app.reading.status, Ready):
        _start(app, form_of(path), path)
    else:
        app.warn("The analysis is not finished yet: export it when it is.")


def form_of(path: Path) -> Format:
    """The first format with the longest suffix that a path has."""
    from ...export.registry import FORMATS

    fits = [form for form in FORMATS.values() if path.name.endswith(form.suffix)]
    return max(fits, key=lambda form: len(form.suffix), default=FORMATS["json"])


def _stem(app: ReaderApp) -> str:
    from ..harmless import one_line

    source = app.reading.article.source or "article"
    return Path(one_line(source).replace("/", "-")).stem


def _start(app: ReaderApp, form: Format, path: Path | None) -> None:
    if path is not None:
        if form.needs_tokens:
            app.tell(f"Writing {path.name} …")
        app.run_worker(
            partial(_write, app, form, path), thread=True, exclusive=True, exit_on_error=False
        )


def _write(app: ReaderApp, form: Format, path: Path) -> None:
    """Write the export and say so; runs in a thread."""
    from ...files import write_atomically
    from ...worker.exporting import ExportError
    from ..harmless import one_line

    try:
        write_atomically(path, _made(app, form))
    except OSError as error:
        reason = error.strerror or "the file cannot be written"
        app.call_from_thread(app.warn, f"Nothing was written: {reason}.")
    except (ExportError, ValueError) as error:
        app.call_from_thread(app.warn, f"Nothing was written. {error}")
    else:
        app.call_from_thread(app.tell, f"Written to {one_line(str(path))}")


def _made(app: ReaderApp, form: Format) -> bytes:
    from ...analysis import DEFAULT_MODEL, Analysis
    from ...export.registry import zipped
    from ...worker.exporting import Order, export_elsewhere

    article, found = app.reading.article, app.reading.annotations
    notes = tuple(app.reading.index.notes)
    if not form.needs_tokens:
        return form.write(Analysis.of(article, found, notes))
    model = app.settings.model or DEFAULT_MODEL
    files = export_elsewhere(Order(article, found, notes, form.name, model))
    return zipped(files) if form.is_folder else files[""]


COMMANDS = (Command("app.export", "e", "export the analysis", export, for_owner=True),)
