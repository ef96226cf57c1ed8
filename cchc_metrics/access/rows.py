"""Which rows are whose: what of a kind a person may read, and which rows he may write. Pure; asked by the desk and by
the one way into the store, so that no page can forget it.
"""

from collections.abc import Collection, Iterable, Mapping

from cchc_metrics.access.people import Deed, Held, may, only_report, require, units_for
from cchc_metrics.model import Actor, ScoreKind
from cchc_metrics.schema import (
    ATTACHMENTS,
    DUE_DATE_CHANGES,
    ENTRY_DRAFTS,
    FIGURE_NOTES,
    LAYOUTS,
    NAMES,
    PLACES,
    PLAN_ITEMS,
    REPORT_EVENTS,
    REPORT_SECTIONS,
    SCENARIOS,
    SCORES,
    SIGNED_REPORTS,
    TARGETS,
    TASK_ROWS,
    UNIT_REPORTS,
    Kind,
)

Where = Mapping[str, Collection[object]]
# One row per unit: read by whom these units' reports are for.
OF_UNITS = frozenset({UNIT_REPORTS.name, REPORT_EVENTS.name, DUE_DATE_CHANGES.name, ENTRY_DRAFTS.name, TASK_ROWS.name})
_SENT = frozenset({UNIT_REPORTS.name, ENTRY_DRAFTS.name, TASK_ROWS.name})
_OF_THE_OFFICE = frozenset(
    {REPORT_SECTIONS.name, TARGETS.name, SCENARIOS.name, PLAN_ITEMS.name, LAYOUTS.name, NAMES.name, FIGURE_NOTES.name}
)
_OF_REPORTING = frozenset({ATTACHMENTS.name, SIGNED_REPORTS.name})
PUBLISHED_KINDS = (ScoreKind.PUBLISHED, ScoreKind.PERCENT)
KEEPS_FILES = (Deed.SEND, Deed.APPROVE, Deed.JUDGE, Deed.EDIT, Deed.FREEZE)
_ACTS: Mapping[str, Deed] = {
    "submitted": Deed.SEND,
    "approved": Deed.APPROVE,
    "accepted": Deed.JUDGE,
    "returned": Deed.JUDGE,
    "reopened": Deed.JUDGE,
    "chased": Deed.JUDGE,
    "frozen": Deed.FREEZE,
}


def reading(actor: Actor, kind: Kind) -> Where:
    """Column -> values: the rows of a kind that this person may read; empty for all of them.

    Behind the name of a column stands ``PLACES`` where it lists places and the values begin them. A column with no
    values lets no row through: an administrator reads the registers, by which things are named, and no figure.
    Raises NotAllowedError for somebody who may not even enter.
    """
    require(actor, Deed.ENTER)
    if kind.name in OF_UNITS:
        units, only = units_for(actor, Deed.READ_REPORTS), only_report(actor)
        mine = {} if units is None else {"unit_id": sorted(units)}
        if only is None or "period_id" not in kind.grain_names:
            return mine
        return {**mine, "form_code": [only.form], "period_id": [only.period]}
    if kind.name == SCORES.name:
        if may(actor, Deed.READ_ALL):
            return {}
        return {"score_kind": PUBLISHED_KINDS if may(actor, Deed.READ) else ()}
    if kind.name == ATTACHMENTS.name and may(actor, Deed.READ_REPORTS):
        return _own_files(actor)
    needed = Deed.READ_ALL if kind.name in _OF_THE_OFFICE else Deed.READ_REPORTS
    limited = kind.name in _OF_THE_OFFICE or kind.name in _OF_REPORTING
    return {kind.grain_names[0]: ()} if limited and not may(actor, needed) else {}


def _own_files(actor: Actor) -> Where:
    """Kept files bear their reports in a text: those of no report, and those of one that this person may read."""
    units, only = units_for(actor, Deed.READ_REPORTS), only_report(actor)
    if units is None:
        return {}
    sort = f"|{UNIT_REPORTS.name}:"
    rest = f"{only.form}:{only.period}:" if only else ""
    return {f"about{PLACES}": (sort, *(f"{sort}{unit}:{rest}" for unit in sorted(units)))}


def narrowed(where: Where | None, own: Where) -> dict[str, list[object]]:
    """Both conditions at once."""
    both = {name: list(allowed) for name, allowed in (where or {}).items()}
    for name, allowed in own.items():
        both[name] = [one for one in both.get(name, allowed) if one in allowed]
    return both


def units_of(about: str) -> frozenset[str]:
    """The units whose reports a kept file belongs to, by what it is said to be about; none for one of the office."""
    places = (place.strip().split(":") for place in about.split("|"))
    return frozenset(place[1] for place in places if place[0] == UNIT_REPORTS.name and len(place) > 1)


def require_writing(actor: Actor, kind: Kind, rows: Iterable[Mapping[str, object]], by_file: bool = False) -> None:
    """Raises NotAllowedError unless the actor may write each of these rows: its unit, and what the row says was done.

    rows: with the columns ``unit_id``, ``act``, ``about`` where the kind has them. by_file: they come from a file.
    """
    if kind.name in OF_UNITS:
        for row in rows:
            require(actor, _deed_for(kind, row), str(row["unit_id"]))
            only = only_report(actor)
            if only and any(row.get(name, told) != told for name, told in _named(only)):
                require(actor, "")
    elif kind.name == ATTACHMENTS.name:
        for row in rows:
            units = units_of(str(row["about"])) or {""}
            if not any(may(actor, deed, unit) for deed in KEEPS_FILES for unit in units):
                require(actor, Deed.SEND, min(units))
    elif kind.name == SIGNED_REPORTS.name:
        require(actor, Deed.FREEZE)
    else:
        require(actor, Deed.IMPORT if by_file else Deed.EDIT)


def _named(only: Held) -> tuple[tuple[str, str], ...]:
    return (("form_code", only.form), ("period_id", only.period))


def require_any(actor: Actor, deeds: Iterable[Deed]) -> None:
    """Raises NotAllowedError unless the actor may do one of these."""
    told = tuple(deeds)
    if not any(may(actor, deed) for deed in told):
        require(actor, told[0])


def deed_of(act: str) -> Deed:
    """The right that an act on a report asks for."""
    return _ACTS.get(act, Deed.EDIT)


def _deed_for(kind: Kind, row: Mapping[str, object]) -> Deed:
    if kind.name == REPORT_EVENTS.name:
        return deed_of(str(row["act"]))
    return Deed.SEND if kind.name in _SENT else Deed.JUDGE
