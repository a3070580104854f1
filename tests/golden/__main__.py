"""Hashes of all annotations: `python -m tests.golden FOLDER [DATES.tsv]`.

`python -m tests.golden --renew` writes what is found in the sample articles again.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from hashlib import blake2b
from pathlib import Path

from reader import Analyzer, Article

from . import KEPT, SAMPLES, found, sample


def renew(analyzer: Analyzer) -> None:
    for path in sorted(SAMPLES.glob("*.txt")):
        annotations = found(analyzer.analyze(sample(path.stem)))
        kept = json.dumps(annotations, ensure_ascii=False, indent=1)
        (KEPT / f"{path.stem}.json").write_text(f"{kept}\n", "utf-8")


def hash_all(analyzer: Analyzer, folder: Path, days: dict[str, date]) -> None:
    whole = blake2b(digest_size=16)
    for path in sorted(folder.glob("*.txt")):
        article = Article.from_text(path.read_text("utf-8"), published=days.get(path.stem))
        annotations = json.dumps(found(analyzer.analyze(article)), sort_keys=True).encode()
        whole.update(annotations)
        print(blake2b(annotations, digest_size=16).hexdigest(), path.stem)
    print(whole.hexdigest(), "all")


def main(arguments: list[str]) -> None:
    analyzer = Analyzer()
    if arguments == ["--renew"]:
        renew(analyzer)
        return
    folder, *tables = map(Path, arguments)
    rows = [line.split("\t") for table in tables for line in table.read_text("utf-8").splitlines()]
    hash_all(analyzer, folder, {name: date.fromisoformat(day) for name, day in rows})


if __name__ == "__main__":
    main(sys.argv[1:])
