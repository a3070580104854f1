"""Thousands of articles: analysed by many processes, kept as shards, asked with SQL.

The only package that imports Dask and DuckDB, each imported where it is needed.
"""

from .shards import Record, Store
from .work import ShardTask

__all__ = ["Record", "ShardTask", "Store"]
