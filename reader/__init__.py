"""Read news in the terminal with its people, quotes and dates beside it.

As a library:

    from datetime import date
    from reader import Analyzer, Article

    analyzer = Analyzer()
    analysis = analyzer.analyze(Article.from_text(text, published=date(2013, 3, 22)))

`open_article(path)` gives the article in a file of any format. `analyze_many(articles)` gives the
analyses of many, made by a process for each processor.
"""

from __future__ import annotations

TYPE_CHECKING = False  # known to type checkers; importing typing would keep ctrl+c waiting
if TYPE_CHECKING:
    from .analysis.analyzer import Analyzer
    from .article import Article
    from .sources.sought import open_article
    from .worker.many import analyze_many

__version__ = "0.1.0"
__all__ = ["Analyzer", "Article", "__version__", "analyze_many", "open_article"]


def __getattr__(name: str) -> object:
    # spaCy takes over a second to import: only those who analyse pay for it.
    if name == "Analyzer":
        from .analysis.analyzer import Analyzer

        return Analyzer
    if name == "Article":
        from .article import Article

        return Article
    if name == "open_article":
        from .sources.sought import open_article

        return open_article
    if name == "analyze_many":
        from .worker.many import analyze_many

        return analyze_many
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
