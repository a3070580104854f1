"""Figures of a large corpus, from shards of invented analyses.

    python -m tests.benchmarks.corpus OUT [ARTICLES]

Writes shards as `reader analyze` would, then makes the cast, the timeline and the tables, asks
questions, and prints times, memory and sizes. An article has about 650 invented words, 60 mentions
of 18 entities, 6 quotes, 6 times and 7 events, which is what 4 KB of news have. Names are drawn
from 60,000 people, 20,000 bodies and 4,000 places by Zipf's law, in neighbourhoods: an article
takes most of its people from 40 who belong together. No two articles share a sentence.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import msgspec

from reader.analysis import (
    Analysis,
    Document,
    Entity,
    Event,
    Form,
    Kind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    TimeExpression,
    TimeType,
)
from reader.article import DateSource
from reader.corpus import Record, Store
from reader.corpus.ask import Questions
from reader.corpus.finish import finish
from reader.corpus.inputs import digest_of
from reader.corpus.parquet import write_tables
from reader.corpus.shards import Manifest
from reader.corpus.work import pack

_IN_SHARD = 24
_WORDS = 650
_FIRST_DAY = date(2024, 1, 1)
_DAYS = 730
_CIRCLE = 40


class World:
    """Everybody and every word there is."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.words = [self._word() for _ in range(30_000)]
        forenames = [self._word().title() for _ in range(1_500)]
        surnames = [self._word().title() for _ in range(15_000)]
        pick = self._chance.choice
        self.people = [f"{pick(forenames)} {pick(surnames)}" for _ in range(60_000)]
        self.bodies = [
            f"{self._word().title()} {self._word().title()} Board" for _ in range(20_000)
        ]
        self.places = [self._word().title() for _ in range(4_000)]

    def _word(self) -> str:
        syllables = self._chance.randint(2, 4)
        made = (
            "bcdfghjklmnprstvwz"[self._chance.randrange(18)] + self._vowel()
            for _ in range(syllables)
        )
        return "".join(made)

    def _vowel(self) -> str:
        return "aeiou"[self._chance.randrange(5)]

    def record(self, number: int) -> Record:
        """One article with its analysis."""
        chance = random.Random(number)
        published = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        writing = _Writing(chance, self.words)
        entities = [
            writing.entity(f"E{n}", name, kind)
            for n, (name, kind) in enumerate(self._chosen(chance), 1)
        ]
        quotes = [writing.quote(f"Q{n}", f"E{n}") for n in range(1, 7)]
        times, events = writing.timeline(published)
        text = " ".join(writing.written)
        document = Document(
            source=f"{number}.txt",
            title=text[:60],
            text=text,
            date=published,
            date_source=DateSource.TEXT,
        )
        analysis = Analysis(
            document=document,
            entities=tuple(entities),
            quotes=tuple(quotes),
            times=tuple(times),
            timeline=tuple(events),
        )
        name = f"article-{number:07}"
        return Record(name=name, input=name, digest=digest_of([name]), analysis=analysis)

    def _chosen(self, chance: random.Random) -> list[tuple[str, Kind]]:
        circle = int(chance.paretovariate(0.6) * 7) % (len(self.people) // _CIRCLE)
        near = self.people[circle * _CIRCLE : (circle + 1) * _CIRCLE]
        people = dict.fromkeys([*chance.sample(near, 7), chance.choice(self.people)])
        bodies = {self.bodies[int(chance.paretovariate(0.7)) % len(self.bodies)] for _ in range(6)}
        places = {self.places[int(chance.paretovariate(0.7)) % len(self.places)] for _ in range(5)}
        return [
            *((name, Kind.PERSON) for name in people),
            *((name, Kind.ORGANIZATION) for name in sorted(bodies)),
            *((name, Kind.PLACE) for name in sorted(places)),
        ]


class _Writing:
    """An article that grows, and where things stand in it."""

    def __init__(self, chance: random.Random, words: list[str]) -> None:
        self._chance = chance
        self._words = words
        self.written: list[str] = []
        self._length = 0

    def _write(self, text: str) -> Span:
        start = self._length
        self.written.append(text)
        self._length += len(text) + 1
        return Span(start, start + len(text))

    def _some(self, count: int) -> Span:
        return self._write(" ".join(self._chance.choices(self._words, k=count)))

    def entity(self, name: str, written: str, kind: Kind) -> Entity:
        mentions = []
        for place in range(self._chance.randint(2, 5)):
            surname = place and kind is Kind.PERSON and self._chance.random() < 0.6
            span = self._write(written.rpartition(" ")[2] if surname else written)
            mentions.append(Mention(span.start, span.end, Form.NAME, "name"))
            self._some(5)
        return Entity(id=name, name=written, kind=kind, mentions=tuple(mentions))

    def quote(self, name: str, speaker: str) -> Quote:
        return Quote(
            id=name,
            kind=self._chance.choice((QuoteKind.DIRECT, QuoteKind.INDIRECT)),
            content=(self._some(18),),
            source=self._some(2),
            speaker=speaker,
        )

    def timeline(self, published: date) -> tuple[list[TimeExpression], list[Event]]:
        times, events = [], []
        for n in range(1, 8):
            day = published - timedelta(days=self._chance.randrange(9))
            span, clause = self._some(1), self._some(12)
            times.append(
                TimeExpression(
                    id=f"T{n}",
                    start=span.start,
                    end=span.end,
                    type=TimeType.DATE,
                    value=day.isoformat(),
                    earliest=day,
                    latest=day,
                )
            )
            events.append(
                Event(
                    id=f"V{n}",
                    time=f"T{n}",
                    start=clause.start,
                    end=clause.end,
                    headline=" ".join(self._chance.choices(self._words, k=8)),
                    entities=(f"E{n}", "E9"),
                    mentions=(clause,),
                    earliest=day,
                    latest=day,
                )
            )
        return times, events


def write_shards(store: Store, articles: int) -> None:
    """The shards of so many invented articles."""
    world, names = World(1), []
    store.prepare()
    for first in range(0, articles, _IN_SHARD):
        some = range(first, min(first + _IN_SHARD, articles))
        lines = [msgspec.json.encode(world.record(number)) for number in some]
        name = digest_of([str(first)])
        store.path(name).write_bytes(pack(lines))
        names.append(name)
    store.write_manifest(Manifest(model="invented", shards=tuple(names)))


def main(folder: Path, articles: int) -> None:
    """Make, measure and print."""
    store = Store(folder)
    if not store.is_corpus:
        _timed("writing the shards", lambda: write_shards(store, articles))
    cast = _timed("cast and timeline", lambda: finish(store, print))
    print(f"  {len(cast):,} members")
    _timed("tables", lambda: write_tables(store, cast))
    speaker = next(n for n, member in enumerate(cast) if member.kind is Kind.PERSON)
    for name, ask in {
        "quotes by the most quoted": lambda q: q.quotes(by=speaker),
        "quotes by, between two days": lambda q: q.quotes(by=speaker, first=date(2025, 6, 1)),
        "quotes about": lambda q: q.quotes(about=speaker),
        "people with": lambda q: q.people(beside=speaker),
        "events of a day": lambda q: q.events(first=date(2025, 3, 3), last=date(2025, 3, 3)),
    }.items():
        with Questions(folder) as questions:
            answer = _timed(name, lambda ask=ask, questions=questions: ask(questions))  # type: ignore[misc]
            print(f"  {len(answer.rows):,} rows")
    for name in (
        "shards",
        "cast.json",
        "timeline.json",
        *sorted(p.name for p in (folder / "parquet").iterdir()),
    ):
        place = folder / name if (folder / name).exists() else folder / "parquet" / name
        files = [place] if place.is_file() else [p for p in place.rglob("*") if p.is_file()]
        print(f"{name}: {sum(p.stat().st_size for p in files) / 1e6:,.1f} MB")


def _timed(name: str, work):  # type: ignore[no-untyped-def]
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {time.perf_counter() - wall:.2f} s, CPU {time.process_time() - cpu:.2f} s, "
        f"largest so far {most:,.0f} MB",
        flush=True,
    )
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
