"""Short headlines made of the article's own words, which never say more or less than it does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..knowledge.event_words import contractions, listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness
from ..syntax.ellipsis import leaves_out, repeated
from ..syntax.speech_verbs import is_speech
from ..syntax.verb_groups import is_finite
from .clause_words import ClauseWords, WordsOfClauses
from .headline_check import doubting_governor, faults, has_word
from .headline_subjects import PronounNames, Subject, Subjects, agrees
from .said_words import SaidWords
from .tellable import Tellable
from .wording import Wording

ROOM = 110
"""Characters that a headline is made to fit in."""
_MORE = 15
LONGEST = ROOM + _MORE
"""Characters of the longest headline: what ends by then is not cut."""
_CONTRACTIONS = ("'", "’", "n't", "n’t")
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})


class Headlines:
    """Writes the headlines of clauses and noun phrases.

    `dates` tells what only dates a clause; a headline leaves that out. `names` gives the name
    a pronoun stands for.
    """

    def __init__(
        self, parse: Parse, clauses: Clauses, dates: Datedness, names: dict[int, str]
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._dates = dates
        self._names = names
        self._pronouns = PronounNames(parse, names)
        self._wording = Wording(parse, clauses, dates)
        self._subjects = Subjects(parse, clauses, self._wording, dates, names)
        self._chosen = WordsOfClauses(parse, clauses, self._wording)
        self._speech = SaidWords(parse, clauses)
        self._tellable = Tellable(parse, clauses, dates, self._subjects)

    def subject(self, head: int) -> int | None:
        """The token of a clause's subject, its own or shared."""
        return self._subjects.token_of(head)

    def says_nothing(self, head: int) -> bool:
        """Whether a verb of saying lacks what is said."""
        return self._tellable.says_nothing(head)

    def of_clause(
        self,
        head: int,
        stretch: tuple[int, int],
        keep: int | None = None,
        room: int = ROOM,
    ) -> str:
        """Subject, verb and what completes it, without the date; `keep` is a word to keep.

        `stretch` are the tokens of the clause as it stands, which it is written as where fewer
        words would say something else, or leave open whom it is about. `room` counts characters.
        """
        governor = doubting_governor(self._parse, head)
        if governor is not None and self._clauses.is_verbal(self._clauses.owner[governor]):
            above = self._clauses.owner[governor]
            first, last = self._clauses.stretch(above)
            opening = [c for c in self._parse.children[head] if self._parse.dep[c] == "mark"]
            whole = min(first, stretch[0], *opening), max(last, stretch[1])
            return self.of_clause(above, whole, head, room)
        subject = self._subjects.of(head)
        if self._subjects.stands_alone(head, subject) and self._tellable.is_sentence(head, subject):
            text = self._said_text(head, subject, room) or self._complete_text(head, subject, keep)
            kept = keep is None or has_word(self._parse, keep, text[:room])
            short = finished(text, room)
            told = self._reaches(head, short) or leaves_out(self._parse, head)
            if kept and told and not faults(self._parse, head, text):
                return short
        if keep is not None:
            first, last = self._clauses.stretch(head)
            both = min(first, stretch[0]), max(last, stretch[1])
            return finished(self._words(*both), room)
        return self.as_it_stands(head, stretch, room)

    def as_it_stands(self, head: int, stretch: tuple[int, int], room: int = ROOM) -> str:
        """The words of a clause in their order, with names in brackets for its pronouns.

        A subject that lies outside them stands in brackets in front; what stands before one
        inside them goes where it is too much.
        """
        (first, last), before = stretch, ""
        subject = self._subjects.of(head)
        if self._tellable.says_nothing(head) or self._tellable.is_foreshadowed(head):
            first, last = self._whole_sentence(head)
        if self._parse.lower[first - 1 : first] in ([word] for word in listed("conditional")):
            first -= 1
        if subject is not None and self._subjects.is_doubtful(head, subject.token):
            nearest = self._subjects.before_verb(head)
            first, subject = min(first, self._parse.subtree_range(nearest)[0]), None
        outside = subject is not None and not first <= subject.token < last
        if subject is not None and outside and agrees(self._parse, head, subject.token):
            words = (subject.name or self._wording.written(subject.tokens)).rstrip(",")
            clausal = self._parse.dep[subject.token] == "csubj"
            helper = self._tellable.helper(head, subject).strip("[] ")
            named = f"{cut(words, room // 2)} {helper}".rstrip()
            before = "" if clausal else f"[{named}] "
        last = self._with_said(last)
        text = before + self._words(first, last)
        if len(text) > room and subject is not None and first < subject.token < min(head, last):
            start = self._parse.subtree_range(subject.token)[0]
            text = self._words(max(first, start), last)
        short = finished(text, room)
        start = first if self._reaches(head, short) else self._start_near(head, first)
        return finished(self._words(start, last), room) if first < start else short

    def _reaches(self, head: int, headline: str) -> bool:
        """Whether a headline that is cut has the verb."""
        return not headline.endswith("…") or has_word(self._parse, head, headline)

    def _start_near(self, head: int, first: int) -> int:
        """Where a long clause begins after what leads to it: as he left, | the union said."""
        parse = self._parse
        leads = parse.pos[first] in ("ADP", "SCONJ") or parse.tag[first] in ("VBG", "VBN")
        if not leads or parse.lower[first] in listed("conditional"):
            return first
        for comma in (t for t in range(head - 1, first, -1) if parse.text[t] == ","):
            if any(parse.pos[t] in ("NOUN", "PROPN", "PRON") for t in range(comma + 1, head)):
                return comma + 1
        return first

    def _with_said(self, last: int) -> int:
        """The end of a stretch with what its last verb of saying gives: by announcing | that."""
        said = self._parse.child(last - 1, "ccomp")
        if said is None or said < last or not is_speech(self._parse, last - 1):
            return last
        return self._parse.subtree_range(said)[1]

    def _whole_sentence(self, head: int) -> tuple[int, int]:
        first, last = self._parse.sentence(self._parse.sentence_of[head])
        return self._clauses.trimmed(first, last, head)

    def _words(self, first: int, last: int, *, own: bool = True) -> str:
        """Words as they stand, with names for pronouns; `own` says for "I" and "my" too."""
        names = self._pronouns.bracketed(range(first, last), "")
        if not own:
            speaker = listed("first_persons")
            names = {t: name for t, name in names.items() if self._parse.lower[t] not in speaker}
        return self._wording.written(range(first, last), names)

    def of_words(self, first: int, last: int) -> str:
        """The words of a token range, for a clause that has no subject to name."""
        return finished(self._words(first, last))

    def plain(self, stretch: tuple[int, int]) -> str:
        """The words of a clause as they stand, without the quotation marks around them."""
        return self._wording.written(range(*stretch)).strip("\"“”‘’'`. ")

    # ------------------------------------------------------------ clauses

    def _said_text(self, head: int, subject: Subject | None, room: int) -> str | None:
        """A clause of saying with what was said, None where it says nothing.

        What is said word for word stays so; what stands before the verb stays there if it fits.
        """
        said = self._speech.said(head)
        if said is None:
            return None
        clause = self._chosen.of(head, subject, said=said)
        if said < head:
            clause = replace(clause, body=self._speech.before_more(clause.body, head))
        else:
            clause = replace(clause, body=self._speech.before_parting(clause.body, said))
        opening = self._text(clause, ROOM // 2)
        if (spoken := self._speech.quoted(head, said)) is not None:
            words = self._words(*spoken, own=False).rstrip(",. ")
            cut = finished(words, room - len(opening) - len(": “”"))
            return f"{opening}: “{cut}”"
        link = "" if said < head else self._speech.link(head, said)
        own = self._clauses.own_subject(said)
        inner = None if own is None else Subject(own, tuple(self._wording.phrase(own, said)))
        told = self._chosen.of(said, inner, inner=True)
        if 2 * len(told.leading) > room:
            told = self._chosen.of(said, inner)
        if said < head:
            content = self._text(told, room)
            if len(content) + len(opening) + 2 <= room:
                return f"{content}, {opening}"
            link = ":"
        before = f"{opening}{link} "
        content = self._text(told, room - len(before), before)
        return before + (content[:1].upper() + content[1:] if ":" in before[-2:] else content)

    def _complete_text(self, head: int, subject: Subject | None, keep: int | None) -> str:
        """A clause, with the one before it where it says no more than "he did not"."""
        clause = self._chosen.of(head, subject, keep=keep)
        text = self._text(clause, ROOM)
        if not leaves_out(self._parse, head) or set(clause.body) - set(self._chosen.verb(head)):
            return text
        told = repeated(self._parse, self._clauses, head)
        before = None if told is None else self._subjects.of(told)
        if told is None or not self._subjects.stands_alone(told, before):
            return text
        said = self._text(self._chosen.of(told, before), ROOM - len(text))
        return said if text.lower() in said.lower() else f"{said}; {text}"

    def _text(self, clause: ClauseWords, room: int, before: str = "") -> str:
        """A clause in no more than `room` characters where that can be."""
        start = clause.leading + self._opening(clause, room, before)
        if not self._wording.fits(sorted(clause.body), room - len(start) - 1):
            start = clause.leading + self._opening(clause, room // 2, before)
        left = max(room - len(start) - 1, 8)
        body = self._wording.shortened(clause.body, left, clause.keep, left // 2)
        body = self._wording.without_loose_end(self._wording.without_broken_dates(body))
        told = clause.subject.tokens if clause.subject else ()
        persons = (t for t in sorted(body) if self._pronouns.is_plain(t, told))
        names = self._pronouns.bracketed(tuple(persons), f"{before} {start}")
        names |= {t: full for t in body if (full := contractions().get(self._parse.lower[t]))}
        gap = clause.gap
        if gap is None:
            after = self._wording.written(body, names)
        else:
            described = self._wording.phrase(gap.noun, clause.head)
            front = [token for token in body if token <= gap.behind]
            rest = [token for token in body if token > gap.behind]
            parts = (self._wording.written(part, names) for part in (front, described, rest))
            after = " ".join(part for part in parts if part)
        helper = self._tellable.helper(clause.head, clause.subject)
        after = helper + after
        between = "" if after.startswith(_CONTRACTIONS) or not start else " "
        if between and body and self._closes_aside(told, body[0]) and not helper:
            return f"{start.rstrip(' ,')}, {after}"
        return f"{start}{between}{after}".strip()

    def _closes_aside(self, subject: Collection[int], verb: int) -> bool:
        """Whether a comma before a verb closes what one within its subject opens."""
        text = self._parse.text
        told = frozenset(token for token in subject if self._parse.pos[token] != "PUNCT")
        if not told or max(told) > verb or "," not in text[max(told) + 1 : verb]:
            return False
        if text[verb - 1] == "," and verb - 2 in told:
            aside = self._parse.tag[verb] in ("VBG", "VBN")
            return aside or "," in text[min(told) : max(told) + 1]
        return any(text[t] == "," and {t - 1, t + 1} <= told for t in subject)

    def _opening(self, clause: ClauseWords, room: int, before: str) -> str:
        subject = clause.subject
        if subject is None:
            return ""
        if subject.name:
            return subject.name
        kept = self._wording.shortened(subject.tokens, max(room, 40))
        return self._wording.written(kept, self._pronouns.bracketed(tuple(sorted(kept)), before))

    # ------------------------------------------------------------ nouns and parts

    def of_phrase(self, noun: int) -> str:
        """A noun with its modifiers and complements; where it has none, with its clause.

        Nothing, for a date that stands alone.
        """
        words = self._wording.phrase(noun)
        named = self._parse.pos[noun] in ("NOUN", "PROPN") or self._clauses.is_verbal(noun)
        if not named or not any(self._names_something(word) for word in words):
            return ""
        whose = self._parse.child(noun, "poss")
        name = self._names.get(whose) if whose is not None else None
        if whose is not None and name is not None:
            phrase = self._subjects.with_owner(name, noun, whose)
        else:
            phrase = self._wording.written(self._wording.shortened(words, ROOM))
        if self._tells(words):
            return finished(phrase)
        told = self._around(noun, ROOM - len(phrase) - 2)
        return finished(f"{phrase}: {told}" if told else phrase)

    def _names_something(self, token: int) -> bool:
        """Whether a word is more than a date, a number or a mark."""
        timed = self._dates.is_timed(token)
        return not timed and self._parse.pos[token] not in ("PUNCT", "NUM", "SYM", "ADP", "DET")

    def _tells(self, tokens: list[int]) -> bool:
        """Whether words say which event they mean: with a date, or with more than one word."""
        if any(self._dates.is_timed(token) for token in tokens):
            return True
        return sum(self._parse.pos[token] in _CONTENT for token in tokens) > 1

    def _around(self, noun: int, room: int) -> str:
        """The clause that a noun stands in, where its subject can stand alone."""
        clause = self._clauses.owner[noun]
        while self._parse.dep[clause] == "ccomp":
            clause = self._clauses.owner[self._parse.head[clause]]
        if not self._clauses.is_verbal(clause) or leaves_out(self._parse, clause):
            return ""
        subject = self._subjects.of(clause)
        if not self._subjects.stands_alone(clause, subject):
            return ""
        return self._text(self._chosen.of(clause, subject), room)

    def of_part(self, head: int, stretch: tuple[int, int], room: int = ROOM) -> str | None:
        """The headline of the clause above one that tells nothing alone.

        An infinitive ("rallied to win the vote"), or a participle whose subject nobody names
        ("hopes of winning").
        """
        parse = self._parse
        if parse.tag[head] not in _NOT_FINITE or is_finite(parse, head):
            return None
        to_do = any(parse.lower[c] == "to" and parse.dep[c] == "aux" for c in parse.children[head])
        if self._clauses.own_subject(head) is not None:
            asked = parse.dep[head] in _COMPLEMENTS or (to_do and parse.dep[head] != "ROOT")
            return self._above(head, stretch, room) if asked else None
        above = parse.head[head]
        infinitive = parse.dep[head] == "acl" and parse.tag[head] == "VB"
        if infinitive and parse.lemma[above] in listed("promising"):
            return self.of_phrase(above)  # a promise to halve it by 2030
        purpose = parse.dep[head] in ("advcl", "acl") and to_do
        led = above if parse.dep[head] == "conj" else head  # of slaying one and wounding two
        governed = parse.dep[led] == "pcomp"
        if not purpose and not governed and self._clauses.subject(head) is not None:
            return None
        return self._above(head, stretch, room)

    def _above(self, head: int, stretch: tuple[int, int], room: int) -> str | None:
        above = self._clauses.owner[self._parse.head[head]]
        subject = self._clauses.subject(above)
        if not self._clauses.is_verbal(above) or subject is None:
            return None
        if head < subject < above and self._parse.dep[head] == "pcomp":
            last = self._clauses.stretch(above)[1]
            words = self._words(self._parse.head[head], max(last, stretch[1]))
            too_long = len(words) > room + _MORE and self._tellable.is_told_in_past(head)
            return None if too_long else finished(words, room)
        return self.of_clause(above, stretch, head, room)


_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "pcomp"})


def finished(text: str, room: int = ROOM) -> str:
    """`text` with a capital ("iOS" keeps its own), cut as by `cut`."""
    text = cut(text.removesuffix(" ."), room)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def cut(text: str, room: int) -> str:
    """`text` cut at a word to `room` characters if it is far longer."""
    if len(text) <= room + _MORE:
        return text
    return f"{text[: room - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
