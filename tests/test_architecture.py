"""docs/architecture.md is true: the picture is the code's, every file it names is there and does what the map says."""

import re
from functools import lru_cache
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.ui.navigation import ENTRIES
from tests.house_picture import ARCHITECTURE, FLOORS, arrows, drawn, file_of, imported

TEXT = ARCHITECTURE.read_text("utf-8")
# Column of the map -> the folder that its names stand in.
FOLDERS = (
    "",
    "pages",
    *(f"cchc_metrics/{name}" for name in ("views", "labels/texts", "charts", "services", "metrics")),
)
TEXTS_COLUMN = 3


def map_rows() -> list[list[list[str]]]:
    """The names in backticks of each cell of the map."""
    table = TEXT.split("## Where a page finds its pieces")[1].split("\n## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[re.findall(r"`([^`]+)`", cell) for cell in line.strip("|").split("|")] for line in lines]


@lru_cache
def reached(path: Path) -> frozenset[Path]:
    """Every file of ours that a file imports, by whatever way."""
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        for target in map(file_of, imported(waiting.pop())):
            if target is not None and target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)


def test_the_picture_is_drawn_from_the_code_of_now() -> None:
    assert drawn() == TEXT, "run: python tasks.py docs"


def test_every_arrow_of_the_house_points_down() -> None:
    floor = {room: at for at, rooms in enumerate(FLOORS) for room in rooms}
    wrong = [(room, one) for room, targets in arrows().items() for one in targets if floor[one] <= floor[room]]
    assert not wrong


def test_the_map_has_every_page_once() -> None:
    rows = map_rows()
    assert [(row[0][0] if row[0] else "", row[1][0]) for row in rows] == [(one.slug, one.file) for one in ENTRIES]


@pytest.mark.parametrize("row", map_rows(), ids=lambda row: row[1][0])
def test_every_file_of_the_map_is_there_and_its_page_reaches_it(row: list[list[str]]) -> None:
    page = PROJECT / "pages" / row[1][0]
    for column, (folder, names) in enumerate(zip(FOLDERS, row, strict=True)):
        for name in names if folder else ():
            path = PROJECT / folder / name
            assert path.is_dir() if name.endswith("/") else path.is_file(), path
            if column not in {1, TEXTS_COLUMN}:
                inside = [one for one in reached(page) if path == one or path in one.parents]
                assert inside, f"{page.name} never comes to {folder}/{name}"


def test_every_path_in_the_text_is_there() -> None:
    walks = TEXT.split("## Where a page finds its pieces")[0]
    named = re.findall(r"`((?:cchc_metrics|pages|data|tests|docs)/[\w/.]*)`", walks)
    assert len(named) > 40
    assert not [name for name in named if not (PROJECT / name).exists()]
    links = re.findall(r"\]\(([\w/.-]+)\)", TEXT)
    assert not [link for link in links if not (ARCHITECTURE.parent / link).exists()]


def there(name: str) -> bool:
    """Whether a path of a guide is there; ``<page>`` stands for any."""
    base = PROJECT if name.startswith(("pages/", "data/", "docs/", "tests/", "README")) else PROJECT / "cchc_metrics"
    return any(base.glob(re.sub(r"<\w+>", "*", name).rstrip("/"))) or (PROJECT / name).exists()


def test_every_file_that_a_guide_sends_somebody_to_is_there() -> None:
    guide = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    ten = (PROJECT / "docs" / "decisions" / "0040-ten-changes.md").read_text("utf-8")
    after = [line.rsplit("|", 2)[1] for line in ten.splitlines() if re.match(r"\| \d+ \|", line)]
    assert len(after) == 10
    changes = guide.split("## The commonest changes")[1].split("\n## ")[0]
    named = re.findall(r"`([\w<>*/.-]+/[\w<>*/.-]*|[\w<>]+\.md)`", "\n".join([changes, *after]))
    assert len(named) > 40
    assert not [name for name in named if not there(name)]
