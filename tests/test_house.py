"""The house rules that no other tool checks."""

import ast
import re
from pathlib import Path

READER = Path(__file__).parents[1] / "reader"
TREES = {
    str(module.relative_to(READER)): ast.parse(module.read_text("utf-8"))
    for module in sorted(READER.rglob("*.py"))
}
LONGEST = 400
MAY_PRINT = ("cli/", "app.py", "__main__.py")

# What can open a connection; a local socket between two windows goes no further than the desk.
NETWORK = {
    "socket", "ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc",
    "requests", "httpx", "aiohttp", "urllib3", "asyncio", "webbrowser", "urllib.request",
    "urllib.robotparser", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip
FROM_QT_NETWORK = {"QLocalServer", "QLocalSocket"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


def imports(tree: ast.Module) -> set[str]:
    """Each module and each name in one that is imported, at whatever depth."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{one.name}" for one in node.names}
    return found


def opens_connections(imported: str) -> bool:
    if imported.startswith("PySide6.QtNetwork"):
        return imported.rpartition(".")[2] not in FROM_QT_NETWORK
    return any(imported == one or imported.startswith(f"{one}.") for one in NETWORK)


def says_its_job(tree: ast.Module) -> bool:
    said = ast.get_docstring(tree, clean=False) or ""
    return len(said) > 15 and "\n" not in said and said.endswith((".", "?"))


def texts(tree: ast.Module) -> list[str]:
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [one for one in constants if isinstance(one, str)]


def prints(tree: ast.Module) -> bool:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(call, ast.Name) and call.id == "print" for call in calls)


def test_a_module_opens_with_one_line_that_says_its_job() -> None:
    assert [name for name, tree in TREES.items() if not says_its_job(tree)] == []


def test_a_room_s_own_file_holds_its_line_and_no_code() -> None:
    own = {name: tree for name, tree in TREES.items() if name.endswith("__init__.py")}
    assert len(own) > 5
    assert [name for name, tree in own.items() if len(tree.body) != 1] == []


def test_no_module_is_named_for_having_no_job() -> None:
    without = {"util", "utils", "helper", "helpers", "common", "base", "manager", "misc"}
    assert [name for name in TREES if without & set(re.split(r"[/.]", name))] == []


def test_no_module_is_so_long_that_it_must_hold_two_jobs() -> None:
    lines = {name: len((READER / name).read_text("utf-8").splitlines()) for name in TREES}
    assert [name for name, many in lines.items() if many > LONGEST] == []


def test_colours_stand_in_the_themes_and_nowhere_else() -> None:
    assert [name for name, tree in TREES.items() if any(map(COLOUR.search, texts(tree)))] == []


def test_nothing_but_the_room_for_it_opens_a_connection() -> None:
    assert [
        (name, imported)
        for name, tree in TREES.items()
        for imported in imports(tree)
        if opens_connections(imported) and not name.startswith("web/")
    ] == []


def test_only_what_asks_the_reader_first_knows_the_room_for_connections() -> None:
    knowing = {
        name
        for name, tree in TREES.items()
        for imported in imports(tree)
        if imported.startswith("reader.web.") and not imported.startswith("reader.web.address.")
    }
    assert {name for name in knowing if not name.startswith("web/")} <= {
        "ui/fetching.py",
        "library/picture_fetching.py",
    }


def test_only_the_command_line_prints() -> None:
    printing = [name for name, tree in TREES.items() if prints(tree)]
    assert [name for name in printing if not name.startswith(MAY_PRINT)] == []


def test_the_rules_find_what_they_look_for() -> None:
    tree = ast.parse("import http.client\nfrom urllib.request import urlopen\nprint('#Ff8800')")
    assert sorted(filter(opens_connections, imports(tree))) == [
        "http.client",
        "urllib.request.urlopen",
    ]
    assert not opens_connections("urllib.parse.unquote")
    assert opens_connections("PySide6.QtNetwork.QNetworkAccessManager")
    assert not opens_connections("PySide6.QtNetwork.QLocalSocket")
    assert prints(tree)
    assert COLOUR.search(texts(tree)[0])
    assert not says_its_job(tree)
