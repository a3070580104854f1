"""Every rule decides something in its example and nothing in its counter-example."""

from collections.abc import Iterator
from datetime import date

import pytest

from reader import Analyzer, Article
from reader.analysis import Analysis, Kind, Known
from reader.analysis.rules import STEPS, Rule, phrase, rules_of
from reader.sources import Raw, the_article

RULES = [rule for step in STEPS for rule in rules_of(step).values()]
PUBLISHED = date(2024, 5, 15)  # a Wednesday
TAUGHT = {"accepted": (Known("Tolvane Rud", (), Kind.ORGANIZATION),)}
"""What a person has said of names, for the examples of rules that need it."""


def decided_by(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """The id and the phrase of the rule behind each annotation."""
    for entity in analysis.entities:
        yield from ((found.rule_id, found.rule) for found in (*entity.mentions, *entity.roles))
    for found in (*analysis.quotes, *analysis.times, *analysis.timeline):
        yield found.rule_id, found.rule


def rules_in(analyzer: Analyzer, text: str) -> set[str]:
    article = Article.from_text(text, published=PUBLISHED)
    if "\n> " in text:  # only what is opened knows what a mail quotes
        article = the_article(Raw("example.txt", text.encode(), published=PUBLISHED))
    found = set(decided_by(analyzer.analyze(article)))
    assert all(phrase(name) == words for name, words in found if name)
    return {name for name, _ in found}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_decides_in_its_example_and_not_in_its_counter_example(
    rule: Rule, analyzer: Analyzer
) -> None:
    known = TAUGHT.get(rule.id)
    assert rule.id in rules_in(Analyzer(known=known) if known else analyzer, rule.example)
    assert rule.id not in rules_in(analyzer, rule.counter)


def test_an_id_names_one_rule() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
