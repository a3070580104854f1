"""A quote in the making: one cue, its source, and the ranges that were said."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..syntax.narration import Phrase
from ..types import Certainty, Sense
from .layout import Layout, Passage


@dataclass(slots=True)
class Draft:
    """What is known of a quote, in tokens.

    `cue` is the token range of the reporting words. `clauses` are token ranges outside
    marks, `passages` whole quotations; together they are the content. `around` holds
    quotations of which the clauses are the spoken part: "WALLACE: Good evening.". `within`
    holds quotations in the clauses that another draft owns, as somebody reports a report.
    `rule` is the id of a rule in the registry.

    `follows` says that the reporting words stand after the quotation. `retells` says that the
    clauses may hold a report by another. `only_marked` says that they count only if some of them
    stand in marks. `signed` says that a signature gives one quotation and no more. `topical` says
    that the name before a headline's colon may only name its topic.
    """

    cue: tuple[int, int] | None
    source: Phrase | None
    sense: Sense
    rule: str
    certainty: Certainty
    clauses: list[tuple[int, int]] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    around: list[Passage] = field(default_factory=list)
    within: list[Passage] = field(default_factory=list)
    follows: bool = False
    retells: bool = False
    only_marked: bool = False
    signed: bool = False
    topical: bool = False


class Findings:
    """The drafts of an article and which of them owns each passage."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.drafts: list[Draft] = []
        self.by_cue: dict[int, Draft] = {}
        self.owner: dict[int, Draft] = {}

    def add(self, draft: Draft) -> Draft:
        """Take a draft in, joined to an earlier one with the same cue."""
        at = draft.cue[0] if draft.cue else -1
        known = self.by_cue.get(at)
        if known is None:
            self.drafts.append(draft)
            known = draft
            if draft.cue:
                self.by_cue[at] = draft
        else:
            known.clauses += draft.clauses
            known.passages += draft.passages
        for passage in (*draft.passages, *draft.around):
            self.owner[passage.number] = known
        return known

    def claim(self, draft: Draft, passage: Passage) -> None:
        """Give a passage to a draft."""
        draft.passages.append(passage)
        self.owner[passage.number] = draft
