"""What looks like a time and is none: ages, verbs, names, plain numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from ..knowledge.time_words import alternatives, words
from ..syntax.tense import Tense, tense_at
from .surroundings import Surroundings

_AGE = re.compile(r"(?:\s+|-)olds?\b(?!\s+(?:news|rule|law|system))", re.IGNORECASE)
_TIME_PREPOSITION = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|during|of|between|through|to|and|around|"
    r"about|for|on|late|early|mid|circa|versus|or|than|over|into|this|the|that|last|next|each|"
    r"every|all|(?:early|late|recently|back) as)\s+\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?:(?:[$€£#+]|\b(?:{alternatives('numbered')}))\s*|\d[.,])\Z", re.I)
_BRACKETED = re.compile(
    r"\((?:[^()]{0,20}[,;]\s)?(?:(?:born|reigned|ruled|died)\s|[cbdr]\.\s)?(?:\d{3,4}\s?[-–—]\s?)?\Z"
)
_YEAR_BEFORE = re.compile(r"(?<![\d.,$€£])(\d{4})\s?[-–]\s?\Z")
_YEAR_BEHIND = re.compile(r"\s?[-–]\s?(\d{4})(?![\d,])")
_LONGEST_SPAN = 130  # years of a life or a war
_PRINTED = re.compile(r"(?<![^\W\d])[^\W\d]{3,},\s\Z")  # Aberdeen, 1859.
_FIRST_PRINTED = 1450
_ENDS = frozenset({".", ";", ")"})
_STREET = re.compile(rf"\s(?:[A-Z][\w.]*\s){{1,2}}(?:{alternatives('streets')})\b", re.IGNORECASE)
_CLOSES = re.compile(r"\s?(?:[-–—]\s?\d|[),;])")
_MEASURED = re.compile(rf"[\s-]+(?:{alternatives('measures')})\b", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|dated|due|starting|through)\s+\Z", re.IGNORECASE)
_SIGNS = frozenset({"%", "°", "$"})
_CLOCK_CUE = re.compile(
    r"\b(?:at|by|until|till|from|to|about|around|before|after|since)\s+\Z", re.IGNORECASE
)
_FIGURES_BEHIND = re.compile(
    r"\s?(?:to|through|until|till|[-–])\s?(?:1[0-2]|0?[1-9])/(?:3[01]|2\d|1[3-57-9])(?![\d/])"
)
_RATE = re.compile(r"\s+(?:an?|per)\s+(?:day|week|month|year)\b", re.IGNORECASE)
_ALSO_NAMES = frozenset({"april", "may", "june", "august"})
_CAPITAL = re.compile(r"\s+[A-Z]")  # in 1631 Swedish troops came, and not 1631 Swedish crowns
_OF = re.compile(r"\s+of\s+(?![$£€\d])")  # "the year of the war"
_COUNTED_FROM = re.compile(r"\s+(?:after|before)\s+\w")  # "the week before the vote"
_COUNTED = frozenset({"NNS"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_DEGREES = re.compile(r"\b(?:temperatures?|highs|lows|degrees|mercury|aged?)\b", re.IGNORECASE)
_GAMES = re.compile(rf"\b(?:{alternatives('games')})\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:profits?|revenues?|earnings|sales|shares|investors|percent)\b|%", re.I)
_FEWEST_OF_GAMES = 3
_NAMED_DAYS = ("super ", "cyber ", "giving ", "fat ", "bloody ")
_SENTENCE = 60


def is_month(around: Surroundings) -> bool:
    """Not a verb, a name or part of one."""
    name = around.words.split()[-1]
    if name.islower() or around.tag in _VERBS:
        return False
    alone = name == around.words
    if alone and ((name.lower() in _ALSO_NAMES and around.ends_name) or around.begins_name):
        return False
    if around.named("PERSON", "ORG", "GPE", "FAC", "LOC", "WORK_OF_ART", "PRODUCT", "EVENT"):
        return bool(_TIME_PREPOSITION.search(around.before)) and around.next_tag != "NNP"
    if around.text[around.end : around.end + 4] in (" of ", " for"):
        return bool(_TIME_PREPOSITION.search(around.before))
    short = words("months").get(name.lower().rstrip("."), 0) and len(name.rstrip(".")) < 4
    return not short or name.lower() == "may" or name.endswith(".")


def is_weekday(around: Surroundings) -> bool:
    """Not "any Friday", the name of a day (Super Tuesday), nor a short form that is a word."""
    before = around.before.lower()
    if before.endswith((" any ", *_NAMED_DAYS)):
        return False
    if before.endswith(" a ") and not around.is_single:
        return False
    name = around.words.split()[-1]
    if len(name) <= 5 and name.lower() != "sunday":
        spelled = name.istitle() and name.lower() in words("short_weekdays")
        return spelled or name.endswith(".")
    return True


def is_season(around: Surroundings) -> bool:
    """Not a verb, not part of a title, and alone only after a preposition."""
    words_ = around.words.split()
    if around.tag in _VERBS or not around.tag.startswith("NN") or around.in_title:
        return False
    following = around.text[around.end : around.end + 4].lower()
    if following.startswith(" of") and around.before.lower().endswith("the "):
        return False  # the last winter of the war
    if len(words_) == 1:
        return bool(_TIME_PREPOSITION.search(around.before)) and not following.startswith(" of")
    if words_[0].lower() == "the" and words_[1].lower() in ("fall", "spring"):
        return not following.startswith((" of", " in"))
    return True


def _age(around: Surroundings) -> bool:
    return not _AGE.match(around.text, around.end)


def is_amount(around: Surroundings) -> bool:
    """Not an age, a rate, nor a runner-up or a share of something."""
    lower = around.words.lower()
    last = lower.replace("-", " ").split()[-1]
    if not _age(around) or _RATE.match(around.text, around.end):
        return False
    if lower.startswith(("a ", "an ")) and len(lower.split()) == 2 and around.after_amount:
        return False
    if last == "second" or last in ("min", "hr", "mins", "hrs"):
        return lower[0].isdigit() or lower.split()[0] in words("cardinals")
    if last.startswith("quarter"):
        follows = around.text[around.end : around.end + 8].lower().lstrip(" -")
        return not follows.startswith(("of", "point", "percent", "cent"))
    return True


def is_bare_unit(around: Surroundings) -> bool:
    """Not units that mean something else alone: quarters, seconds."""
    last = around.words.lower().split()[-1]
    if last in words("openers")["not_alone"]:
        return False
    return _age(around)


def is_definite_unit(around: Surroundings) -> bool:
    """Not "the day", nor what the words after it define: the year of the war."""
    follows = around.text[around.end : around.end + 1]
    of_it = _OF.match(around.text, around.end) or _COUNTED_FROM.match(around.text, around.end)
    named = around.words.split()[-1][:1].isupper() and not around.words.isupper()
    turn = around.before.lower().endswith("turn of ")
    return (
        around.words.lower() != "the day"
        and not turn
        and follows != "-"
        and not of_it
        and not named
    )


def is_year(around: Surroundings) -> bool:
    """Not a number of things, a page or a part of a name."""
    if not around.words[:1].isdigit():
        return True
    return not _is_number(around) and (_is_set_as_year(around) or _reads_as_year(around))


def _is_set_as_year(around: Surroundings) -> bool:
    """Whether marks alone tell a year: (born 1859), 1715 - 1774, Oslo, 1859."""
    if _BRACKETED.search(around.before) and _CLOSES.match(around.text, around.end):
        return True
    if _paired(around) > 0:
        return True
    printed = int(around.words[:4]) >= _FIRST_PRINTED and _PRINTED.search(around.before)
    return bool(printed) and around.text[around.end : around.end + 1] in _ENDS


def _reads_as_year(around: Surroundings) -> bool:
    """Whether the words beside four figures leave them to be a year."""
    number = int(around.words[:4])
    cued = bool(_TIME_PREPOSITION.search(around.before))
    if not cued and around.previous_tag == "NNP" and not around.next_tag.startswith(("NN", "JJ")):
        return False
    if not 1900 <= number <= 2060:
        small = around.next_tag.startswith("JJ") and not _CAPITAL.match(around.text, around.end)
        return cued and around.next_tag not in _COUNTED and not small
    return cued or around.next_tag not in _COUNTED


def _paired(around: Surroundings) -> int:
    """1 where two years follow each other over a dash, -1 where two numbers do not, else 0."""
    number, before = int(around.words[:4]), _YEAR_BEFORE.search(around.before)
    behind = _YEAR_BEHIND.match(around.text, around.end)
    first, last = (int(before[1]), number) if before else (number, int(behind[1]) if behind else 0)
    if not before and not behind:
        return 0
    return 1 if first < last <= first + _LONGEST_SPAN else -1


def _is_number(around: Surroundings) -> bool:
    """Whether four figures are part of a name, or count or number something."""
    within_name = around.previous_tag == around.next_tag == "NNP"  # the Cleveland 2016 Committee
    numbered = _NUMBERED.search(around.before) is not None
    follows = (_MEASURED, _STREET)
    counts = any(pattern.match(around.text, around.end) for pattern in follows)
    scored = _paired(around) < 0  # 2010-1998
    return (
        within_name
        or numbered
        or counts
        or scored
        or around.text[around.end : around.end + 1] in _SIGNS
    )


def is_part_of_year(around: Surroundings) -> bool:
    """Not the half or quarter of a game, in an article that tells of one and not of business."""
    return _words_of_games(around.text) < _FEWEST_OF_GAMES or bool(_MONEY.search(around.text))


@lru_cache(maxsize=2)
def _words_of_games(text: str) -> int:
    """How many different words of games an article has."""
    return len({found.lower() for found in _GAMES.findall(text)})


def is_nobodys(around: Surroundings) -> bool:
    """Not the hundred runs of a batsman: his ninth century."""
    return around.previous_tag not in ("PRP$", "POS")


def is_decade(around: Surroundings) -> bool:
    """Not "temperatures in the 80s", nor a man in his 80s."""
    start = around.start
    return around.previous_tag != "PRP$" and not _DEGREES.search(
        around.text, max(0, start - _SENTENCE), start
    )


def is_reference(around: Surroundings) -> bool:
    """Not part of a name, nor "soon" in the past tense."""
    lower = around.words.lower()
    follows = around.text[around.end : around.end + 7].lower()
    if around.closes_name or (follows.startswith(" as ") and around.before.lower().endswith("as ")):
        return False
    if lower == "soon":
        ahead = tense_at(around.parse, around.first) in (Tense.FUTURE, Tense.EXPECTED, None)
        return ahead and not follows.startswith((" as", " after"))
    if lower == "the future":
        return not around.next_tag.startswith("NN")
    return lower != "current" or around.tag == "JJ"


def is_nearby_unit(around: Surroundings) -> bool:
    """Not the name of a programme ("This Week") nor the last of something ("its last week")."""
    if around.previous_tag in ("PRP$", "POS") or _defined(around):
        return False
    return not around.words.split()[-1][:1].isupper() or around.words.isupper()


def _defined(around: Surroundings) -> bool:
    """Whether what follows says which one it is: "the last day he worked", "the last week of"."""
    if not around.words.lower().startswith(("the last", "the next", "the past")):
        return False
    return around.next_tag in ("PRP", "WDT") or around.text.startswith(" of ", around.end)


def is_outside_name(around: Surroundings) -> bool:
    """Not the last word of a name, USA TODAY, nor one within it: The Daily Planet."""
    return not around.closes_name and not (around.in_title and around.previous_tag == "DT")


def is_day_alone(around: Surroundings) -> bool:
    """Not "on the 12th floor"."""
    return not around.next_tag.startswith(("NN", "JJ", "CD", "VBG"))


def is_part_of_weekday(around: Surroundings) -> bool:
    """Not the title "Saturday Morning Cartoons"."""
    return not around.in_title


def is_part_of_day(around: Surroundings) -> bool:
    """Not "pre-dawn", "the dawn of an age", nor "High Noon" or Dawn Hill."""
    named = around.words[:1].isupper() and around.next_tag.startswith("NNP")
    figure = around.words.lower() == "the dawn" and bool(_OF.match(around.text, around.end))
    before = around.before.lower()
    return not (named or figure or before.endswith(("-", "high ")))


def is_time_of_day(around: Surroundings) -> bool:
    """Bare figures only after a preposition of time, and not the clock of a game."""
    if not around.words.replace(":", "").isdigit():
        return True
    above = islice(around.parse.ancestors(around.first), 3)
    game = any(around.parse.lemma[token] in words("scoring") for token in above)
    return bool(_CLOCK_CUE.search(around.before)) and not game


def is_day_in_figures(around: Surroundings) -> bool:
    """Only after a preposition of time, and not counting anything: 3/4 cup."""
    if _FIGURES_BEHIND.match(around.text, around.end):
        return True
    counts = around.next_tag.startswith(("NN", "JJ")) or around.next_tag == "IN"
    return bool(_CLOCK_CUE.search(around.before) or _ON.search(around.before)) and not counts


def is_holiday(around: Surroundings) -> bool:
    """Written with a capital, and not part of a longer name."""
    written = around.words.split()[-1].rpartition("-")[2]  # Eid al-Fitr
    return written[:1].isupper() and around.next_tag != "NNP"
