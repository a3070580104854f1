"""How rules are written, and the search for the expressions they describe.

A rule is a function with an id and patterns. A pattern is a regular expression with short forms:
a space stands for any white space, `_` for white space or nothing, `~` for white space or a hyphen.
`{class}` stands for a word of that class, `{class:name}` for the same as a named group. The
function gets the match and returns what it means, or None if it means no time after all.
The id is an entry of the registry (`rules/data/times.toml`), which holds the phrase for people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..knowledge.time_words import alternatives, words
from .meanings import Meaning
from .surroundings import Surroundings

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
# Where an expression can begin: at a word, at its part after a hyphen ("mid-May"), and at the
# second number of a range ("1939-1945", "3-5 March").
_WORD = re.compile(
    r"(?<![\w.,/:'’$€£–-])['’]?\w|(?<=[^\W\d]-)\w|(?<=[^\W\d]\.-)\w|(?<=\d{4}[–-])\d(?=\d{3}\b)"
    r"|(?<=\d[–-])\d(?=\d?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SPOKEN_TIME = (
    r"(?:half|quarter|twenty-five|twenty|ten|five)(?:\s+minutes)?\s+(?:past|to)\s+"
    rf"(?:{_HOUR_WORDS}|1[0-2]|[1-9])\b(?![\d:.,]\d|[-%$])"
)
_BOUNDARY = r"(?!\w|-(?:ago|earlier|end|old)\b)"
_LONGEST = 90
_MOST_WORDS = 14


Builder = Callable[[re.Match[str]], "Meaning | tuple[Meaning, str | None] | None"]
Check = Callable[[Surroundings], bool]


_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?([a-z |]+)\)(?![?*{])")
_OPTIONAL = "?*{"
_LETTERS = re.compile(r"[a-z]+")
_DOTLESS = str.maketrans("ı", "i")  # which ignoring case takes for an i


@dataclass(slots=True)
class Rule:
    """A pattern, what builds its meaning, and the class of word it is tried for.

    The pattern is compiled when it is first tried where its own words are near.

    `fits` tells whether a match is a time where it stands, None where it always is. A `counted`
    expression opens with a number that "about" and the like can limit: about two years ago.
    """

    id: str
    trigger: str
    pattern: str
    build: Builder
    fits: Check | None = None
    counted: bool = False
    _needed: tuple[tuple[str, ...], ...] | None = None
    _compiled: re.Pattern[str] | None = None

    def can_match(self, near: str) -> bool:
        """Whether the words that the pattern needs are in a text, with case and dots folded."""
        if self._needed is None:
            self._needed = needed(self.pattern)
        for group in self._needed:
            for word in group:
                if word in near:
                    break
            else:
                return False
        return True

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The match of the pattern at `start`, of what stands before `end`."""
        if self._compiled is None:
            self._compiled = re.compile(_expanded(self.pattern, _BOUNDARY), re.IGNORECASE)
        return self._compiled.match(text, start, end)


def needed(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Words of a pattern, of each group of which one stands in whatever matches.

    Looks at words outside of all groups and at groups of words alone; what it does not understand
    is not needed.
    """
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(pattern):
        if group := _GROUP.match(pattern, at):
            found.append(tuple(option.strip().partition(" ")[0] for option in group[1].split("|")))
            at = group.end()
        elif letters := _LETTERS.match(pattern, at):
            at = letters.end()
            is_whole = at == len(pattern) or pattern[at] not in _OPTIONAL
            found.append((letters[0] if is_whole else letters[0][:-1],))
        elif pattern[at] == "|":
            return ()
        else:
            at = _behind(pattern, at)
    return tuple(group for group in found if all(len(word) > 1 for word in group))


def _behind(pattern: str, at: int) -> int:
    """Where a group, a set or a placeholder that begins at a place ends; else the next place."""
    closing = {"(": ")", "[": "]", "{": "}"}.get(pattern[at])
    if pattern[at] == "\\":
        return at + 2
    if closing is None:
        return at + 1
    inner = at + 1
    while pattern[inner] != closing:
        inner = inner + 1 if closing != ")" else _behind(pattern, inner)
    return inner + 1


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression found: its code points, meaning, rule and TIMEX3 modifier."""

    start: int
    end: int
    meaning: Meaning
    rule: Rule
    mod: str | None = None


class RuleSet:
    """The rules in the order they were written; of equally long matches the first wins."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self,
        name: str,
        trigger: str,
        *patterns: str,
        fits: Check | None = None,
        counted: bool = False,
    ) -> Callable[[Builder], Builder]:
        """Add the decorated function as the rule `name` for expressions that hold a `trigger`."""

        def add(build: Builder) -> Builder:
            for pattern in patterns:
                self.rules.append(Rule(name, trigger, pattern, build, fits, counted))
            return build

        return add


@cache
def _classes() -> dict[str, str]:
    """The regular expression of each class of words."""
    cardinal = alternatives("cardinals")
    joined = r"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+|[\s-]+)"
    # Bounded, for what is tried at many places must not be as long as the text.
    spelled = rf"(?:{cardinal})(?:{joined}(?:{cardinal})){{0,{_MOST_WORDS - 1}}}"
    digits = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,4}(?:\.\d{1,2})?(?:\s+(?:thousand|million|billion)\b)?"
    return {
        "month": _abbreviable("months"),
        "weekday": _abbreviable("weekdays"),
        "weekdays": rf"(?:{alternatives('weekdays', shortest=6)})s\b",
        "unit": rf"(?:{alternatives('units')})s?\b",
        "season": rf"(?:{alternatives('seasons')})\b",
        "daypart": rf"(?:{alternatives('dayparts')})\b",
        "estimate": rf"(?:{alternatives('estimates')})\b",
        "edge": rf"(?:{alternatives('edges')})\b",
        "reference": rf"(?:{alternatives('references')})\b",
        "frequency": rf"(?:{alternatives('frequencies')})\b",
        "holiday": rf"(?:{alternatives('holidays')})\b",
        "zone": rf"(?:{alternatives('zones')})\b",
        "decade": rf"(?:{alternatives('decades')})\b",
        "cardinal": rf"(?:{spelled})\b",
        "ordinal": rf"(?:{_ordinals()}|\d{{1,2}}(?:st|nd|rd|th))\b",
        "number": rf"(?:\d{{1,3}}\s+\d/\d|{digits}|(?:a\s+(?=hun|tho|doz|mil))?{spelled}|an?)\b",
        "year": r"(?:1[0-9]|20|21)\d\d(?!\d|[.,]\d)",
        "early": r"[1-9]\d\d(?!\d|[.,:]\d|%|\s(?:people|men|women|of)\b)",
        "figures": _after("figures", r"[1-9]\d\d(?!\d)") + r"|(?<=\d\d\d\s[-–]\s)[1-9]\d\d(?!\d)",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])",
        "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
        "minute": r"[0-5]\d(?!\d)",
        "era": r"(?:AD|A\.D\.|CE)",
        "bc": r"(?:BCE?\b|B\.C\.(?:E\.)?)",
        "then": _after("then", "then(?!-)")
        + "|"
        + _after("that_time", r"that\s+time(?!\s+(?:of|when))"),
        "led": _after("edge", "(?:early|mid|late)"),
        "spoken": _after("spoken", r"(?:a\s+)?" + _SPOKEN_TIME),
        "meridiem": r"[ap](?:\.\s?m\b\.?|\s?m\b)",
    }


def _after(name: str, pattern: str) -> str:
    """`pattern` where one of the openers of that name stands before it."""
    before = "|".join(rf"(?<=\b{re.escape(word)}\s)" for word in words("openers")[name])
    return rf"(?:{before}){pattern}"


def _ordinals() -> str:
    """The ordinals in words; those of two words by their first, with or without a hyphen."""
    compounds: dict[str, list[str]] = {}
    for word in words("ordinals"):
        first, _, second = word.partition("-")
        if second:
            compounds.setdefault(first, []).append(second)
    joined = [rf"{first}[\s-]+(?:{'|'.join(seconds)})" for first, seconds in compounds.items()]
    simple = [word for word in words("ordinals") if "-" not in word]
    return "|".join([*joined, *sorted(simple, key=len, reverse=True)])


def _abbreviable(name: str) -> str:
    """The names of a list in full, and their short forms with or without a point."""
    listed = words(name)
    short = [w for w in listed if any(o.startswith(w) for o in listed if o != w)]
    full = "|".join(w for w in listed if w not in short)
    return rf"(?:(?:{full})\b|(?:{'|'.join(sorted(short, key=len, reverse=True))})\b\.?)"


def _expanded(pattern: str, boundary: str) -> str:
    """The regular expression a pattern stands for, with what must not follow it."""

    def expand(match: re.Match[str]) -> str:
        kind, name = match.groups()
        body = _classes()[kind]
        return f"(?P<{name}>{body})" if name else f"(?:{body})"

    spaced = pattern.replace("~", r"(?:\s+|-)").replace("_", r"\s*").replace(" ", r"\s+")
    return f"(?:{_PLACEHOLDER.sub(expand, spaced)}){boundary}"


class Scanner:
    """Finds the expressions of a text with a set of rules.

    A text is searched for trigger words first; only where one stands are rules tried, on
    the words up to it. The time taken is linear in the text.
    """

    def __init__(self, rules: Iterable[Rule], triggers: dict[str, str]) -> None:
        """`triggers` maps a trigger's name to the pattern that finds it."""
        self._by_trigger: dict[str, list[Rule]] = {name: [] for name in triggers}
        for rule in rules:
            self._by_trigger[rule.trigger].append(rule)
        boundary = r"(?!\w)"
        parts = (
            f"(?P<{name}>{_expanded(pattern, boundary)})" for name, pattern in triggers.items()
        )
        self._trigger = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(parts)})", re.IGNORECASE)

    def scan(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """The longest expressions between two code points, in text order, none overlapping."""
        words = [m.start() for m in _WORD.finditer(text, start, end)]
        done = start
        for trigger in self._trigger.finditer(text, start, end):
            if trigger.start() < done:
                continue
            first = bisect_left(words, max(done, trigger.start() - _LONGEST))
            last = bisect_left(words, trigger.end())
            hit = self._best(text, words[max(first, last - _MOST_WORDS) : last], trigger, end)
            if hit:
                yield hit
                done = hit.end

    def _best(self, text: str, starts: list[int], trigger: re.Match[str], end: int) -> Hit | None:
        """The match from the leftmost start that reaches over the trigger, the longest there."""
        limit = min(end, trigger.end() + _LONGEST)
        near = text[min(starts, default=limit) : limit].casefold().translate(_DOTLESS)
        rules = [rule for rule in self._by_trigger[trigger.lastgroup or ""] if rule.can_match(near)]
        for start in starts:
            best: Hit | None = None
            for rule in rules:
                match = rule.match(text, start, limit)
                if not match or match.end() < trigger.end():
                    continue
                if best and match.end() <= best.end:
                    continue
                meaning = rule.build(match)
                if meaning is None:
                    continue
                mod = None
                if isinstance(meaning, tuple):
                    meaning, mod = meaning
                best = Hit(start, match.end(), meaning, rule, mod)
            if best:
                return best
        return None
