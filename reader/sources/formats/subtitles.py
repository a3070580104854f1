"""Subtitles: SRT and WebVTT, their cues joined to paragraphs, voices as speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ...article import Article, BlockKind
from ...article.errors import ArticleError
from ..building import About, Builder, Place
from ..characters import one_line
from ..plain import text_of
from ..types import Raw

_TIME = re.compile(
    r"(?P<start>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})[ \t]*-->[ \t]*"
    r"(?P<end>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})[^\n]*\n?"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<who>[^>]{1,80})>")
_LABEL = re.compile(r"(?:>>\s*)?(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})\s?:\s+(?=\S)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,100}>|<\d[\d:.]*>|\{\\[^}]{0,60}\}")
_NUMBER = re.compile(r"\d{1,6}\Z")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\Z")
_PAUSE, _LONG = 2.5, 500


class _Cue(NamedTuple):
    """What is shown from one second to another, who says it, and where it stands."""

    start: float
    end: float
    who: str
    words: str
    place: tuple[int, int]


class Subtitles:
    """SRT and WebVTT."""

    name = "subtitles"
    suffixes = frozenset({".srt", ".vtt"})
    media_types = frozenset({"text/vtt", "application/x-subrip", "text/srt"})

    def recognises(self, raw: Raw) -> bool:
        """Whether the bytes begin like subtitles: their mark, or a number and two times."""
        head = raw.data[:3000].decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
        if head.startswith("WEBVTT"):
            return True
        first = head.replace("\r\n", "\n").replace("\r", "\n").split("\n", 2)
        return bool(_NUMBER.match(first[0].strip()) and _TIME.match("\n".join(first[1:]))) or bool(
            raw.suffix in self.suffixes and _TIME.search(head)
        )

    def read(self, raw: Raw) -> Article:
        """What is said, in paragraphs; each change of the speaker with its time."""
        cues = [*_cues(text_of(raw))]
        if not cues:
            raise ArticleError(f"{raw.name} holds no subtitles: open another copy.")
        builder = Builder()
        speaking = ""
        for cue in _joined(cues):
            if cue.who:
                if cue.who != speaking:
                    builder.add(cue.who, BlockKind.SPEAKER)
                    builder.add(_clock(cue.start), BlockKind.TIMESTAMP)
                speaking = cue.who
            kind = BlockKind.TURN if speaking else BlockKind.PARAGRAPH
            builder.add(cue.words, kind, place=Place(*cue.place))
        return builder.article(raw, About())


def _cues(text: str) -> Iterator[_Cue]:
    """The cues in order; lines that are shown again as the next scroll in are said once."""
    times = [*_TIME.finditer(text)]
    shown: list[str] = []
    for number, match in enumerate(times):
        end = times[number + 1].start() if number + 1 < len(times) else len(text)
        lines, who = [], ""
        for line in re.split(r"\n[ \t]*\n", text[match.end() : end], maxsplit=1)[0].split("\n"):
            if voice := _VOICE.search(line):
                who = one_line(voice["who"])
            words = one_line(unescape(_TAG.sub("", _VOICE.sub("", line))))
            if label := _LABEL.match(words):
                who, words = label["who"], words[label.end() :]
            if words:
                lines.append(words)
        said = [words for words in lines if words not in shown]
        shown = lines
        if said:
            span = (match.start(), match.end() + len(text[match.end() : end].rstrip()))
            yield _Cue(_seconds(match["start"]), _seconds(match["end"]), who, " ".join(said), span)


def _joined(cues: list[_Cue]) -> Iterator[_Cue]:
    """The cues put together to paragraphs: to the end of a sentence before a pause."""
    last: _Cue | None = None
    for cue in cues:
        words = cue.words.lstrip("- ") if cue.words.startswith(("- ", ">> ", "-")) else cue.words
        words = words.removeprefix(">> ")
        if last is None:
            last = cue._replace(words=words)
            continue
        other = bool(cue.who) and cue.who != last.who
        pauses = cue.start - last.end > _PAUSE or len(last.words) > _LONG
        dialogue = words != cue.words
        if other or dialogue or (pauses and _ENDS.search(last.words)):
            yield last
            last = cue._replace(words=words)
        else:
            place = (last.place[0], cue.place[1])
            last = last._replace(words=f"{last.words} {words}", end=cue.end, place=place)
    if last is not None:
        yield last


def _seconds(written: str) -> float:
    total = 0.0
    for part in written.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
