"""Rules of the house that no linter knows."""

import ast
import re
import sys
import tomllib
from collections import Counter
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from cchc_metrics import RELEASED, __version__
from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.storage import Store
from cchc_metrics.ui.navigation import ENTRIES

PAGES = sorted((PROJECT / "pages").glob("*.py"))
ALLOWED = (
    "streamlit",
    "cchc_metrics.ui",
    "cchc_metrics.views",
    "cchc_metrics.services",
    "cchc_metrics.labels",
    "cchc_metrics.model",
)
REQUIREMENTS = ("requirements.txt", "requirements-many.txt", "requirements-dev.txt")


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


@pytest.mark.parametrize("environ", [{}, {"CCHC_DEMO": "1"}])
def test_no_test_can_open_the_folders_that_people_have(environ: dict[str, str]) -> None:
    with pytest.raises(AssertionError, match="a test opens"):
        Store.open(load_settings(environ))
    assert load_settings().data_dir not in {load_settings({}).data_dir, load_settings({"CCHC_DEMO": "1"}).data_dir}


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


# Larger than they should be, and by how much at most: none may grow, and one that has become small leaves the list.
LARGE_FILES = {
    "cchc_metrics/labels/texts/documents.py": 420,
    "cchc_metrics/labels/texts/findings.py": 420,
}
LONG_FUNCTIONS: dict[str, int] = {}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 60
# One chapter of texts per page makes for many small files; elsewhere so many in one folder are rooms without walls.
MOST_FILES, MOST_TEXTS = 40, 58


def written_files() -> list[Path]:
    """Every file of the product."""
    return [*sorted((PROJECT / "cchc_metrics").rglob("*.py")), *PAGES]


def test_no_file_is_longer_than_a_person_reads() -> None:
    lines = {f.relative_to(PROJECT).as_posix(): len(f.read_text("utf-8").splitlines()) for f in written_files()}
    # A translation is as long as what it translates, or a little longer.
    own = {name: LARGE_FILES.get(name.replace("/english/", "/texts/"), MOST_LINES) for name in lines}
    most = {name: count + count // 20 * ("/english/" in name) for name, count in own.items()}
    long = {name: count for name, count in lines.items() if count > most[name]}
    assert not long
    small = [name for name in LARGE_FILES if lines.get(name, 0) <= MOST_LINES]
    assert not small, "take them off the list"


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{path.relative_to(PROJECT).as_posix()}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in written_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    most = MOST_LINES_OF_A_FUNCTION
    assert not {name: lines for name, lines in lengths.items() if lines > LONG_FUNCTIONS.get(name, most)}
    assert not [name for name in LONG_FUNCTIONS if lengths.get(name, 0) <= most], "take them off the list"


def test_no_folder_is_a_room_without_walls() -> None:
    texts = [PROJECT / "cchc_metrics" / "labels" / name for name in ("texts", "english")]
    counts = Counter(file.parent for file in written_files())
    assert not {at: count for at, count in counts.items() if count > (MOST_TEXTS if at in texts else MOST_FILES)}


def test_every_key_of_an_address_is_of_the_one_enum() -> None:
    """Where a filter is asked: its key stands behind its label and, if there are any, its choices."""
    places = {"choose": 2, "choose_many": 2, "many": 1, "write_text": 1}
    loose = []
    for path in (path for path in written_files() if "ui" in path.parts or path in PAGES):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            given = node.args[places[called]] if called in places and len(node.args) > places[called] else None
            if isinstance(given, ast.Constant):
                loose.append((path.name, given.value))
    assert not loose


def test_a_formula_cites_a_chapter_that_is_there() -> None:
    chapters = re.findall(r"^## (.+)$", (PROJECT / "docs" / "methodology.md").read_text("utf-8"), flags=re.MULTILINE)
    for path in written_files():
        text = re.sub(r"\s+", " ", path.read_text("utf-8"))
        assert "domain.md" not in text, path
        for cited in re.findall(r"docs/methodology\.md «([^»]+)»", text):
            assert [chapter for chapter in chapters if chapter.startswith(cited)], (path, cited)


def test_the_methodology_names_files_that_are_there() -> None:
    text = (PROJECT / "docs" / "methodology.md").read_text("utf-8")
    named = re.findall(r"`((?:metrics|services|views|charts|importing|labels)/[a-z_/]+(?:\.py|/))`", text)
    assert named
    assert not [name for name in named if not (PROJECT / "cchc_metrics" / name).exists()]


def test_the_changelog_begins_with_the_version_that_runs_and_every_release_has_a_day() -> None:
    text = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    heads = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    released = date.fromisoformat(RELEASED)
    assert heads[0] == f"{__version__} – {released:%d/%m/%Y}"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ – \d\d/\d\d/20\d\d", head) for head in heads), heads
    assert tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == __version__


def test_pre_commit_downloads_nothing_and_runs_what_ci_runs() -> None:
    config = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert {repo["repo"] for repo in config["repos"]} == {"local"}
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {"python3.11 tasks.py lint", "python3.11 tasks.py test"} <= {hook["entry"] for hook in hooks}
