"""What dashes set off: a signature after a quotation or a post, a gesture between its halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...article import Article, Block
from ..knowledge.cues import cue_at
from ..syntax.narration import Phrase, phrase
from ..syntax.subjects import own_subject
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .frames import Frame, after
from .layout import Layout, Passage, Sentence
from .sources import beside

_DASHES = frozenset({"-", "--", "—", "–", "―"})
_LONGEST_NAME = 13
_LONGEST_GESTURE = 20
_SIGNED = re.compile(
    r"(?P<dash>—|–|--|-)[ \t]*(?P<name>[^\s()—–][^()\n—–]{1,50}?)[ ]\(@\w{1,30}\)"
    r"(?:,?\s+\w+\.?\s\d{1,2},?\s\d{4}|,?\s+\d{1,2}\s\w+\s\d{4})?[.\s]*\Z"
)
_LONGEST_SIGNATURE = 120


def signed(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """A dash and a name after a quotation that stands alone, or below it."""
    parse = layout.parse
    first, last = passage.last, sentence.last
    if first == last < len(parse) and passage.first == sentence.first:
        below = layout.sentences[layout.sentence_of[first]]
        last = below.last if below.block == sentence.block + 1 else first
    if first < last and parse.text[first] in _DASHES:
        cue = (first, first + 1)
        first += 1
    elif first < last and parse.text[first - 1][-1:] in _DASHES:
        cue = (first - 1, first)
    else:
        return None
    return _signature(layout, cue, first, last)


def _signature(layout: Layout, cue: tuple[int, int], first: int, last: int) -> Frame | None:
    """The frame that a dash and the name after it make."""
    parse = layout.parse
    if first == last or last - first > _LONGEST_NAME:
        return None
    if any(parse.pos[t] in {"VERB", "AUX"} for t in range(first, last)):
        return None
    source = beside(layout, first, last)
    if source is None or parse.pos[source.head] != "PROPN":
        return None
    return Frame(cue, source, Sense.SPEECH, "quote-signature", Certainty.LIKELY, signed=True)


def gesture(layout: Layout, sentence: Sentence, passage: Passage) -> Frame | None:
    """Who does something between the halves of a quotation: “half of”—she laughed—“nothing”."""
    following = layout.passages[passage.number + 1 : passage.number + 2]
    if not following or following[0].first >= sentence.last:
        return None
    verb = _acts_between(layout, passage, following[0])
    if verb is None or after(layout, sentence, following[0]) is not None:
        return None
    subject = own_subject(layout.parse, verb)
    source = phrase(layout, subject, verb) if subject is not None else None
    if source is None:
        return None
    return Frame(None, source, Sense.SPEECH, "quote-gesture", Certainty.LIKELY, follows=True)


def is_gesture(layout: Layout, passage: Passage, following: Passage) -> bool:
    """Whether what stands between two quotations is told of one who pauses."""
    return _acts_between(layout, passage, following) is not None


def _acts_between(layout: Layout, passage: Passage, following: Passage) -> int | None:
    """The verb of a clause that dashes set off between two quotations, no cue itself."""
    parse, first, last = layout.parse, passage.last, following.first
    if not 2 < last - first < _LONGEST_GESTURE:
        return None
    opens = parse.text[first] in _DASHES or parse.text[first - 2][-1:] in _DASHES
    inside = parse.text[last + 1 : last + 2]
    closes = parse.text[last - 1] in _DASHES or (inside and inside[0][:1] in _DASHES)
    if not opens or not closes or not all(layout.narrated(t) for t in range(first, last)):
        return None
    verbs = (t for t in range(first, last) if parse.pos[t] == "VERB")
    for verb in verbs:
        subject = own_subject(parse, verb)
        cue = cue_at(parse, verb)
        if subject is not None and first <= subject < verb:
            return None if cue is not None and "direct" in cue.frames else verb
    return None


def posts(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for blocks that end in the signature of an account: "— Ada Olsen (@ada)".

    A signature that is a block of its own signs the block before.
    """
    parse = layout.parse
    before: Block | None = None
    for block in article.blocks:
        tail = max(block.start, block.end - _LONGEST_SIGNATURE)
        signature = _SIGNED.search(article.text[tail : block.end])
        if signature is None:
            before = block
            continue
        alone = tail + signature.start("dash") == block.start
        words, before = (before or block) if alone else block, None
        first, _ = parse.tokens_in(words.start, words.end)
        dash, _ = parse.tokens_in(tail + signature.start("dash"), tail + signature.end("dash"))
        named, after = parse.tokens_in(tail + signature.start("name"), tail + signature.end("name"))
        if not first < dash < named < after:
            continue
        clauses = [] if layout.is_quoted(first, dash) else [(first, dash)]
        yield Draft(
            (dash, dash + 1), Phrase(after - 1, named, after), Sense.WRITING, "quote-signature",
            Certainty.LIKELY, clauses, layout.passages_in(first, dash), signed=True,
        )  # fmt: skip
