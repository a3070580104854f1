"""Which private names of other packages the modules of the project use."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[3]
FOREIGN = ("textual", "asyncio", "rich")


def modules() -> Iterator[Path]:
    """All modules of the interface."""
    return (ROOT / "reader" / "tui").rglob("*.py")


def private_names(path: Path) -> set[str]:
    """The private names of other packages in a module: `textual._parser`, `_layout_required`.

    A name is private where it begins with one underline. It is another package's where
    neither the module nor a base class of ours defines it, and where a class of ours defines
    what a base class of another package has as well.
    """
    tree = ast.parse(path.read_text("utf-8"))
    classes = [kind for kind in vars(_module(path)).values() if inspect.isclass(kind)]
    bases = {base for kind in classes for base in kind.__mro__ if _is_ours(base)}
    ours = _defined(tree).union(*(_defined(_source(base)) for base in bases))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} - ours
    if any(ast.unparse(node) == "os._exit" for node in ast.walk(tree)):
        used -= {"_exit"}  # documented, in spite of its name
    overridden = set()
    for kind in classes:
        if kind.__module__ == _module(path).__name__:
            overridden |= _defined(_source(kind)) & private_names_of(kind)
    return {name for name in used | overridden if _is_private(name)} | _imported(tree)


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("reader.")


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _defined(tree: ast.AST) -> set[str]:
    """The names that a syntax tree defines, as attributes or as functions."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                names.add(name)
    return names


def _imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            whole = [*node.module.split("."), *(alias.name for alias in node.names)]
            if node.module.split(".")[0] in FOREIGN and any(map(_is_private, whole)):
                names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {a.name for a in node.names if any(map(_is_private, a.name.split(".")))}
    return names


def private_names_of(kind: type, *, public: bool = False) -> set[str]:
    """The private names, or all names, of the foreign classes that a class is made of."""
    names: set[str] = set()
    for base in kind.__mro__:
        if base.__module__.partition(".")[0] in FOREIGN:
            names |= {name for name in _defined(_source(base)) if public or _is_private(name)}
    return names


@cache
def _source(kind: type) -> ast.AST:
    source = inspect.getsource(kind)
    return ast.parse(inspect.cleandoc("if True:\n" + source) if source[0] == " " else source)


def _module(path: Path) -> ModuleType:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    return sys.modules.get(name) or import_module(name)
