"""What each step finds in parses that are written out, whole and without a model.

One file a step (`quotes.toml`, ...) holds the cases. `python -m tests.analysis.cases STEP` reads
texts from standard input, separated by two blank lines, and adds each as a case. Read what was
found, and mend the code where it is wrong. `--renew` writes what is found in all cases again; the
difference is part of a change. `why` says what a case is for, where its sentence does not; such a
parse may be mended or broken by hand, as a parser would break it.
"""

from __future__ import annotations

import json
import tomllib
from array import array
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from reader import Article
from reader.analysis.parse.columns import Columns, NamedSpan, Parse
from reader.analysis.pipeline import annotate
from reader.analysis.types import Annotations, Event

from .rooms import ROOMS

FOLDER = Path(__file__).parent
PUBLISHED = date(2024, 5, 15)  # a Wednesday
Row = list[Any]


def cases(step: str) -> list[dict[str, Any]]:
    """The cases of a step."""
    path = FOLDER / f"{step}.toml"
    return tomllib.loads(path.read_text("utf-8")).get("case", []) if path.exists() else []


def write(step: str, listed: list[dict[str, Any]]) -> None:
    """Write the cases of a step."""
    head = (
        f"# Parses written out, and what the step finds in each: see __init__.py. {MEANING[step]}\n"
    )
    shown = [_shown(case) for case in listed]
    (FOLDER / f"{step}.toml").write_text("\n".join([head, *shown]), "utf-8")


def _shown(case: dict[str, Any]) -> str:
    named = [name for name in ("why", "text", "parse", "names") if name in case]
    fields = [f"{name} = {_quoted(case[name])}" for name in named]
    lines = ["[[case]]", *fields, f"sentences = {case['sentences']}"]
    rows = [f"    {_quoted(row)}," for row in case["found"]]
    lines += ["found = [", *rows, "]", ""] if rows else ["found = []", ""]
    return "\n".join(lines)


def _quoted(value: Any) -> str:
    """A text or a row as TOML, which has the same escapes as JSON."""
    return json.dumps(value, ensure_ascii=False)


def described(parse: Parse) -> dict[str, Any]:
    """A parse as the fields of a case: for each token `word|lemma/class/tag/label/head`."""
    words = [
        f"{word}{'' if lemma == word.lower() else f'|{lemma}'}/{pos}/{tag}/{dep}/{head}"
        for word, lemma, pos, tag, dep, head in zip(
            parse.text, parse.lemma, parse.pos, parse.tag, parse.dep, parse.head, strict=True
        )
    ]
    return {
        "text": parse.source,
        "parse": " ".join(words),
        "names": " ".join(f"{first}-{last}-{label}" for first, last, label in parse.names),
        "sentences": list(parse.sentences),
    }


def parse_of(case: dict[str, Any]) -> Parse:
    """The parse of a case."""
    text, columns, place = case["text"], Columns(), 0
    for row in case["parse"].split(" "):
        word, pos, tag, dep, head = row.rsplit("/", 4)
        word, _, lemma = word.partition("|")
        start = text.index(word, place)
        place = start + len(word)
        columns.start.append(start)
        columns.end.append(place)
        columns.text.append(word)
        columns.lemma.append(lemma or word.lower())
        columns.pos.append(pos)
        columns.tag.append(tag)
        columns.dep.append(dep)
        columns.head.append(int(head))
    columns.sentences = array("i", case["sentences"])
    for name in case["names"].split():
        first, last, label = name.split("-")
        columns.names.append(NamedSpan(int(first), int(last), label))
    return Parse(text, columns)


def found_in(step: str, parse: Parse) -> list[Row]:
    """What a step finds in a text, as rows."""
    article = Article.from_text(parse.source, published=PUBLISHED)
    if step in ROOMS:
        return [*ROOMS[step](article, parse)]
    return [[*row] for row in ROWS[step](annotate(article, parse), parse.source)]


def _quotes(found: Annotations, text: str) -> list[Row]:
    names = {entity.id: entity.name for entity in found.entities}
    return [
        [
            quote.rule_id,
            quote.certainty.value,
            f"{quote.sense.value if quote.sense else ''} {quote.polarity.value}",
            _words(text, quote.cue),
            _words(text, quote.source),
            names.get(quote.speaker or "", "") + (f" as {quote.same_as}" if quote.same_as else ""),
            " | ".join(_words(text, place) for place in quote.content),
        ]
        for quote in found.quotes
    ]


def _entities(found: Annotations, text: str) -> list[Row]:
    rows: list[Row] = []
    for entity in found.entities:
        rows.append([entity.name, entity.kind.value])
        rows += [[f"  {_words(text, m)}", m.form.value, m.rule_id] for m in entity.mentions]
        rows += [[f"  {_words(text, role)}", "role", role.rule_id] for role in entity.roles]
        rows += [[f"  {_words(text, place)}", "adjective"] for place in entity.adjectives]
    return rows


def _times(found: Annotations, text: str) -> list[Row]:
    return [
        [
            text[time.start : time.end],
            time.type.value,
            time.value,
            _days(time.earliest, time.latest),
            time.mod or "",
            time.rule_id,
            time.reason,
        ]
        for time in found.times
    ]


def _timeline(found: Annotations, text: str) -> list[Row]:
    names = {entity.id: entity.name for entity in found.entities}
    return [
        [
            text[event.start : event.end],
            event.headline,
            f"{event.bound.value} {_days(event.earliest, event.latest)}",
            f"{event.modality.value}{' minor' if event.minor else ''}{_retold(event)}",
            event.rule_id,
            _words(text, event.predicate),
            ", ".join(f"{names[p.entity]} {p.part.value}" for p in event.participants),
        ]
        for event in found.timeline
    ]


def _retold(event: Event) -> str:
    """How often an event is told, where more than once, and with which others it disagrees."""
    often = f" x{len(event.mentions)}" if len(event.mentions) > 1 else ""
    return "".join([often, *(f" but {other}" for other in event.disagrees)])


def _words(text: str, place: Any) -> str:
    return text[place.start : place.end] if place else ""


def _days(earliest: date | None, latest: date | None) -> str:
    return f"{earliest or ''}..{latest or ''}"


ROWS: dict[str, Callable[[Annotations, str], list[Row]]] = {
    "entities": _entities,
    "quotes": _quotes,
    "times": _times,
    "timeline": _timeline,
}
STEPS = (*ROWS, *ROOMS)
MEANING = {
    "syntax": "Verb, tense, subject, who does it, clause; dates with the tense around them.",
    "kinds": "Name, kind, and the signs that make it.",
    "entities": "Name and kind; below each its mentions and roles with their rules.",
    "quotes": "Rule, certainty, sense and polarity, cue, source, speaker (as which), content.",
    "times": "Words, type, value, first and last day, mod, rule, reason.",
    "timeline": "Clause, headline, bound and days, modality, rule, predicate, who.",
}
