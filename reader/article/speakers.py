"""Transcripts, interviews, chats: who speaks and when, set apart; and the clocks of live reports.

A line is taken for a speaker's only where several of its form stand in the text. So a list of
facts ("Age: 40") or one quoted exchange in a report stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..patterns import Pattern
from .parts import Block, BlockKind

_NAME = (
    r"[A-Z][\w.’'()-]*(?:[ \t]+(?:[A-Z][\w.’'()-]*|de|van|von|der|den|la|al|of|bin|\d{1,2})){0,5}"
)
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s)"
# 1: what says when, 2: who, 3: where the words begin.
_STAMPED = Pattern(
    rf"(?P<when>[\[(]?{_DAY}?{_CLOCK}(?:\s?(?:-->|[-–])\s?{_CLOCK})?[\])]?)[ \t]*(?:[-–—][ \t]+)?"
    rf"(?P<who>{_NAME}[ \t]*:|<[^<>\s]{{1,30}}>)[ \t]+(?P<words>)\S"
)
_UPDATE = Pattern(
    rf"(?P<when>[\[(]?{_CLOCK}(?:\s?(?:[A-Z]{{2,4}}|[ap]m))?[\])]?)[ \t]*[-–—|:·•][ \t]+"
    r"(?P<words>)[A-Z“\"‘'\d]"
)
_TIMED = Pattern(
    rf"(?P<who>{_NAME})[ \t]*(?P<when>[\[(]{_CLOCK}(?:\s?[-–]\s?{_CLOCK})?[\])])"
    r"[ \t]*:[ \t]+(?P<words>)\S"
)
_ABOVE = Pattern(
    rf"(?P<who>{_NAME}),?(?:[ \t]+|[ \t]*[-–—|•·][ \t]*|[ \t]*(?=[\[(]))"
    rf"(?P<when>[\[(]?(?:(?:Today|Yesterday)\sat\s)?{_DAY}?{_CLOCK}[\])]?)\Z"
)
_BEFORE = Pattern(rf"(?P<when>[\[(]?{_CLOCK}[\])]?)[ \t]+(?:[-–—|•·][ \t]*)?(?P<who>{_NAME}):?\Z")
_CLOCK_ALONE = Pattern(rf"(?P<when>[\[(]?{_CLOCK}(?:\s?(?:-->|[-–])\s?{_CLOCK})?[\])]?)\Z")
_LABEL_ALONE = Pattern(rf"(?P<who>{_NAME}[ \t]*:)\Z")
_LABEL = Pattern(rf"(?P<who>\**{_NAME}\**[ \t]*:\**|<[^<>\s]{{1,30}}>)[ \t]+(?P<words>)\S")
_ASKED = Pattern(r"\**(?P<who>Q|A|Question|Answer)\**\s?[:.]\**\s", re.I)
_ASIDE = Pattern(r"[\[(][^\])]*[\])]\.?\Z")
_HINT = Pattern(r"[A-Z\[(<*\d]")
_ASKS, _NICKNAME = frozenset("QAqa*"), "<"
_NO_SPEAKERS = frozenset(
    {"transcript", "minutes", "hearing", "interview", "episode", "subject", "date", "time", "place"}
    | {"venue", "present", "note", "update", "correction", "topic", "location", "participants"}
)
"""What stands before a colon above a record of speech."""
_LONGEST_LABEL = 70
_FEWEST, _FEWEST_UPDATES = 2, 3
_QUESTION_ENDS = ("?", "?**", "?__", "?”", '?"')


class _Line(NamedTuple):
    """What a block looks like: a form, and the match of its parts."""

    form: str
    match: re.Match[str] | None


_FORMS = (
    ("stamped", _STAMPED),
    ("timed", _TIMED),
    ("update", _UPDATE),
    ("above", _ABOVE),
    ("before", _BEFORE),
    ("clock", _CLOCK_ALONE),
    ("asked", _ASKED),
    ("alone", _LABEL_ALONE),
    ("label", _LABEL),
)
_WHOLE = frozenset({"above", "before", "clock", "alone"})
_LABELS = frozenset({"alone", "label"})
_PLAIN = _Line("", None)


def with_speakers(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those of a transcript cut into speaker, time and turn, with these kinds."""
    lines = [
        _line(text, block) if block.kind is BlockKind.PARAGRAPH else _PLAIN for block in blocks
    ]
    forms = _believed(lines)
    if not forms:
        return _with_questions(text, blocks)
    lines = [line if line.form in forms else _PLAIN for line in lines]
    goes_on = _goes_on(lines)
    made: list[Block] = []
    owed = False  # whether what comes next belongs to the speaker above
    for block, line in zip(blocks, lines, strict=True):
        if line.match is not None:
            made += _parts(block, line)
            owed = line.form != "update"
        elif (
            owed
            and block.kind is BlockKind.PARAGRAPH
            and not _ASIDE.match(text, block.start, block.end)
        ):
            made.append(block._replace(kind=_going_on(made[-1].kind)))
            owed = goes_on and block.end < _last_start(blocks, lines)
        else:
            made.append(block)
    return made


def _with_questions(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text without labels, which may be an interview with bold questions."""
    asked = sum(text.endswith(_QUESTION_ENDS, block.start, block.end) for block in blocks)
    if asked < _FEWEST_UPDATES:
        return [*blocks]
    from .interviews import with_questions

    return with_questions(text, blocks)


def _line(text: str, block: Block) -> _Line:
    if not _HINT.match(text, block.start):
        return _PLAIN
    opening = text[block.start : min(block.end, block.start + 2 * _LONGEST_LABEL)]
    short = block.end - block.start <= _LONGEST_LABEL
    for form, pattern in _FORMS:
        if _could_be(form, opening) and (form not in _WHOLE or short):
            match = pattern.match(text, block.start, block.end)
            if match and form in _LABELS and match["who"].strip(" :*").lower() in _NO_SPEAKERS:
                continue
            if match and (form in _WHOLE or match.end() - block.start <= 2 * _LONGEST_LABEL):
                return _Line(form, match)
    return _PLAIN


def _could_be(form: str, opening: str) -> bool:
    """Whether how a block begins has a sign of a form, as hardly any of a report has."""
    if form == "asked":
        return opening[0] in _ASKS
    return ":" in opening or (form == "label" and opening[0] == _NICKNAME)


def _believed(lines: Sequence[_Line]) -> set[str]:
    """The forms that are a layout of this text."""
    count = Counter(line.form for line in lines if line.form)
    names = Counter(_who(line) for line in lines if line.form in {"label", "alone"})
    believed = {form for form in ("stamped", "timed", "above", "before") if count[form] >= _FEWEST}
    asked = {_who(line)[:1].upper() for line in lines if line.form == "asked"}
    if asked == {"Q", "A"}:
        believed.add("asked")
    if _is_dialogue(lines, names) or believed & {"stamped", "asked"}:
        believed |= {"label", "alone"}
    if believed:
        believed.add("clock")
    elif count["update"] >= _FEWEST_UPDATES:
        believed.add("update")
    return believed


def _is_dialogue(lines: Sequence[_Line], names: Counter[str]) -> bool:
    """Whether labels are speakers: some recur, and somebody asks or capitals name them."""
    labelled = [line for line in lines if line.form in {"label", "alone"}]
    if len(labelled) < 3 or max(names.values()) < _FEWEST or len(names) < 2:
        return False
    first, last = lines.index(labelled[0]), len(lines) - lines[::-1].index(labelled[-1])
    dense = 2 * len(labelled) >= last - first
    shouted = sum(_who(line).isupper() for line in labelled)
    asks = sum(_asks(line) for line in labelled)
    recurring = sum(number for number in names.values() if number >= _FEWEST)
    speakers = 2 * shouted > len(labelled) or (asks > 0 and 2 * recurring >= len(labelled))
    return dense and speakers


def _asks(line: _Line) -> bool:
    match = line.match
    return match is not None and "?" in match.string[match.end("who") : match.endpos]


def _who(line: _Line) -> str:
    return line.match["who"].strip(" \t:.*<>") if line.match else ""


def _goes_on(lines: Sequence[_Line]) -> bool:
    """Whether blocks without a label go on with the turn above, as in a record of speech."""
    places = [n for n, line in enumerate(lines) if line.match is not None]
    between = places[-1] - places[0] + 1
    return bool(places) and 2 * len(places) >= between


def _last_start(blocks: Sequence[Block], lines: Sequence[_Line]) -> int:
    """Where the last block with a label begins."""
    for block, line in zip(reversed(blocks), reversed(lines), strict=True):
        if line.match is not None:
            return block.start
    return 0


def _going_on(before: BlockKind) -> BlockKind:
    """The kind of what follows without a label."""
    asked = before in {BlockKind.QUESTION, BlockKind.ANSWER}
    return before if asked else BlockKind.TURN


def _parts(block: Block, line: _Line) -> list[Block]:
    """The blocks that a labelled line is cut into. A label before its words stays with them."""
    match = line.match
    if match is None:
        return [block]
    if line.form == "asked":
        asks = match["who"][:1].upper() == "Q"
        return [block._replace(kind=BlockKind.QUESTION if asks else BlockKind.ANSWER)]
    if line.form == "label" and not match["who"].startswith("<"):
        return [block._replace(kind=BlockKind.TURN)]
    if line.form == "update":
        start = match.start("words")
        return [Block(*match.span("when"), BlockKind.TIMESTAMP), block._replace(start=start)]
    made = []
    for group, kind in (("when", BlockKind.TIMESTAMP), ("who", BlockKind.SPEAKER)):
        if group in match.re.groupindex and (group == "when" or _stands_alone(line)):
            made.append(Block(*match.span(group), kind))
    if line.form in {"stamped", "timed", "label"}:
        start = match.start("words") if _stands_alone(line) else match.start("who")
        made.append(Block(start, block.end, BlockKind.TURN))
    return sorted(made)


def _stands_alone(line: _Line) -> bool:
    """Whether a speaker's name is a block of its own, not the label of a turn."""
    match = line.match
    return line.form in {*_WHOLE, "timed"} or (match is not None and match["who"].startswith("<"))
