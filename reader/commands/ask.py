"""`reader ask`: questions to a corpus."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..arguments import Parser, completed, day
from ..article.errors import shown
from ..corpus.errors import CorpusError

if TYPE_CHECKING:
    from ..corpus.ask import Answer, Questions

_MOST_NAMES = 5
_DESCRIPTION = """\
Ask a folder that reader analyze made. NAME is anybody in the cast by any of their names.

  reader ask OUT quotes --by NAME --about NAME --from DAY --to DAY
  reader ask OUT people --with NAME
  reader ask OUT events --on DAY
  reader ask OUT sql "SELECT ..."
"""


def run(arguments: Sequence[str]) -> int:
    """Answer a question on standard output; returns the exit code. Raises CorpusError."""
    options = make_parser().parse_args(arguments)
    from ..corpus.ask import Questions
    from .answers import write

    with Questions(Path(options.corpus)) as questions:
        answer = _answer(questions, options)
    write(answer, options.format)
    return 0


def _answer(questions: Questions, options: Namespace) -> Answer:
    limit = options.limit
    match options.about_what:
        case "quotes":
            by, about = _member(questions, options.by), _member(questions, options.about)
            return questions.quotes(
                by=by, about=about, first=options.first, last=options.last, limit=limit
            )
        case "people":
            return questions.people(beside=_member(questions, options.beside), limit=limit)
        case "events":
            first, last = options.on or options.first, options.on or options.last
            of = _member(questions, options.beside)
            return questions.events(first=first, last=last, of=of, limit=limit)
        case _:
            return questions.sql(options.sql)


def _member(questions: Questions, name: str | None) -> int | None:
    """Whom a name means; who else it could mean is told on standard error."""
    if name is None:
        return None
    found = questions.named(name)
    if not found:
        raise CorpusError(
            f"Nobody in the cast is called {shown(name)}: reader ask OUT people lists who is there."
        )
    first, *others = found
    if others:
        listed = ", ".join(f"{one.name} ({one.articles})" for one in others[:_MOST_NAMES])
        print(f"reader: {shown(name)} is {first.name}; not {shown(listed)}", file=sys.stderr)
    return first.member


def make_parser() -> Parser:
    """What the arguments may be."""
    parser = Parser("reader ask", _DESCRIPTION)
    add = parser.add_argument
    completed(add("corpus", metavar="OUT", help="the folder of the corpus"))
    add("about_what", choices=("quotes", "people", "events", "sql"), help="what to ask for")
    add("sql", nargs="?", metavar="QUESTION", help="the question in SQL, behind sql")
    add("--by", metavar="NAME", help="quotes of this speaker")
    add("--about", metavar="NAME", help="quotes that mention this name")
    add("--with", dest="beside", metavar="NAME", help="people or events together with this person")
    add("--on", type=day, metavar="DAY", help="events of this day, YYYY-MM-DD")
    add("--from", dest="first", type=day, metavar="DAY", help="not before this day")
    add("--to", dest="last", type=day, metavar="DAY", help="not after this day")
    add("--limit", type=int, metavar="N", help="at most this many rows")
    add("--format", choices=("table", "csv", "json"), default="table", help="output format")
    return parser
