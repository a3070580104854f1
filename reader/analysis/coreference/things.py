"""Things and events without a name that carry a story: "a storm", "the trial", "the bill"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...article import ABOUT_THE_ARTICLE, HEADLINES, Article
from ..knowledge import names as words
from ..parse.columns import Parse
from ..rules import phrase
from ..syntax import noun_phrases as phrases
from ..types import Form, Mention
from .descriptions import POINTING
from .discourse import Referent, Sort

INDEFINITE = frozenset(("a", "an"))
_FEWEST = 3
_FEWEST_NOUNS = 2
_MOST_THINGS = 6
_LONGEST_NAME = 6


@dataclass(eq=False, slots=True)
class Thing:
    """One thing in the making: the tokens of its nouns and pronouns.

    `leads` says that the headline speaks of it, `headed` that only the headline does, `definite`
    that it is spoken of as known.
    """

    told: phrases.Qualities
    nouns: list[int] = field(default_factory=list)
    pronouns: list[int] = field(default_factory=list)
    leads: bool = False
    headed: bool = True
    definite: bool = False

    @property
    def carries_story(self) -> bool:
        """Whether enough speaks of it for a row of its own."""
        if not self.definite or len(self.nouns) < _FEWEST_NOUNS:
            return False
        return self.leads or len(self.nouns) + len(self.pronouns) >= _FEWEST


class Things:
    """What an article speaks of again and again by a common noun of `things.toml`."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self._parse = parse
        self._found: dict[Referent, Thing] = {}
        self._headlines: set[int] = set()
        self._aside: set[int] = set()
        for block in article.blocks:
            tokens = range(*parse.tokens_in(block.start, block.end))
            if block.kind in HEADLINES:
                self._headlines.update(tokens)
            elif block.kind in ABOUT_THE_ARTICLE:
                self._aside.update(tokens)

    def is_headed(self, referent: Referent | None) -> bool:
        """Whether only headlines speak of it so far, so that "a storm" may bring it in."""
        thing = self._found.get(referent) if referent is not None else None
        return thing is not None and thing.headed

    def speak(self, referent: Referent, token: int) -> None:
        """Note that a noun speaks of something without a name."""
        parse, headline = self._parse, token in self._headlines
        if token in self._aside or referent.sort is not Sort.THING:
            return
        determiner = phrases.determiner(parse, token)
        known = referent in self._found
        if not (headline or determiner in POINTING or determiner in INDEFINITE):
            return
        if referent.noun not in words.things() or parse.child(token, "nummod", "quantmod"):
            return
        if known and self._is_told_apart(token):
            return
        told = phrases.qualities(parse, token)
        thing = self._found.setdefault(referent, Thing(told))
        if not thing.told.allow(told):
            return
        thing.told = thing.told.also(told)
        thing.nouns.append(token)
        thing.leads |= headline
        thing.definite |= known and determiner in POINTING
        thing.headed &= headline

    def refer(self, referent: Referent, token: int) -> None:
        """Note that a pronoun speaks of something without a name."""
        if thing := self._found.get(referent):
            thing.pronouns.append(token)

    def _is_told_apart(self, token: int) -> bool:
        """Whether words of its own say which thing a noun means: "the storm that hit Velm"."""
        return phrases.is_restricted(self._parse, token) or phrases.is_parted(self._parse, token)

    def worth_a_row(self) -> Iterator[tuple[str, tuple[Mention, ...]]]:
        """The things that carry the story, each with what it is called and its mentions."""
        found = [thing for thing in self._found.values() if thing.carries_story]
        found.sort(key=lambda thing: -len(thing.nouns))
        for thing in found[:_MOST_THINGS]:
            yield self._called(thing), tuple(sorted(self._mentions(thing), key=_place))

    def _mentions(self, thing: Thing) -> Iterator[Mention]:
        parse = self._parse
        for token in thing.nouns:
            span = parse.span(*phrases.base(parse, token))
            yield Mention(*span, Form.NOMINAL, phrase("thing"), "thing")
        for token in thing.pronouns:
            span = parse.span(token, token + 1)
            yield Mention(*span, Form.PRONOUN, phrase("pronoun"), "pronoun")

    def _called(self, thing: Thing) -> str:
        """The fullest of the phrases for a thing that is short enough, without its determiner."""
        bare = (self._bare(token) for token in thing.nouns)
        named = [range_ for range_ in bare if len(range_) <= _LONGEST_NAME]
        best = max(named, key=len, default=range(thing.nouns[0], thing.nouns[0] + 1))
        return self._parse.words(best.start, best.stop)

    def _bare(self, token: int) -> range:
        """A noun with the nouns, nations and year before it that say which thing it is."""
        parse = self._parse
        first, last = phrases.base(parse, token)
        start = token
        while start > first and self._tells_which(start - 1):
            start -= 1
        while start < token and not parse.text[start][0].isalnum():
            start += 1
        return range(start, last)

    def _tells_which(self, token: int) -> bool:
        parse = self._parse
        if parse.pos[token] in ("NOUN", "PROPN"):
            return not self._is_measure(token)
        hyphen = parse.text[token] == "-"
        return hyphen or parse.lower[token] in words.nations().adjectives

    def _is_measure(self, token: int) -> bool:
        """Whether a noun only counts something: "a two-year ban", "a 23 billion dollar deal"."""
        pos, before = self._parse.pos, token - 1
        if token > 1 and self._parse.text[before] == "-":
            return pos[before - 1] not in ("NOUN", "PROPN")
        return token > 0 and pos[before] == "NUM"


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
