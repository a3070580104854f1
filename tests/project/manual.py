"""Write the manual pages and the completions from the parsers of the command line.

scripts/manual           writes assets/man and assets/completions
scripts/manual --check   exits 1 where they are not what the parsers say
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from build_manpages.manpage import Manpage

from reader.arguments import Parser, make_parser
from reader.commands import analyze, ask
from reader.commands.completing import script

ASSETS = Path(__file__).parents[2] / "assets"
NAMES = {"bash": "reader.bash", "zsh": "_reader", "fish": "reader.fish"}


def page(parser: Parser) -> str:
    """The manual page of a command."""
    parser.prog = parser.prog.replace(" ", "-")
    made = Manpage(
        parser,
        {
            "date": "2026",
            "project_name": "reading-room",
            "manual_title": "reader",
            "description": parser.description,
        },
    )
    text = re.sub(r" (reader (?:--export|analyze|ask) )", r"\n.br\n\1", str(made).rstrip())
    before, comments, notes = text.partition(".SH COMMENTS\n")
    notes = f".SH EXAMPLES AND NOTES\n.nf\n{notes}\n.fi" if comments else ""
    return f"{before}{notes}\n"


def files() -> dict[Path, str]:
    """All files with their text."""
    parsers = (make_parser(), analyze.make_parser(), ask.make_parser())
    made = {
        ASSETS / "man" / f"{parser.prog.replace(' ', '-')}.1": page(parser) for parser in parsers
    }
    for shell, name in NAMES.items():
        made[ASSETS / "completions" / name] = script(shell) + "\n"
    return made


def main() -> None:
    """Write the files, or say which differ."""
    wrong = []
    for path, text in files().items():
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        elif not path.exists() or path.read_text("utf-8") != text:
            wrong.append(path.name)
    if wrong:
        sys.exit(f"Run scripts/manual: {', '.join(wrong)} are not what the parsers say.")


if __name__ == "__main__":
    main()
