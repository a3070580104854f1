"""Speech announced by a name and a colon: headlines, transcripts, interviews."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...article import HEADLINES, Article, Block, BlockKind
from ..knowledge import names as known
from ..knowledge.quote_words import words
from ..syntax.narration import Phrase
from ..types import Certainty, Sense
from .draft_quotes import Draft
from .headline_reports import LONGEST
from .layout import Layout

_LONGEST_NAME = 7
_NOUNS = frozenset({"NOUN", "PROPN"})
_MARKS = frozenset({'"', "“", "''", "«"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_QUESTION, _ANSWER = "Q", "A"
_FIRST = frozenset({"i", "my", "we", "our"})
_WRITING = frozenset({"wrote", "writes", "said"})
_ASKED = frozenset({BlockKind.QUESTION, BlockKind.ANSWER})
_TURNS = frozenset({BlockKind.TURN, BlockKind.QUESTION, BlockKind.ANSWER})


class _Label(NamedTuple):
    """What stands before the colon of a block, as tokens, and where the block's words begin."""

    first: int
    last: int
    words: int
    block: Block
    end: int


def captions(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for blocks that begin with a source and a colon, and for turns of a transcript.

    A turn without a label belongs to the speaker who stands above it; answers of an
    interview to the person whom its introduction names.
    """
    labels = [label for block in article.blocks if (label := _label(layout, block)) is not None]
    speakers = _speakers(layout, labels)
    by_block = {label.block: label for label in labels}
    answering = _answering(article, layout)
    above: Phrase | None = None
    bare = not any(label.block.kind in _ASKED for label in labels)
    for block in article.blocks:
        label = by_block.get(block)
        if bare and block.kind in _ASKED:
            above = answering if block.kind is BlockKind.ANSWER else None
        if block.kind is BlockKind.SPEAKER:
            above = _named_above(layout, block)
        elif label is not None and (said := _labelled(article, layout, label, speakers)):
            if block.kind is BlockKind.ANSWER and answering is not None:
                said.source = answering
            above = said.source
            yield said
        elif block.kind in _TURNS and above is not None:
            first, end = layout.parse.tokens_in(block.start, block.end)
            if first < end:
                draft = Draft(None, above, Sense.SPEECH, "quote-transcript", Certainty.LIKELY)
                yield _said(layout, draft, (first, end), first)


def mailed(article: Article, layout: Layout) -> Iterator[Draft]:
    """Drafts for what mails quote below a line that says who wrote it."""
    parse = layout.parse
    for voice in article.voices:
        named, after = parse.tokens_in(voice.name_start, voice.name_end)
        first, end = parse.tokens_in(voice.start, voice.end)
        wrote = next((t for t in range(after, first) if parse.lower[t] in _WRITING), None)
        if named < after and first < end:
            source = Phrase(after - 1, named, after)
            cue = (wrote, wrote + 1) if wrote is not None else None
            draft = Draft(cue, source, Sense.WRITING, "quote-mail", Certainty.SETTLED)
            yield _said(layout, draft, (first, end), first)


def _labelled(
    article: Article, layout: Layout, label: _Label, speakers: frozenset[str]
) -> Draft | None:
    """The draft of a block with a label, if the label can be a source."""
    headline = _is_headline(article, label)
    if label.block.kind is BlockKind.TURN:
        named = [t for t in range(label.first, label.last) if layout.parse.pos[t] != "PUNCT"]
        head = named[-1] if named else None
    else:
        head = _source_head(layout, label, headline, speakers)
    if head is None:
        return None
    source = Phrase(head, label.first, label.last)
    scripted = _name(layout, label) in speakers or layout.parse.text[head].isupper()
    cue = (label.last, label.words) if label.last < label.words else None
    rule = "quote-transcript" if scripted and not headline else "quote-caption"
    draft = Draft(cue, source, Sense.SPEECH, rule, Certainty.LIKELY)
    draft.topical = headline and layout.parse.pos[head] == "PROPN"
    return _said(layout, draft, (label.words, label.end), label.first - 1)


def _named_above(layout: Layout, block: Block) -> Phrase | None:
    """The speaker in a block of its own, without the marks around a name."""
    parse = layout.parse
    first, end = parse.tokens_in(block.start, block.end)
    while first < end and not parse.text[first][:1].isalnum():
        first += 1
    while first < end and not parse.text[end - 1][-1:].isalnum():
        end -= 1
    return Phrase(end - 1, first, end) if first < end else None


def _answering(article: Article, layout: Layout) -> Phrase | None:
    """Who answers in an interview: the first person whom its introduction names in full.

    Nobody, where the introduction names several who could be meant.
    """
    asked = next((b for b in article.blocks if b.kind is BlockKind.QUESTION), None)
    if asked is None:
        return None
    before = layout.parse.tokens_in(0, asked.start)[1]
    people = [name for name in layout.parse.names if name.last <= before and name.label == "PERSON"]
    full = [name for name in people if name.last - name.first > 1]
    if len({layout.parse.text[name.last - 1] for name in full}) != 1:
        return None
    return Phrase(full[0].last - 1, full[0].first, full[0].last)


def _label(layout: Layout, block: Block) -> _Label | None:
    """The words before the first colon of a block, if they are as short as a name."""
    parse = layout.parse
    first, end = parse.tokens_in(block.start, block.end)
    if first < end and parse.text[first] in _MARKS:
        first += 1
    for token in range(first, min(end - 1, first + _LONGEST_NAME + 1)):
        if layout.level[token] != layout.level[first]:
            return None
        if parse.text[token] == ":" or (parse.text[token] == "." and token == first + 1):
            label = _Label(first, token, token + 1, block, end)
            if token > first and _separates(layout, label):
                return label
            if parse.text[token] == ":" or block.kind is not BlockKind.TURN:
                return None
        if token == first and parse.text[token] in {_QUESTION + ".", _ANSWER + "."}:
            return _Label(first, token + 1, token + 1, block, end)
    return None


def _separates(layout: Layout, label: _Label) -> bool:
    """Whether a label ends in a colon, or in the full stop of "Q." and "A."."""
    ends = layout.parse.text[label.last]
    return ends == ":" or _name(layout, label) in {_QUESTION, _ANSWER}


def _name(layout: Layout, label: _Label) -> str:
    return layout.parse.words(label.first, label.last).rstrip(".")


def _is_headline(article: Article, label: _Label) -> bool:
    """Whether a block is set as a headline, or opens the article as one."""
    opens = label.block == article.blocks[0] and label.end - label.first <= LONGEST
    return label.block.kind in HEADLINES or opens


def _speakers(layout: Layout, labels: list[_Label]) -> frozenset[str]:
    """The labels that recur as speakers do, where one asks and another answers.

    A list of facts repeats its labels too ("Age: 40"), but asks nothing.
    """
    count = Counter(_name(layout, label) for label in labels)
    asking = {_name(layout, label) for label in labels if _asks(layout, label)}
    recurring = {name for name, times in count.items() if times > 1}
    if asking & recurring and len(recurring) > 1:
        return frozenset(recurring)
    people = {name for name in count if _is_person(layout, labels, name)}
    if people & recurring and len(people) > 1:
        return frozenset(people)
    interview = {_QUESTION, _ANSWER} <= set(count)
    return frozenset({_QUESTION, _ANSWER} if interview else ())


def _is_person(layout: Layout, labels: list[_Label], name: str) -> bool:
    """Whether a label is a person's full name, after which that person says "I" or "we"."""
    own = [label for label in labels if _name(layout, label) == name]
    full = all(label.last - label.first > 1 for label in own)
    called = any(layout.label.get(label.last - 1) == "PERSON" for label in own)
    lower = layout.parse.lower
    says = any(_FIRST & {*lower[label.words : label.end]} for label in own)
    return full and called and says


def _asks(layout: Layout, label: _Label) -> bool:
    return "?" in layout.parse.text[label.words : label.end]


def _said(layout: Layout, draft: Draft, content: tuple[int, int], opening: int) -> Draft:
    """The draft with the tokens of a turn, or of the rest of a block, as its content.

    `opening` is the first token at which quotation marks around the content may stand.
    """
    start, last = content
    passages = layout.passages_in(opening, last)
    draft.passages = [passage for passage in passages if passage.first >= start]
    draft.around = [passage for passage in passages if passage.first < start]
    whole = len(passages) == 1 and passages[0].first == start and passages[0].last >= last - 1
    draft.clauses = [] if whole else [(start, last)]
    return draft


def _source_head(
    layout: Layout, label: _Label, headline: bool, speakers: frozenset[str]
) -> int | None:
    """The head of the words before the colon, if they can be a source.

    In running text only a name in capitals is one, as transcripts write speakers, a label
    that recurs as speakers do, or an account's.
    """
    parse = layout.parse
    first, colon = label.first, label.last
    letters = [t for t in range(first, colon) if parse.pos[t] != "PUNCT"]
    capitals = bool(letters) and all(parse.text[t].isupper() for t in letters)
    if parse.lower[colon - 1] in words("labels"):
        return None
    name = _name(layout, label)
    if name in {_QUESTION, _ANSWER}:
        return first if name in speakers else None
    if capitals:
        dateline = known.is_place(name) or name.lower() in known.cities()
        return None if dateline else colon - 1
    if name in speakers or parse.text[first].startswith("@"):
        return letters[-1] if letters else None
    told = any(parse.pos[t] in {"VERB", "AUX"} for t in range(first, colon))
    if not headline or told or not layout.narrated(first):
        return None
    head = next((t for t in range(colon - 1, first - 1, -1) if parse.pos[t] in _NOUNS), None)
    return head if head is not None and _speaks(layout, head) else None


def _speaks(layout: Layout, head: int) -> bool:
    """Whether a headline's first words mean a document, a group or a person."""
    parse = layout.parse
    return (
        parse.lemma[head].lower() in words("speech_nouns") | words("headline_sources")
        or layout.label.get(head) in _PEOPLE
        or parse.text[head] in layout.named_words
    )
