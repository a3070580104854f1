"""From text to columns of tokens: with `lexicon` the only module that runs spaCy.

The pipeline's components are called one by one on whole batches, which gives the same
result as spaCy's own loop in a third of the time (see docs/analysis-process.md).
"""

from __future__ import annotations

import warnings
from array import array
from collections.abc import Callable, Iterable
from itertools import chain, compress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Pipe, TrainablePipe
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, no stubs
from spacy.tokens import Doc
from spacy.util import get_model_meta, load_config, load_model_from_config, registry
from spacy.vocab import Vocab
from srsly import msgpack_dumps, msgpack_loads  # type: ignore[import-untyped]
from thinc.api import Model as Network
from thinc.api import NumpyOps

from ...article import Article, Range
from .capitals import SmallLetters
from .columns import (
    Columns,
    NamedSpan,
    Parse,
    join,
)
from .defaults import ModelError
from .models import Model, find_model, weights_notice
from .passages import batches
from .word_cache import Lexicon

_UNUSED = ("senter",)
_NOT_READ = ("strings", "vectors")
_ASKED_BY_WORD = ("attribute_ruler", "lemmatizer")  # by the lexicon
_TOKENIZER = "reader.Tokenizer.v1"
_TRANSITION_BASED = (DependencyParser, EntityRecognizer)
# Line ends are spaces to a reader; lone surrogates cannot be encoded.
# Stops and quotation marks between letters; a straight mark only beside a stop.
_GLUED = (
    r"(?<=\w)[,:;.!?]+(?=[\"“”«»]\w)|(?<=[,:;.!?])[\"“”«»](?=\w)|(?<=\w)[“”«»](?=\w)"
    r"|(?<=\w)[“”«»](?=[,:;.!?]\w)"
    r"|(?<=[\w,.!?])[\"“”«»](?=[—–])|(?<=[\"“”«»])[—–](?=\w)"
    r"|(?<=\w)[—–](?=[\"“”«»])|(?<=[—–])[\"“”«»](?=\w)"
)
_READABLE = {ord("\n"): " ", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}

_Numbers = NDArray[np.int64]


class Parser:
    """A loaded spaCy pipeline.

    Loading takes about a second; one parser serves any number of articles. `notice` is what
    the user should know about the pipeline's weights, or None. Raises ModelError where the
    pipeline cannot be loaded.
    """

    def __init__(self, model: str) -> None:
        found = find_model(model)
        self.notice = weights_notice(found)
        self._pipeline = _load(found, official=self.notice is None)
        self._lexicon = Lexicon(self._pipeline)
        self._small_letters = SmallLetters(self._lexicon.parts)
        self._components = [
            component for name, component in self._pipeline.pipeline if name not in _ASKED_BY_WORD
        ]
        self.model = str(found)

    def parse(self, article: Article) -> Parse:
        """The whole article, parsed."""
        parsed = (self.columns(article.text, batch) for batch in batches(article))
        return join(article.text, chain.from_iterable(parsed))

    def columns(self, text: str, spans: Iterable[Range]) -> list[Columns]:
        """The columns of each passage, in the order given; the passages make one batch."""
        places = list(spans)
        readable = [text[start:end].translate(_READABLE) for start, end in places]
        texts = self._small_letters.write(readable, text)
        tokenizer = self._pipeline.tokenizer
        if isinstance(tokenizer, _PartingTokenizer):
            tokenizer.learn_from(texts)
        docs = [self._pipeline.make_doc(passage) for passage in texts]
        for component in self._components:
            docs = _run(component, docs)
        return [self._columns(doc, start) for (start, _), doc in zip(places, docs, strict=True)]

    def _columns(self, doc: Doc, offset: int) -> Columns:
        head, idx, length, space, starts = _attributes(doc)
        kept = space == 0
        before = np.cumsum(kept) - kept  # how many kept tokens stand before each
        words = list(compress(self._lexicon.words(doc), kept.tolist()))
        start = offset + idx[kept]
        return Columns(
            start=_packed(start),
            end=_packed(start + length[kept]),
            text=[word.text for word in words],
            lemma=[word.lemma for word in words],
            pos=[word.pos for word in words],
            tag=[word.tag for word in words],
            dep=[word.dep for word in words],
            head=_packed(_heads(head, kept, before)),
            sentences=_packed(_sentences(starts, before, len(words))),
            names=_names(doc, before, len(words)),
        )


def _load(model: Model, *, official: bool) -> Language:
    """The pipeline, from its files alone: no code of its package runs."""
    with warnings.catch_warnings():
        if official:
            # Official weights of 3.7 work under 3.8, about which spaCy warns.
            warnings.filterwarnings("ignore", r"\[W095\]")
        try:
            pipeline = _from_files(model.folder, official=official)
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(
                f"The pipeline {model} cannot be loaded: it is damaged or made for another "
                "version of spaCy; reinstall it with pip."
            ) from error
    _multiply_by_numpy(pipeline)
    return pipeline


def _from_files(folder: Path, *, official: bool) -> Language:
    """What `spacy.load` does, with our tokenizer.

    Of an official pipeline the configuration is not checked and the list of strings is not read.
    That list holds the words of the training texts; the components bring what they need.
    """
    meta = get_model_meta(folder)
    config = load_config(folder / "config.cfg")
    if config["nlp"]["tokenizer"] == {"@tokenizers": "spacy.Tokenizer.v1"}:
        config["nlp"]["tokenizer"] = {"@tokenizers": _TOKENIZER}
    pipeline = load_model_from_config(config, meta=meta, exclude=_UNUSED, validate=not official)
    unread = _NOT_READ if official and not meta["vectors"]["width"] else ()
    return pipeline.from_disk(folder, exclude=(*_UNUSED, *unread))


class _PartingTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's, parting words that a typing slip glues to quotation marks: `said,“Look`.

    It has no rules until a pipeline's files bring them; spaCy's first makes its own. Special cases
    ("don't", "a.m.") take most of the time, and few of them stand in a text: they are added
    when one does. A case is looked up by its own words, so that one that is not in a text changes
    nothing there.
    """

    def __init__(self, vocab: Vocab) -> None:
        super().__init__(vocab)
        self._special: dict[str, list[dict[int, str]]] = {}

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> Tokenizer:
        rules = msgpack_loads(bytes_data)
        if own := rules.get("infix_finditer"):
            rules["infix_finditer"] = f"{own}|{_GLUED}"
        self._special = rules.pop("exceptions", {})
        return super().from_bytes(msgpack_dumps(rules), exclude=exclude)

    def learn_from(self, texts: Iterable[str]) -> None:
        """Add the special cases that stand in the texts."""
        text = "\n".join(texts)
        for words in [words for words in self._special if words in text]:
            self.add_special_case(words, self._special.pop(words))


def _tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda pipeline: _PartingTokenizer(pipeline.vocab)


registry.tokenizers(_TOKENIZER, func=_tokenizer)


def _multiply_by_numpy(pipeline: Language) -> None:
    """Let NumPy multiply matrices where spaCy uses BLIS: that takes a third of the time."""
    numpy_ops = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        if isinstance(component, TrainablePipe) and isinstance(component.model, Network):
            for node in component.model.walk():
                if type(node.ops) is NumpyOps:
                    node.ops = numpy_ops


def _run(component: Callable[[Doc], Doc], docs: list[Doc]) -> list[Doc]:
    """The documents with a component's annotations."""
    if isinstance(component, _TRANSITION_BASED) and component.cfg["beam_width"] == 1:
        component.set_annotations(docs, _transitions(component, docs))
        return docs
    if isinstance(component, Pipe):
        return list(component.pipe(docs, batch_size=len(docs)))
    return [component(doc) for doc in docs]


def _transitions(parser: DependencyParser | EntityRecognizer, docs: list[Doc]) -> list[Any]:
    """The final states of a parser or entity recogniser, all documents abreast.

    The same as its `greedy_parse`, which takes and gives back the interpreter lock dozens of
    times for every token.
    """
    states: list[Any] = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = parser.transition_states(unfinished, model.predict(unfinished))
    model.clear_memory()
    return states


def _attributes(doc: Doc) -> _Numbers:
    """Per token: head's index, first code point, length, is white space, starts a sentence."""
    table = doc.to_array(["HEAD", "IDX", "LENGTH", "IS_SPACE", "SENT_START"]).astype(np.int64).T
    table[0] += np.arange(len(doc))
    return table


def _heads(head: _Numbers, kept: NDArray[np.bool_], before: _Numbers) -> _Numbers:
    """For each kept token the index of its nearest kept ancestor, itself where there is none."""
    while True:
        above = np.where(kept[head], head, head[head])
        if (above == head).all():
            break
        head = above
    own = np.flatnonzero(kept)
    up = head[own]
    return before[np.where(kept[up], up, own)]


def _sentences(starts: _Numbers, before: _Numbers, total: int) -> _Numbers:
    """The first kept token of each sentence that has one."""
    firsts = np.unique(before[starts == 1])
    return firsts[firsts < total]


def _packed(numbers: _Numbers) -> array[int]:
    return array("i", numbers.astype(np.intc).tobytes())


def _names(doc: Doc, before: _Numbers, total: int) -> list[NamedSpan]:
    """The model's entities as ranges of kept tokens."""
    ranks = [*before.tolist(), total]
    spans = ((ranks[entity.start], ranks[entity.end], entity.label_) for entity in doc.ents)
    return [NamedSpan(first, last, label) for first, last, label in spans if first < last]
