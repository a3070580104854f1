"""What single lines are that speak about an article or belong to the page around it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import digits

from ..patterns import Pattern
from .parts import BlockKind

LONGEST = 160
"""Longer lines, in code points, are never taken for lines about the article."""

_OPENS_BYLINE = frozenset({"by", "from", "words", "story"})
_OR_SENT = ("filed", "issued", "released", "date")
# The kind of a line, how it begins in small letters, its pattern; the first that fits counts.
_ABOUT_ITSELF = (
    (
        BlockKind.DATE,
        ("first", "last", "originally", "publi", "post", "updat", "modif", "revis", *_OR_SENT),
        Pattern(
            r"(?:first\s|last\s|originally\s)?"
            r"(?:published|posted|updated|modified|revised|filed|issued|released|dated?)"
            r"(?:\s?:|\b[^\n.]{0,40}\d)",
            re.I,
        ),
    ),
    (
        BlockKind.CREDIT,
        ("additional ", "reporting", "editing", "writing"),
        Pattern(r"(?:additional\s)?(?:reporting|editing|writing)\s(?:and\s\w+\s)?by\b", re.I),
    ),
    (BlockKind.CAPTION, ("caption",), Pattern(r"caption\s?[:/]", re.I)),
    (
        BlockKind.CREDIT,
        ("file ", "photo", "image", "picture", "credit", "source", "illustration"),
        Pattern(
            r"(?:file\s)?(?:photo(?:graph)?|image|picture|credit|source|illustration)s?\s?[:/]"
            r"(?!(?:\s\S+){7})",
            re.I,
        ),
    ),
    (
        BlockKind.FURNITURE,
        ("©", "(c) ", "copyright"),
        Pattern(r"©|\(c\)\s|copyright\b", re.I),
    ),
    (
        BlockKind.METADATA,
        (*digits, "http"),
        Pattern(r"\d{1,3}\smin(?:ute)?s?\sread\b|https?://\S+\Z", re.I),
    ),
    (
        BlockKind.METADATA,
        (*digits, "+", "(", "tel", "phone", "e-mail", "email", "fax", "mobile", "cell"),
        Pattern(
            r"(?:tel|phone|e-?mail|fax|mobile|cell)\b[^\n.]{0,9}[:.]"
            r"|[+(]?\d[\d\s().-]{6,16}\d\Z",
            re.I,
        ),
    ),
    (
        BlockKind.METADATA,
        ("media ", "press ", "news ", "editorial ", "contact", "enquiries", "inquiries", "for "),
        Pattern(
            r"(?:(?:media|press|news|editorial)\s)?(?:contacts?|enquiries|inquiries)\s?:"
            r"|for\s(?:more|further)\sinformation,?\s(?:please\s)?(?:contact|call)\b",
            re.I,
        ),
    ),
    (BlockKind.METADATA, ("",), Pattern(r"\S{1,60}@\S{1,60}\.\w{2,10}\Z")),
)
_OPENS_SLUG = ("(", "-", "Ed", "ends")
_SLUG = Pattern(
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
_OPENS_PRESS = ("for immediate", "press ", "news ", "media ")
_PRESS = Pattern(
    r"(?:for\simmediate\srelease|(?:press|news|media)\s(?:release|advisory|statement))\W*\Z", re.I
)
_NAME_WORD = Pattern(r"(?:[A-Z][\w.’'-]*|and|de|van|von|der|la|of|for|the|in|at|with|&)\Z")
_MOST_NAME_WORDS = 15
_ROLE = Pattern(
    r",\s(?:[\w’'-]+\s){0,3}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]ritic)\Z"
)
_AUTHOR = Pattern(r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|van|von|der|la|bin|al-\w+)){1,4}\Z")
_BETWEEN_AUTHORS = Pattern(r",\s(?:and\s)?|\s(?:and|&)\s|\s(?:in|for|at|with)\s")
_DATE_ALONE = Pattern(
    r"(?:[A-Za-z]{3,9}\.?,?\s)?(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s[A-Za-z]{3,9}\.?,?\s\d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4})[\d\s,.:|·•–—-]{0,20}(?:[AaPp]\.?[Mm]\.?)?\s?(?:[A-Z]{2,4})?"
    r"(?:\s?min(?:ute)?s?(?:\sread)?)?\Z"
)
_DATELINE_ALONE = Pattern(r"[A-Z][A-Z.’'-]+[^—–\n]{0,60}?\s?(?:[—–_]|--?)\Z")
_DASHES = ("—", "–", "_", "-")
_DESKS = ("riter", "eporter", "orrespondent", "WRITER", "REPORTER", "Press", "Reuters", "AFP")
_DESK = Pattern(
    r"(?:(?:[A-Z][\w-]*\s){0,3}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|WRITER|REPORTER)"
    r"|(?:The\s)?(?:Associated\sPress|Reuters|AFP|Agence\sFrance-Presse))\Z"
)
_WORDED = Pattern(r"\w")
_ORNAMENT = " \t|›»«‹•·>+–—-→▸▼▾✕×"
_FEWEST_LINKS = 3
_PARTS_LINKS = "|·•»›>/"
_BETWEEN = Pattern(r"\s[|·•»›>/]\s|\s?\|\s?")
_PAGE = Pattern(r"(?:[-–—]\s?\d{1,4}\s?[-–—]|\(?page\s\d{1,4}(?:\s(?:of|/)\s?\d{1,4})?\)?)\Z", re.I)


def about_the_article(words: str) -> BlockKind | None:
    """The kind of a line that speaks about the article, None for any other.

    `words` stand on one line. Meant for the first and last lines of a text.
    """
    opening = words.lstrip("(").lstrip()
    bare = opening[:3].lstrip("*-–—|[#> ") + opening[3:]
    small = bare.lower()
    for kind, openings, pattern in _ABOUT_ITSELF:
        if small.startswith(openings) and pattern.match(bare):
            return kind
    if words.endswith(_DESKS) and _DESK.match(words):
        return BlockKind.CREDIT
    if _is_byline(words):
        return BlockKind.BYLINE
    if any(map(str.isdigit, words)) and _DATE_ALONE.match(words):
        return BlockKind.DATE
    if words.endswith(_DASHES) and _DATELINE_ALONE.match(words):
        return BlockKind.DATELINE
    return of_the_page(words) or (None if _WORDED.search(words) else BlockKind.METADATA)


def _is_byline(words: str) -> bool:
    role = _ROLE.search(words) if "," in words else None
    opening, *names = (words[: role.start()] if role else words).split(" ")
    if opening.lower() not in _OPENS_BYLINE or not 0 < len(names) <= _MOST_NAME_WORDS:
        return False
    parted = [*(name.removesuffix(",") for name in names[:-1]), names[-1]]
    return all(map(_NAME_WORD.match, parted))


def authors(byline: str) -> str | None:
    """The people whom a byline names, separated by commas, None where it names nobody in full.

    What they are and where they wrote is left out ("By Ann Lane, science reporter").
    """
    opening, _, rest = byline.partition(" ")
    named = rest if opening.lower() in _OPENS_BYLINE else byline
    pieces = _BETWEEN_AUTHORS.split(" ".join(named.split()))
    found = [one for one in pieces if _AUTHOR.match(one) and not one.endswith(_DESKS)]
    return ", ".join(found) or None


def of_the_wire(words: str) -> bool:
    """Whether a line is for the desk: a slug, a note to editors, a mark of the end."""
    is_code = not (words[1:2].islower() or words[1:2].isspace())
    if (is_code or words.startswith(_OPENS_SLUG)) and _SLUG.match(words):
        return True
    return words[:20].lower().startswith(_OPENS_PRESS) and _PRESS.match(words) is not None


def of_the_page(words: str) -> BlockKind | None:
    """Advertisement or furniture for a line that is always one, else None."""
    kind = _page_words().get(words.strip(_ORNAMENT).lower())
    return BlockKind(kind) if kind in {"advertisement", "furniture"} else None


def is_navigation(words: str) -> bool:
    """Whether a line alone leads elsewhere, as those of a menu do."""
    return _page_words().get(words.strip(_ORNAMENT).lower()) == "navigation" or _lists_links(words)


def _lists_links(words: str) -> bool:
    """Whether a line is a menu on one line: "Home | News | Sport"."""
    if not any(sign in words for sign in _PARTS_LINKS):
        return False
    known = _page_words()
    links = [link.strip(_ORNAMENT).lower() for link in _BETWEEN.split(words)]
    listed = sum(link in known for link in links)
    return len(links) >= _FEWEST_LINKS and 2 * listed >= len(links)


def numbers_a_page(words: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return bool(_PAGE.match(words))


def is_menu(lines: list[str]) -> bool:
    """Whether lines in a row are a menu: short ones, of which many are known from menus."""
    if len(lines) < _FEWEST_LINKS:
        return False
    known = _page_words()
    return 2 * sum(line.strip(_ORNAMENT).lower() in known for line in lines) >= len(lines)


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
