"""What a page has beside and between its article, taken out, and what it hides of it, shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...article import BlockKind
from ..characters import one_line
from ..markup import Piece, pieces
from .page_gaps import names_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOXES = frozenset({"div", "aside", "section", "form", "figure", "fieldset", "li", "ul", "ol", "p"})
_CALLING = re.compile(
    r"newsletter|subscri|sign-?up|paywall|promo\b|promo-|promotion|app-?download|donat|membership|"
    r"consent|cookie|gdpr|regwall|registration|upsell|marketing|\bcta\b|call-?to-?action",
    re.I,
)
_CALL = re.compile(
    r"\b(?:sign\s?up|subscri(?:be|bers?|bing|ption)|newsletters?|inbox|unlimited\saccess|log\s?in|"
    r"download|cancel\s(?:at\s)?any\s?time|cancel\swhenever|get\sthe\sapp|cookies|donat(?:e|ion)|"
    r"become\sa\smember|support\sour|register|(?:free|-day)\strial|third\sparty|"
    r"no\s(?:credit\s)?card|(?:book|request|get)\sa\sdemo|"
    r"ad\s?blockers?|(?:quality|independent|local)\sjournalism)\b",
    re.I,
)
_LONGEST_CALL, _LONGEST_ASKING, _LONGEST_SAID = 700, 500, 250
_MOST_BESIDE = 0.3
_ACTION = re.compile(
    r"(?:log|sign)\s?in|sign\s?(?:me\s)?up|subscribe|register|(?:start|begin)\s(?:your|my|a)\b.{0,20}trial|"
    r"try\sit|become\sa\smember|create\s(?:an?|your)\s(?:free\s)?account|accept|agree|donate|"
    r"support\s(?:us|our|quality|independent|local)\b|get\sthe\sapp",
    re.I,
)
_LONGEST_ACTION, _LONGEST_BESIDE, _FEWEST_CALLS = 40, 60, 2
_MOST_ASKING = 200
_LANDMARKS = frozenset({"complementary", "navigation", "contentinfo", "search", "dialog", "alert"})
_NOTE_MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|note\s\d{1,3}|citation\sneeded)\]", re.I)
_HEADING_MARK = re.compile(r"[¶#§🔗]|\[\s*edit(?:\ssource)?\s*\]|permalink", re.I)
_FACTS = re.compile(r"\b(?:infobox|taxobox|vcard|biota)")
_SOURCES = re.compile(r"\b(?:references|reflist|citations|bibliography)\b")
_NOTES = re.compile(r"(?:^|\s)(?:footnotes?|endnotes?)(?:$|\s)")
_ABOUT_AUTHOR = re.compile(r"about\sthe\sauthors?\b.{0,3}", re.I)
_AUTHOR_BOX = re.compile(
    r"about-?(?:the-?)?author|author-?(?:box|bio|card|desc\w*|detail|profile)|auth-?detail", re.I
)
_UNREAD = re.compile(r"\b(?:signature|hatnote)\b", re.I)
_PANEL = re.compile(r"accordion|collaps|panel|\btab\b|faq|answer|expand|toggle|chunk|lazy", re.I)
_POPPING = re.compile(r"modal|pop-?up|overlay|dialog|menu|\bnav|cookie|consent|toast|drawer", re.I)
_LEAST_HIDDEN, _LONG_HIDDEN = 40, 60
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*;?", re.I)


def without_marks(tree: HtmlElement) -> None:
    """Take out the marks that a page puts into words: numbers of notes, links of headings."""
    for mark in [*tree.iter("sup")]:
        if _NOTE_MARK.fullmatch(one_line(mark.text_content())):
            mark.drop_tree()
    for mark in [*tree.iter("span")]:
        if "editsection" in (mark.get("class") or ""):
            mark.drop_tree()
    for heading in [*tree.iter(*_HEADINGS)]:
        for mark in [*heading.iter("a", "span")]:
            words = one_line(mark.text_content())
            if mark.getparent() is not None and _HEADING_MARK.fullmatch(words):
                mark.drop_tree()


def taken_apart(tree: HtmlElement) -> list[Piece]:
    """Take boxes of facts, lists of sources and notes out of a page; their lines, told after it."""
    found: list[Piece] = []
    for element in [*tree.iter("table", "ol", "ul", "div", "section")]:
        named = (element.get("class") or "").lower()
        is_facts = element.tag == "table" and _FACTS.search(named)
        is_sources = element.tag != "table" and _SOURCES.search(named)
        is_notes = element.tag != "table" and _NOTES.search(named)
        if element.getparent() is None or not (is_facts or is_sources or is_notes):
            continue
        kind = BlockKind.FOOTNOTE if is_notes else BlockKind.METADATA
        for line in pieces(element):
            words = line.words.strip(" |↩︎↑^\n")
            if words:
                links = [(a, b, to) for a, b, to in line.links if b <= len(words)]
                found.append(line._replace(words=words, kind=kind, links=links, emphasis=()))
        element.drop_tree()
    return found


def without_boxes(tree: HtmlElement) -> None:
    """Take out boxes that ask for an address, money or consent, and what is beside an article."""
    whole = len(one_line(tree.text_content()))
    _drop_calls(tree)
    _drop_asking(tree, whole)
    _drop_landmarks(tree, whole)
    _drop_authors(tree)
    for element in [*tree.iter("div", "p", "dl")]:
        if element.getparent() is None or not _UNREAD.search(names_of(element)):
            continue
        if len(one_line(element.text_content())) <= _LONGEST_SAID:
            element.drop_tree()


def with_hidden_text(tree: HtmlElement) -> None:
    """Show the parts of a page that open at a touch, and have their buttons as headings."""
    for button in [*tree.iter("button")]:
        above = button.getparent()
        if above is not None and above.tag in _HEADINGS:
            button.tag = "span"
        elif any(part.tag in _HEADINGS for part in button):
            button.tag = "div"
    for summary in [*tree.iter("summary")]:
        summary.tag = "h3"
    for element in [*tree.iter("div", "section", "dd", "details")]:
        if element.tag == "details":
            element.tag = "div"
        elif _is_hidden(element) and (_is_panel(element) or _goes_on(element)):
            for name in ("hidden", "aria-hidden", "class", "style"):
                element.attrib.pop(name, None)


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDING.search(element.get("style") or ""))
    )


def _goes_on(element: HtmlElement) -> bool:
    """Whether what is hidden is paragraphs that go on with those before it."""
    parts = element.xpath("./p | ./div/p")
    long = [one for one in parts if len(one_line(one.text_content())) >= _LONG_HIDDEN]
    if len(long) < _FEWEST_CALLS or _POPPING.search(names_of(element)) or element.get("role"):
        return False
    before = [one for one in element.itersiblings(preceding=True) if one.tag in {"p", "div"}]
    return any(
        len(one_line(one.text_content())) >= _LONG_HIDDEN for one in before if one.tag == "p"
    )


def _is_panel(element: HtmlElement) -> bool:
    """Whether what is hidden is a part of the text, not a box that comes up over it."""
    named = names_of(element)
    above = element.getparent()
    known = _PANEL.search(named) or (above is not None and _PANEL.search(names_of(above)))
    if not known or _POPPING.search(named) or element.get("role") in _LANDMARKS:
        return False
    return any(len(one_line(p.text_content())) >= _LEAST_HIDDEN for p in element.iter("p", "li"))


def _drop_calls(tree: HtmlElement) -> None:
    """Take out small boxes that are named like calls and call: for letters, money, consent."""
    for element in [*tree.iter("div", "aside", "section", "figure", "form")]:
        if element.getparent() is None or not _CALLING.search(names_of(element)):
            continue
        words = one_line(" ".join(map(str, element.itertext())))
        if len(words) <= _LONGEST_CALL and (_CALL.search(words) or not words):
            element.drop_tree()


def _drop_asking(tree: HtmlElement, whole: int) -> None:
    """Take out small boxes with a field for an e-mail address, or with an offer and its button."""
    looked_at = 0
    for element in [*tree.iter("input", "a", "button")]:
        if element.getparent() is None or looked_at > _MOST_ASKING:
            continue
        if element.tag == "input":
            asks = "mail" in f"{element.get('type')} {element.get('name')}".lower()
        else:
            words = one_line(element.text_content())
            asks = len(words) <= _LONGEST_ACTION and bool(_ACTION.match(words))
            asks = asks and _stands_alone(element, words)
        looked_at += asks
        box = _box_around(element, whole) if asks else None
        if box is not None and (element.tag == "input" or _offers(box)):
            box.drop_tree()


def _stands_alone(link: HtmlElement, words: str) -> bool:
    """Whether a link or button has next to no words beside it, as one in a sentence has."""
    holder = next((above for above in link.iterancestors() if above.tag in _BOXES), None)
    if holder is None or len(holder) != 1:
        return True
    return len(one_line(holder.text_content())) - len(words) <= _LONGEST_BESIDE


def _offers(box: HtmlElement) -> bool:
    """Whether a box calls in more than one way."""
    found = {words.lower() for words in _CALL.findall(one_line(box.text_content()))}
    return len(found) >= _FEWEST_CALLS


def _box_around(element: HtmlElement, whole: int) -> HtmlElement | None:
    """The largest small box around an element that holds no article and no long paragraph."""
    box = None
    for above in element.iterancestors():
        if above.tag not in _BOXES or above.getparent() is None:
            break
        words = len(one_line(above.text_content()))
        long = any(len(one_line(p.text_content())) > _LONGEST_SAID for p in above.iter("p"))
        if words > min(_LONGEST_ASKING, _MOST_BESIDE * whole) or long:
            break
        if next(above.iter("h1", "time"), None) is not None:
            break
        box = above
    return box


def _drop_authors(tree: HtmlElement) -> None:
    """Take out boxes that say who the author is."""
    boxes = [one for one in tree.iter("div", "section") if _AUTHOR_BOX.search(names_of(one))]
    for heading in tree.iter("h2", "h3", "h4", "h5", "strong"):
        above = heading.getparent()
        if above is not None and _ABOUT_AUTHOR.fullmatch(one_line(heading.text_content())):
            boxes.append(above)
    for box in boxes:
        if box.getparent() is not None and len(one_line(box.text_content())) <= _LONGEST_CALL:
            box.drop_tree()


def _drop_landmarks(tree: HtmlElement, whole: int) -> None:
    """Take out what a page says is beside its article, unless much of its text is there."""
    for element in tree.xpath("//*[@role]"):
        beside = element.get("role") in _LANDMARKS and element.getparent() is not None
        if beside and len(one_line(element.text_content())) < _MOST_BESIDE * whole:
            element.drop_tree()
