"""The spaCy pipelines that are installed, without importing spaCy or loading any.

A pipeline is code as well as weights, so only installed packages count. A name is never taken for
a path, and a folder that hides an installed package is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import file_digest
from importlib import metadata, resources
from pathlib import Path

import msgspec

from .defaults import AUTO, DEFAULT_MODEL, LARGER, ModelError

NEEDED_COMPONENTS = ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
_PACKAGE_NAME = re.compile(r"[A-Za-z]\w{0,99}", re.ASCII)


class Weights(StrEnum):
    """What is known of a pipeline's weights."""

    OFFICIAL = "official weights"
    CHANGED = "not the official weights"
    UNLISTED = "weights not on the list"


@dataclass(frozen=True, slots=True)
class Model:
    """An installed English pipeline.

    `name` is its package, which `--model` takes; `folder` holds its configuration and weights.
    """

    name: str
    version: str
    components: tuple[str, ...]
    folder: Path

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


class _Meta(msgspec.Struct):
    """The part of a pipeline's meta.json that is read here."""

    lang: str
    name: str
    version: str
    components: list[str] = []


class _Listed(msgspec.Struct):
    """The SHA-256 of each weight file of one official pipeline, whatever package holds it."""

    pipeline: str
    version: str
    packages: list[str]
    sha256: dict[str, str]
    brings: str = ""


def meant(name: str) -> str:
    """The package that a name means: "auto" is the medium pipeline, else the default one."""
    if name != AUTO:
        return name
    installed = {model.name for model in installed_models()}
    return next((larger for larger in LARGER if larger in installed), DEFAULT_MODEL)


def brings(model: Model) -> str:
    """What a known pipeline brings and costs beside the others, as measured; else "".

    The figures are those of docs/entities.md.
    """
    return next((listed.brings for listed in _listed() if model.name in listed.packages), "")


def find_model(name: str = DEFAULT_MODEL) -> Model:
    """The installed pipeline of that name, or the one that "auto" means.

    Raises ModelError where there is none, or where it is damaged, is not English or lacks a
    component that the analysis needs.
    """
    name = meant(name)
    if not _PACKAGE_NAME.fullmatch(name):
        raise ModelError(
            f"{name!a} is not the name of a pipeline: only installed packages are loaded, "
            f"never a path; installed: {_installed_names()}."
        )
    try:
        model, language = _read_meta(name)
    except metadata.PackageNotFoundError as error:
        raise ModelError(
            f"The pipeline {name} is not installed: install it with pip, or choose one of "
            f"the installed ones: {_installed_names()}."
        ) from error
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError(
            f"The pipeline {name} is damaged or is no spaCy pipeline: reinstall it with pip."
        ) from error
    missing = [part for part in NEEDED_COMPONENTS if part not in model.components]
    if language != "en" or missing:
        lack = f"it has no {', '.join(missing)}" if missing else f"its language is {language}"
        raise ModelError(f"The pipeline {name} cannot be used: {lack}; choose an English one.")
    return model


def installed_models() -> tuple[Model, ...]:
    """The installed pipelines that can be used, by name."""
    named = {entry.name for entry in metadata.entry_points(group="spacy_models")}
    named.update(package for listed in _listed() for package in listed.packages)
    models = []
    for name in sorted(named):
        try:
            model, language = _read_meta(name)
        except (metadata.PackageNotFoundError, OSError, msgspec.DecodeError):
            continue
        if language == "en" and not set(NEEDED_COMPONENTS).difference(model.components):
            models.append(model)
    return tuple(models)


def check_weights(model: Model) -> Weights:
    """Compare a pipeline's weight files with the shipped list of official ones."""
    for listed in _listed():
        if model.name in listed.packages and model.version == listed.version:
            same = all(_sha256(model.folder / f) == sum_ for f, sum_ in listed.sha256.items())
            return Weights.OFFICIAL if same else Weights.CHANGED
    return Weights.UNLISTED


def weights_notice(model: Model) -> str | None:
    """What to tell the user about a pipeline's weights, or None where they are official."""
    match check_weights(model):
        case Weights.OFFICIAL:
            return None
        case Weights.CHANGED:
            return f"The weights of {model} are not the official ones: reinstall it with pip."
        case Weights.UNLISTED:
            return f"The weights of {model} are not on the reader's list and were not checked."


def _read_meta(name: str) -> tuple[Model, str]:
    """An installed package as a pipeline, and its language."""
    package = Path(str(metadata.distribution(name).locate_file(name)))
    meta = msgspec.json.decode((package / "meta.json").read_bytes(), type=_Meta)
    folder = package / f"{meta.lang}_{meta.name}-{meta.version}"
    return Model(name, meta.version, tuple(meta.components), folder), meta.lang


def _installed_names() -> str:
    return ", ".join(model.name for model in installed_models()) or "none"


@cache
def _listed() -> tuple[_Listed, ...]:
    data = resources.files(__package__).joinpath("weights.json").read_bytes()
    return msgspec.json.decode(data, type=tuple[_Listed, ...])


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
