"""What the rules after the tagger and the parser say of a word, asked once a word.

spaCy's attribute ruler and lemmatizer take half as long as its neural networks, though their
answer for a token almost always follows from its text, tag and dependency label alone. Here
they are asked once for each such combination.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import intern
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

# What a rule may look at for its answer to follow from text, tag and dependency label.
_OF_THE_WORD = {"ORTH", "TEXT", "LOWER", "LENGTH", "SHAPE", "TAG", "DEP", "IS_SPACE", "IS_PUNCT"}
_MOST_WORDS = 200_000
_PARTS = ("adj", "adv", "noun", "verb")
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    *(("ly", ""), ("er", ""), ("er", "e"), ("est", ""), ("’s", ""), ("'s", "")),
)

_Key = tuple[int, int, int]


class Word(NamedTuple):
    """The columns of a token that do not depend on its neighbours."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Lexicon:
    """The attribute ruler and the lemmatizer of a pipeline, with a memory."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self._ruler = cast(AttributeRuler, pipeline.get_pipe("attribute_ruler"))
        self._lemmatizer = cast(Lemmatizer, pipeline.get_pipe("lemmatizer"))
        _make_searchable(self._lemmatizer)
        self._rules_of_words = AttributeRuler(pipeline.vocab)
        self._rules_of_phrases = Matcher(pipeline.vocab)
        self._words: dict[_Key, Word] = {}
        self._forgetful = not all(_is_of_the_word(rule) for rule in _alternatives(self._ruler))
        if not self._forgetful:
            self._part_rules()

    def words(self, doc: Doc) -> list[Word]:
        """The words of a tagged and parsed document, one for each token."""
        if self._forgetful or self._rules_of_phrases(doc, allow_missing=True):
            return [self._word(token) for token in self._ruler(doc)]
        keys: list[_Key] = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        known = self._words
        unknown = {key for key in keys if key not in known}
        if unknown:
            self._learn(sorted(unknown))
        return [known[key] for key in keys]

    def parts(self, word: str) -> frozenset[str]:
        """The parts of speech that the lemmatizer's lists know a word in lower case as."""
        lookups = self._lemmatizer.lookups
        if not lookups.has_table("lemma_index"):
            return frozenset()
        forms = [word, *(word[: -len(end)] + made for end, made in _ENDINGS if word.endswith(end))]
        listed, odd = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
        return frozenset(
            part
            for part in _PARTS
            if word in odd.get(part, ()) or any(form in listed.get(part, ()) for form in forms)
        )

    def _part_rules(self) -> None:
        """Tell the rules that look at one token from those that look at several."""
        for number, rule in enumerate(_rules(self._ruler)):
            of_words = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            of_phrases = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if of_words:
                self._rules_of_words.add(of_words, rule["attrs"], rule["index"])
            if of_phrases:
                self._rules_of_phrases.add(str(number), of_phrases)

    def _learn(self, keys: list[_Key]) -> None:
        """Ask the rules about new words, all in one made-up document."""
        if len(self._words) > _MOST_WORDS:
            self._words.clear()
        strings = self._pipeline.vocab.strings
        doc = Doc(self._pipeline.vocab, words=[strings[orth] for orth, _, _ in keys])
        for token, (_, tag, dep) in zip(doc, keys, strict=True):
            token.tag, token.dep = tag, dep
        for key, token in zip(keys, self._rules_of_words(doc), strict=True):
            self._words[key] = self._word(token)

    def _word(self, token: Token) -> Word:
        # The ruler sets the lemma of auxiliaries and the like; the lemmatizer keeps it.
        lemma = token.lemma_ or self._lemmatizer.lemmatize(token)[0]
        columns = (token.text, lemma, token.pos_, token.tag_, token.dep_)
        return Word(*map(intern, columns))


def _make_searchable(lemmatizer: Lemmatizer) -> None:
    """Turn the lists of known lemmas into sets; spaCy looks every form up in them in turn."""
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech in list(table):
            table[part_of_speech] = frozenset(table[part_of_speech])


def _rules(ruler: AttributeRuler) -> Iterable[dict[str, Any]]:
    return cast(Iterable[dict[str, Any]], ruler.patterns)


def _alternatives(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    for rule in _rules(ruler):
        yield from rule["patterns"]


def _is_of_the_word(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern looks at several tokens, or at one and nothing but the word itself.

    A pattern with an operator may match any number of tokens and counts as neither.
    """
    if any("OP" in token for token in pattern):
        return False
    return len(pattern) > 1 or set(pattern[0]) <= _OF_THE_WORD
