"""What each block of a web page is: the article, a line about it, or the page around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...article import BlockKind
from ...article.lines import LONGEST, about_the_article, is_navigation, of_the_page
from ...article.publication import dates_and_names
from ..characters import one_line
from ..markup import Piece
from .page_gaps import captions_in, key_of
from .page_headings import headed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEASER = re.compile(
    r"\W{0,3}(?:read\s(?:more|next|also|the\sfull|[|:])|read:|also\sread|see\salso|related|more\s(?:on\sthis|from\s\S+)|"
    r"more:|watch|listen|don[’']t\smiss|recommended|click\shere|sign\sup|subscribe|follow\sus|"
    r"like\sus|download\s(?:the|our)|join\sour|get\s(?:the|our)\s\w+\s(?:newsletter|app)|"
    r"share\sthis|advertisement|story\scontinues|article\scontinues|view\s(?:photos|gallery)|"
    r"lesen\ssie\s(?:auch|mehr)|mehr\szum\sthema|(?:à\s)?lire\saussi|lea\stambién|leia\s(?:também|mais)|"
    r"leggi\sanche|lees\sook|läs\sockså|les\sogså|læs\sogså|czytaj\s(?:też|także|również))\b",
    re.I,
)
_LONGEST_TEASER, _LONGEST_CALL, _LONGEST_PLEA = 180, 100, 320
_MOSTLY, _WHOLE, _NEARLY = 0.6, 0.95, 0.8
_TOP, _END, _SHORTEST_PULLED, _LONGEST_KICKER, _FEWEST_NAMES = 4, 4, 25, 60, 2
_ENDS = (".", "!", "?", "”", '"', ":")
_PULLED = frozenset({BlockKind.QUOTE, BlockKind.PULL_QUOTE, BlockKind.HEADING})
_MOST_WORDS_OF_A_TOOL = 2
_COUNTER = re.compile(r"\d{1,3}\s?(?:/|of)\s?\d{1,3}")
_NAME = re.compile(r"[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|de|van|von|der|la)){1,3}")
_CALL = re.compile(
    r"\W{0,3}(?:follow\sus|sign\sup\s(?:for|to)|subscribe\s(?:to|now)|download\s(?:the|our)\s\w+|"
    r"click\shere|like\sus\son|join\sour|read\smore\b|share\sthis|get\sour\s\w+|"
    r"check\sout\s(?:our|the\sbest)\b|today[’']s\sbest\s.{2,40}\sdeals?\b)",
    re.I,
)


# What asks the reader for an address, money or an installation, wherever it stands.
_PLEA = re.compile(
    r"\b(?:sign\sup|subscribe)\s(?:here|now|today|for\sfree)\b|"
    r"\A\W*(?:stay\s(?:informed|updated|connected)\b|get\sthe\slatest\b).{0,120}\b(?:app|newsletter|alerts)\b|"
    r"\bdownload\s(?:now|the\s\w+\sapp|our\s(?:\w+\s)?app)|"
    r"\balready\sa\s(?:subscriber|member)\b|\bclick\shere\sto\s(?:get|subscribe|sign|join|read)\b|"
    r"\A\W*follow\s.{2,40}\son\s(?:your|twitter|x|facebook|instagram|youtube|spotify|apple)\b|"
    r"\bwherever\syou\sget\syour\spodcasts\b|"
    r"\bwe\s(?:may\s)?(?:earn|receive|get)\s(?:an?\s|some\s)?(?:small\s|affiliate\s)?commissions?\b|"
    r"\b(?:suscr[ií]b[ea]te|abonnez-vous|s[’']abonner|jetzt\sabonnieren|iscriviti|abonati|assine\sj[áa]|"
    r"word\sabonnee|bli\sabonnent|prenumerera)\b|"
    r"\bsupport\s(?:our|quality|independent|local)\sjournalism\b|"
    r"\bget\sunlimited\saccess\b|\bthanks\sfor\sreading\b.{0,80}\bsubscribe\b|"
    r"\bour\sstandards:|\bfollow\s(?:us|him|her|them|\w+)\son\s(?:twitter|x|facebook|instagram)\b"
    r"(?!\w)|\bjoin\sthe\sconversation\b|\ball\srights\sreserved\b",
    re.I,
)
_SIGNS_OF_PLEA = (
    *("sign up", "subscri", "download", "already a", "click here", "unlimited", "standards:"),
    *(
        "follow ",
        "join the",
        "rights reserved",
        "podcast",
        "commission",
        "stay ",
        "get the",
        "journalism",
    ),
    *("journalism", "suscr", "abon", "assine", "prenum"),
)
"""One of these is in whatever `_PLEA` finds; looking for them is cheaper."""
# Who made the article and where else it stands.
_SIGNED = re.compile(
    r"\W{0,3}(?:[Aa]\sversion\sof\sthis\s(?:article|story|column)\s(?:appear|was)|"
    r"[Tt]his\s(?:article|story|column|post|piece)\s(?:first|originally|was\s(?:first|originally))\s"
    r"(?:appeared|published|ran)\b|"
    r"(?:More\sinformation|Journal\sinformation|Citation|Provided\sby|DOI)\b[:\s].{0,200}"
    r"(?:\d{4}|University|Institute|doi)|[Tt]his\sdocument\sis\ssubject\sto\scopyright\b|"
    r"[Tt]his\s(?:work|article|story|text)\sis\s(?:licen[sc]ed|(?:re)?published)\sunder\b|"
    r"(?i:reporting|writing|editing|additional\sreporting)\s(?:and\s\w+\s)?by\b|"
    r"[Ww]ith\s(?:inputs?|files|reporting|additional\sreporting)\s(?:from|by)\b|"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}(?:\sand\s[A-Z][\w.’' -]+)?\s"
    r"(?:contributed\sto\sthis|reported\sfrom\s[A-Z][\w, ]{1,60}\.(?:\s|\Z)|can\sbe\sreached\sat|"
    r"is\san?\s[\w\s,’'-]{0,60}\b(?:reporter|correspondent|columnist|staff\swriter|editor|journalist)\b"
    r".{0,80}(?:\bfor\s|\bat\s|\bcan\sbe|\bwho\scovers|\bcovering\b|\bbased\sin\b))|"
    r".{0,200}\bviews\sexpressed\s(?:here\s)?(?:are|in\sthis)\b|SOURCE:?\s[A-Z][^.]{2,60}\Z)"
)


def judged(
    found: list[Piece],
    title: str | None,
    tree: HtmlElement | None = None,
    byline: str | None = None,
) -> list[Piece]:
    """The blocks without repeats, those of the page around the article with their kinds.

    What the page has as captions in its `tree` are captions. Lines that name who wrote it, the
    `byline`, and say nothing else but what the author is are no part of it.
    """
    captions = captions_in(tree) if tree is not None else set()
    made: list[Piece] = []
    seen: set[str] = set()
    headline = one_line(title or "").lower()
    for place, piece in enumerate(found):
        words = one_line(piece.words)
        key = words.lower()
        if not key or (place < 5 and key == headline) or (len(key) > 40 and key in seen):
            continue
        if _is_kicker(piece, key, headline) and place < 5:
            continue
        if place < 5 and headline and key.startswith(headline) and len(key) - len(headline) < 100:
            words = words[len(headline) :].strip()
            made.append(Piece(words, about_the_article(words) or piece.kind, []))
            continue
        seen.add(key)
        is_caption = captions and key_of(words) in captions
        kind = BlockKind.CAPTION if is_caption else _kind(piece, words, is_top=len(made) < _TOP)
        made.append(piece._replace(kind=kind))
    made = _without_pull_quotes(_without_tail(_with_names(_with_authors(made, byline))))
    return headed(tree, made, headline) if tree is not None else made


def _is_kicker(piece: Piece, key: str, headline: str) -> bool:
    """Whether a heading is the headline with a word or two before it."""
    longer = 0 < len(key) - len(headline) <= _LONGEST_KICKER
    return bool(headline) and piece.kind is BlockKind.HEADING and longer and key.endswith(headline)


def _kind(piece: Piece, words: str, *, is_top: bool) -> BlockKind:
    """What a block is: one that leads elsewhere or asks for something is navigation."""
    kind = of_the_page(words)
    if kind is None and not any(map(str.isalnum, words)):
        kind = BlockKind.FURNITURE
    if kind is None and is_top and len(words) <= LONGEST:
        kind = _kind_at_top(piece, words)
    if kind is not None:
        return kind
    if _leads_away(piece, words):
        return BlockKind.NAVIGATION
    if _COUNTER.fullmatch(words):
        return BlockKind.FURNITURE
    signed = len(words) <= _LONGEST_PLEA and _SIGNED.match(words)
    return BlockKind.CREDIT if signed else piece.kind


def _kind_at_top(piece: Piece, words: str) -> BlockKind | None:
    """What a short block above the text is: who wrote it and when, a tool of the page."""
    told = [about_the_article(one_line(line)) for line in piece.words.split("\n")]
    if told[0] is not None and all(told):
        return told[0]
    if dates_and_names(words):
        return BlockKind.BYLINE if "by " in words.lower() else BlockKind.DATE
    is_tool = piece.kind is BlockKind.LIST_ITEM and len(words.split()) <= _MOST_WORDS_OF_A_TOOL
    return BlockKind.FURNITURE if is_tool else None


def _leads_away(piece: Piece, words: str) -> bool:
    """Whether a block leads to other articles, or asks for an address or an installation."""
    if is_navigation(words) or _calls(words):
        return True
    linked = sum(end - start for start, end, _ in piece.links)
    if piece.kind is BlockKind.LIST_ITEM and linked > _MOSTLY * len(words) and len(words) > 20:
        return True
    if len(words) > _LONGEST_TEASER:
        return False
    if _TEASER.match(words) and (linked or not words.endswith((".", "!", "?", "”", '"'))):
        return True
    return piece.kind is not BlockKind.QUOTE and (
        linked > _WHOLE * len(words) or _is_foot(piece, linked)
    )


def _is_foot(piece: Piece, linked: int) -> bool:
    """Whether each line of a block is links alone or speaks about the page."""
    lines = [one_line(line) for line in piece.words.split("\n")]
    others = [line for line in lines if not about_the_article(line)]
    letters = sum(len(line.replace("|", "").strip()) for line in others)
    return len(lines) > 1 and len(piece.links) > 1 and linked >= _NEARLY * letters


def _with_authors(found: list[Piece], byline: str | None) -> list[Piece]:
    """The blocks; short ones at the top with the author's name, and at the end about the author."""
    name = (byline or "").partition(",")[0].strip()
    if len(name.split()) < _FEWEST_NAMES:
        return found
    about = re.compile(
        rf"{re.escape(name)},?\s?(?:is|was|has|covers|writes|reports|leads|lives|works|can)\b"
    )
    made = [*found]
    prose = [n for n, piece in enumerate(found) if len(piece.words) > _LONGEST_PLEA]
    for place, piece in enumerate(found):
        words = one_line(piece.words)
        at_top = place < _TOP and len(words) <= _LONGEST_CALL and not words.endswith(_ENDS)
        if at_top and name in words and piece.kind is not BlockKind.QUOTE:
            made[place] = piece._replace(kind=BlockKind.BYLINE)
        at_end = place >= len(found) - _END and (not prose or place > prose[0])
        if at_end and place > _TOP and len(words) <= _LONGEST_PLEA and about.match(words):
            made[place] = piece._replace(kind=BlockKind.CREDIT)
    return made


def _with_names(found: list[Piece]) -> list[Piece]:
    """The blocks; a bare name at the top, directly over a day, is who wrote them."""
    made = [*found]
    for place in range(min(_TOP, len(found) - 1)):
        name, day = (one_line(piece.words) for piece in found[place : place + 2])
        if _NAME.fullmatch(name) and about_the_article(day) is BlockKind.DATE:
            made[place] = found[place]._replace(kind=BlockKind.BYLINE)
            made[place + 1] = found[place + 1]._replace(kind=BlockKind.DATE)
    return made


def _without_pull_quotes(found: list[Piece]) -> list[Piece]:
    """The blocks without quotes and headings whose words another block holds."""
    keys = [_letters_of(piece.words) for piece in found]
    whole = "|".join(keys)
    return [
        piece
        for piece, key in zip(found, keys, strict=True)
        if piece.kind not in _PULLED or len(key) < _SHORTEST_PULLED or whole.count(key) < 2
    ]


def _letters_of(words: str) -> str:
    return "".join(filter(str.isalnum, words)).lower()


def _calls(words: str) -> bool:
    """Whether a block asks its reader to do something for the site."""
    if len(words) > _LONGEST_PLEA:
        return False
    small = words.lower()
    asks = any(sign in small for sign in _SIGNS_OF_PLEA) and _PLEA.search(words)
    return bool(asks or (len(words) <= _LONGEST_CALL and _CALL.match(words)))


def _without_tail(found: list[Piece]) -> list[Piece]:
    """The blocks; links and headings below the last paragraph are navigation."""
    prose = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.TABLE)
    last = max((n for n, piece in enumerate(found) if piece.kind in prose), default=-1)
    tail = found[last + 1 :]
    if not any(piece.kind is BlockKind.NAVIGATION for piece in tail):
        return [
            piece._replace(kind=BlockKind.NAVIGATION)
            if number > last >= 0 and piece.kind is BlockKind.HEADING
            else piece
            for number, piece in enumerate(found)
        ]
    return [*found[: last + 1], *(piece._replace(kind=BlockKind.NAVIGATION) for piece in tail)]
