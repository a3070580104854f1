"""What the program's own code never does, read from its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "reader").rglob("*.py"))

EXECUTABLE = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "runpy"}
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "requests",
    "httpx",
    "httpcore",
    "aiohttp",
    "webbrowser",
    "telnetlib",
    "socketserver",
}
# Talk to processes of this machine, over sockets that lead nowhere else.
LOCAL = ("ahead", "copies", "host", "host_process", "resident", "resident_process")
# `web` reaches other hosts, and only for an address that a person opened. `visiting` reads the
# rules of a site, which `web` has fetched. `serving` answers a browser on this machine.
EXCEPTIONS = {
    "reader/sources/web.py": {"socket", "ssl", "urllib", "httpx", "httpcore"},
    "reader/serving/server.py": {"socket", "aiohttp"},
    "reader/sources/visiting.py": {"urllib"},
    **{f"reader/worker/{name}.py": {"socket"} for name in LOCAL},
}
LOGS = {"logging", "syslog", "faulthandler"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "open_connection", "open_url"}
SHELLS = {"system", "popen", "getoutput", "getstatusoutput"}


def imported(tree: ast.AST) -> Iterator[str]:
    """The top names of all modules that a module imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    """What is called, as `name` or `module.name`; methods of values as `.name`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(name):
                yield name
            case ast.Attribute(ast.Name(owner), name):
                yield f"{owner}.{name}"
            case ast.Attribute(_, name):
                yield f".{name}"


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_unpickles_connects_logs_or_runs_what_it_reads(path: Path) -> None:
    tree = parsed(path)
    allowed = EXCEPTIONS.get(path.relative_to(ROOT).as_posix(), set())
    assert not ((EXECUTABLE | NETWORK | LOGS) - allowed) & set(imported(tree))
    calls = set(called(tree))
    assert not calls & FORBIDDEN_CALLS
    assert not {f"{owner}.{name}" for owner in ("os", "subprocess") for name in SHELLS} & calls
    assert not {call for call in calls if call.endswith(".open_url")}
    with_shell = [
        keyword
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "shell"
    ]
    assert not with_shell


def test_the_exceptions_are_what_they_say() -> None:
    for place, allowed in EXCEPTIONS.items():
        assert allowed <= set(imported(parsed(ROOT / place)))


@pytest.mark.parametrize("name", LOCAL)
def test_sockets_between_processes_stay_on_this_machine(name: str) -> None:
    calls = list(ast.walk(parsed(ROOT / f"reader/worker/{name}.py")))
    for call in (node for node in calls if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in {"socket.socket", "socket.socketpair"}:
            family = [ast.unparse(argument) for argument in call.args[:1]]
            made_elsewhere = "fileno" in {keyword.arg for keyword in call.keywords}
            pair = ast.unparse(call.func) == "socket.socketpair"
            assert family == ["socket.AF_UNIX"] or made_elsewhere or (pair and not family)
        assert ast.unparse(call.func) not in {"socket.create_connection", "socket.create_server"}


def test_the_rules_of_a_site_are_read_and_not_fetched() -> None:
    assert ".read" not in set(called(parsed(ROOT / "reader/sources/visiting.py")))


def test_the_watch_sees_what_it_forbids() -> None:
    tree = ast.parse("import urllib.request\ndef f(x):\n    from pickle import loads\n    eval(x)")
    assert set(imported(tree)) == {"urllib", "pickle"}
    assert set(called(tree)) == {"eval"}


def test_no_module_imports_by_a_name_that_it_reads() -> None:
    """Models are loaded from the files of installed packages, not imported."""
    assert not [path for path in MODULES if ".import_module" in str(list(called(parsed(path))))]
