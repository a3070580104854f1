"""Every further occurrence of the names that are already found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from ..knowledge import names as words
from ..syntax.name import (
    KIND_OF_LABEL,
    Name,
    is_acronym,
    is_capital,
)
from ..syntax.tokens import HYPHENS, Tokens
from ..types import Kind, Known
from .boundaries import clean
from .judging import is_behind_party, is_countryman
from .titles import titles_before

Form = tuple[str, ...]

_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_LONGEST_NAME = 12
_TOLD = 1_000
_PLACING = frozenset(("in", "at", "on"))
_NO_NAME_TAGS = frozenset(("PRP", "PRP$", "DT"))


@cache
def _well_known() -> Mapping[tuple[str, ...], Counter[str]]:
    """The well-known names of several words, each with its label, which nobody may change."""
    label = {kind: label for label, kind in KIND_OF_LABEL.items()}
    full = ((tuple(name.split()), kind) for name, kind in words.known().items())
    return {
        form: Counter({label.get(kind, ""): 1})
        for form, kind in full
        if len(form) > 1 and "-" not in form[0]
    }


@cache
def _well_known_beginnings() -> frozenset[tuple[str, ...]]:
    return frozenset(form[:end] for form in _well_known() for end in range(1, len(form) + 1))


class _Known:
    """The known names by their tokens in lower case, with the labels they bear."""

    def __init__(self, tokens: Tokens, names: list[Name], told: Mapping[Form, str]) -> None:
        """`told` are the names that a person has told of, with their labels."""
        self.labels: dict[tuple[str, ...], Counter[str]] = {}
        self._beginnings: set[tuple[str, ...]] = set()
        self._tokens = tokens
        for name in names:
            for form in self._forms(name):
                self.labels.setdefault(form, Counter())[name.label] += 1
                self._beginnings.update(form[:end] for end in range(1, len(form) + 1))
        self.labels = {**_well_known(), **self.labels}
        for form, label in told.items():
            self.labels[form] = self.labels.get(form, Counter()) + Counter({label: _TOLD})
            self._beginnings.update(form[:end] for end in range(1, len(form) + 1))
        for full in self._full_in_headlines():
            self.labels[full] = self.labels.get(full, Counter()) + Counter(PERSON=1)
            self._beginnings.update((full[:1], full))

    def _full_in_headlines(self) -> list[tuple[str, str]]:
        """Forenames in headlines before a surname that is a name by itself elsewhere."""
        parse, headline = self._tokens.parse, self._tokens.headline
        found = []
        for token in headline:
            if token + 1 not in headline or not words.is_forename(parse.text[token]):
                continue
            surname = parse.lower[token + 1]
            if (surname,) in self.labels:
                found.append((parse.lower[token], surname))
        return found

    def _forms(self, name: Name) -> list[tuple[str, ...]]:
        """What to look for: the name, a company's without its form, a person's surname."""
        parse = self._tokens.parse
        full = tuple(parse.lower[name.first : name.last][:_LONGEST_NAME])
        forms = [full] if any(c.isalpha() for c in full[0]) else []
        if len(full) > 1 and full[-1] in words.head_words("company"):
            forms.append(full[:-1])
        surname = parse.text[name.last - 1]
        unsure = not name.label or words.is_forename(parse.text[name.first])
        may_be_person = name.label == "PERSON" or (
            unsure and len(full) == 2 and full[-1] not in words.heads()
        )
        if may_be_person and len(full) > 1 and len(surname) > 2 and is_capital(surname):
            forms.append(full[-1:])
        return forms

    def without_place(self, name: Name) -> Name:
        """A name without "in" and what follows, where the rest is a name by itself elsewhere."""
        lower = self._tokens.parse.lower
        for token in range(name.first + 1, name.last - 1):
            if lower[token - 1] in words.head_words("concerned"):
                continue
            if lower[token] in _PLACING and tuple(lower[name.first : token]) in self.labels:
                return replace(name, last=token)
        return name

    def parts(self, name: Name) -> tuple[Name, ...]:
        """A name, or those it holds: two joined by "and" that are names elsewhere, or an owner."""
        lower = self._tokens.parse.lower
        if owner := self._owner(name):
            return owner
        if words.is_place(" ".join(lower[name.first : name.last])):
            return (name,)
        for token in range(name.first + 1, name.last - 1):
            one, other = tuple(lower[name.first : token]), tuple(lower[token + 1 : name.last])
            if self._joins(token, one, other):
                return (
                    replace(name, last=token, label=self._label(one, name.label)),
                    Name(token + 1, name.last, self._label(other), name.rule),
                )
        return (name,)

    def _joins(self, token: int, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether "and" or a comma stands between two names, as each or the full one shows."""
        word = self._tokens.parse.lower[token]
        if words.is_place(" ".join((*one[-1:], word, *other[:1]))):
            return False  # "Trinidad and Tobago" Regiment
        if word == "and":
            return one in self.labels and other in self.labels
        return word == "," and len(other) > 1 and (other in self.labels)

    def _owner(self, name: Name) -> tuple[Name, ...]:
        """The person named elsewhere to whom a possessive says that the rest belongs."""
        tokens = self._tokens
        if name.label != "ORG" or tokens.parse.lower[name.last - 1] in words.head_words("company"):
            return ()
        for token in range(name.first + 1, name.last - 1):
            owner = tuple(tokens.parse.lower[name.first : token])
            somebody = self.labels.get(owner, Counter())["PERSON"] > 0
            if somebody and tokens.parse.lower[token] in _POSSESSIVES:
                rest = clean(tokens, token + 1, name.last, "", name.rule)
                found = Name(name.first, token, "PERSON", name.rule, name.title)
                return (found,) if rest is None else (found, rest)
        return ()

    def _label(self, form: tuple[str, ...], default: str = "ORG") -> str:
        labels = self.labels.get(form)
        return labels.most_common(1)[0][0] if labels else default

    def without_epithet(self, name: Name) -> Name:
        """A person's name without a word in front that is no part of it elsewhere.

        As in "Crooked Ann Moss".
        """
        parse = self._tokens.parse
        short = name.last - name.first < 3
        fond = parse.lower[name.first] in words.beside_names("fond")
        fond = fond and not words.is_place(parse.lower[name.last - 1])
        if name.label not in ("PERSON", "ORG", "") or (short and not fond):
            return name
        start = name.first + 1
        while start < name.last and parse.text[start] in HYPHENS:
            start += 2
        tail = tuple(parse.lower[start : name.last])
        if not self._is_person(tail) or not (fond or self._is_epithet(start - 1, tail)):
            return name
        return replace(name, first=start, label="PERSON", title=start)

    def _is_person(self, form: tuple[str, ...]) -> bool:
        labels = self.labels.get(form)
        return labels is not None and labels.most_common(1)[0][0] == "PERSON"

    def _is_epithet(self, token: int, tail: tuple[str, ...]) -> bool:
        """Whether the word before a person's name is no forename, initial or surname."""
        parse = self._tokens.parse
        word = parse.text[token]
        if words.is_forename(word) or len(word.rstrip(".")) == 1:
            return False
        camp = parse.lower[token] in words.groups()
        return len(tail) > 1 and (camp or words.is_forename(tail[0].capitalize()))

    def longest(self, token: int) -> int:
        """The end of the longest known name that begins at a token, else the token itself."""
        parse = self._tokens.parse
        if not is_capital(parse.text[token]) or parse.tag[token] in _NO_NAME_TAGS:
            return token
        if is_behind_party(self._tokens, token) or is_countryman(parse, token):
            return token
        beginnings = _well_known_beginnings()
        found = end = token
        form: tuple[str, ...] = ()
        while end < len(parse):
            form = (*form, parse.lower[end])
            if form not in self._beginnings and form not in beginnings:
                break
            end += 1
            if form in self.labels and is_capital(parse.text[end - 1]):
                found = end
        if found == token and self._is_known_acronym(token):
            return token + 1
        if found - token == 1 and self._dates(token):
            return token
        return found

    def _is_known_acronym(self, token: int) -> bool:
        """Whether a word is a well-known acronym, whatever the model tags it ("WHO")."""
        tokens = self._tokens
        return (
            len(tokens.parse.text[token]) > 2
            and is_acronym(tokens.parse.text[token])
            and tokens.parse.lower[token] in words.known()
            and token not in tokens.headline
        )

    def _dates(self, token: int) -> bool:
        """Whether a word of the calendar stands there as one ("in May", not "May said")."""
        parse = self._tokens.parse
        if parse.lower[token] not in words.listed("calendar"):
            return False
        before = parse.pos[token - 1] if token else ""
        return before in ("ADP", "DET", "ADJ", "NUM", "SCONJ")

    def label(self, first: int, last: int) -> str:
        """The label that a known name bears most often."""
        form = tuple(self._tokens.parse.lower[first:last])
        return self._label(form)


def with_further(tokens: Tokens, names: list[Name], taught: Sequence[Known] = ()) -> list[Name]:
    """The names, and every further occurrence of one of them, the longest first.

    Names that a person has told of (`taught`) are found whatever the model says.
    """
    told = _labels_of(taught)
    known = _Known(tokens, names, told)
    parts = [part for name in names for part in known.parts(name)]
    parts = [known.without_epithet(known.without_place(name)) for name in parts]
    if parts != names:
        names, known = parts, _Known(tokens, parts, told)
    starts = {name.first: name for name in names}
    covering = {token: name for name in names for token in range(name.first, name.last)}
    found: list[Name] = []
    token = 0
    while token < len(tokens.parse):
        name = starts.get(token)
        last = known.longest(token)
        if last > (name.last if name else token) and _free(covering, token, last):
            title = titles_before(tokens, token)
            found.append(Name(token, last, known.label(token, last), "named-elsewhere", title))
            token = last
        elif name:
            found.append(name)
            token = name.last
        else:
            token += 1
    return [_as_told(tokens, name, told) for name in found] if told else found


def _labels_of(taught: Sequence[Known]) -> dict[Form, str]:
    labels = {kind: label for label, kind in KIND_OF_LABEL.items()}
    return {
        tuple(name.lower().split())[:_LONGEST_NAME]: labels.get(one.kind or Kind.UNKNOWN, "")
        for one in taught
        for name in (one.name, *one.names)
    }


def _as_told(tokens: Tokens, name: Name, told: Mapping[Form, str]) -> Name:
    """A name with the label and the reason that a user's correction gives it."""
    label = told.get(tuple(tokens.parse.lower[name.first : name.last]))
    return name if label is None else replace(name, label=label or name.label, rule="accepted")


def _free(covering: dict[int, Name], first: int, last: int) -> bool:
    """Whether a range cuts no name in two."""
    edges = (covering.get(first), covering.get(last - 1))
    return all(name is None or (name.first >= first and name.last <= last) for name in edges)
