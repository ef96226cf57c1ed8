"""What forms of the set-up offer as lists: bases that nobody has reviewed, fields that hold several of a list."""

from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.obligations import GROUPS, split
from cchc_metrics.schema import FORMS, LEGAL_BASES, METRICS, OUTLINE, RESPONSIBLE, TASKS, UNITS, WINDOWS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.setup import facts_of
from cchc_metrics.views.reporting.setup import unit_choices


def unreviewed(desk: Desk, _filters: None = None) -> dict[str, str]:
    """Bases that nobody has reviewed: symbol -> symbol and title."""
    rows = [row for row in facts_of(desk, LEGAL_BASES) if row["state"] == "unreviewed"]
    return {row["basis"]: " · ".join(filter(None, (row["basis"], row["title"]))) for row in rows}


def lists_of_many(desk: Desk, kind_name: str) -> dict[str, dict[str, str]]:
    """Fields of a kind that hold several of a list: field -> code -> what it is called. Nobody types their sign |."""
    reporting = Reporting(desk)
    tasks = {task: f"{task}. {name}" for task, name in reporting.tasks.items()}
    windows = {code: named(name) for name, code in WINDOWS.items()}
    bases = {row["basis"]: row["basis"] for row in facts_of(desk, LEGAL_BASES)}
    units = {group: texts().setup.groups[group] for group in GROUPS} | dict(unit_choices(desk).all)
    held = {
        FORMS.name: {"tasks": tasks, "windows": windows, "legal_basis": bases},
        TASKS.name: {"legal_basis": bases},
        METRICS.name: {"owner": units, "windows": windows},
        OUTLINE.name: {"tasks": tasks, "parts": dict(texts().reporting.form_text_parts)},
        RESPONSIBLE.name: {"co_units": {name: name for name in unit_choices(desk).units.values()}},
        UNITS.name: {"successor_id": dict(unit_choices(desk).all)},
    }
    return held.get(kind_name, {})


def parts_of(value: object) -> tuple[str, ...]:
    """The codes that a field of several holds."""
    return split(value)


def takes_others(kind_name: str, column: str) -> bool:
    """Whether a field of several also takes what is not on its list: bodies outside the office have no row of it."""
    return (kind_name, column) == (RESPONSIBLE.name, "co_units")
