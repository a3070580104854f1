"""Commands of several words: `reader analyze`, `reader ask`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_REFUSED = 2


def run(arguments: Sequence[str]) -> int:
    """Run the command that the first argument names; returns the exit code."""
    from ..analysis.parse.defaults import ModelError
    from ..article.errors import ArticleError
    from ..corpus.errors import CorpusError
    from ..settings import SettingsError, load_settings

    name, *rest = arguments
    try:
        if name == "ask":
            from .ask import run as ask

            return ask(rest)
        from .analyze import run as analyze

        return analyze(rest, load_settings())
    except (ArticleError, CorpusError, ModelError, SettingsError) as error:
        print(f"reader: {error}", file=sys.stderr)
        return _REFUSED
