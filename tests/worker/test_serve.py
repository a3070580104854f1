"""The process that analyses, run as the interface runs it."""

from datetime import date
from itertools import pairwise
from queue import SimpleQueue

import pytest

from reader.analysis import DEFAULT_MODEL, Annotations
from reader.analysis.parse.models import find_model
from reader.article import Article
from reader.worker.client import Worker
from reader.worker.protocol import (
    Analyse,
    Failed,
    Finished,
    Notice,
    Partial,
    Progress,
    Reply,
)
from tests.patience import seconds

from ..analysis.pipelines import install


class Talk:
    def __init__(self, article: Article, model: str = DEFAULT_MODEL, offset: int = 0) -> None:
        self.heard: SimpleQueue[Reply] = SimpleQueue()
        self.worker = Worker(Analyse(article, model, offset), self.heard.put)

    def until_the_end(self) -> list[Reply]:
        replies = [self.heard.get(timeout=seconds(120))]
        while not isinstance(replies[-1], Finished | Failed):
            replies.append(self.heard.get(timeout=seconds(120)))
        return replies


@pytest.fixture
def talks():
    made = []

    def start(*arguments):
        made.append(Talk(*arguments))
        return made[-1]

    yield start
    for talk in made:
        talk.worker.stop()


def mentions(found: Annotations) -> set[int]:
    """Where the mentions start."""
    return {mention.start for entity in found.entities for mention in entity.mentions}


def test_an_article_is_analysed_and_then_again_for_another_date(talks):
    article = Article("Ada Lovelace went to Turin.", published=date(2020, 5, 1))
    talk = talks(article)
    progress, finished = talk.until_the_end()
    assert progress == Progress(27, 27)
    assert finished.model.endswith("3.8.0")
    assert finished.published == date(2020, 5, 1)
    assert {entity.name for entity in finished.annotations.entities} >= {"Ada Lovelace"}
    talk.worker.redate(article.with_date(None).dating)
    (again,) = talk.until_the_end()
    assert again.published is None
    assert again.annotations.entities == finished.annotations.entities


def test_a_long_article_arrives_in_parts_from_the_screen_outward(talks):
    paragraphs = [f"Person{number} Smith went to London on Monday. " * 90 for number in range(34)]
    text = "\n\n".join(paragraphs)
    offset = text.index("Person6")
    *_, finished = replies = talks(Article(text), DEFAULT_MODEL, offset).until_the_end()
    first = next(reply for reply in replies if isinstance(reply, Partial))
    assert min(abs(start - offset) for start in mentions(first.annotations)) < 100
    assert text.index("Person1") < min(mentions(first.annotations))
    assert max(mentions(first.annotations)) < text.index("Person11")
    done = [reply.done for reply in replies if isinstance(reply, Progress)]
    assert done == sorted(done)
    told = [at.done for at, part in pairwise(replies) if isinstance(part, Partial)]
    assert len(told) > 1
    assert all(2 * size <= following for size, following in pairwise(told))
    assert told[-1] <= len(text) // 2
    assert min(mentions(finished.annotations)) < 100
    assert max(mentions(finished.annotations)) > text.index("Person11")


def test_a_missing_model_is_told_in_a_sentence(talks):
    (failed,) = talks(Article("Text."), "no_such_model").until_the_end()
    assert isinstance(failed, Failed)
    assert "no_such_model" in failed.message
    assert "\n" not in failed.message


def test_an_empty_article_has_an_empty_analysis(talks):
    *_, finished = talks(Article("")).until_the_end()
    assert finished.annotations.entities == ()


def test_what_is_odd_about_a_pipeline_is_said(talks, tmp_path, monkeypatch):
    install(tmp_path, files=find_model().folder)
    monkeypatch.syspath_prepend(tmp_path)
    replies = talks(Article("Ada Lovelace went to Turin."), "en_toy").until_the_end()
    assert replies[0] == Notice(
        "The weights of en_toy 1.0 are not on the reader's list and were not checked."
    )
    assert isinstance(replies[-1], Finished)
