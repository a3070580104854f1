"""What single tokens tell about the names around them."""

from __future__ import annotations

from functools import cached_property

from ...article import Article, BlockKind
from ..knowledge import names as words
from ..parse.columns import Parse
from .name import KIND_OF_LABEL, is_capital

HYPHENS = frozenset(("-", "–", "‑"))
_LONG_WORD = 4
_LONGEST_HEADLINE = 300


class Tokens:
    """A parsed article with the sets of tokens that the search for names asks about."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self.article = article
        self.parse = parse
        self.headline = headlines(article, parse)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the article itself writes in lower case, other than as names."""
        parse = self.parse
        pairs = zip(parse.text, parse.tag, strict=True)
        return frozenset(
            text for text, tag in pairs if text.islower() and not tag.startswith("NNP")
        )

    @cached_property
    def dates(self) -> bytearray:
        """For each token, whether the model takes it for a date, an amount or the like."""
        found = bytearray(len(self.parse))
        for first, last, label in self.parse.names:
            if label not in KIND_OF_LABEL:
                for token in range(first, last):
                    named = label == "CARDINAL" and self.parse.text[token][0].isupper()
                    found[token] = not named
        return found

    @cached_property
    def openings(self) -> frozenset[int]:
        """The first tokens of sentences."""
        return frozenset(self.parse.sentences)

    @cached_property
    def inside_sentences(self) -> frozenset[str]:
        """Words that stand as proper nouns elsewhere than at the opening of a sentence."""
        return frozenset(
            self.parse.text[token]
            for token in range(len(self.parse))
            if self.proper(token) and token not in self.openings and token not in self.headline
        )

    def apart(self, token: int) -> bool:
        """Whether a sentence or passage ends before a token."""
        return token == 0 or token in self.openings

    def touches(self, token: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        parse = self.parse
        return 0 < token < len(parse) and parse.end[token - 1] == parse.start[token]

    def hyphened(self, token: int) -> bool:
        """Whether a hyphen ties a token to the word before it."""
        return (
            token > 1
            and self.parse.text[token - 1] in HYPHENS
            and self.touches(token)
            and self.touches(token - 1)
        )

    def proper(self, token: int) -> bool:
        """Whether a token is tagged and written as a proper noun."""
        return self.parse.tag[token].startswith("NNP") and is_capital(self.parse.text[token])


def headlines(article: Article, parse: Parse) -> frozenset[int]:
    """The tokens of headlines where nearly every word has a capital, which then says nothing."""
    found: set[int] = set()
    for block in article.blocks:
        if block.end - block.start <= _LONGEST_HEADLINE:
            tokens = range(*parse.tokens_in(block.start, block.end))
            text = article.text[block.start : block.end]
            titled = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
            prose = text.endswith(".") and block.kind is not BlockKind.TITLE
            alone = titled and tokens.stop - tokens.start == 1
            if _greets(parse, tokens):
                continue
            shouted = text.isupper() and "".join(parse.text[tokens.start : tokens.stop]).isupper()
            if alone or shouted or (not prose and _is_title_case(parse, tokens, titled=titled)):
                found.update(tokens)
    return frozenset(found)


def _greets(parse: Parse, tokens: range) -> bool:
    """Whether a block opens a letter ("Dear Ann Lane,")."""
    return bool(tokens) and parse.lower[tokens.start] in words.letters("salutation")


def _is_title_case(parse: Parse, tokens: range, *, titled: bool) -> bool:
    long = [t for t in tokens if len(parse.text[t]) >= _LONG_WORD and parse.text[t].isalpha()]
    if len(long) < 3 or sum(is_capital(parse.text[t]) for t in long) < 0.8 * len(long):
        return False
    return titled or any(parse.pos[t] in ("VERB", "AUX") for t in long)


def is_particle(parse: Parse, token: int, last: int) -> bool:
    """Whether a lower-case word before `last` opens a surname ("de Blasio", "al-Assad")."""
    following = token + 1
    if following >= last or parse.lower[token] not in words.titles().particles:
        return False
    return is_capital(parse.text[following]) or parse.text[following] in HYPHENS
