"""What holds for the entities of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader import Article
from reader.analysis.analyzer import Analyzer
from reader.analysis.types import Form

_PIECES = [
    "Mr. Lane", "Ann Lane", "Lane", "LANE", "the Lane Trust", "Trust", "(LT)", "Lisbon", "U.S.",
    "American", "Orlov-Reyes", "he", "She", "it", "the company", "said", "met", "of", "and", ",",
    ".", "\n\n", "\n", "“", "”", '"', "'s", "—", "-", "\u202e", "😀", "Ünal", "李娜",
    "President", "in May", "I", "you",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_mentions_are_in_order_inside_the_text_and_names_apart(
    analyzer: Analyzer, text: str
) -> None:
    article = Article.from_text(text)
    found = analyzer.analyze(article).entities
    assert [entity.id for entity in found] == [f"E{n}" for n in range(1, len(found) + 1)]
    names = []
    for entity in found:
        starts = [mention.start for mention in entity.mentions]
        assert starts == sorted(starts)
        assert any(mention.form is Form.NAME for mention in entity.mentions)
        for span in (*entity.mentions, *entity.roles, *entity.adjectives):
            assert 0 <= span.start < span.end <= len(article.text)
        names += [(m.start, m.end) for m in entity.mentions if m.form is Form.NAME]
    assert all(before[1] <= after[0] for before, after in pairwise(sorted(names)))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_the_same_text_gives_the_same_entities(analyzer: Analyzer, text: str) -> None:
    article = Article.from_text(text)
    assert analyzer.analyze(article).entities == analyzer.analyze(article).entities
