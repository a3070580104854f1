"""What an extraction left out between the paragraphs that it took: headings, lists, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...article import BlockKind
from ..characters import one_line
from ..markup import Inline, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KEY = 60
_FEWEST = 2
_KINDS = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "p": BlockKind.PARAGRAPH,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
}
_ASIDE = re.compile(
    r"\b(?:ads?|advert\w*|promo\w*|related|newsletter|share|social|sharing|subscribe|signup|recirc\w*|"
    r"teaser|recommend\w*|comments?|tags?|breadcrumbs?|author-?bio|bio|byline|dateline|meta|"
    r"timestamp|visually-?hidden|sr-only|screen-?reader\w*|hidden|footer|paywall|widget)\b",
    re.I,
)
_CAPTION = re.compile(r"\b(?:caption|credit|legend)\b|caption", re.I)
_LAYOUT_CELL, _LONGEST_CAPTION = 400, 400
_MOST_LINKED = 0.4


def without_layout_tables(tree: HtmlElement) -> None:
    """Turn tables that lay out a page, not figures, into plain parts of it."""
    for table in [*tree.iter("table")]:
        long = any(len(cell.text_content()) > _LAYOUT_CELL for cell in table.iter("td"))
        if long or table.find(".//table") is not None:
            for part in [*table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")]:
                part.tag = "div"


def filled(tree: HtmlElement, found: list[Piece]) -> list[Piece]:
    """The blocks with what stands between them in the page and belongs to them.

    Only what has the same parent as two blocks that were taken is looked at, between them.
    """
    known = {key_of(piece.words): number for number, piece in enumerate(found)}
    after: dict[int, list[Piece]] = {}
    parents: dict[HtmlElement, None] = {}
    for element in tree.iter("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "div"):
        parent = element.getparent()
        if parent is not None and _number(element, known) is not None:
            parents[parent] = None
    for parent in parents:
        children = [*parent]
        numbers = [_number(child, known) for child in children]
        taken = [place for place, number in enumerate(numbers) if number is not None]
        last: int | None = None
        for place in range(taken[0], taken[-1] + 1) if len(taken) >= _FEWEST else ():
            last = numbers[place] if numbers[place] is not None else last
            for piece in _missing(children[place]) if numbers[place] is None else ():
                told = any(key_of(line) in known for line in piece.words.split("\n"))
                if last is not None and not told:
                    known[key_of(piece.words)] = last
                    after.setdefault(last, []).append(piece)
    made = []
    for number, piece in enumerate(found):
        made.append(piece)
        made += after.get(number, ())
    return made


def key_of(words: str) -> str:
    """What blocks with the same beginning have in common."""
    return "".join(filter(str.isalnum, words[: 3 * _KEY])).lower()[:_KEY]


def _number(element: HtmlElement, known: dict[str, int]) -> int | None:
    """The number of the block that an element begins, None where it was not taken."""
    if not isinstance(element.tag, str):
        return None
    if element.tag in {"div", "ul", "ol", "blockquote"} and len(element):
        first = next((part for part in element.iter() if (part.text or "").strip()), element)
        item = first if element.tag == "div" else element
        words = item.text_content()
    else:
        words = element.text_content()
    return known.get(key_of(one_line(words[:400])))


def _missing(element: HtmlElement) -> Iterator[Piece]:
    """The blocks of an element that the extraction left out, none where it is an aside."""
    if not isinstance(element.tag, str) or is_aside(element):
        return
    if element.tag in {"ul", "ol"}:
        items = [item for item in element if item.tag == "li"]
        if items and linked_share(element) < _MOST_LINKED:
            for item in items:
                yield from pieces_of(item, BlockKind.LIST_ITEM)
    elif element.tag in _KINDS:
        kind = _KINDS[element.tag]
        if _CAPTION.search(element.get("class") or ""):
            kind = BlockKind.CAPTION
        if kind is BlockKind.CAPTION or linked_share(element) < _MOST_LINKED:
            yield from pieces_of(element, kind)
    elif element.tag in {"figure", "div"}:
        for caption in element.iter("figcaption"):
            yield from pieces_of(caption, BlockKind.CAPTION)


def is_aside(element: HtmlElement) -> bool:
    """Whether the page names an element as something beside its article."""
    return bool(_ASIDE.search(names_of(element)))


def names_of(element: HtmlElement) -> str:
    """What a page calls an element, for its styles and its programs; "-" parts words."""
    marks = ("class", "id", "data-testid", "data-component", "data-module")
    named = " ".join(filter(None, map(element.get, marks)))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named).replace("_", "-")


def captions_in(tree: HtmlElement) -> set[str]:
    """The words below pictures, as keys of their beginnings."""
    found = {key_of(one.text_content()) for one in tree.iter("figcaption")}
    for element in tree.iter("p", "div", "span", "small", "cite"):
        if _CAPTION.search(element.get("class") or ""):
            words = one_line(element.text_content())
            if len(words) <= _LONGEST_CAPTION:
                found.add(key_of(words))
    return found - {""}


def linked_share(element: HtmlElement) -> float:
    """The share of an element's letters that are links."""
    all_ = len(one_line(element.text_content()))
    return sum(len(one_line(a.text_content())) for a in element.iter("a")) / max(all_, 1)


def pieces_of(element: HtmlElement, kind: BlockKind) -> Iterator[Piece]:
    """The block that an element is; none without words."""
    writer = Inline()
    writer.write(element)
    words, links = writer.done()
    if len(words) > 1:
        yield Piece(words, kind, links)
