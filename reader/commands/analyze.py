"""`reader analyze`: many articles into the folder of a corpus."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..arguments import Parser, completed, named

if TYPE_CHECKING:
    from ..corpus.analyse import ShardRunner
    from ..corpus.shards import Store
    from ..settings import Settings

REFUSED = 2
_DESCRIPTION = """\
Analyse many articles into a folder. Folders are searched for files. What OUT has already is not
analysed again, so the same command goes on where a run was stopped, and takes in new files.
An article that cannot be read is a row with its error.
"""


def run(arguments: Sequence[str], settings: Settings) -> int:
    """Analyse what the arguments name; returns the exit code. Raises CorpusError and ModelError."""
    options = make_parser().parse_args(arguments)
    from ..analysis.parse.defaults import DEFAULT_MODEL
    from ..analysis.parse.models import find_model
    from ..corpus.analyse import analyse
    from ..corpus.finish import finish
    from ..corpus.inputs import read_dates, read_list
    from .progress import Bar

    model = options.model or settings.model or DEFAULT_MODEL
    find_model(model)
    places = [*options.places, *(read_list(options.list) if options.list else ())]
    dates = read_dates(options.dates) if options.dates else None
    runner = _runner(options, model)
    bar = Bar()
    try:
        store = analyse(
            places,
            Path(options.output),
            runner=runner,
            model=model,
            dates=dates,
            limit=settings.article_limit_mb * 1_000_000,
            tell=bar,
        )
        cast = finish(store, bar.say)
        if _has_duckdb():
            from ..corpus.parquet import write_tables

            bar.say("Writing the tables")
            write_tables(store, cast)
    finally:
        bar.end()
    return _conclude(store, len(cast))


def _runner(options: Namespace, model: str) -> ShardRunner:
    if options.scheduler:
        from ..corpus.cluster import DaskCluster

        return DaskCluster(options.scheduler, model)
    from ..corpus.pool import Pool

    return Pool(model, options.processes)


def _conclude(store: Store, members: int) -> int:
    manifest = store.manifest()
    articles = "1 article" if manifest.articles == 1 else f"{manifest.articles:,} articles"
    print(
        f"{store.folder}: {articles}, {manifest.failures:,} that could not be read, "
        f"{members:,} in the cast"
    )
    if not _has_duckdb():
        print(
            "reader: The tables need DuckDB: install it (pip install 'reading-room[corpus]') and "
            "run the same command again.",
            file=sys.stderr,
        )
    return 0 if manifest.articles or not manifest.failures else REFUSED


def _has_duckdb() -> bool:
    from importlib.util import find_spec

    return find_spec("duckdb") is not None


def make_parser() -> Parser:
    """What the arguments may be."""
    parser = Parser("reader analyze", _DESCRIPTION)
    add = parser.add_argument
    completed(add("places", nargs="*", metavar="FOLDER|FILE", help="where the articles are"))
    told = "the folder of the corpus"
    completed(add("-o", "--output", type=named, metavar="OUT", required=True, help=told))
    told = "a file with one path per line"
    completed(add("--list", type=named, metavar="FILE", help=told))
    told = "publication dates: name without suffix, tab, YYYY-MM-DD"
    completed(add("--dates", type=named, metavar="TSV", help=told))
    add("--model", type=named, metavar="NAME", help="an installed English spaCy pipeline")
    add("--processes", type=int, metavar="N", help="processes on this machine (default: all)")
    add("--scheduler", metavar="ADDRESS", help="a Dask scheduler to use instead (docs/scale.md)")
    return parser
