"""What a desk of many articles costs, in seconds of CPU, beside a desk of one.

    python -m tests.benchmarks.desk [ARTICLES]

The articles are invented as by `tests.benchmarks.corpus`: 650 words, 18 entities, 6 quotes and 7
events each, with names in common. Printed are the time until cast, timeline, quotes and news are
current after one more article, and the time of a key in the article, a list and a turn.
"""

from __future__ import annotations

import asyncio
import sys
import time
from statistics import median

from reader.analysis import Analysis
from reader.article import Article
from reader.collection import Collection
from reader.reading import Ready
from reader.reading.desk import State
from reader.reading.plan import Plan
from reader.settings import Settings
from reader.sources.sought import Found, Opening
from reader.tui.app import ReaderApp

from .corpus import World

_KEYS = {"in the article": "j", "in the entities": "j", "turning": "right_parenthesis"}
_PRESSES = 30


def analyses_of(count: int) -> dict[str, Analysis]:
    """So many invented articles by their names."""
    world = World(1)
    records = [world.record(number) for number in range(count)]
    return {record.name: record.analysis for record in records if record.analysis is not None}


def after_one_more(analyses: dict[str, Analysis]) -> float:
    """Seconds of CPU until everything is current after the last article came in; of five."""
    *others, last = analyses
    before = Collection({name: analyses[name] for name in others})
    before.make()
    spent = []
    for _ in range(5):
        start = time.process_time()
        before.with_article(last, analyses[last]).make()
        spent.append(time.process_time() - start)
    return median(spent)


class _Desk(ReaderApp):
    """The interface with a desk of analysed articles; nothing runs in the background."""

    def __init__(self, analyses: dict[str, Analysis]) -> None:
        first = next(iter(analyses.values()))
        article = Article.from_text(first.document.text, published=first.document.date)
        several = len(analyses) > 1
        super().__init__(
            article,
            settings=Settings(),
            opening=Opening(Found(article, None)),
            plan=Plan(tuple(f"{name}.txt" for name in analyses)) if several else None,
        )
        if self.turning is not None:
            self.turning.begin = lambda: None  # type: ignore[method-assign]

    def bring(self, analyses: dict[str, Analysis]) -> None:
        """Bring what the background would."""
        self.reading.receive(next(iter(analyses.values())), Ready())
        if self.turning is None:
            return
        collection = Collection(analyses)
        collection.make()
        for sheet, analysis in zip(self.turning.desk.sheets, analyses.values(), strict=True):
            sheet.article = Article.from_text(analysis.document.text)
            self.turning.desk.report(sheet, State.READY)
        self.turning.desk.receive(collection)


async def keys(analyses: dict[str, Analysis]) -> dict[str, float]:
    """The median seconds of CPU from a key to a still screen, by where it is pressed."""
    app = _Desk(analyses)
    found: dict[str, float] = {}
    async with app.run_test(size=(160, 50)) as pilot:
        while not app.screen.query("TimelinePane"):
            await pilot.pause(0.02)
        app.bring(analyses)
        await pilot.pause(0.3)
        for where, key in _KEYS.items():
            if where == "turning" and len(analyses) == 1:
                continue
            await pilot.press("2" if where == "in the entities" else "1")
            spent = []
            for _ in range(_PRESSES if where != "turning" else 5):
                start = time.process_time()
                await pilot.press(key)
                await pilot.pause()
                spent.append(time.process_time() - start)
            found[where] = median(spent)
    return found


def main(count: int) -> None:
    """Print the table."""
    analyses = analyses_of(count)
    one = dict([next(iter(analyses.items()))])
    print(f"after one more of {count}: {1000 * after_one_more(analyses):.0f} ms")
    few, many = asyncio.run(keys(one)), asyncio.run(keys(analyses))
    for where, seconds in many.items():
        alone = f"{1000 * few[where]:.1f} ms with one article, " if where in few else ""
        print(f"a key {where}: {alone}{1000 * seconds:.1f} ms with {count}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
