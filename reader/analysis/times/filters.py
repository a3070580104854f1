"""What looks like a time and is none: ages, verbs, names, plain numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..knowledge.time_words import words
from ..parse.columns import Parse
from ..syntax.tense import Tense, tense_at
from .grammar import Hit

_AGE = re.compile(r"(?:\s+|-)olds?\b(?!\s+(?:news|rule|law|system))", re.IGNORECASE)
_SHORT_FORM = re.compile(r"[A-Za-z]{3,5}\.?\Z")
_TIME_PREPOSITION = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|during|of|between|through|to|and|around|"
    r"about|for|on|late|early|mid|circa|versus|or|than|over|into|this|the|that|last|next|each|"
    r"every|all)\s+\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:(?:[$€£#+]|\bno\.|\bnumber|\bflight|\broute|\broom|\bresolution)\s*|\d[.,])\Z", re.I
)
_CLOCK_CUE = re.compile(
    r"\b(?:at|by|until|till|from|to|about|around|before|after|since)\s+\Z", re.IGNORECASE
)
_RATE = re.compile(r"\s+(?:an?|per)\s+(?:day|week|month|year)\b", re.IGNORECASE)
_ALSO_NAMES = frozenset({"april", "may", "june", "august"})
_APART = frozenset({"DT", "IN", "TO", "JJ", "CD", "POS", "PRP$"})
_OF = re.compile(r"\s+of\s+(?![$£€\d])")  # "the year of the war"
_COUNTED_FROM = re.compile(r"\s+(?:after|before)\s+\w")  # "the week before the vote"
_COUNTED = frozenset({"NNS"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_DEGREES = re.compile(r"\b(?:temperatures?|highs|lows|degrees|mercury|aged?)\b", re.IGNORECASE)
_NAMED_DAYS = ("super ", "cyber ", "giving ", "fat ", "bloody ")
_REACH = 24
_SENTENCE = 60


class Surroundings:
    """A hit with the tokens it covers."""

    def __init__(self, hit: Hit, text: str, parse: Parse) -> None:
        self.hit = hit
        self.text = text
        self.parse = parse
        self.first, self.last = parse.tokens_in(hit.start, hit.end)
        self.words = text[hit.start : hit.end]
        self.before = text[max(0, hit.start - _REACH) : hit.start]

    @property
    def tag(self) -> str:
        """The tag of the last token."""
        return self.parse.tag[self.last - 1] if self.last > self.first else ""

    @property
    def next_tag(self) -> str:
        """The tag of the token that follows."""
        return self.parse.tag[self.last] if self.last < len(self.parse) else ""

    @property
    def previous_tag(self) -> str:
        """The tag of the token that precedes."""
        return self.parse.tag[self.first - 1] if self.first else ""

    @property
    def after_amount(self) -> bool:
        """Whether a price or a number of things stands before: "$10 a year"."""
        return self.previous_tag in ("CD", "NNS", "$", "NN")

    @property
    def begins_name(self) -> bool:
        """Whether a name follows that nothing before it takes apart from it: March Madness."""
        return self.next_tag == "NNP" and self.previous_tag not in _APART

    @property
    def in_title(self) -> bool:
        """Whether its last word is written as part of a name: the Winter Olympics."""
        return self.words.split()[-1][:1].isupper() and self.next_tag in ("NNP", "NNPS")

    @property
    def closes_name(self) -> bool:
        """Whether it is written as the last word of the name before it: One Wisconsin Now."""
        if not self.words[:1].isupper() or not 0 < self.first < self.last:
            return False
        apart = self.parse.start[self.first] - self.parse.end[self.first - 1] != 1
        return self.previous_tag in ("NNP", "NNPS") and not apart and not self._shouts

    @property
    def is_single(self) -> bool:
        """Whether "a" before a weekday means one of them: in a Friday tweet, not a Sunday show."""
        parse = self.parse
        verbs = (t for t in parse.ancestors(self.first) if parse.tag[t] in _VERBS)
        verb = next(verbs, self.first)
        habit = parse.tag[verb] in ("VBZ", "VBP") and parse.child(verb, "aux") is None
        return self.next_tag.startswith("NN") and not habit

    @property
    def _shouts(self) -> bool:
        """Whether the words around it are all in capitals."""
        return self.text[max(0, self.hit.start - _SENTENCE) : self.hit.end + _SENTENCE].isupper()

    @property
    def ends_name(self) -> bool:
        """Whether it stands where a surname does: right after a name, with no noun to follow."""
        joined = self.previous_tag == "NNP" and re.search(r"[^\W\d]\s\Z", self.before)
        return bool(joined) and not self.next_tag.startswith(("NN", "CD"))

    def named(self, *labels: str) -> bool:
        """Whether the model has a name with one of the labels over the hit."""
        names = self.parse.names
        low, high = 0, len(names)
        while low < high:
            middle = (low + high) // 2
            if names[middle].last <= self.first:
                low = middle + 1
            else:
                high = middle
        return low < len(names) and names[low].first < self.last and names[low].label in labels


def is_time(hit: Hit, text: str, parse: Parse) -> bool:
    """Whether what a rule found is a time where it stands."""
    around = Surroundings(hit, text, parse)
    check = _CHECKS.get(hit.rule)
    return check is None or check(around)


def _month(around: Surroundings) -> bool:
    name = around.words.split()[-1]
    if name.islower() or around.tag in _VERBS:
        return False
    alone = name == around.words
    if alone and ((name.lower() in _ALSO_NAMES and around.ends_name) or around.begins_name):
        return False
    if around.named("PERSON", "ORG", "GPE", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "EVENT"):
        return bool(_TIME_PREPOSITION.search(around.before)) and around.next_tag != "NNP"
    if around.text[around.hit.end : around.hit.end + 4] in (" of ", " for"):
        return bool(_TIME_PREPOSITION.search(around.before))
    short = words("months").get(name.lower().rstrip("."), 0) and len(name.rstrip(".")) < 4
    return not short or name.lower() == "may" or name.endswith(".")


def _weekday(around: Surroundings) -> bool:
    before = around.before.lower()
    if before.endswith((" any ", *_NAMED_DAYS)):
        return False
    if before.endswith(" a ") and not around.is_single:
        return False
    name = around.words.split()[-1]
    if len(name) <= 5 and name.lower() != "sunday":
        return name.endswith(".") or around.text[around.hit.end : around.hit.end + 1] == "."
    return True


def _season(around: Surroundings) -> bool:
    words_ = around.words.split()
    if around.tag in _VERBS or not around.tag.startswith("NN") or around.in_title:
        return False
    following = around.text[around.hit.end : around.hit.end + 4].lower()
    if len(words_) == 1:
        return bool(_TIME_PREPOSITION.search(around.before)) and not following.startswith(" of")
    if words_[0].lower() == "the" and words_[1].lower() in ("fall", "spring"):
        return not following.startswith((" of", " in"))
    return True


def _age(around: Surroundings) -> bool:
    return not _AGE.match(around.text, around.hit.end)


def _amount(around: Surroundings) -> bool:
    lower = around.words.lower()
    last = lower.replace("-", " ").split()[-1]
    if lower.startswith("many") and around.before.lower().endswith("as "):
        return False
    if not _age(around) or _RATE.match(around.text, around.hit.end):
        return False
    if lower.startswith(("a ", "an ")) and len(lower.split()) == 2 and around.after_amount:
        return False
    if last == "second" or last in ("min", "hr", "mins", "hrs"):
        return lower[0].isdigit() or lower.split()[0] in words("cardinals")
    if last.startswith("quarter"):
        follows = around.text[around.hit.end : around.hit.end + 8].lower().lstrip(" -")
        return not follows.startswith(("of", "point", "percent", "cent"))
    return True


def _bare(around: Surroundings) -> bool:
    last = around.words.lower().split()[-1]
    if last in ("quarters", "seconds", "mins", "hrs", "minutes", "hours", "nights"):
        return False
    return _age(around)


def _definite(around: Surroundings) -> bool:
    follows = around.text[around.hit.end : around.hit.end + 1]
    of_it = _OF.match(around.text, around.hit.end) or _COUNTED_FROM.match(
        around.text, around.hit.end
    )
    named = around.words.split()[-1][:1].isupper() and not around.words.isupper()
    return around.words.lower() != "the day" and follows != "-" and not of_it and not named


def _year(around: Surroundings) -> bool:
    if not around.words[:1].isdigit():
        return True
    within_name = around.previous_tag == around.next_tag == "NNP"  # the Cleveland 2016 Committee
    if within_name or _NUMBERED.search(around.before):
        return False
    after = around.text[around.hit.end : around.hit.end + 2]
    if after[:1] in "%°$" and after[:1]:
        return False
    number = int(around.words[:4])
    cued = bool(_TIME_PREPOSITION.search(around.before))
    if not cued and around.previous_tag == "NNP" and not around.next_tag.startswith(("NN", "JJ")):
        return False
    if not 1900 <= number <= 2060:
        return cued and around.next_tag not in _COUNTED and not around.next_tag.startswith("JJ")
    return cued or around.next_tag not in _COUNTED


def _decade(around: Surroundings) -> bool:
    """Not "temperatures in the 80s"."""
    start = around.hit.start
    return not _DEGREES.search(around.text, max(0, start - _SENTENCE), start)


def _reference(around: Surroundings) -> bool:
    lower = around.words.lower()
    if around.closes_name:
        return False
    if lower == "soon":
        follows = around.text[around.hit.end : around.hit.end + 7].lower()
        ahead = tense_at(around.parse, around.first) in (Tense.FUTURE, Tense.EXPECTED, None)
        return ahead and not follows.startswith((" as", " after"))
    if lower == "the future":
        return not around.next_tag.startswith("NN")
    return lower != "current" or around.tag == "JJ"


def _nearby(around: Surroundings) -> bool:
    """Not the name of a programme ("This Week") nor the last of something ("its last week")."""
    if around.previous_tag in ("PRP$", "POS") or _defined(around):
        return False
    return not around.words.split()[-1][:1].isupper() or around.words.isupper()


def _defined(around: Surroundings) -> bool:
    """Whether what follows says which one it is: "the last day he worked", "the last week of"."""
    if not around.words.lower().startswith(("the last", "the next", "the past")):
        return False
    return around.next_tag in ("PRP", "WDT") or bool(_OF.match(around.text, around.hit.end))


def _not_in_name(around: Surroundings) -> bool:
    """Not the last word of a name, USA TODAY, nor one within it: The Daily Planet."""
    return not around.closes_name and not (around.in_title and around.previous_tag == "DT")


def _day_alone(around: Surroundings) -> bool:
    """Not "on the 12th floor"."""
    return not around.next_tag.startswith(("NN", "JJ", "CD", "VBG"))


def _part_of_weekday(around: Surroundings) -> bool:
    """Not the title "Saturday Morning Cartoons"."""
    return not around.in_title


def _daypart(around: Surroundings) -> bool:
    """Not "pre-dawn", "the dawn of an age", nor "High Noon" or Dawn Hill."""
    named = around.words[:1].isupper() and around.next_tag.startswith("NNP")
    figure = around.words.lower() == "the dawn" and bool(_OF.match(around.text, around.hit.end))
    before = around.before.lower()
    return not (named or figure or before.endswith(("-", "high ")))


def _time_of_day(around: Surroundings) -> bool:
    plain = around.words.replace(":", "").isdigit()
    return not plain or bool(_CLOCK_CUE.search(around.before))


def _holiday(around: Surroundings) -> bool:
    return around.words.split()[-1][:1].isupper() and around.next_tag != "NNP"


_CHECKS: dict[str, Callable[[Surroundings], bool]] = {
    "month": _month,
    "part of that year": _month,
    "weekday": _weekday,
    "season": _season,
    "amount": _amount,
    "bare units": _bare,
    "decade of this age": _decade,
    "definite unit": _definite,
    "year": _year,
    "reference": _reference,
    "time of day": _time_of_day,
    "holiday": _holiday,
    "nearby unit": _nearby,
    "part of day": _daypart,
    "relative day": _not_in_name,
    "tonight": _not_in_name,
    "frequency": _not_in_name,
    "day of some month": _day_alone,
    "part of weekday": _part_of_weekday,
}
