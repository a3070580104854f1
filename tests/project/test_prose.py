"""The check of sentences and terms finds what it should, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from .prose import (
    MOST_WORDS,
    ROOT,
    Finding,
    Passage,
    _readable,
    findings,
    passages,
    wordings,
    wrong_terms,
)


def found(markdown: str) -> list[Finding]:
    return [*findings(Passage(ROOT / "page.md", 1, _readable(markdown)))]


def sentence(words: int) -> str:
    return " ".join(["Word", *["word"] * (words - 1)]) + "."


def test_a_sentence_over_the_limit_is_found_in_its_line() -> None:
    page = f"# Title\n\n{sentence(MOST_WORDS)}\n\nA short one. {sentence(MOST_WORDS + 1)}\n"
    assert [(one.line, one.said[:23]) for one in found(page)] == [(5, "a sentence of 31 words:")]


@pytest.mark.parametrize(
    "page",
    [
        f"```python\n{sentence(50)}\n```",
        f"    {sentence(50)}",
        f"- {sentence(20)}\n- {sentence(20)}",
        f"| {sentence(20)} | {sentence(20)} |",
        f"{sentence(15)} That is so, e.g. here. {sentence(15)}",
        "Run `" + sentence(50) + "` now.",
    ],
    ids=["fence", "indented code", "list", "table", "two sentences", "code in a line"],
)
def test_code_lists_and_tables_make_no_long_sentence(page: str) -> None:
    assert found(page) == []


def test_a_term_with_a_better_one_is_found() -> None:
    assert [str(one) for one in found("Short.\n\nWe Utilize it.")] == [
        f"{Path('page.md')}:3: 'Utilize': write use"
    ]


def test_a_comment_and_a_message_are_checked_for_terms() -> None:
    kinds = {passage.text[:1] == "#" for passage in wordings()}
    assert kinds == {True, False}


@pytest.mark.parametrize("said", ["`esc` takes it back", "parted by commas", "read lately"])
def test_words_that_only_this_project_used_are_found(said: str) -> None:
    assert [*wrong_terms(Passage(ROOT / "page.md", 1, said))]


def test_the_project_is_in_plain_english() -> None:
    found = [str(finding) for passage in passages() for finding in findings(passage)]
    found += [str(finding) for passage in wordings() for finding in wrong_terms(passage)]
    assert not found, "\n".join(found)
