"""Parses written by hand, to say what a rule of syntax sees without a model.

One token a line or between bars: word, Penn tag, dependency label, index of its head.
"""

from __future__ import annotations

from reader.analysis.parse.columns import Columns, Parse

_CLASSES = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "MD": "AUX", "IN": "ADP", "TO": "PART", "DT": "DET", "JJ": "ADJ",
    "RB": "ADV", "CC": "CCONJ", "CD": "NUM", "POS": "PART", "WRB": "SCONJ",
}  # fmt: skip
_LEMMAS = {"was": "be", "were": "be", "is": "be", "did": "do", "has": "have", "said": "say"}


def written(sentence: str) -> Parse:
    """The parse of one sentence: "The DT det 1 | mayor NN nsubj 2 | left VBD ROOT 2".

    A word is written to the one before it where a hyphen or an apostrophe opens it or it ends
    a sentence; lemmas are given behind the head where the word is not its own.
    """
    columns = Columns()
    place = 0
    text = ""
    for row in sentence.split("|"):
        word, tag, label, head, *lemma = row.split()
        joined = word[0] in ".,-'’" or word in ("n't", "n’t") or text.endswith("-")
        text += word if joined or not text else f" {word}"
        place = len(text)
        columns.start.append(place - len(word))
        columns.end.append(place)
        columns.text.append(word)
        columns.lemma.append(lemma[0] if lemma else _LEMMAS.get(word.lower(), word.lower()))
        columns.pos.append(_CLASSES.get(tag, "VERB" if tag.startswith("VB") else "PUNCT"))
        columns.tag.append(tag)
        columns.dep.append(label)
        columns.head.append(int(head))
    columns.sentences.append(0)
    return Parse(text, columns)
