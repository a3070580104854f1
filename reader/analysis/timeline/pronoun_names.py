"""The names that headlines put in brackets for pronouns."""

from __future__ import annotations

from ..knowledge.event_words import listed
from ..parse.columns import Parse


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
        if parse.tag[token] == "PRP$":
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
