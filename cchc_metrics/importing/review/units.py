"""Fractions among points: 0,85 where the column holds 85."""

from collections.abc import Iterator

import numpy as np

from cchc_metrics.importing.cells import Flags, Floats, groups
from cchc_metrics.importing.problems import warning
from cchc_metrics.importing.review.remarks import Remark, others_too
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.schema import TOTAL

# From this maximum on, a whole column of scores up to 1 is not believable.
_LARGE = 10.0
# So many larger values show what the column's unit is.
_BODY = 3


def mixed_units(standing: FileStanding) -> Iterator[Remark]:
    """One column has one unit (0.8525 is 85,25%): values up to 1 under a maximum of 10 or more.

    A column is one index, criterion, period and score kind. Told when most of its values are such (one alone only for
    a total), or when they lie apart from three others or more, among which they would lie if multiplied by the
    maximum. A zero is a score, not a fraction.
    """
    values = standing.numbers
    small = (values > 0) & (values <= 1) & (standing.maxima >= _LARGE)
    suspects = small & standing.in_file
    if not suspects.any():
        return
    wanted = np.zeros(int(standing.column.max()) + 1, dtype=np.bool_)
    wanted[standing.column[suspects]] = True
    for _, at in groups(standing.column, wanted):
        of_total = standing.node.words[int(standing.node.codes[at[0]])] == TOTAL
        fractions = at[_fractions(values[at], float(standing.maxima[at[0]]), of_total)]
        mine = fractions[fractions < standing.filed]
        if len(mine):
            first = int(mine[0])
            message = texts().findings.unit_mixed.format(
                subject=standing.subject(first),
                name=standing.name(first),
                value=plain(values[first]),
                maximum=plain(standing.maxima[first]),
                others=others_too(len(mine) - 1),
            )
            yield Remark(warning("unit_mixed", message), mine, plain(values[first]) if len(mine) == 1 else "")


def _fractions(values: Floats, maximum: float, of_total: bool) -> Flags:
    """Which values of a column look like fractions of the maximum."""
    scored = values > 0
    small = scored & (values <= 1)
    if small.sum() * 2 > scored.sum():
        return small if scored.sum() > 1 or of_total else np.zeros(len(values), dtype=np.bool_)
    if (scored & ~small).sum() < _BODY:
        return np.zeros(len(values), dtype=np.bool_)
    lowest = float(values[scored & ~small].min())
    return small & (values < lowest / 2) & (values * maximum >= lowest / 2)
