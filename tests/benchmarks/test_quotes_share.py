"""Quotes cost little beside the parse they are read from."""

import time
from collections.abc import Callable

from reader.analysis.models import DEFAULT_MODEL
from reader.analysis.parsing import Parser
from reader.analysis.quotes import attribute, pair_marks
from reader.article import Article

PARAGRAPHS = [
    "The bridge over the Tarn will close in May, the harbour office said on Monday.",
    "“We tested it twice, and twice it held,” said Maria Olsen, who runs the ferry. “It is safe.”",
    "Officials asked whether the bridge could carry lorries, adding that nobody had tried it.",
    "Karl Berg, a former captain, called the plan “an accident waiting to happen.”",
    "The council, which met in the old town hall, voted to keep the ferry until the autumn.",
]
SHARE = 0.10


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def test_quotes_add_a_tenth_of_the_parse_at_most() -> None:
    article = Article.from_text("\n\n".join(PARAGRAPHS * 20))
    parser = Parser(DEFAULT_MODEL)
    parse = parser.parse(article)
    parsing = seconds(lambda: parser.parse(article))
    quoting = seconds(lambda: attribute(article, parse, pair_marks(article), ()))
    assert quoting <= SHARE * parsing, f"quotes {quoting:.3f} s, parse {parsing:.3f} s"
