"""Visiting the pages of a list as a polite guest. What is fetched, `web` fetches."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from urllib.robotparser import RobotFileParser

from ..article.errors import ArticleError, shown
from .policy import FetchedPage, Policy, SentOn, Tell, anywhere, quietly
from .web import UnavailableError, brief, fetch, rules_of

_ROBOT = "reader"
_LARGEST_ROBOTS = 500_000


class Visitor:
    """Gets the pages of a list or feed: one at a time, a second a host, as robots.txt allows."""

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        pause: float = 1.0,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._policy = policy or Policy()
        self._pause = pause
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser] = {}

    def fetch(self, address: str, tell: Tell = quietly) -> FetchedPage:
        """The page at an address of the list. Raises ArticleError."""
        if not self._policy.offline:
            self._make_sure(address)
        return self._in_turn(address, self._policy, tell, self._sent_on)

    def _make_sure(self, address: str) -> None:
        """Raise ArticleError where a site asks programs not to fetch an address."""
        if not self._rules_of(address).can_fetch(_ROBOT, address):
            raise ArticleError(
                f"{brief(shown(address))} is not fetched: the site's robots.txt forbids it for "
                "programs; open the address on its own."
            )

    def _sent_on(self, address: str) -> None:
        """Be as polite to a site that another leads on to."""
        self._make_sure(address)
        self._wait_for(address)

    def _wait_for(self, address: str) -> str:
        """Wait for the turn of a host, and take it."""
        host, _ = rules_of(address)
        if (wait := self._next.get(host, 0.0) - time.monotonic()) > 0:
            self._sleep(wait)
        self._next[host] = time.monotonic() + self._pause
        return host

    def _in_turn(
        self,
        address: str,
        policy: Policy,
        tell: Tell,
        sent_on: SentOn = anywhere,
    ) -> FetchedPage:
        host = self._wait_for(address)
        try:
            return fetch(address, policy, tell, sent_on)
        finally:
            self._next[host] = time.monotonic() + self._pause

    def _rules_of(self, address: str) -> RobotFileParser:
        _, place = rules_of(address)
        if place not in self._rules:
            self._rules[place] = rules = RobotFileParser()
            small = replace(self._policy, limit=_LARGEST_ROBOTS)
            try:
                page = self._in_turn(place, small, quietly)
                rules.parse(page.body.decode("utf-8", "replace").splitlines())
            except UnavailableError as error:
                rules.parse(["User-agent: *", "Disallow: /"] if error.status >= 500 else [])
            except ArticleError:
                rules.parse([])
        return self._rules[place]
