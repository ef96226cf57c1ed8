"""Which service is for which role, read from the services themselves; ``docs/access.md`` is written from it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc_metrics.access.people import RULES, Deed, Role
from cchc_metrics.access.places import PLACES
from cchc_metrics.access.rows import KEEPS_FILES
from cchc_metrics.config import PROJECT
from cchc_metrics.labels import texts
from cchc_metrics.ui.navigation import ENTRIES
from tests.access.test_command_line import OF_THE_MACHINE, ON_DATA

ACCESS_TABLE = PROJECT / "docs" / "access.md"
_ROOMS = (PROJECT / "cchc_metrics" / "services", PROJECT / "cchc_metrics" / "views")
_CHECKS = ("require", "require_any", "require_writing")
_HEAD = """# Who may do what

Written from the code by `python tasks.py docs`; a test walks every cell of it. Roles are given per person, several at
a time, from a day to a day, also in somebody's stead (`python -m cchc_metrics accounts give`). **Trưởng đơn vị** and
**đơn vị** are given for one unit and mean that unit alone: rows of other units are not asked of the store. A **chuyên
viên** may be given for one unit too; then he uploads figures and sees that unit's reports alone.

*(rows)*: the rights are those of the rows that are written – the unit, and what is said to be done with its report –
and are asked again on the one way into the store (`services/storing/storing.py`). Every reading goes through
`Desk.facts`, which adds the reader's own rows to the question (`access/rows.py`).
"""


_OPERATOR = """
Commands on data act as the account that `CCHC_ACCOUNT` names and ask as it would. Those that keep the machine –
{names} – are for whoever may start programs as its user, who could read the folder as well;
they stand in the audit log under `local`.
"""


def commands() -> Iterator[tuple[str, frozenset[Deed]]]:
    """Every command on data with any of its rights, as the test of the command line walks them."""
    for words, deeds in ON_DATA.items():
        told = [word for word in words[:2] if word in ("--send", "lock", "ask", "unlock") or word == words[0]]
        yield " ".join(told), frozenset(deeds)


@dataclass(frozen=True)
class Service:
    """One public function that is asked on somebody's behalf.

    deeds: what it asks at its door, any one of each; None: by the rows.
    """

    module: str
    name: str
    deeds: tuple[tuple[Deed, ...], ...] | None

    def is_for(self, role: Role) -> bool:
        return self.deeds is not None and all(RULES[role] & set(either) for either in self.deeds)


def services() -> Iterator[Service]:
    """Every public function of services and views that begins with a question of rights."""
    for room in _ROOMS:
        for path in sorted(room.rglob("*.py")):
            module = path.relative_to(PROJECT).with_suffix("").as_posix().replace("/", ".")
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _is_asked(node):
                    checks = [call for call in map(_check, node.body) if call is not None]
                    if checks:
                        yield Service(module, node.name, _asked(checks))


def _is_asked(node: ast.FunctionDef) -> bool:
    return bool({"desk", "actor"} & {one.arg for one in node.args.args})


def _check(statement: ast.stmt) -> ast.Call | None:
    call = statement.value if isinstance(statement, ast.Expr) else None
    is_check = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _CHECKS
    return call if is_check and isinstance(call, ast.Call) else None


def _asked(checks: list[ast.Call]) -> tuple[tuple[Deed, ...], ...] | None:
    named = [call.func.id for call in checks if isinstance(call.func, ast.Name)]
    return None if "require_writing" in named else tuple(map(_deeds, checks))


def _deeds(call: ast.Call) -> tuple[Deed, ...]:
    named = [node.attr for node in ast.walk(call.args[1]) if isinstance(node, ast.Attribute)]
    return tuple(Deed[name] for name in named) if named else KEEPS_FILES


def access_table() -> str:
    """The document."""
    names = [texts().access.roles[role] for role in Role]
    head = f"| {{}} | {' | '.join(names)} |\n|---|{'---|' * len(names)}"
    pages = [
        f"| `{entry.slug or '/'}` | {_marks(PLACES.get(entry.slug, frozenset({Deed.READ_ALL})))} |" for entry in ENTRIES
    ]
    rows = [
        f"| `{one.module.removeprefix('cchc_metrics.')}.{one.name}`{'' if one.deeds else ' *(rows)*'} |"
        f" {' | '.join('✓' if one.is_for(role) else '' for role in Role)} |"
        for one in services()
    ]
    deeds = [f"| {deed} | {_marks(frozenset({deed}))} |" for deed in Deed]
    parts = (
        _HEAD,
        "## Rights\n",
        head.format("Right"),
        *deeds,
        "\n## Pages\n",
        head.format("Page"),
        *pages,
        "\n## Services\n",
        head.format("Service"),
        *rows,
        "\n## Commands",
        _OPERATOR.format(names=", ".join(f"`{name}`" for name in sorted(OF_THE_MACHINE))),
        head.format("Command"),
        *(f"| `{name}` | {_marks(deeds)} |" for name, deeds in commands()),
    )
    return "\n".join(parts) + "\n"


def _marks(deeds: frozenset[Deed]) -> str:
    return " | ".join("✓" if RULES[role] & deeds else "" for role in Role)


def path_of(service: Service) -> Path:
    """The file of a service."""
    return PROJECT / Path(*service.module.split(".")).with_suffix(".py")
