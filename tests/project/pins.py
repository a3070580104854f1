"""Whether the pinned packages install on a Python version, of which no interpreter is needed.

pip looks for a wheel with a listed hash for every pin, without installing anything. Then the
needs of each wheel are read as that version of Python would read them: every one must be pinned
in a version that suits.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
SOURCE_ONLY = ("argparse-manpage",)
"""Pure Python packages that publish no wheel."""


def report(version: str) -> list[dict[str, Any]]:
    """What pip would install on a Python version. Raises CalledProcessError where it cannot."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
        command += ["--dry-run", "--ignore-installed", "--no-deps", "--require-hashes"]
        command += ["--requirement", str(ROOT / "constraints.txt"), "--target", file.name + ".d"]
        command += ["--python-version", version, "--only-binary=:all:"]
        command += [f"--no-binary={','.join(SOURCE_ONLY)}", "--report", file.name]
        subprocess.run(command, check=True)
        found: list[dict[str, Any]] = json.loads(Path(file.name).read_text("utf-8"))["install"]
    return found


def missing(packages: list[dict[str, Any]], version: str) -> Iterator[str]:
    """Needs that no pin meets, each with the package that has it."""
    pinned = {
        canonicalize_name(package["metadata"]["name"]): package["metadata"]["version"]
        for package in packages
    }
    needs = {"the project": _needs_of_the_project()}
    for package in packages:
        named = package["metadata"]
        needs[f"{named['name']} {named['version']}"] = named.get("requires_dist", [])
    for who, required in needs.items():
        for need in map(Requirement, required):
            if not _applies(need, version):
                continue
            found = pinned.get(canonicalize_name(need.name))
            if found is None or not need.specifier.contains(found, prereleases=True):
                yield f"{who} needs {need}, pinned is {found}"


def _applies(need: Requirement, version: str) -> bool:
    of_the_version = {"python_version": version, "python_full_version": f"{version}.0", "extra": ""}
    return need.marker is None or need.marker.evaluate(of_the_version)


def _needs_of_the_project() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return project["dependencies"] + [
        need for name in extras if name != "md" for need in extras[name]
    ]


def main(versions: list[str]) -> int:
    """Report on each version; the exit code is 1 where one does not work."""
    failed = False
    for version in versions or VERSIONS:
        try:
            packages = report(version)
        except subprocess.CalledProcessError:
            failed = True
            print(f"Python {version}: a pin cannot be installed (above)")
            continue
        problems = [*missing(packages, version)]
        failed = failed or bool(problems)
        print(f"Python {version}: {len(packages)} packages with hashes", *problems, sep="\n  ")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
