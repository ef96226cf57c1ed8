"""A score against the sum of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Floats, Ints, combine, groups
from cchc_metrics.importing.problems import warning
from cchc_metrics.importing.review.remarks import Remark, others_too
from cchc_metrics.importing.review.standing import PERCENT_KIND, FileStanding, highest, printed_decimals
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain

# What each term may be off by at least, whatever its source printed.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class _Families:
    """Scores with all their parts.

    parents: their positions · child, family: the position of each part, and the place of its parent among them ·
    totals: what the parts add up to · tolerances: how far apart rounding alone may put the two.
    """

    parents: Ints
    child: Ints
    family: Ints
    totals: Floats
    tolerances: Floats


def sums_of_parts(standing: FileStanding) -> Iterator[Remark]:
    """Σ parts = parent for the same unit, period and score kind (docs/methodology.md «Checks of a file»).

    Judged only when every child that the framework gives has a value (an exempt one rescales the rest, a missing one
    leaves the sum unknown), when the parent is a plain sum, and when the file holds one of them. Tolerance: half a
    unit of the last printed decimal of each term, at least 10⁻⁶ a term.
    """
    found = _families(standing)
    if found is None:
        return
    apart = np.abs(found.totals - standing.numbers[found.parents])
    own = found.parents < standing.filed
    touched = own | (np.bincount(found.family[found.child < standing.filed], minlength=len(own)) > 0)
    wrong = np.flatnonzero((apart > found.tolerances * (1 + 1e-9)) & touched)
    columns, _ = combine(standing.column[found.parents[wrong]])
    for _, at in groups(columns, np.ones(int(columns.max(initial=-1)) + 1, dtype=np.bool_)):
        families = wrong[at]
        worst = families[int(np.argmax(apart[families]))]
        children = found.child[np.isin(found.family, families[~own[families]])]
        parent = int(found.parents[worst])
        message = texts().findings.sum_differs.format(
            subject=standing.subject(parent),
            name=standing.name(parent),
            total=plain(found.totals[worst], 6),
            own=plain(standing.numbers[parent]),
            difference=plain(apart[worst], 6),
            others=others_too(len(families) - 1),
        )
        cells = np.concatenate([found.parents[families], children])
        yield Remark(
            warning("sum_differs", message), cells, plain(standing.numbers[parent]) if len(families) == 1 else ""
        )


def _families(standing: FileStanding) -> _Families | None:
    """The parents with all their parts; None when there are none."""
    traits = standing.traits
    there = ~np.isnan(standing.numbers) & ~standing.kind.where(PERCENT_KIND)
    # A framework that lists one part of a whole does not list them all.
    parents = np.flatnonzero(there & (traits.adds_up & (traits.parts > 1))[standing.trait])
    codes = {code: place for place, code in enumerate(standing.node.words)}
    above = np.array([codes.get(parent, -1) for parent in traits.parents], dtype=np.int64)[standing.trait]
    children = np.flatnonzero(there & (above >= 0))
    if not len(parents) or not len(children):
        return None
    whole = _keys(standing, parents, standing.node.codes)
    order = np.argsort(whole, kind="stable")
    parents, whole = parents[order], whole[order]
    parts = _keys(standing, children, above)
    family = np.minimum(np.searchsorted(whole, parts), len(whole) - 1)
    matched = whole[family] == parts
    child, family = children[matched], family[matched]
    count = np.bincount(family, minlength=len(parents))
    needed = traits.parts[standing.trait[parents]]
    half = _half_units(standing)
    tolerances = np.bincount(family, half[child], len(parents)) + half[parents]
    return _Families(
        parents,
        child,
        family,
        np.where(count == needed, np.bincount(family, standing.numbers[child], len(parents)), np.nan),
        np.maximum(tolerances, _LEAST * (needed + 1)),
    )


def _keys(standing: FileStanding, at: Ints, nodes: Ints) -> Ints:
    series = standing.series[at] * len(standing.entity.words) + standing.entity.codes[at]
    keys: Ints = series * len(standing.node.words) + nodes[at]
    return keys


def _half_units(standing: FileStanding) -> Floats:
    """Half a unit of the last decimal that the source prints in the column of a score.

    Whole numbers of points are awarded, not rounded; whole percentages are rounded.
    """
    decimals = highest(printed_decimals(standing.numbers, standing.of("printed")), standing.column)
    awarded = (decimals == 0) & ~standing.traits.in_percent[standing.trait]
    return np.where(awarded, 0.0, 0.5 * 10.0**-decimals)
