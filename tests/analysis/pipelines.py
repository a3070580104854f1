"""Packages with pipelines, made for a test."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from reader.analysis.parse.models import find_model


def install(
    folder: Path, package_name: str = "en_toy", *, files: Path | None = None, **meta: object
) -> Path:
    """Put a package with a pipeline into a folder of packages; returns its data folder."""
    described = {"lang": "en", "name": "toy", "version": "1.0", **meta}
    described.setdefault("components", list(find_model().components))
    package = folder / package_name
    data = package / f"{described['lang']}_{described['name']}-{described['version']}"
    shutil.copytree(files, data) if files else data.mkdir(parents=True)
    (package / "meta.json").write_text(json.dumps(described))
    about = folder / f"{package_name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package_name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[spacy_models]\n{package_name} = {package_name}\n")
    return data
