"""What a headline calls the subject of its clause, and its names for pronouns."""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clauses import Clauses
from ..syntax.datedness import Datedness
from ..syntax.verb_groups import finite_verb
from .wording import Wording

_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_SHARING = frozenset({"conj", "advcl"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_RELATIVE = frozenset({"WDT", "WP"})
_HIGHEST_CLIMB = 4
_LONGEST_NAME = 45  # characters of a name with what it is the name of


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: its token, and the words for it; `name` where they are a name.

    `tokens` are the words of the article that it is made of, none where it is a name.
    """

    token: int
    tokens: tuple[int, ...]
    name: str | None = None


class Subjects:
    """Finds and names the subjects of clauses. `names` gives what a pronoun stands for."""

    def __init__(
        self, parse: Parse, clauses: Clauses, wording: Wording, dates: Datedness,
        names: dict[int, str],
    ) -> None:  # fmt: skip
        self._parse = parse
        self._clauses = clauses
        self._wording = wording
        self._dates = dates
        self._names = names

    def token_of(self, head: int) -> int | None:
        """The subject of a clause; what is said of a date is said of what it dates."""
        parse = self._parse
        subject = self._agreeing(head, self._clauses.subject(head))
        for _ in range(_HIGHEST_CLIMB):
            if subject is None or parse.dep[head] != "relcl" or not self._is_in_date(subject):
                break
            above = parse.head[subject]
            subject = above if parse.pos[above] != "VERB" else self._clauses.subject(above)
        if subject is not None and parse.tag[subject] in _RELATIVE and subject > 0:
            described = subject - 1 - (parse.text[subject - 1] == ",")
            return self._named(described) if parse.pos[described] in _NOUNS else None
        if subject is None or not (parse.dep[head] == "relcl" or parse.text[subject].isdigit()):
            return subject
        return self._named(subject)

    def _named(self, noun: int) -> int:
        """The name that a noun describes: Ada Olsen, a baker who has retired."""
        parse = self._parse
        if parse.text[noun].isdigit() and parse.text[noun - 1] == "," and noun > 1:
            return noun - 2 if parse.pos[noun - 2] == "PROPN" else noun  # Ada Olsen, 20 has left
        above = parse.head[noun]
        return above if parse.dep[noun] == "appos" and parse.pos[above] == "PROPN" else noun

    def _agreeing(self, head: int, subject: int | None) -> int | None:
        """The one of several subjects that agrees with its verb: the plan, federal rules, faces."""
        if subject is None or agrees(self._parse, head, subject):
            return subject
        parse = self._parse
        others = [c for c in parse.children[head] if parse.dep[c] in ("nsubj", "nsubjpass")]
        if parse.dep[head] == "relcl" and parse.tag[others[0] if others else head] in _RELATIVE:
            others.append(others[0] - 1 - (parse.text[others[0] - 1] == ","))
        fits = (c for c in others if c != subject and agrees(parse, head, c))
        return next((c for c in fits if parse.pos[c] in _NOUNS), subject)

    def _is_in_date(self, token: int) -> bool:
        """Whether a token is part of a date or leads to one."""
        return self._dates.is_timed(token) or self._parse.pos[token] == "ADP"

    def of(self, head: int) -> Subject | None:
        """The subject of a clause with its words, None where the clause has none."""
        token = self.token_of(head)
        if token is None:
            return None
        name = self._name(head, token) or self._owned(token) or self._described(token)
        apart = [] if name else self._named_behind(token)
        if owned := not name and self._possessed(token):
            name = f"{owned}, {self._wording.written(apart)}," if apart else owned
        words = [] if name else self._wording.phrase(token, head)
        told = name or self._wording.written((*words, *apart))
        if apart and (
            len(told) > _LONGEST_NAME or self._parse.pos[min(words, default=token) - 1] == "ADP"
        ):
            return Subject(token, tuple(apart))  # until the vote, | Ada Vos, a baker, led
        if name:
            return Subject(token, (), name)
        return Subject(token, (*words, *([min(apart) - 1, *apart] if apart else ())))

    def _named_behind(self, noun: int) -> list[int]:
        """The name that commas set apart after a noun: the minister, Ada Vos, left."""
        parse = self._parse
        name = parse.child(noun, "appos")
        if name is None or parse.pos[noun] != "NOUN" or parse.tag[name] != "NNP":
            return []
        if parse.child(name, "conj") is not None:
            return []
        words = [token for token in self._wording.phrase(name) if token <= name]
        return words if parse.text[min(words) - 1] == "," else []

    def stands_alone(self, head: int, subject: Subject | None) -> bool:
        """Whether a reader knows whom a subject means who reads nothing else."""
        if subject is None:
            return False
        if subject.name:
            return True
        parse, token = self._parse, subject.token
        if parse.tag[token] in ("PRP", "WP", "WDT", "DT", "WRB") or self._dates.is_timed(token):
            return False
        if parse.pos[token] in _NOUNS and self._points_back(sorted(subject.tokens)[:3]):
            return False
        alone = len(subject.tokens) == 1 and parse.lower[token] in listed("pointing")
        return not alone and agrees(parse, head, token)

    def is_doubtful(self, head: int, subject: int) -> bool:
        """Whether a noun stands right before a verb that has its subject from another verb.

        That noun is likely to be the subject: "as the ferry stopped and the old bus ran".
        """
        parse = self._parse
        if self._clauses.own_subject(head) is not None or parse.dep[head] not in _SHARING:
            return False
        before = self.before_verb(head)
        noun = before >= 0 and parse.pos[before] in _NOUNS and before != subject
        return noun and not self._dates.is_timed(before)

    def before_verb(self, head: int) -> int:
        """The token before a verb with its helpers and adverbs, -1 where there is none."""
        parse = self._parse
        below = (c for c in parse.children[head] if c < head and parse.dep[c] in _BEFORE_VERB)
        return min((head, *below)) - 1

    def _points_back(self, opening: list[int]) -> bool:
        """Whether a phrase begins with what words before it explain: whose, all of which."""
        tags = [self._parse.tag[word] for word in opening]
        of = [self._parse.lower[word] for word in opening[1:2]] == ["of"]
        relative = tags[:1] + (tags[2:] if of else [])
        return "WP$" in tags or not _RELATIVE.isdisjoint(relative)

    def _name(self, head: int, subject: int) -> str | None:
        """The name of a pronoun, if the verb goes with it: "I left", not "I have left"."""
        parse = self._parse
        name = self._names.get(subject)
        if name is None or parse.tag[subject] != "PRP" or parse.child(subject, "conj") is not None:
            return None
        finite = finite_verb(parse, head)
        invariant = parse.tag[finite] in ("VBD", "MD") and parse.lower[finite] not in listed(
            "numbered"
        )
        plural = parse.lower[subject] in listed("plural_pronouns")
        return name if invariant or not plural else None

    def _described(self, subject: int) -> str | None:
        """What a clause describes in place of "all of whom" or "some of which"."""
        parse = self._parse
        of = parse.child(subject, "prep")
        which = parse.child(of, "pobj") if of is not None else None
        if which is None or parse.tag[which] not in _RELATIVE:
            return None
        clause = self._clauses.owner[subject]
        if parse.dep[clause] != "relcl":
            return None
        return self._wording.written(self._wording.phrase(parse.head[clause], clause))

    def _owned(self, subject: int) -> str | None:
        """A subject with its owner in place of "whose": the union's contract."""
        parse = self._parse
        whose = parse.child(subject, "poss")
        if whose is None or parse.tag[whose] != "WP$":
            return None
        clause = self._clauses.owner[subject]
        owner = parse.head[clause] if parse.dep[clause] == "relcl" else self._named(whose - 1)
        if parse.pos[owner] not in _NOUNS:
            return None
        words = self._wording.written(self._wording.phrase(owner, clause))
        return self.with_owner(words, subject, whose)

    def _possessed(self, noun: int) -> str | None:
        """A noun with the name of its owner in place of "his", "her" or "their"."""
        whose = self._parse.child(noun, "poss")
        name = self._names.get(whose) if whose is not None else None
        return None if name is None or whose is None else self.with_owner(name, noun, whose)

    def with_owner(self, owner: str, noun: int, whose: int) -> str:
        """A noun phrase with another owner."""
        kept = self._wording.phrase(noun)
        mark = "’" if "’" in self._parse.source else "'"
        owned = f"{owner}{mark}{'' if owner.endswith('s') else 's'}"
        return self._wording.written(kept, {whose: owned})


def agrees(parse: Parse, head: int, subject: int) -> bool:
    """Whether a subject can go with a verb: not "rules" with "faces", nor "rule" with "face"."""
    finite = finite_verb(parse, head)
    verb = parse.lower[finite]
    if (parse.tag[finite] == "VBZ" or verb == "was") and parse.tag[subject] == "NNS":
        return parse.lower[subject] in listed("singular_plurals")
    if not (parse.tag[finite] == "VBP" or verb == "were") or parse.tag[subject] != "NN":
        return True
    joined = parse.child(subject, "conj") is not None
    return joined or parse.lower[subject] in listed("plural_singulars")


class PronounNames:
    """`names` gives the name that each pronoun stands for, by token."""

    def __init__(self, parse: Parse, names: dict[int, str]) -> None:
        self._parse = parse
        self._names = names

    def bracketed(self, tokens: range | tuple[int, ...], before: str) -> dict[int, str]:
        """The names, in brackets, for the pronouns among tokens that nothing before names."""
        parse = self._parse
        found: dict[int, str] = {}
        told = before
        for token in tokens:
            name = self._names.get(token)
            glued = parse.end[token : token + 1] == parse.start[token + 1 : token + 2]
            if name is None or glued or parse.lower[token] in ("its", "their"):
                told += f" {parse.text[token]}"
            elif name.rsplit(" ", 1)[-1] not in told:
                told += f" {name}"
                found[token] = self._in_brackets(token, name)
        return found

    def _in_brackets(self, token: int, name: str) -> str:
        """A name as a pronoun's place asks for it: [Vos], [Vos’s], they [the Greens]."""
        parse = self._parse
        if parse.tag[token] == "PRP$" and parse.dep[token] == "poss":
            mark = "’" if "’" in parse.source else "'"
            return f"[{name}{mark}{'' if name.endswith('s') else 's'}]"
        if parse.lower[token] in listed("plural_pronouns"):
            return f"{parse.text[token]} [{name}]"
        return f"[{name}]"

    def is_plain(self, token: int, told: tuple[int, ...]) -> bool:
        """Whether a pronoun means a person whom nobody named before it in its sentence rivals."""
        parse = self._parse
        if parse.lower[token] not in listed("person_pronouns"):
            return False
        before = range(parse.sentence(parse.sentence_of[token])[0], token)
        own = self._names.get(token, "")
        rivals = (t for t in before if parse.pos[t] == "PROPN" and parse.text[t] not in own)
        inside = any(parse.text[above] in own for above in parse.ancestors(token))
        return not inside and all(rival in told for rival in rivals)
