"""What the analysis finds in the sample articles, kept whole: a move of code changes none of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader import Article
from reader.analysis import Analysis

SAMPLES = Path(__file__).parents[2] / "assets" / "articles"
KEPT = Path(__file__).parent


def found(analysis: Analysis) -> dict[str, Any]:
    """The annotations of an analysis as plain data, without the text they are of."""
    export = analysis.to_dict()
    return {name: export[name] for name in ("entities", "quotes", "times", "timeline")}


def sample(name: str) -> Article:
    """A sample article."""
    return Article.from_text((SAMPLES / f"{name}.txt").read_text("utf-8"), source=f"{name}.txt")
