"""Which limits hold for an uploaded file on this machine: asked of a child that confines itself, not assumed."""

from dataclasses import dataclass

from cchc_metrics.config import ReaderLimits
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.envelope import unpacked
from cchc_metrics.guarded.running import CONFINING, run_child
from cchc_metrics.workbooks.container import MOST_MEMBERS, MOST_TIMES
from cchc_metrics.workbooks.reader import bounds_of

_ENCLOSING = ("privileges", "files", "network", "programs")


@dataclass(frozen=True, slots=True)
class LimitState:
    """One limit. value: in the limit's own unit, None where nothing holds.

    name: file_mb, unpacked_mb, ratio, members, sheets, rows, parquet_rows, columns (kept by the pre-check and the
    readers on every system), seconds (the parent's clock), cpu_seconds, memory_mb (kept by the system), privileges,
    files, network, programs (0: the reading process gets at none, as ``confining.Confined`` says) · reason: a code,
    empty when on: ``system`` (this system has none), ``lowered`` (on, but the machine allows less than is set).
    """

    name: str
    value: int | None
    on: bool
    reason: str = ""


def limits_in_force(limits: ReaderLimits) -> tuple[LimitState, ...]:
    """All limits in the order in which a file meets them. Starts a child for a moment."""
    always = {
        "file_mb": limits.file_mb,
        "unpacked_mb": limits.unpacked_mb,
        "ratio": MOST_TIMES,
        "members": MOST_MEMBERS,
        "sheets": limits.sheets,
        "rows": limits.rows,
        "parquet_rows": limits.parquet_rows,
        "columns": limits.columns,
        "seconds": limits.seconds,
    }
    held = _told_by_child(limits)
    return (
        *(LimitState(name, value, on=True) for name, value in always.items()),
        _state("cpu_seconds", held.get("cpu_seconds"), limits.seconds),
        _state("memory_mb", held.get("memory_mb"), limits.memory_mb),
        *(_enclosed(name, bool(held.get(name))) for name in _ENCLOSING),
    )


def _told_by_child(limits: ReaderLimits) -> dict[str, int | None]:
    try:
        return unpacked(run_child(CONFINING, [], b"", bounds_of(limits)))[0]
    except (RefusedError, ValueError):
        return {}


def _state(name: str, value: int | None, wanted: int) -> LimitState:
    if value is None:
        return LimitState(name, None, on=False, reason="system")
    return LimitState(name, value, on=True, reason="lowered" if value < wanted else "")


def _enclosed(name: str, on: bool) -> LimitState:
    return LimitState(name, 0 if on else None, on=on, reason="" if on else "system")
