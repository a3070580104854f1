"""One article against the others: the share of something in it, and in them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from ...reading.overview import Material, countries, figures, histogram, speakers
from ..glyphs import glyphs
from ..line import Heading, Piece
from .rows import (
    Label,
    OverviewRow,
    Target,
    speaker_label,
    speaker_targets,
    step_label,
    step_targets,
    targets_of,
)


class Amount(Struct, frozen=True):
    """How much of something there is, what it is called, and where to look at it."""

    label: Label
    count: int
    targets: tuple[Target, ...]


Amounts = dict[Hashable, Amount]


def rows_of(
    ones: Amounts, others: Amounts, keys: Iterable[Hashable]
) -> list[OverviewRow | Heading]:
    """A row for each key: its share in the article, and its share in the others."""
    total = sum(amount.count for amount in ones.values()) or 1
    rest = sum(amount.count for amount in others.values()) or 1
    shares = {
        key: (
            ones[key].count / total if key in ones else 0.0,
            others[key].count / rest if key in others else 0.0,
        )
        for key in keys
    }
    if not shares:
        return []
    most = max(one + other for one, other in shares.values()) or 1.0
    signs = glyphs()
    return [
        legend(),
        *(
            OverviewRow(
                ident=f"C{number}",
                label=(ones.get(key) or others[key]).label,
                count=f"{round(100 * one)} · {round(100 * other)} %",
                bars=((one / most, signs.bar, "accent"), (other / most, signs.line, "dim")),
                targets=(*_targets(ones, key), *_targets(others, key)),
            )
            for number, (key, (one, other)) in enumerate(shares.items())
        ),
    ]


def _targets(amounts: Amounts, key: Hashable) -> tuple[Target, ...]:
    return amounts[key].targets if key in amounts else ()


def legend() -> Heading:
    """What the two bars are."""
    signs = glyphs()
    return Heading(
        (Piece(f" {signs.bar} this article ", "accent"), Piece(f"{signs.line} the others", "dim"))
    )


def _by_difference(ones: Amounts, others: Amounts) -> list[Hashable]:
    """The keys, those that set the article apart from the others first."""
    total = sum(amount.count for amount in ones.values()) or 1
    rest = sum(amount.count for amount in others.values()) or 1

    def difference(key: Hashable) -> float:
        one = ones[key].count / total if key in ones else 0.0
        other = others[key].count / rest if key in others else 0.0
        return -abs(one - other)

    return sorted(dict.fromkeys((*ones, *others)), key=difference)


def speaker_contrast(material: Material, name: str) -> list[OverviewRow | Heading]:
    """Whose words take more of the article than of the others, or less."""
    one, other = _said(material.only(name)), _said(material.without(name))
    return rows_of(one, other, _by_difference(one, other))


def _said(material: Material) -> Amounts:
    return {
        (speaker.who.key if speaker.who else ("", speaker.label)): Amount(
            speaker_label(speaker), speaker.words, speaker_targets(speaker, material)
        )
        for speaker in speakers(material)
    }


def when_contrast(material: Material, name: str) -> list[OverviewRow | Heading]:
    """Which days the article and the others date."""
    _, bins = histogram(material)
    ones: Amounts = {}
    others: Amounts = {}
    for step in bins:
        own = sum(count for document, count in step.documents if document == name)
        amount = Amount(step_label(step), own, step_targets(step, (name,)))
        ones[step.first] = amount
        others[step.first] = replace(amount, count=step.count - own, targets=())
    return rows_of(ones, others, ones)


def country_contrast(material: Material, name: str) -> list[OverviewRow | Heading]:
    """Which countries the article and the others speak of."""
    one, other = _where(material.only(name)), _where(material.without(name))
    return rows_of(one, other, _by_difference(one, other))


def _where(material: Material) -> Amounts:
    return {
        country.name: Amount(
            ((country.name or "country unknown", ""),),
            country.mentions,
            targets_of(stop for place in country.places for stop in material.stops[place.who.key]),
        )
        for country in countries(material)
    }


def figure_contrast(material: Material, name: str) -> list[OverviewRow | Heading]:
    """The figures of the article, then those of the others."""
    others = {figure.label: figure for figure in figures(material.without(name))}
    rows: list[OverviewRow | Heading] = [
        Heading((Piece(" this article", "accent"), Piece(" · the others", "dim")))
    ]
    for number, figure in enumerate(figures(material.only(name))):
        other = others.get(figure.label)
        stops = (*figure.stops, *(other.stops if other else ()))
        rows.append(
            OverviewRow(
                ident=f"F{number}",
                label=((figure.label, "" if stops else "dim"),),
                count=f"{figure.value} · {other.value if other else '-'}",
                targets=targets_of(stops),
            )
        )
    return rows
