"""Which words of a clause a headline keeps, which it can do without, and how they are written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, count

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness
from .complements import Complements
from .date_phrases import DatePhrases

_LINKS = frozenset({"-", "–", "/", "'", "’", "."})
_OPENERS = {"(": ")", "[": "]", "{": "}"}
_MARKS = frozenset({'"', "“", "”", "``", "''", "`"})
_SINGLE = frozenset({"'", "‘", "’"})
_PAUSES = frozenset({",", ";", ":", "-", "--", "–", "—"})
_DASHES = frozenset({"--", "–", "—"})
_LEADING_WORDS = frozenset({"SCONJ", "ADP", "DET", "CCONJ"})
_SET_APART = _MARKS | _SINGLE | _PAUSES
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_DROPPED = frozenset({"intj", "meta", "parataxis"})
_SET_OFF = frozenset({"appos", "relcl", "acl", "advcl", "npadvmod", "prep"})
_REMOVABLE = frozenset({"advcl", "relcl", "acl", "npadvmod", "prep", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EMPTY = frozenset({"punct", "cc"})
_MARKS_LEFT_OUT = 12  # characters of marks and links that writing leaves out, at most
_NEVER_NAMES = frozenset({"VBG", "VBN", "VBD", "IN", "RB", "DT", "PRP$", "TO", "PRP", "CC", "EX"})


class Wording:
    """Chooses and writes words of a parsed article."""

    def __init__(self, parse: Parse, clauses: Clauses, dates: Datedness) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dates = dates
        self._complements = Complements(parse, dates)
        self._date_phrases = DatePhrases(parse, clauses, dates)

    def phrase(self, token: int, without: int | None = None) -> list[int]:
        """A token with what depends on it, without dates, asides and clauses joined to it.

        Nor with the clause that holds the word `without`: that clause is told beside it.
        """
        left_out = set() if without is None else {without, *self._parse.ancestors(without)}
        kept, stack = [], [token]
        while stack:
            current = stack.pop()
            kept.append(current)
            below = (c for c in self._parse.children[current] if c not in left_out)
            stack += [child for child in below if not self.is_aside(child, token)]
        return kept

    def is_aside(self, token: int, root: int) -> bool:
        """Whether the phrase of `root` makes sense, and says the same, without what `token` heads.

        Nothing that denies, limits or conditions is an aside.
        """
        label = self._parse.dep[token]
        if token in self._bracketed and root not in self._bracketed:
            return True
        if self._complements.turns(token):
            return False
        if label in _DROPPED or self._date_phrases.only_date(token):
            return True
        if label in _SET_OFF:
            return self._is_set_off(token) or self._date_phrases.only_dates_noun(token)
        return self._is_loose(token, label)

    def _is_loose(self, token: int, label: str) -> bool:
        """Whether a small word or a joined clause adds nothing to a phrase."""
        if label == "advmod":
            at_verb = self._parse.tag[self._parse.head[token]] in _VERB_TAGS
            return at_verb and self._parse.lower[token] in listed("linking")
        if label in ("cc", "preconj"):
            return self._joins_clause(token)
        if label != "conj" or not self._is_clause(token):
            return False
        return self._clauses.doubled(token) is None and not self._complements.undoes(token)

    def turns(self, token: int) -> bool:
        """Whether a dependent turns the sense of what it depends on: if, without, according to."""
        return self._complements.turns(token)

    def is_not_only(self, token: int) -> bool:
        """Whether a word is part of "not only", which adds and does not deny."""
        lower = self._parse.lower
        if "not" not in lower[max(token - 1, 0) : token + 1]:
            return False
        return any(
            lower[first : first + 2] in (["not", "only"], ["not", "just"], ["not", "merely"])
            for first in (token - 1, token)
        )

    def _is_clause(self, token: int) -> bool:
        """Whether a joined word heads a clause of its own."""
        return self._parse.tag[token] in _VERB_TAGS and self._clauses.owner[token] == token

    def _joins_clause(self, token: int) -> bool:
        """Whether a joining word, "both" or "not only" belongs to a clause that is left out."""
        joined = [c for c in self._parse.children[self._parse.head[token]] if c > token]
        conj = next((c for c in joined if self._parse.dep[c] == "conj"), None)
        return conj is not None and self._is_clause(conj)

    def _is_set_off(self, token: int) -> bool:
        """Whether pauses set a phrase apart on both sides, so that it adds and does not pick out.

        The verb that a clause goes on with, and the end of a sentence, close a phrase too.
        """
        parse = self._parse
        first, last = parse.subtree_range(token)
        if first == 0 or parse.text[first - 1] not in _PAUSES or self._closes(first - 1, token):
            return False
        closed = last >= len(parse) or parse.pos[last] == "PUNCT" or parse.text[last - 1] in _PAUSES
        return closed or parse.sentence_of[last] != parse.sentence_of[token]

    def _closes(self, pause: int, token: int) -> bool:
        """Whether a pause ends what another one sets apart: accused Vos, the mayor, | of fraud.

        So it does before a verb: left after a guard, Ada Vos, | saw him.
        """
        parse = self._parse
        if parse.dep[token] != "prep" and not self._lacks_subject(token):
            return False
        for above in (pause - 1, *parse.ancestors(pause - 1)):
            first, last = parse.subtree_range(above)
            if last > pause:
                return False
            if (
                parse.dep[above] in ("relcl", "appos")
                and first
                and parse.text[first - 1] in _PAUSES
            ):
                return True
        return False

    def _lacks_subject(self, token: int) -> bool:
        """Whether a finite verb has neither a subject of its own nor a word that leads to it."""
        parse = self._parse
        finite = parse.dep[token] == "advcl" and parse.tag[token] in ("VBD", "VBZ", "VBP")
        return finite and parse.child(token, "nsubj", "nsubjpass", "mark") is None

    @cached_property
    def _bracketed(self) -> frozenset[int]:
        """The tokens within brackets, brackets included."""
        found: set[int] = set()
        for first, last in self._parse.sentence_ranges():
            opened: list[tuple[int, str]] = []
            for token in range(first, last):
                text = self._parse.text[token]
                if text in _OPENERS:
                    opened.append((token, _OPENERS[text]))
                elif opened and text == opened[-1][1]:
                    found.update(range(opened.pop()[0], token + 1))
        return frozenset(found)

    def without_broken_dates(self, tokens: Iterable[int]) -> list[int]:
        """The tokens in order without those of a date of which others are left out: as last | year.

        The word that leads to such a date goes too.
        """
        parse, chosen = self._parse, set(self._whole(tokens))
        broken = {t for t in chosen if self._dates.is_broken(t, chosen)}
        if not broken:
            return sorted(tokens)
        kept = sorted(set(tokens) - broken)
        while kept and parse.pos[kept[-1]] in ("ADP", "SCONJ") and kept[-1] + 1 in broken:
            kept.pop()
        return kept

    # ------------------------------------------------------------ making short

    def shortened(
        self, tokens: Iterable[int], room: int, keep: int | None = None, least: int = 0
    ) -> list[int]:
        """The tokens without as many phrases at their end as it takes to fit in `room` characters.

        Nothing goes from the middle. What a word makes no sense without stays, and so does the
        word `keep`. The result is still too long where fewer than `least` characters would be left.
        """
        kept = sorted(set(tokens))
        if self.fits(kept, room):
            return kept
        fewest = 1 if keep is None else bisect_right(kept, keep)
        lengths = [*accumulate(map(self._breadth, kept))]
        for cut in range(len(kept) - 1, fewest - 1, -1):
            if lengths[cut - 1] < least:
                break
            if lengths[cut - 1] > room + _MARKS_LEFT_OUT:
                continue
            if self._can_end(kept, cut) and self.fits(kept[:cut], room):
                return kept[:cut]
        return kept

    def _breadth(self, token: int) -> int:
        """The characters of a token with the space after it, if there is one."""
        parse = self._parse
        spaced = token + 1 < len(parse) and parse.end[token] < parse.start[token + 1]
        return parse.end[token] - parse.start[token] + spaced

    def up_to_joined(self, tokens: Iterable[int], head: int) -> list[int]:
        """The tokens of a clause up to the verb joined to its own, if that is left out."""
        kept = sorted(tokens)
        joined = (c for c in self._parse.children[head] if c > head and self._is_joined(c))
        left_out = next((c for c in joined if c not in kept), len(self._parse))
        return [token for token in kept if token < left_out]

    def _is_joined(self, token: int) -> bool:
        return self._parse.dep[token] == "conj" and self._is_clause(token)

    def _can_end(self, tokens: list[int], cut: int) -> bool:
        """Whether tokens say the same, and less, without those from `cut` on."""
        head, dep = self._parse.head, self._parse.dep
        front, tail = set(tokens[:cut]), set(tokens[cut:])
        if any(head[token] in tail for token in front):
            return False
        last = tokens[cut - 1]
        if dep[last] in _EMPTY and self._parse.text[last] not in _MARKS:
            return False
        ends = [t for t in tail if head[t] not in tail and dep[t] not in _EMPTY]
        return all(head[token] in front and self._may_go(token) for token in ends)

    def fits(self, tokens: list[int], room: int) -> bool:
        """Whether tokens have room with all that stands between them, or at least written."""
        if not tokens:
            return True
        ends = self._whole((tokens[0], tokens[-1]))
        start, end = self._parse.span(ends[0], ends[-1] + 1)
        return end - start <= room or len(self.written(tokens)) <= room

    def _may_go(self, token: int) -> bool:
        """Whether a phrase can be left out without changing what the rest says."""
        parse = self._parse
        head = parse.head[token]
        if parse.dep[token] not in _REMOVABLE or self._complements.are_needed(token):
            return False
        if parse.dep[token] == "conj":
            both = parse.child(head, "preconj") is not None or self._is_both(head)
            above = (parse.dep[above] for above in parse.ancestors(head))
            if (
                both
                or parse.lower[parse.head[head]] == "between"
                or not _SUBJECTS.isdisjoint(above)
            ):
                return False
            return parse.dep[head] in ("pobj", "xcomp", "advcl") and not self._denies(head)
        return True

    def _is_both(self, token: int) -> bool:
        """Whether "both" or "either" stands with a word, so that it takes a second one."""
        return any(self._parse.lower[c] in listed("pairing") for c in self._parse.children[token])

    def _denies(self, token: int) -> bool:
        return any(self._parse.lower[c] in listed("turning_sense") for c in self._path(token))

    def _path(self, token: int) -> Iterable[int]:
        for above in (token, *self._parse.ancestors(token)):
            yield from self._parse.children[above]

    # ------------------------------------------------------------ writing

    def written(self, tokens: Iterable[int], names: dict[int, str] | None = None) -> str:
        """The words of tokens in the order of the text, spaced as there.

        `names` are words to write in place of some tokens. A pause or quotation mark whose
        other side is left out goes too.
        """
        parse = self._parse
        starts, ends = parse.start, parse.end
        words: list[str] = []
        previous = -1
        for token in self._without_stray_marks(self._whole(tokens)):
            if 0 <= previous < token - 1:
                words.append(self._pause(previous, token))
            if previous < 0 or ends[previous] != starts[token]:
                words.append(" ")
            words.append(names[token] if names and token in names else self._inner(token))
            previous = token
        return " ".join("".join(words).split())

    def without_loose_end(self, tokens: list[int]) -> list[int]:
        """The tokens without a word at their end that leads to what is left out: it came | as."""
        kept = list(tokens)
        while kept and self._parse.dep[kept[-1]] in ("mark", "cc"):
            kept.pop()
        return kept or tokens

    def _pause(self, left: int, right: int) -> str:
        """The pause to write between two tokens where what stood between them is left out.

        A semicolon, and a comma that no other one opens, part what still stands on their sides; a
        comma does for two dashes.
        """
        text = self._parse.text
        first, last = text[left + 1], text[right - 1]
        alone = left == right - 2 or text[right - 2] == _OPENERS.get(first)
        lone = alone or (first not in _OPENERS and first not in _PAUSES)
        if last == ";" or (last == "," and lone and self._parse.pos[left] not in _LEADING_WORDS):
            return last
        alike = self._parse.pos[left] == self._parse.pos[right]
        return "," if first in _DASHES and last in _DASHES and alike else ""

    def _whole(self, tokens: Iterable[int]) -> list[int]:
        """The tokens with what is written as one word with them: re-elected, 2021-22, X's."""
        glued, found = self._glued, set(tokens)
        for token in [t for t in found if t in glued or t - 1 in glued]:
            first = last = token
            while last in glued:
                last += 1
            while first - 1 in glued:
                first -= 1
            found.update(range(first, last + 1))
        return sorted(found)

    @cached_property
    def _glued(self) -> frozenset[int]:
        """The tokens that a hyphen or the like ties to the next one."""
        parse = self._parse
        touching = zip(count(), parse.end, parse.start[1:], strict=False)
        return frozenset(left for left, end, start in touching if end == start and self._ties(left))

    def _ties(self, left: int) -> bool:
        """Whether a token and the one that touches it are one word."""
        parse, right = self._parse, left + 1
        if parse.tag[right] == "POS" or parse.lower[right] in ("n't", "n’t"):
            return True
        return self._is_link(left) or self._is_link(right)

    def _is_link(self, token: int) -> bool:
        """Whether a token is a mark inside a word, with letters or digits on either side."""
        parse = self._parse
        if parse.text[token] not in _LINKS or not 0 < token < len(parse) - 1:
            return False
        before = parse.end[token - 1] == parse.start[token]
        after = parse.end[token] == parse.start[token + 1]
        return before and after and parse.text[token + 1][0].isalnum()

    def _without_stray_marks(self, chosen: list[int]) -> list[int]:
        """The tokens without pauses at a gap and without marks that lack their other half."""
        parse = self._parse
        chosen = self._without_loose_links(chosen)
        if all(parse.text[token] not in _SET_APART for token in chosen):
            return chosen
        marks = [token for token in chosen if parse.text[token] in _MARKS]
        opened = sum(parse.text[token] in ("“", "``", "`") for token in marks)
        whole = len(marks) % 2 == 0 and opened in (0, len(marks) // 2)
        stray = self._lone_marks(chosen) | (set() if whole else set(marks))
        return [t for t in chosen if t not in stray and not self._is_loose_pause(t, chosen)]

    def _lone_marks(self, chosen: list[int]) -> set[int]:
        """The single quotation marks that lack their other half."""
        parse = self._parse
        single = [token for token in chosen if parse.text[token] in _SINGLE]
        return {token for token in single if parse.tag[token] == "``" and token == single[-1]}

    def _without_loose_links(self, chosen: list[int]) -> list[int]:
        """The tokens without full stops, and without an "and" or "or" that nothing follows."""
        dep, text = self._parse.dep, self._parse.text
        chosen = [token for token in chosen if text[token] != "." or not self._ends(token)]
        chosen = self._with_links(chosen)
        ends = zip(chosen, [*chosen[1:], -1], strict=False)
        tied, kept = self._glued, frozenset(chosen)
        return [
            t
            for t, after in ends
            if dep[t] != "cc" or after == t + 1 or t - 1 in tied or self._joined_by(t) in kept
        ]

    def _with_links(self, chosen: list[int]) -> list[int]:
        """The tokens with the "and" or "or" in front of those that are joined to others."""
        parse, kept = self._parse, frozenset(chosen)
        joined = (t for t in chosen if parse.dep[t] == "conj" and parse.head[t] in kept)
        before = {parse.subtree_range(t)[0] - 1 for t in joined}
        links = {t for t in before if t > chosen[0] and parse.dep[t] == "cc"}
        return sorted({*chosen, *links}) if links else chosen

    def _joined_by(self, conjunction: int) -> int:
        """The word that an "and" or "or" joins to what stands before it, -1 where none is found."""
        parse = self._parse
        beside = parse.children[parse.head[conjunction]]
        return next((c for c in beside if c > conjunction and parse.dep[c] == "conj"), -1)

    def _ends(self, token: int) -> bool:
        """Whether a token is the last of its sentence."""
        return token + 1 == self._parse.sentence(self._parse.sentence_of[token])[1]

    def _is_loose_pause(self, token: int, chosen: list[int]) -> bool:
        parse = self._parse
        if parse.text[token] not in _PAUSES or self._is_link(token):
            return False
        place = bisect_left(chosen, token)
        around = chosen[max(place - 1, 0) : place + 2]
        return around != [token - 1, token, token + 1]

    def _inner(self, token: int) -> str:
        """A word without the capital that only its place in the sentence gives it."""
        word = self._parse.text[token]
        if not word[:1].isupper() or self._parse.tag[token] not in _NEVER_NAMES or word == "I":
            return word
        plain = (word[1:].islower() or len(word) == 1) and self._opens(token)
        return word[:1].lower() + word[1:] if plain else word

    def _opens(self, token: int) -> bool:
        """Whether a word is the first of its sentence."""
        first = self._parse.sentence(self._parse.sentence_of[token])[0]
        return all(self._parse.pos[before] == "PUNCT" for before in range(first, token))
