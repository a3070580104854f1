"""What the pages in the manner of sites share: a story that any of them can tell, and frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .saved_pages import Saved

OTHERS = (
    "Bridge toll to double next spring, minister says",
    "Owls of Norrland have moved into town, and nobody minds",
    "Harbour crane falls into the sea: what we know so far",
    "Ten things to do with a cabbage in November",
)


@dataclass(frozen=True)
class Told:
    """A story for any page: eight paragraphs or more, two headings, a line below the headline."""

    title: str
    byline: str
    day: date
    dek: str
    lines: tuple[str, ...]
    heads: tuple[str, str]

    @property
    def shown(self) -> str:
        """The day as pages show it."""
        return f"{self.day:%B} {self.day.day}, {self.day.year}"


def p(lines: Sequence[str], mark: str = "") -> str:
    """Paragraphs."""
    return "".join(f"<p{mark}>{line}</p>" for line in lines)


def mixed(s: Told, *heads: tuple[str, str], every: int) -> list[tuple[str, str]]:
    """The paragraphs with a heading before each `every`-th one, as long as there are headings."""
    made: list[tuple[str, str]] = []
    left = [*heads]
    for number, line in enumerate(s.lines):
        if left and number and number % every == 0:
            made.append(left.pop(0))
        made.append(("p", line))
    return made


def shell(title: str, head: str, content: str, lang: str = "en") -> str:
    """A whole page."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body>{content}</body></html>"
    )


def saved(
    name: str,
    html: str,
    s: Told,
    body: Sequence[str],
    *,
    title: str | None = "",
    byline: str | None = "",
    day: date | None = date.min,
) -> Saved:
    """A page with the truth; what is not given is as the story has it."""
    return Saved(
        name,
        html,
        tuple(body),
        s.title if title == "" else title,
        s.byline if byline == "" else byline,
        s.day if day == date.min else day,
    )
