"""What this copy of the reader runs with: versions, pipeline, folders."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "reading-room"


def version_of(distribution: str) -> str:
    """The version of an installed distribution, empty where it is not installed."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


def folders() -> dict[str, str]:
    """The folders of this user, by what they hold."""
    import platformdirs

    name = DISTRIBUTION
    return {
        "settings folder": str(platformdirs.user_config_path(name)),
        "notes and corrections": str(platformdirs.user_data_path(name)),
        "reading positions and layout": str(platformdirs.user_state_path(name)),
        "cached analyses and pages": str(platformdirs.user_cache_path(name)),
    }


def versions() -> Iterator[tuple[str, str]]:
    """What there is, and in which version or place."""
    yield "distribution", f"{DISTRIBUTION} {version_of(DISTRIBUTION) or 'not installed'}"
    yield "Python", f"{platform.python_version()} on {platform.system()} {platform.release()}"
    for name in ("textual", "spacy"):
        yield name.capitalize().replace("Spacy", "spaCy"), version_of(name) or "not installed"
    yield "pipeline", _pipeline()
    for name, folder in folders().items():
        yield name, folder


def _pipeline() -> str:
    from .analysis.parse.defaults import DEFAULT_MODEL, ModelError
    from .analysis.parse.models import find_model

    try:
        return str(find_model(DEFAULT_MODEL))
    except ModelError as error:
        return str(error)
