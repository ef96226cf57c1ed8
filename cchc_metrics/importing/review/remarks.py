"""What the checks have to say, and how it becomes findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.problems import Fault, Problems
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Grid

# So many remarks of one check are said one by one; what follows is folded into one.
NAMED = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about some scores (by position in ``Standing``; those that are not the file's have no cell)."""

    fault: Fault
    at: Ints
    value: str = ""


def findings_of(
    standing: FileStanding, checks: Iterable[Iterator[Remark]], sheets: Mapping[int, str]
) -> tuple[Finding, ...]:
    """The remarks as findings that name their sheet and cells, warnings first."""
    problems = Problems()
    places = standing.facts[["sheet_no", "row_no", "col_no"]].to_numpy(dtype=np.int64)
    for remarks in checks:
        for remark in _folded(remarks):
            mine = places[np.unique(remark.at[remark.at < standing.filed])]
            for number in np.unique(mine[:, 0]):
                here = mine[mine[:, 0] == number]
                sheet = Grid(sheets.get(int(number), ""), int(number), ())
                problems.of_cells(remark.fault, sheet, here[:, 1], here[:, 2], remark.value)
    return problems.findings()


def _folded(remarks: Iterator[Remark]) -> Iterator[Remark]:
    rest: list[Remark] = []
    for number, remark in enumerate(remarks):
        if number < NAMED:
            yield remark
        else:
            rest.append(remark)
    if rest:
        message = texts().findings.more_remarks.format(count=len(rest))
        yield Remark(replace(rest[0].fault, message=message), np.concatenate([one.at for one in rest]))


def others_too(count: int) -> str:
    """The end of a sentence that names one case of several; nothing when there is no other."""
    return texts().findings.others_too.format(count=count) if count else ""
