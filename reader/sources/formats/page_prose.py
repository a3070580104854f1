"""The prose of a page: its paragraphs made plain, and kept from names that look like a box's."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, cast

from ..characters import one_line
from ..markup import PARTS
from .page_gaps import is_aside, linked_share, names_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SENTENCE, _MOST_LINKED = 60, 0.4
_FEWEST, _NEAR = 2, 60
_MOST = 0.5
_LEAST_PROSE, _LONGEST_CARD, _TOLD, _FEW = 100, 500, 20, 3
_ELSEWHERE = frozenset({"aside", "nav", "footer", "form", "header", "figure", "table", "a"})


def with_plain_paragraphs(tree: HtmlElement) -> None:
    """Turn divs that are paragraphs into such, where several stand beside each other.

    An extraction passes over divs as soon as a page has enough real paragraphs.
    """
    prose: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for element in tree.iter("div"):
        parent = element.getparent()
        if parent is not None and not is_aside(element) and _is_sentence(element):
            prose[parent].append(element)
    for parent, found in prose.items():
        beside = sum(child.tag == "p" and _is_long(child) for child in parent)
        if len(found) + beside >= _FEWEST and not is_aside(parent):
            for element in found:
                element.tag = "p"


def _is_sentence(element: HtmlElement) -> bool:
    """Whether an element has words of its own, no block, and few links."""
    below = [*islice(element.iter(), _NEAR)]
    if len(below) == _NEAR or any(one.tag in PARTS or one.tag == "img" for one in below[1:]):
        return False
    return _is_long(element)


def _is_long(element: HtmlElement) -> bool:
    words = one_line(element.text_content())
    return len(words) >= _SENTENCE and linked_share(element) < _MOST_LINKED


def without_cards(tree: HtmlElement, *, is_article: bool) -> None:
    """Take out links that hold a heading or a paragraph, where the page has prose besides them."""
    cards = [link for link in tree.iter("a") if _is_card(link)]
    if not cards:
        return
    told = sum(_prose(tree).values())
    shown = sum(len(one_line(card.text_content())) for card in cards)
    if told >= _LEAST_PROSE and (is_article or told >= shown):
        for card in cards:
            holder = card.getparent()
            card.drop_tree()
            if holder is not None and holder.tag == "li" and holder.getparent() is not None:
                holder.drop_tree()


def _is_card(link: HtmlElement) -> bool:
    """Whether a link to another page holds a paragraph; one that is a heading may be the text's."""
    target = link.get("href") or "#"
    if target.startswith("#") or len(one_line(link.text_content())) > _LONGEST_CARD:
        return False
    told = any(len(one_line(one.text_content())) >= _TOLD for one in link.iter("p", "div"))
    return told and not any(
        above.tag in {"h1", "h2", "h3", "h4", "p"} for above in islice(link.iterancestors(), _FEW)
    )


def without_misleading_names(tree: HtmlElement) -> None:
    """Take away names by which an extraction would drop the prose of a page.

    "RichText--iconLinks" has "-icon" in it. A name that half of the prose bears names no box.
    """
    from trafilatura.xpaths import OVERALL_DISCARD_XPATH

    lengths = _prose(tree)
    dropped = cast("list[HtmlElement]", OVERALL_DISCARD_XPATH[0](tree))
    names = {element: names_of(element) for element in dropped if not is_aside(element)}
    held: dict[str, int] = defaultdict(int)
    for paragraph, length in lengths.items():
        for name in {names[above] for above in paragraph.iterancestors() if above in names}:
            held[name] += length
    whole = sum(lengths.values())
    for element, name in names.items():
        if held[name] and held[name] >= _MOST * whole:
            for mark in ("class", "id"):
                element.attrib.pop(mark, None)


def _prose(tree: HtmlElement) -> dict[HtmlElement, int]:
    """The paragraphs of a page that are prose, with their lengths."""
    found: dict[HtmlElement, int] = {}
    beside: dict[HtmlElement, bool] = {}
    for element in tree.iter("p"):
        parent = element.getparent()
        if parent is not None and not _is_beside(parent, beside) and _is_long(element):
            found[element] = len(one_line(element.text_content()))
    return found


def _is_beside(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether an element or one around it is named or made as something beside the article."""
    passed = []
    answer = False
    for one in (element, *element.iterancestors()):
        if one in known:
            answer = known[one]
            break
        passed.append(one)
        if one.tag in _ELSEWHERE - {"form", "table"} or (
            one.tag not in {"body", "html"} and is_aside(one)
        ):
            answer = True
            break
    known.update(dict.fromkeys(passed, answer))
    return answer
