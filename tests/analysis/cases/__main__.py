"""Add cases from standard input, or write what is found in all of them again (`--renew`)."""

from __future__ import annotations

import argparse
import sys

from reader import Analyzer, Article

from . import STEPS, cases, described, found_in, parse_of, write


def add(step: str, texts: list[str]) -> None:
    """Parse the texts and add them to the cases of a step."""
    analyzer = Analyzer()
    listed = {case["text"]: case for case in cases(step)}
    for text in texts:
        parse = analyzer.parse(Article.from_text(text))
        listed[parse.source] = {**described(parse), "found": found_in(step, parse)}
        print(parse.source, *listed[parse.source]["found"], sep="\n    ")
    write(step, [*listed.values()])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.analysis.cases", description=__doc__)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], help="of the analysis")
    parser.add_argument("--renew", action="store_true", help="keep the parses, renew what is found")
    options = parser.parse_args()
    for step in options.steps or [*STEPS]:
        if options.renew:
            renewed = [{**case, "found": found_in(step, parse_of(case))} for case in cases(step)]
            write(step, renewed)
        else:
            add(step, [text.strip() for text in sys.stdin.read().split("\n\n\n") if text.strip()])


if __name__ == "__main__":
    main()
