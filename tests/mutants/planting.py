"""The faults that can be planted in the functions of a module."""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE,
    ast.LtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Mutant:
    """One planted fault.

    `function` is the name and first line of the function that holds it, `lines` the statement that
    does (of one with a body, its head), `change` what was there and what stands there now, `code`
    that of the whole function.
    """

    function: tuple[str, int]
    line: int
    lines: range
    change: str
    code: CodeType


def functions_of(code: CodeType) -> Iterator[CodeType]:
    """The outermost functions and the methods below the code of a module or class."""
    for part in code.co_consts:
        if isinstance(part, CodeType):
            if part.co_flags & 0x2:  # CO_NEWLOCALS: a function, no class body
                yield part
            else:
                yield from functions_of(part)


def key(code: CodeType) -> tuple[str, int]:
    """What a function and its mutants have in common: qualified name and first line."""
    return code.co_qualname, code.co_firstlineno


def mutants(path: Path, count: int, seed: int) -> list[Mutant]:
    """A sample of the mutants of a module; the same seed gives the same sample."""
    source = path.read_text("utf-8")
    whole = ast.parse(source)
    inside = _inside_functions(whole)
    places = [
        (index, kind)
        for index, node in enumerate(ast.walk(whole))
        if index in inside
        for kind in _kinds(node)
    ]
    random.Random(f"{seed}:{path.name}").shuffle(places)
    found: list[Mutant] = []
    for index, kind in places:
        if len(found) == count:
            break
        found.extend(_planted(whole, index, kind, path))
    return found


def _inside_functions(whole: ast.Module) -> set[int]:
    """The nodes, by place in the walk, that stand in the body of a function and do something."""
    inside: set[int] = set()
    numbers = {id(node): index for index, node in enumerate(ast.walk(whole))}
    for function in ast.walk(whole):
        if isinstance(function, _Function):
            for statement in function.body[_has_docstring(function) :]:
                inside.update(numbers[id(node)] for node in _executed(statement))
    return inside


def _has_docstring(function: _Function) -> bool:
    return ast.get_docstring(function) is not None


def _executed(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it but annotations, texts of messages and heads of functions."""
    yield node
    if isinstance(node, ast.JoinedStr | ast.Raise):
        return
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "args"} and not isinstance(
            node, ast.Call
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _executed(child)


def _kinds(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield "condition negated"
    if isinstance(node, ast.comprehension) and node.ifs:
        yield "filter negated"
    if isinstance(node, ast.BoolOp):
        yield "and/or swapped"
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _FLIPPED:
        yield "comparison flipped"
    if isinstance(node, ast.BinOp) and type(node.op) in _SWAPPED:
        yield "plus/minus swapped"
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | str):
        yield "constant changed"
    if isinstance(node, ast.Return) and not _is_nothing(node.value):
        yield "returns None"


def _is_nothing(value: ast.expr | None) -> bool:
    """Whether a returned value is None already, or as good as None wherever it is asked for."""
    return value is None or (isinstance(value, ast.Constant) and not value.value)


def _planted(whole: ast.Module, index: int, kind: str, path: Path) -> Iterator[Mutant]:
    tree = copy.deepcopy(whole)
    lines = _statement(tree, [*ast.walk(tree)][index])
    node = [*ast.walk(tree)][index]
    before = _shown(node)
    _change(node, kind)
    ast.fix_missing_locations(tree)
    old = {key(code): code for code in functions_of(compile(whole, str(path), "exec"))}
    for code in functions_of(compile(tree, str(path), "exec")):
        if code != old[key(code)]:
            line = getattr(node, "lineno", 0) or code.co_firstlineno
            yield Mutant(key(code), line, lines, f"{kind}: {before} -> {_shown(node)}", code)


def _statement(tree: ast.Module, node: ast.AST) -> range:
    """The lines of the innermost statement that holds the node; of one with a body, its head."""
    lines = range(0)
    for statement in ast.walk(tree):
        if isinstance(statement, ast.stmt) and any(part is node for part in ast.walk(statement)):
            body = getattr(statement, "body", None)
            last = body[0].lineno - 1 if body else statement.end_lineno or 0
            lines = range(statement.lineno, max(last, statement.lineno) + 1)
    return lines


def _shown(node: ast.AST) -> str:
    """The code of a node on one line: of a statement its head."""
    match node:
        case ast.If() | ast.While():
            return ast.unparse(node.test)
        case ast.comprehension():
            return ast.unparse(node.ifs[0])
        case _:
            return " ".join(ast.unparse(node).split())


def _change(node: ast.AST, kind: str) -> None:
    match node:
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.If() | ast.While() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.comprehension():
            node.ifs[0] = ast.UnaryOp(ast.Not(), node.ifs[0])
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.Compare():
            node.ops[0] = _FLIPPED[type(node.ops[0])]()
        case ast.BinOp():
            node.op = _SWAPPED[type(node.op)]()
        case ast.Constant():
            node.value = _other(node.value)
        case _:
            raise ValueError(kind)


def _other(value: object) -> bool | int | str:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"
