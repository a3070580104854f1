"""The programs that are measured, each run in a fresh process: NAME ARTICLE.

Each prints one JSON object: `seconds` since the process began, `work` CPU seconds and `wall`
seconds of the work alone (loading left out), `memory` its peak in bytes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

Result = dict[str, float]


def spacy_alone(path: Path) -> Result:
    """What a bare script does: import spaCy, load the model, parse the text."""
    import spacy

    from reader.analysis import DEFAULT_MODEL

    spacy.load(DEFAULT_MODEL)(path.read_text("utf-8"))
    return {}


def spacy_batched(path: Path) -> Result:
    """spaCy with the components that are used, on paragraphs in its best batches."""
    import spacy

    from reader.analysis import DEFAULT_MODEL
    from reader.article import Article

    article = Article(path.read_text("utf-8"))
    pipeline = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    texts = [article.text[block.start : block.end] for block in article.blocks]
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in pipeline.pipe(texts, batch_size=64):
        pass
    return {"work": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def analysis(path: Path) -> Result:
    """The whole analysis in one process, which is kept for who measures the interface."""
    from reader import Analyzer
    from reader.analysis import DEFAULT_MODEL
    from reader.analysis.recovery import find_all
    from reader.library.cache import Cache, Entry
    from reader.library.provenance import key_of
    from reader.sources.loading import load

    article = load(str(path))
    analyzer = Analyzer()
    cpu = time.process_time()
    found = find_all(article, analyzer.parse(article))
    result = {"work": time.process_time() - cpu, "memory": _memory()}
    Cache().put(key_of(article, DEFAULT_MODEL), Entry(found, DEFAULT_MODEL))
    return result


def session(path: Path) -> Result:
    """The analysis as the interface gets it from a worker."""
    from reader.article import Article
    from reader.reading.session import AnalysisSession
    from reader.worker.protocol import Finished, Progress

    made = AnalysisSession(Article.from_text(path.read_text("utf-8")))
    loaded = 0.0
    for event in made.events():
        if isinstance(event, Progress) and not loaded:
            loaded = time.perf_counter()
        if isinstance(event, Finished):
            made.close()
    return {"wall": time.perf_counter() - loaded}


def _since_start() -> float:
    """Seconds since this process began."""
    began = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return uptime - began / os.sysconf("SC_CLK_TCK")


def _memory() -> float:
    """The most bytes this process has held; `ru_maxrss` would begin with those of its parent."""
    status = Path("/proc/self/status").read_text()
    return 1024.0 * int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    programs: dict[str, Callable[[Path], Result]] = {
        made.__name__: made for made in (spacy_alone, spacy_batched, analysis, session)
    }
    result = programs[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"seconds": _since_start(), "memory": _memory(), **result}))
