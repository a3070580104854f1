"""WebAnno TSV 3.3 for INCEpTION: named entities, coreference, quotes and times over tokens."""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis import Analysis
from ..analysis.parse.columns import Parse
from .tokens import covered, sentences

_LAYERS = (
    "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value",
    "#T_SP=webanno.custom.Quote|kind|speaker",
    "#T_SP=webanno.custom.Time|timex3|type",
)
_COLUMNS = 2
_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\[]|_*;->"} | {"\t": " ", "\n": " "})


_CONTROLS = str.maketrans({"\\": "\\\\", "\r": "\\r", "\n": "\\n", "\t": "\\t"})


def write(analysis: Analysis, parse: Parse) -> bytes:
    """The article in UTF-8. Offsets count UTF-16 units, as the format wants."""
    cells = _cells(analysis, parse)
    units = _Units(parse.source)
    lines = ["#FORMAT=WebAnno TSV 3.3", *_LAYERS, "", ""]
    for number, tokens in enumerate(sentences(parse), 1):
        text = parse.source[parse.start[tokens[0]] : parse.end[tokens[-1]]]
        lines.append(f"#Text={_one_line(text)}")
        for place, token in enumerate(tokens, 1):
            where = f"{units(parse.start[token])}-{units(parse.end[token])}"
            row = [f"{number}-{place}", where, _one_line(parse.text[token]), *cells(token)]
            lines.append("\t".join(row) + "\t")
        lines.append("")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


class _Units:
    """Code points as UTF-16 units, for offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._units = 0

    def __call__(self, offset: int) -> int:
        between = self._text[self._at : offset]
        self._units += len(between) + sum(sign > "\uffff" for sign in between)
        self._at = offset
        return self._units


class _Cells:
    """The values of each layer on a token; annotations of several tokens share a number."""

    def __init__(self) -> None:
        self._layers: list[dict[int, list[tuple[str, str]]]] = [{}, {}, {}]
        self._number = 0

    def add(self, layer: int, tokens: range, first: str, second: str) -> None:
        self._number += 1
        mark = f"[{self._number}]"
        for token in tokens:
            values = (_value(first) + mark, _value(second) + mark)
            self._layers[layer].setdefault(token, []).append(values)

    def __call__(self, token: int) -> Iterator[str]:
        for layer in self._layers:
            values = layer.get(token, [])
            for column in range(_COLUMNS):
                yield "|".join(value[column] for value in values) or "_"


def _cells(analysis: Analysis, parse: Parse) -> _Cells:
    cells = _Cells()
    for entity in analysis.entities:
        for found in entity.mentions:
            cells.add(0, covered(parse, found.start, found.end), entity.id, entity.kind)
    for quote in analysis.quotes:
        for piece in quote.content:
            cells.add(1, covered(parse, piece.start, piece.end), quote.kind, quote.speaker or "")
    for time in analysis.times:
        cells.add(2, covered(parse, time.start, time.end), time.value, time.type)
    return cells


def _value(value: str) -> str:
    return value.translate(_ESCAPED) or "*"


def _one_line(words: str) -> str:
    return words.translate(_CONTROLS)
