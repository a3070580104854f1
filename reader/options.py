"""What was asked for on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


class Options:
    """Which articles, and what is to be done with them; the defaults show them on the screen.

    `date` is the publication date, `export` a format, `output` where exports go, `model` a
    pipeline's name. `cache` says whether analyses are looked up and kept, `state` whether the
    place of reading, dates and the look are. `offline` asks nobody for pages, `refresh` asks
    again for pages that are kept. Without articles the start screen is shown.
    `serve` shows the article in a browser, on `port` (0: a free one) of this machine. `network`
    is an address that other machines can reach. `served` is the reader of one such visitor.
    `list` is a file that names articles.
    `notes` says where notes are kept besides the library, `import_notes` names a file with
    somebody else's. `print_config` prints the settings, `edit_config` opens them in an editor.
    `completions` names a shell to complete options in. `doctor` looks at what works here, `plain`
    reads in numbered lines without a full screen; `verbose` says more of the version.
    `keep_ready` starts the process that stays ready, `stop_worker` ends it.
    """

    def __init__(self, articles: Iterable[str] = ()) -> None:
        self.articles = list(articles)
        self.date: date | None = None
        self.export: str | None = None
        self.output: str | None = None
        self.model: str | None = None
        self.cache = True
        self.state = True
        self.offline = False
        self.refresh = False
        self.serve = False
        self.port = 0
        self.network: str | None = None
        self.served = False
        self.list: str | None = None
        self.notes: str | None = None
        self.import_notes: str | None = None
        self.print_config = False
        self.edit_config = False
        self.doctor = False
        self.completions: str | None = None
        self.verbose = False
        self.plain = False
        self.keep_ready = False
        self.stop_worker = False
