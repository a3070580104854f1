"""What an article is: clean text, blocks, title, byline, date, and where each stretch came from."""

from .article import Article
from .parts import (
    ABOUT_THE_ARTICLE,
    FURNITURE,
    HEADLINES,
    Block,
    BlockKind,
    Blocks,
    DateSource,
    Dating,
    Emphasis,
    Face,
    Link,
    Origin,
    Range,
    Sureness,
    Voice,
)

__all__ = [
    "ABOUT_THE_ARTICLE",
    "FURNITURE",
    "HEADLINES",
    "Article",
    "Block",
    "BlockKind",
    "Blocks",
    "DateSource",
    "Dating",
    "Emphasis",
    "Face",
    "Link",
    "Origin",
    "Range",
    "Sureness",
    "Voice",
]
