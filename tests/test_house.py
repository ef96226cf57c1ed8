"""Rules of the house that no linter knows."""

import ast
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.ui.navigation import ENTRIES

PAGES = sorted((PROJECT / "pages").glob("*.py"))
ALLOWED = ("streamlit", "cchc_metrics.ui", "cchc_metrics.views", "cchc_metrics.services", "cchc_metrics.labels")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def imported(path: Path) -> set[str]:
    """Every module a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_every_page_is_in_the_menu() -> None:
    assert {page.name for page in PAGES} == {entry.file for entry in ENTRIES}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_a_page_is_thin_and_asks_only_views_and_services(page: Path) -> None:
    others = {name for name in imported(page) if name.split(".")[0] not in sys.stdlib_module_names}
    assert all(name.startswith(ALLOWED) for name in others), others
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 100


def test_app_declares_the_application_and_nothing_else() -> None:
    tree = ast.parse((PROJECT / "app.py").read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.If | ast.For | ast.While | ast.FunctionDef)]


def test_only_the_gateway_connects_to_duckdb() -> None:
    found = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "cchc_metrics").rglob("*.py")
        if "duckdb" in imported(path)
    }
    assert all(name.startswith("cchc_metrics/storage/") for name in found)
    connecting = [name for name in found if "duckdb.connect" in (PROJECT / name).read_text(encoding="utf-8")]
    assert connecting == ["cchc_metrics/storage/gateway.py"]


def test_duckdb_is_the_version_the_store_was_proven_on() -> None:
    assert version("duckdb") == "1.5.5"


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_locked_with_hashes_and_name_no_host(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9][\w.\-\[\]]*)==", text, flags=re.MULTILINE)
    blocks = re.split(r"^(?=[a-z0-9][\w.\-\[\]]*==)", text, flags=re.MULTILINE)[1:]
    assert len(pinned) == len(blocks) > 20
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text
    assert "index-url" not in text


def test_nothing_at_run_time_reaches_outside_the_project() -> None:
    for path in [*(PROJECT / "cchc_metrics").rglob("*.py"), *PAGES, PROJECT / "app.py"]:
        text = path.read_text(encoding="utf-8")
        assert "../shared" not in text, path
        assert "cdn." not in text, path


def test_no_weight_or_maximum_of_an_index_stands_in_code() -> None:
    for path in [*(PROJECT / "cchc_metrics" / "metrics").rglob("*.py"), *PAGES]:
        numbers = {
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
        }
        assert not numbers & {10.5, 14.5, 15.5, 70.0, 80.0, 90.0, 60}, path
