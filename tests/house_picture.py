"""The picture of the house in docs/architecture.md: rooms and arrows, drawn from the imports of the code."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from cchc_metrics.config import PROJECT

ARCHITECTURE = PROJECT / "docs" / "architecture.md"
BEGIN, END = "<!-- picture: python tasks.py docs -->\n", "<!-- end of picture -->"
# From the screen down; the rooms of one line never import each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("pages",),
    ("ui", "cli"),
    ("views/overview", "views/records"),
    ("views/a page",),
    ("views/kit",),
    ("services/demo", "services/planning"),
    ("services/intake",),
    ("services/indices", "services/reporting"),
    ("services/storing",),
    ("services/office",),
    ("workbooks", "documents", "importing", "charts", "storage", "access"),
    ("metrics",),
    ("labels",),
    ("schema",),
    ("model",),
    ("config", "errors", "guarded"),
)
_VIEWS_APART = {"overview", "records", "kit"}


@lru_cache(maxsize=1024)
def imported(path: Path) -> frozenset[str]:
    """The modules of ours that a file imports, as paths below the project without ``.py``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(name.replace(".", "/") for name in found if name.startswith("cchc_metrics"))


def file_of(module: str) -> Path | None:
    """The file of such a module; None for a name that is none (a function, a class)."""
    for path in (PROJECT / f"{module}.py", PROJECT / module / "__init__.py"):
        if path.exists():
            return path
    return None


def room_of(path: Path) -> str | None:
    """The room that a file stands in; None for the package itself."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    if parts[0] == "pages":
        return "pages"
    parts = parts[1:]
    if parts in {("__init__",), ("__main__",)}:
        return None
    if parts[0] == "views":
        return f"views/{parts[1]}" if parts[1] in _VIEWS_APART else "views/a page"
    return f"services/{parts[1]}" if parts[0] == "services" and len(parts) > 2 else parts[0]


def arrows() -> dict[str, set[str]]:
    """Room -> the rooms that it imports."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in [*(PROJECT / "cchc_metrics").rglob("*.py"), *(PROJECT / "pages").glob("*.py")]:
        here = room_of(path)
        for target in map(file_of, imported(path)):
            there = room_of(target) if target is not None else None
            if here and there and here != there:
                found[here].add(there)
    return dict(found)


def shortest(found: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The arrows that no longer way replaces: what a room reaches by another one anyhow is left out."""

    def reached(rooms: Iterable[str]) -> set[str]:
        return {one for room in rooms for one in found.get(room, set()) | reached(found.get(room, set()))}

    return {room: {one for one in targets if one not in reached(targets)} for room, targets in found.items()}


def picture() -> str:
    """The picture as Mermaid, the same for the same imports."""
    found = shortest(arrows())
    lines = ["```mermaid", "flowchart TD"]
    for at, floor in enumerate(FLOORS):
        lines.append(f"  subgraph f{at}[ ]")
        lines += [f'    {_id(room)}["{room}"]' for room in floor]
        lines.append("  end")
    lines += [f"  {_id(room)} --> {_id(target)}" for room in sorted(found) for target in sorted(found[room])]
    return "\n".join([*lines, "```", ""])


def _id(room: str) -> str:
    return re.sub(r"\W", "_", room)


def drawn() -> str:
    """docs/architecture.md with the picture of now."""
    before, rest = ARCHITECTURE.read_text("utf-8").split(BEGIN)
    return f"{before}{BEGIN}{picture()}{END}{rest.split(END)[1]}"
