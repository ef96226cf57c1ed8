"""What is wrong with a file, gathered by arrays of rows and folded into findings at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from cchc_metrics.importing.cells import Field, Flags, Floats, Ints, Records, groups
from cchc_metrics.importing.normalise import LONGEST_LABEL
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Grid, Severity

MOST_CELLS = 1000
# Ends the code of a warning whose reason the reporter wrote beside the figure: nobody asks for another.
EXPLAINED = "_explained"
# More findings of one sort on a sheet than this are no list that anybody reads: the first are named, the rest counted.
_SCREEN, _NAMED = 30, 20
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text could not be taken as it stands (error), or what was assumed in taking it (warning)."""

    code: str
    severity: Severity
    message: str


def error(code: str, message: str) -> Fault:
    return Fault(code, Severity.ERROR, message)


def warning(code: str, message: str) -> Fault:
    return Fault(code, Severity.WARNING, message)


def info(code: str, message: str) -> Fault:
    return Fault(code, Severity.INFO, message)


@dataclass(frozen=True, slots=True)
class _Problem:
    fault: Fault
    sheet: str
    number: int
    rows: Ints
    columns: Ints
    value: str


@dataclass(slots=True)
class Problems:
    """Gathers faults with their places. Every row that an error touches is rejected."""

    _problems: list[_Problem] = field(default_factory=list)
    _rejected: dict[int, list[Ints]] = field(default_factory=dict)

    def of_file(self, fault: Fault, value: str = "") -> None:
        """A fault of the whole file."""
        self._problems.append(_Problem(fault, "", 0, _NONE, _NONE, value))

    def of_sheet(self, fault: Fault, sheet: Grid, value: str = "") -> None:
        """A fault of a whole sheet."""
        self._problems.append(_Problem(fault, sheet.name, sheet.number, _NONE, _NONE, value))

    def of_cells(self, fault: Fault, sheet: Grid, rows: Ints, columns: Ints | int, value: str = "") -> None:
        """A fault of cells of one sheet, 1-based."""
        if not len(rows):
            return
        places = np.broadcast_to(np.asarray(columns, dtype=np.int64), rows.shape)
        self._problems.append(_Problem(fault, sheet.name, sheet.number, rows, places, value))
        if fault.severity is Severity.ERROR and len(rows):
            self._rejected.setdefault(sheet.number, []).append(rows)

    def reject(self, sheet: Grid, rows: Ints) -> None:
        """Rows (1-based) of a table whose fault is told of the sheet."""
        if len(rows):
            self._rejected.setdefault(sheet.number, []).append(rows)

    def rejected(self, sheet_number: int) -> Ints:
        """The 1-based rows of a sheet that an error touches, sorted."""
        parts = self._rejected.get(sheet_number)
        return np.unique(np.concatenate(parts)) if parts else _NONE

    def rows_of(self, sheet_number: int, meant: Callable[[str, str], bool]) -> Ints:
        """The 1-based rows of a sheet of which something is told whose code and value are meant, sorted."""
        parts = [one.rows for one in self._problems if one.number == sheet_number and meant(one.fault.code, one.value)]
        return np.unique(np.concatenate(parts)) if parts else _NONE

    def findings(self) -> tuple[Finding, ...]:
        """Equal problems (code, severity, sheet, sentence, value) as one finding; errors first, then by place.

        Where a sheet has more than a screenful of one sort, those after the first 20 are one finding with its cells.
        """
        alike: dict[tuple[str, Severity, int], list[list[_Problem]]] = {}
        for problems in self._folded():
            fault = problems[0].fault
            alike.setdefault((fault.code, fault.severity, problems[0].number), []).append(problems)
        placed = []
        for group in alike.values():
            kept = group if len(group) <= _SCREEN else group[:_NAMED]
            placed += [_finding(problems) for problems in kept]
            if len(kept) < len(group):
                placed.append(_more_alike(group))
        return tuple(finding for _, finding in sorted(placed, key=lambda pair: pair[0]))

    def every_finding(self) -> tuple[Finding, ...]:
        """The same, each by itself however many there are."""
        return tuple(_finding(problems)[1] for problems in self._folded())

    def _folded(self) -> list[list[_Problem]]:
        """The problems that say the same, by place."""
        folded: dict[tuple[str, Severity, int, str, str], list[_Problem]] = {}
        for problem in self._problems:
            fault = problem.fault
            same = (fault.code, fault.severity, problem.number, fault.message, problem.value)
            folded.setdefault(same, []).append(problem)
        return sorted(folded.values(), key=lambda problems: _finding(problems)[0])


@dataclass(frozen=True, slots=True)
class Report:
    """Where the faults of the records of one sheet under one header go (no cell when the sheet lacks the column)."""

    problems: Problems
    records: Records
    field: Field | None

    def at(self, fault: Fault, places: Ints, value: str = "") -> None:
        """A fault of the cells of some records (by position)."""
        rows = self.records.rows[places]
        self.problems.of_cells(fault, self.records.sheet, rows, self.columns_at(places), value)

    def columns_at(self, places: Ints) -> Ints:
        """The 1-based columns of the cells of these records; 0 when the sheet lacks the column."""
        return self.field.columns_at(places) if self.field is not None else np.zeros(len(places), dtype=np.int64)

    def words(self, faults: Sequence[Fault | None], codes: Ints, shown: Sequence[str]) -> None:
        """One fault or none per distinct code; ``shown`` holds the text behind each."""
        wanted = np.array([fault is not None for fault in faults], dtype=np.bool_)
        for code, places in groups(codes, wanted) if wanted.any() else ():
            fault = faults[code]
            if fault is not None:
                self.at(fault, places, shown[code])

    def mask(self, fault: Fault, mask: Flags) -> None:
        """One fault for the records of a mask, told apart by what stands in their cells."""
        places = np.flatnonzero(mask)
        if not len(places):
            return
        shown = [self.field.shown(int(place)) if self.field is not None else "" for place in places]
        names = {text: number for number, text in enumerate(dict.fromkeys(shown))}
        codes = np.full(len(self.records), -1, dtype=np.int64)
        codes[places] = [names[text] for text in shown]
        self.words([fault] * len(names), codes, list(names))

    def beyond(self, limits: Floats, mask: Flags, fault_of: Callable[[float], Fault]) -> None:
        """The records of a mask, one sentence per limit that they pass."""
        if mask.any():
            for limit in np.unique(limits[mask]):
                self.mask(fault_of(float(limit)), mask & (limits == limit))


def _more_alike(group: list[list[_Problem]]) -> tuple[tuple[int, int, int, int], Finding]:
    place, finding = _finding([problem for problems in group[_NAMED:] for problem in problems])
    _, first = _finding(group[0])
    message = texts().findings.more_alike.format(count=finding.count, cell=first.cell, message=first.message)
    return place, replace(finding, message=message, value="")


def _finding(problems: list[_Problem]) -> tuple[tuple[int, int, int, int], Finding]:
    one = problems[0]
    rows = np.concatenate([problem.rows for problem in problems])
    columns = np.concatenate([problem.columns for problem in problems])
    order = np.lexsort((columns, rows))
    places = [(int(rows[at]), int(columns[at])) for at in order[:MOST_CELLS]]
    cells = tuple(cell_name(row, column) for row, column in places)
    finding = Finding(
        one.fault.code,
        one.fault.severity,
        one.fault.message,
        one.sheet,
        cells[0] if cells else "",
        one.value[:LONGEST_LABEL],
        max(1, len(rows)),
        cells,
    )
    return (_SEVERITIES.index(one.fault.severity), one.number, *(places[0] if places else (0, 0))), finding


def cell_name(row: int, column: int) -> str:
    """``(12, 8)`` -> ``H12``; column 0, a value that stands in no cell of its own, names the row by its first cell."""
    return f"{column_name(max(column, 1))}{row}"


@lru_cache(maxsize=4096)
def column_name(column: int) -> str:
    """``8`` -> ``H``, ``28`` -> ``AB``."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
