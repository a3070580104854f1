"""Whether a headline says what its clause says: nothing denied, doubted or completed is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..knowledge.event_words import listed
from ..parse.columns import Parse
from ..syntax.clefts import cleft_of
from ..syntax.verb_groups import shared_helpers
from ..types import Event

_COMPLETING = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "dative"})
_HELPING = frozenset({"aux", "auxpass", "neg", "prt"})
_LIMITING = frozenset({"det", "advmod", "amod", "preconj", "neg", "predet", "quantmod"})
_EMBEDDED = frozenset({"ccomp", "acl", "advcl", "pcomp"})
_JOINING = frozenset({"-", "–", "'", "’"})
_NEGATIONS = frozenset({"n't", "n’t"})
_CONTRACTED = ("n't", "n’t")
_CUT = "…"
_PRONOUN = re.compile(
    r"(?:(?:\w+ ){1,3}of (?:which|whom)|he|she|it(?! is| was| will be)|they|him|her|them|who"
    r"|which)\b(?! \[)",
    re.IGNORECASE,
)


def faults(parse: Parse, head: int, headline: str) -> tuple[str, ...]:
    """What the headline of a clause leaves out of it though the sense hangs on it.

    `head` is the verb of the clause. Each fault is a kind and the word that is missing:
    "negation not". A headline that is cut at its end ("…") may lack what completes it; one that
    is cut before the verb says nothing of it.
    """
    cut = headline.endswith(_CUT)
    if cut and not has_word(parse, head, headline):
        return ()
    found = [
        f"{kind} {parse.text[token]}"
        for kind, token in _essential(parse, head, cut=cut)
        if not has_word(parse, token, headline)
    ]
    governor = doubting_governor(parse, head)
    if governor is not None and not has_word(parse, governor, headline):
        found.append(f"governor {parse.text[governor]}")
    return tuple(found)


def faults_of(parse: Parse, event: Event) -> tuple[str, ...]:
    """The faults of an entry's headline, and "subject" where it opens with a bare pronoun.

    A clause as it stands may open with one that nothing resolves.
    """
    if event.predicate is None:
        return ()
    head = bisect_right(parse.start, event.predicate.start) - 1
    found = faults(parse, head, event.headline)
    bare = _PRONOUN.match(event.headline)
    words = " ".join(parse.source[event.start : event.end].split()).lower()
    stands = "[" in event.headline or event.headline.rstrip(_CUT).lower() in words
    return (*found, f"subject {bare.group()}") if bare and not stands else found


def opens_with_pronoun(headline: str) -> bool:
    """Whether a headline begins with a pronoun that nothing in it explains."""
    return _PRONOUN.match(headline) is not None


def doubting_governor(parse: Parse, head: int) -> int | None:
    """The word that denies, doubts or conditions what a clause says: denied that he left.

    So does a noun: a court order that he leave.
    """
    governor = parse.head[head]
    if parse.dep[head] == "relcl" and _completes_noun(parse, head):
        return governor
    if parse.dep[head] not in _EMBEDDED or cleft_of(parse, governor) == head:
        return None
    if any(parse.lower[c] in listed("conditional") for c in parse.children[head] if c < head):
        return governor
    if parse.dep[head] not in ("ccomp", "acl"):
        return None
    if parse.dep[head] == "acl" and parse.tag[head] not in ("VB", "VBP"):
        return None
    words = (governor, *(c for c in parse.children[governor] if parse.dep[c] == "acomp"))
    doubted = any(parse.lemma[word] in listed("doubting") for word in words)
    denied = any(parse.dep[c] == "neg" for c in parse.children[governor])
    return governor if doubted or denied or parse.dep[head] == "acl" else None


def _completes_noun(parse: Parse, head: int) -> bool:
    """Whether a clause says what a noun asks for: the order that he leave."""
    marked = parse.child(head, "mark") is not None
    return marked and parse.tag[head] in ("VB", "VBP") and parse.child(head, "aux") is None


def _essential(parse: Parse, head: int, *, cut: bool) -> Iterator[tuple[str, int]]:
    """The words that no headline of the clause may lack, each with the kind of its fault."""
    yield "verb", head
    for token in shared_helpers(parse, head):
        yield "helper", token
    for token in parse.children[head]:
        if precedes_clause(parse, head, token):
            continue
        if parse.dep[token] in _HELPING or _turns(parse, token):
            yield "helper" if parse.dep[token] in _HELPING else "limit", token
        elif not cut and token > head and _completes(parse, token):
            yield "complement", token
            yield from (("limit", c) for c in parse.children[token] if _turns(parse, c))


def precedes_clause(parse: Parse, head: int, token: int) -> bool:
    """Whether a small word stands before the "that" of a clause: she said only | that he left."""
    mark = parse.child(head, "mark")
    return mark is not None and token < mark and parse.dep[token] == "advmod"


def _completes(parse: Parse, token: int) -> bool:
    """Whether a verb lacks something without a dependent; pronouns may give way to names."""
    needed = parse.dep[token] in _COMPLETING and parse.pos[token] not in ("PRON", "DET")
    return needed and not _is_set_off(parse, token)


def _turns(parse: Parse, token: int) -> bool:
    """Whether a small word denies or limits what it goes with."""
    known = parse.lower[token] in listed("limiting") or parse.lower[token] in listed("negating")
    if not known or parse.dep[token] not in _LIMITING:
        return False
    after = parse.lower[token + 1 : token + 2]
    return not (parse.lower[token] in listed("negating") and after in (["only"], ["just"]))


def _is_set_off(parse: Parse, token: int) -> bool:
    """Whether a comma stands before a phrase, so that it adds to what is complete."""
    first = parse.subtree_range(token)[0]
    return first > 0 and parse.text[first - 1] in (",", "—", "–", ":", ";")


def has_word(parse: Parse, token: int, headline: str) -> bool:
    """Whether a headline has a word, whole: "re-elected" and not "elected"."""
    if parse.lower[token] in _NEGATIONS:
        return parse.lower[token] in headline.lower()
    word, text = _whole(parse, token).lower(), headline.lower()
    place = text.find(word)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(word) :]
        opens = not before.isalnum() and before != "-"
        closes = not after[:1].isalnum() or after.startswith(_CONTRACTED)
        if (opens or not word[0].isalnum()) and (closes or not word[-1].isalnum()):
            return True
        place = text.find(word, place + 1)
    return False


def _whole(parse: Parse, token: int) -> str:
    """A word with the parts that a hyphen ties to its front."""
    first = token
    while first > 1 and parse.text[first - 1] in _JOINING and _touches(parse, first):
        if not _touches(parse, first - 1):
            break
        first -= 2
    return parse.source[parse.start[first] : parse.end[token]]


def _touches(parse: Parse, token: int) -> bool:
    return parse.end[token - 1] == parse.start[token]
