"""Who may import whom: does the one arrow hold, and is the core pure?"""
import ast
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PURE_EXTRA = {"re2"}
FORBIDDEN_IN_PURE = {"time", "random", "socket", "urllib", "http", "subprocess", "secrets", "os", "requests", "pathlib"}
BOTH_HALVES = {"cli.py", "commands"}
"""The module and the package of render that may know both halves."""
FETCH_IN_RENDER = {"store.py": {"schema", "database"}}
"""The only modules of render that see fetch's store, and what of it."""


def modules(folder: str) -> list[Path]:
    return sorted(path for path in (CHECKOUT / folder).rglob("*.py") if "migrations" not in path.parts)


def imports(path: Path) -> list[str]:
    """Absolute dotted names, `writwatch.` included, of what a module imports when it runs."""
    package = ["writwatch", *path.relative_to(CHECKOUT).parent.parts]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            prefix = [*base, *(node.module.split(".") if node.module else [])]
            found += [".".join([*prefix, alias.name]) for alias in node.names]
    return found


def in_package(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@pytest.mark.parametrize("path", modules("fetch"), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_fetch_never_imports_render(path: Path):
    assert [name for name in imports(path) if in_package(name, "writwatch.render")] == []


@pytest.mark.parametrize("path", modules("render"), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_render_sees_only_fetchs_store(path: Path):
    """Only cli.py and the commands know both halves; render/store.py reads the tables; nobody else."""
    if path.relative_to(CHECKOUT / "render").parts[0] in BOTH_HALVES:
        return
    allowed = FETCH_IN_RENDER.get(path.name, set()) if path.parent.name == "render" else set()
    seen = {name.split(".")[2] for name in imports(path) if in_package(name, "writwatch.fetch") and name.count(".") > 1}
    assert seen <= allowed


def pure_modules() -> list[Path]:
    return [path for path in modules("render") if "procedure" in path.parts or "privacy" in str(path)]


@pytest.mark.parametrize("path", pure_modules(), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_the_core_is_pure(path: Path):
    """procedure/ and privacy: the standard library and re2 only, no clock, network, files or chance."""
    for name in imports(path):
        top = name.split(".")[0]
        assert top in sys.stdlib_module_names | PURE_EXTRA | {"writwatch"}, name
        assert top not in FORBIDDEN_IN_PURE, name
        if top == "writwatch":
            assert in_package(name, "writwatch.render"), name
    text = path.read_text(encoding="utf-8")
    for clock in (".today()", ".now(", ".utcnow("):
        assert clock not in text, clock


@pytest.mark.parametrize("path", [p for p in modules("render") if "procedure" in p.parts], ids=lambda path: path.name)
def test_procedure_knows_nothing_beyond_itself(path: Path):
    ours = [name for name in imports(path) if in_package(name, "writwatch")]
    assert [name for name in ours if not in_package(name, "writwatch.render.procedure")] == []


def test_pandas_stays_in_its_room():
    """pandas and ibis are slow to import: only the rooms of tables and counts may."""
    slow = {"pandas", "ibis"}
    users = {path.name for top in ("fetch", "render") for path in modules(top)
             if slow & {name.partition(".")[0] for name in imports(path)}}
    assert users <= {"tables.py", "counts.py", "scale.py"}


def test_no_room_is_called_after_nothing():
    names = {path.stem for path in modules("fetch") + modules("render")}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "misc", "manager", "core", "base"})


def test_site_holds_no_python():
    assert list((CHECKOUT / "site").rglob("*.py")) == []
