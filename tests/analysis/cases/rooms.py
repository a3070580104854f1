"""What the rooms below the steps say of a parse: its verbs, and the signs of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader import Article
from reader.analysis.kinds import evidence, surroundings, wording
from reader.analysis.names.occurrences import with_further
from reader.analysis.names.spans import find_names
from reader.analysis.parse.columns import Parse
from reader.analysis.syntax.clauses import Clauses
from reader.analysis.syntax.name import spelling
from reader.analysis.syntax.narration import Narration
from reader.analysis.syntax.subjects import doer, subject_head
from reader.analysis.syntax.tense import tense_at
from reader.analysis.syntax.tokens import Tokens

Row = list[str]


def verbs(_: Article, parse: Parse) -> Iterator[Row]:
    """Each verb with its tense, its subject, who does it, and its clause; each date's tense."""
    told, clauses = Narration(parse), Clauses(parse)
    for token, tag in enumerate(parse.tag):
        if tag.startswith("VB") and parse.dep[token] not in ("aux", "auxpass"):
            subject, by = subject_head(parse, token), doer(told, token)
            yield [
                parse.text[token],
                _tense(parse, token),
                "" if subject is None else parse.text[subject],
                "" if by is None else parse.words(by.first, by.last),
                parse.words(*clauses.stretch(token)) if clauses.owner[token] == token else "",
            ]
    for first, last, label in parse.names:
        if label in ("DATE", "TIME"):
            yield [f"  {parse.words(first, last)}", _tense(parse, last - 1)]


def signs(article: Article, parse: Parse) -> Iterator[Row]:
    """Each name with the kind that its signs make it, and the signs."""
    tokens = Tokens(article, parse)
    for name in with_further(tokens, find_names(tokens), ()):
        written = spelling(parse, name.first, name.last)
        kind = evidence.best(evidence.total(parse, written, [name]))
        shown = [
            *wording.signs(written),
            *surroundings.of_model(parse, name),
            *surroundings.signs(parse, name),
        ]
        yield [parse.words(name.first, name.last), str(kind), " ".join(shown)]


def _tense(parse: Parse, token: int) -> str:
    tense = tense_at(parse, token)
    return tense.value if tense else ""


ROOMS: dict[str, Callable[[Article, Parse], Iterator[Row]]] = {"syntax": verbs, "kinds": signs}
