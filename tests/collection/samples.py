"""Figures and articles for the tests of collections."""

from __future__ import annotations

from pathlib import Path

from reader import Analyzer, Article
from reader.analysis import Kind
from reader.collection import Collection, Figure, build_cast

MILL_FIRE = Path(__file__).parents[2] / "assets" / "articles" / "mill-fire"


def figures(document: str, *names: str | tuple[str, Kind] | Figure) -> list[Figure]:
    """The figures of an article: people by their names, others with their kinds."""
    made = []
    for number, name in enumerate(names, 1):
        if isinstance(name, Figure):
            made.append(name)
            continue
        written, kind = (name, Kind.PERSON) if isinstance(name, str) else name
        made.append(Figure(document, f"E{number}", written, kind, (written,), (), 1))
    return made


def told(document: str, number: int, name: str, *, forms: str = "", roles: str = "") -> Figure:
    """A person whom an article also calls by other forms, or says something of (split at ";")."""
    other = tuple(forms.split(";")) if forms else ()
    said = tuple(roles.split(";")) if roles else ()
    return Figure(document, f"E{number}", name, Kind.PERSON, (name, *other), said, 1)


def groups(*articles: list[Figure]) -> list[set[str]]:
    """The names of each member of the cast, each as "article: name"."""
    cast = build_cast([figure for article in articles for figure in article])
    return [{f"{figure.document}: {figure.name}" for figure in member.figures} for member in cast]


def mill_fire(analyzer: Analyzer) -> Collection:
    """Three reports of one invented fire, which disagree."""
    collection = Collection()
    for path in sorted(MILL_FIRE.glob("*.txt")):
        article = Article.from_text(path.read_text("utf-8"), source=path.name)
        collection = collection.with_article(path.stem, analyzer.analyze(article))
    return collection
