"""One cast: who is in several articles, each once, with its entity in each article."""

from .build import Member, build_cast

__all__ = ["Member", "build_cast"]
