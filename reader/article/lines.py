"""What single lines are that speak about an article or belong to the page around it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .parts import BlockKind

LONGEST = 160
"""Longer lines, in code points, are never taken for lines about the article."""

_NAME_WORD = r"(?:[A-Z][\w.’'-]*|and|de|van|von|der|la|of|for|the|in|at|with|&)"
_OPENS_BYLINE = frozenset({"by", "from", "words", "story"})
# The kind of a line that begins like this; the first that fits counts.
_ABOUT_ITSELF = (
    (
        BlockKind.DATE,
        r"(?:first\s|last\s|originally\s)?"
        r"(?:published|posted|updated|modified|revised|filed|issued|released|dated?)"
        r"(?:\s?:|\b[^\n.]{0,40}\d)",
    ),
    (BlockKind.CREDIT, r"(?:additional\s)?(?:reporting|editing|writing)\s(?:and\s\w+\s)?by\b"),
    (BlockKind.CAPTION, r"caption\s?[:/]"),
    (
        BlockKind.CREDIT,
        r"(?:file\s)?(?:photo(?:graph)?|image|picture|credit|source|illustration)s?\s?[:/](?!(?:\s\S+){7})",
    ),
    (BlockKind.FURNITURE, r"©|\(c\)\s|copyright\b"),
    (BlockKind.METADATA, r"\d{1,3}\smin(?:ute)?s?\sread\b|https?://\S+\Z"),
    (
        BlockKind.METADATA,
        r"(?:(?:tel|phone|e-?mail|fax|mobile|cell)\b[^\n.]{0,9}[:.]|\S{1,60}@\S{1,60}\.\w{2,10}\Z"
        r"|[+(]?\d[\d\s().-]{6,16}\d\Z)",
    ),
    (
        BlockKind.METADATA,
        r"(?:(?:media|press|news|editorial)\s)?(?:contacts?|enquiries|inquiries)\s?:"
        r"|for\s(?:more|further)\sinformation,?\s(?:please\s)?(?:contact|call)\b",
    ),
)
_SLUG = re.compile(
    r"(?:BC|AM|PM|AP|US)-\S[^\n,]{0,40},(?:\s?[\w-]+){1,6}\Z"  # BC-Flood,1st Ld-Writethru
    r"|BC-\S{2,40}\Z"
    r"|[A-Z][A-Z0-9-]{2,30}/[A-Z0-9/ -]{0,40}(?:\s?\([A-Z0-9 ,]{3,30}\))?\Z"  # GRAIN/WHEAT (PIX)
    r"|\((?:more|MORE)\)\Z|-0-\Z"
    r"|\(?(?:MORE|UPDATES?(?:\sTO\sCOME)?|STORY\sCAN\sEND\sHERE)\)?\Z"
    r"|(?:Eds?|EDITORS?|NOTE\sTO\s(?:EDITORS?|DESKS?)|ATTENTION)(?:[:.]|\s[-–—])\s.{3,}"
    r"|(?:FOR\sIMMEDIATE\sRELEASE|FOR\sRELEASE\b.{0,40}|EMBARGO(?:ED)?\b.{0,60}"
    r"|(?:PRESS|NEWS|MEDIA)\s(?:RELEASE|ADVISORY|STATEMENT|ALERT))\b.{0,40}\Z"
    r"|-\s?30\s?-\Z|-?\s?(?:ENDS|ends|ENDIT|END)\s?-?\Z"
)
_PRESS = re.compile(
    r"(?:for\simmediate\srelease|(?:press|news|media)\s(?:release|advisory|statement))\W*\Z", re.I
)
# Each of these three is compiled when a line comes that it could match.
_BYLINE = rf"\S+\s{_NAME_WORD}(?:,?\s{_NAME_WORD}){{0,14}}\Z"
_DATE_ALONE = (
    r"(?:[A-Za-z]{3,9}\.?,?\s)?(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]{3,9}\.?,?\s\d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4})[\d\s,.:|·•–—-]{0,20}(?:[AaPp]\.?[Mm]\.?)?\s?(?:[A-Z]{2,4})?"
    r"(?:\s?min(?:ute)?s?(?:\sread)?)?\Z"
)
_DATELINE_ALONE = r"[A-Z][A-Z.’'-]+[^—–\n]{0,60}?\s?(?:[—–_]|--?)\Z"
_DASHES = ("—", "–", "_", "-")
_DESKS = ("Writer", "Reporter", "Correspondent", "WRITER", "REPORTER", "Press", "Reuters", "AFP")
_DESK = (
    r"(?:(?:[A-Z][\w-]*\s){0,3}(?:Writer|Reporter|Correspondent|WRITER|REPORTER)"
    r"|(?:The\s)?(?:Associated\sPress|Reuters|AFP|Agence\sFrance-Presse))\Z"
)
_WORDED = re.compile(r"\w")
_ORNAMENT = " \t|›»«‹•·>+–—-→▸▼▾✕×"
_FEWEST_LINKS = 3
_BETWEEN = re.compile(r"\s[|·•»›>/]\s|\s?\|\s?")
_PAGE = re.compile(
    r"(?:[-–—]\s?\d{1,4}\s?[-–—]|\(?page\s\d{1,4}(?:\s(?:of|/)\s?\d{1,4})?\)?)\Z", re.I
)


def about_the_article(words: str) -> BlockKind | None:
    """The kind of a line that speaks about the article, None for any other.

    `words` stand on one line. Meant for the first and last lines of a text.
    """
    opening = words.lstrip("(").lstrip()
    bare = opening[:3].lstrip("*-–—|[#> ") + opening[3:]
    for kind, pattern in _ABOUT_ITSELF:
        if re.match(pattern, bare, re.I):
            return kind
    if words.endswith(_DESKS) and re.match(_DESK, words):
        return BlockKind.CREDIT
    if words.partition(" ")[0].lower() in _OPENS_BYLINE and re.match(_BYLINE, words):
        return BlockKind.BYLINE
    if any(map(str.isdigit, words)) and re.match(_DATE_ALONE, words):
        return BlockKind.DATE
    if words.endswith(_DASHES) and re.match(_DATELINE_ALONE, words):
        return BlockKind.DATELINE
    return of_the_page(words) or (None if _WORDED.search(words) else BlockKind.METADATA)


def of_the_wire(words: str) -> bool:
    """Whether a line is for the desk: a slug, a note to editors, a mark of the end."""
    return bool(_SLUG.match(words) or _PRESS.match(words))


def of_the_page(words: str) -> BlockKind | None:
    """Advertisement or furniture for a line that is always one, else None."""
    kind = _page_words().get(words.strip(_ORNAMENT).lower())
    return BlockKind(kind) if kind in {"advertisement", "furniture"} else None


def is_navigation(words: str) -> bool:
    """Whether a line alone leads elsewhere, as those of a menu do."""
    return _page_words().get(words.strip(_ORNAMENT).lower()) == "navigation" or _lists_links(words)


def _lists_links(words: str) -> bool:
    """Whether a line is a menu on one line: "Home | News | Sport"."""
    known = _page_words()
    links = [link.strip(_ORNAMENT).lower() for link in _BETWEEN.split(words)]
    listed = sum(link in known for link in links)
    return len(links) >= _FEWEST_LINKS and 2 * listed >= len(links)


def numbers_a_page(words: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return bool(_PAGE.match(words))


def is_menu(lines: list[str]) -> bool:
    """Whether lines in a row are a menu: short ones, of which many are known from menus."""
    known = _page_words()
    links = sum(line.strip(_ORNAMENT).lower() in known for line in lines)
    return len(lines) >= _FEWEST_LINKS and 2 * links >= len(lines)


@cache
def _page_words() -> dict[str, str]:
    """The lines of pages with the names of their kinds, as `page_words.txt` lists them."""
    found: dict[str, str] = {}
    kind = ""
    for line in Path(__file__).with_name("page_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            found[line] = kind
    return found
