"""How well passages are found again in edited texts: `python -m tests.benchmarks.anchors`
(with `--difflib` by the standard library instead of rapidfuzz).

Passages of one to thirty words are drawn from every text (the sample articles, or the .txt files
of the folders given as arguments). A script edits the text and knows where each passage went;
then every anchor is looked for. Right is the passage's new place, its borders compared by their
letters; where the passage itself was edited, or cut with its paragraph, not finding it is right.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from reader.corrections.anchors import Finder, anchor_of

SAMPLES = Path(__file__).parents[2] / "assets" / "articles"
PASSAGES = 60
_LENGTHS = (1, 1, 2, 2, 3, 4, 6, 9, 14, 20, 30)
_MARKS = {"“": '"', "”": '"', "‘": "'", "’": "'", "—": " - ", "–": "-", '"': "''", "…": "..."}

Token = tuple[str, int]
"""Words or white space, and the number of the word in the text it is from (-1: a new one)."""
Edit = Callable[[list[Token], range, list[str], random.Random], list[Token]]


def tokens_of(text: str) -> list[Token]:
    """The words and the white space between them."""
    number, made = -1, []
    for match in re.finditer(r"\s+|\S+", text):
        if not match.group().isspace():
            number += 1
        made.append((match.group(), -1 if match.group().isspace() else number))
    return made


def insert_paragraphs(tokens: list[Token], _: range, words: list[str], chance) -> list[Token]:
    made: list[Token] = []
    for token in tokens:
        made.append(token)
        if "\n\n" in token[0] and chance.random() < 0.4:
            made += _new(words, chance, chance.randint(15, 90))
            made.append(("\n\n", -1))
    return [*_new(words, chance, 40), ("\n\n", -1), *made]


def _new(words: list[str], chance: random.Random, count: int) -> list[Token]:
    return [part for _ in range(count) for part in ((chance.choice(words), -1), (" ", -1))]


def rewrap(tokens: list[Token], _: range, words: list[str], chance) -> list[Token]:
    """Other quotation marks and line ends; words keep their numbers."""
    table = str.maketrans(_MARKS)
    column, made = 0, []
    for shown, number in tokens:
        if number < 0:
            paragraph = "\n\n" in shown
            column = 0 if paragraph or column > 55 else column + 1
            made.append(("\n\n" if paragraph else "\n" if not column else " ", -1))
        else:
            column += len(shown)
            made.append((shown.translate(table), number))
    return made


def change_words(tokens: list[Token], passage: range, words: list[str], chance) -> list[Token]:
    return list(_changed(tokens, lambda _: chance.random() < 0.05, words, chance, last=passage[-1]))


def edit_passage(tokens: list[Token], passage: range, words: list[str], chance) -> list[Token]:
    """Change a third of the passage's words, at least one."""
    count = max(1, len(passage) // 3)
    chosen = set(chance.sample(list(passage), count))
    return list(_changed(tokens, chosen.__contains__, words, chance, last=passage[-1]))


def _changed(
    tokens: list[Token],
    is_chosen: Callable[[int], bool],
    words: list[str],
    chance: random.Random,
    *,
    last: int = -1,
) -> Iterator[Token]:
    """The text with the chosen words replaced, left out, or followed by a new one.

    None follows the word numbered `last`.
    """
    for shown, number in tokens:
        if number < 0 or not is_chosen(number):
            yield shown, number
            continue
        kind = chance.choice(("replace", "replace", "delete", "insert"))
        if kind == "insert" and number == last:
            kind = "replace"  # a word behind the last one: nobody can say whether it belongs
        if kind == "insert":
            yield shown, number
            yield " ", -1
            yield chance.choice(words), -1
        elif kind == "replace":
            yield chance.choice(words), number


def cut_paragraph(tokens: list[Token], passage: range, words: list[str], chance) -> list[Token]:
    """Leave out every paragraph that the passage touches."""
    paragraphs: list[list[Token]] = [[]]
    for token in tokens:
        paragraphs[-1].append(token)
        if token[1] < 0 and "\n\n" in token[0]:
            paragraphs.append([])
    touched = set(passage)
    return [
        token
        for paragraph in paragraphs
        if not any(number in touched for _, number in paragraph)
        for token in paragraph
    ]


EDITS: dict[str, Edit] = {
    "paragraphs inserted": insert_paragraphs,
    "re-wrapped, other marks": rewrap,
    "5 % of words changed": change_words,
    "passage itself edited": edit_passage,
    "its paragraph cut": cut_paragraph,
}


def span_of(tokens: list[Token], passage: range) -> tuple[int, int] | None:
    """Where the passage's words stand in the edited text."""
    start = end = None
    at = 0
    for shown, number in tokens:
        if number in passage:
            start = at if start is None else start
            end = at + len(shown)
        at += len(shown)
    return None if start is None or end is None else (start, end)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage without signs that are no letters or digits at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def judge(text: str, edit: Edit, words: list[str], chance: random.Random) -> str:
    """Draw a passage, edit the text, look for the passage: "right", "lost" or "wrong"."""
    tokens = tokens_of(text)
    count = max(number for _, number in tokens) + 1
    length = chance.choice(_LENGTHS)
    first = chance.randrange(max(1, count - length))
    passage = range(first, min(count, first + length))
    span = span_of(tokens, passage)
    assert span is not None
    begin, finish = core(text, *span)
    if begin >= finish or "\n\n" in text[begin:finish]:
        return ""
    edited = edit(tokens, passage, words, chance)
    new = "".join(shown for shown, _ in edited)
    found = Finder(new).find(anchor_of(text, begin, finish))
    where = span_of(edited, passage)
    if found is None:
        is_edited = where is None or new[slice(*core(new, *where))] != text[begin:finish]
        return "right" if is_edited and edit is not rewrap else "lost"
    if where is None:
        return "wrong"
    return "right" if core(new, found.start, found.end) == core(new, *where) else near(found, where)


def near(found, where: tuple[int, int]) -> str:
    """ "border" where the place is right and a border is not, else "wrong"."""
    return "border" if found.start < where[1] and found.end > where[0] else "wrong"


def measure(texts: list[str], passages: int = PASSAGES, seed: int = 7) -> dict[str, Counter[str]]:
    """The verdicts for each kind of edit, `passages` drawn from every text."""
    chance = random.Random(seed)
    vocabulary = [word for text in texts for word in text.split()]
    return {
        name: Counter(
            verdict
            for text in texts
            for _ in range(passages)
            if (verdict := judge(text, edit, vocabulary, chance))
        )
        for name, edit in EDITS.items()
    }


def use_difflib() -> None:
    """Compare and align with the standard library instead of rapidfuzz."""
    import rapidfuzz.distance
    import rapidfuzz.fuzz

    class Indel:
        """What of rapidfuzz's Indel is used."""

        @staticmethod
        def opcodes(one: str, other: str) -> list[rapidfuzz.distance.Opcode]:
            found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
            return [rapidfuzz.distance.Opcode(*code) for code in found]

    def ratio(one: str, other: str) -> float:
        return 100 * SequenceMatcher(None, one, other, autojunk=False).ratio()

    rapidfuzz.distance.Indel = Indel  # type: ignore[misc]
    rapidfuzz.fuzz.ratio = ratio  # type: ignore[assignment]


def main(folders: list[str]) -> None:
    """Print a line for each kind of edit, and the time of all."""
    if folders[:1] == ["--difflib"]:
        use_difflib()
        folders = folders[1:]
    started = time.process_time()
    places = [Path(folder) for folder in folders] or [SAMPLES]
    texts = [path.read_text() for place in places for path in sorted(place.glob("*.txt"))]
    for name, verdicts in measure([text for text in texts if len(text.split()) > 60]).items():
        total = verdicts.total()
        shares = "  ".join(
            f"{verdict} {100 * verdicts[verdict] / total:5.1f} %"
            for verdict in ("right", "border", "lost", "wrong")
        )
        print(f"{name:24} {shares}  of {total}")
    print(f"{time.process_time() - started:.1f} s of processor time")


if __name__ == "__main__":
    main(sys.argv[1:])
