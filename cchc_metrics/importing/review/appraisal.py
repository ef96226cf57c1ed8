"""The appraised score beside the self-assessed one."""

from collections.abc import Iterator

import numpy as np

from cchc_metrics.importing.cells import Ints, combine, groups
from cchc_metrics.importing.problems import info
from cchc_metrics.importing.review.remarks import Remark, others_too
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain, signed
from cchc_metrics.model import ScoreKind

# The share of the maximum from which the two are far apart.
_FAR = 0.3


def appraisals_far_from_self_scores(standing: FileStanding) -> Iterator[Remark]:
    """Chênh lệch tự chấm – thẩm định (docs/methodology.md «Checks of a file»): 30% of the maximum, either way.

    Information only: the gap is what analysts look for, and an appraisal above the self-score is legitimate.
    """
    own, appraised = _pairs(standing)
    gaps = standing.numbers[appraised] - standing.numbers[own]
    touched = (own < standing.filed) | (appraised < standing.filed)
    far = np.flatnonzero(touched & (np.abs(gaps) >= _FAR * standing.maxima[appraised] * (1 - 1e-9)))
    columns, _ = combine(standing.column[appraised[far]])
    for _, places in groups(columns, np.ones(int(columns.max(initial=-1)) + 1, dtype=np.bool_)):
        at = far[places]
        worst = int(at[np.argmax(np.abs(gaps[at]))])
        one, two = int(own[worst]), int(appraised[worst])
        message = texts().findings.appraisal_far.format(
            index=standing.index.words[int(standing.index.codes[two])],
            node=standing.node_name(two),
            period=standing.period.words[int(standing.period.codes[two])],
            name=standing.name(two),
            own=plain(standing.numbers[one]),
            appraised=plain(standing.numbers[two]),
            difference=signed(float(gaps[worst])),
            others=others_too(len(at) - 1),
        )
        # The appraised score is where the gap is read, unless only the other is the file's.
        cells = np.where(appraised[at] < standing.filed, appraised[at], own[at])
        yield Remark(info("appraisal_far", message), cells, plain(standing.numbers[two]) if len(at) == 1 else "")


def _pairs(standing: FileStanding) -> tuple[Ints, Ints]:
    """The positions of self-assessed scores and of the appraised score of the same unit, criterion and period."""
    there = ~np.isnan(standing.numbers)
    own = np.flatnonzero(there & standing.kind.where(ScoreKind.SELF))
    appraised = np.flatnonzero(there & standing.kind.where(ScoreKind.APPRAISED))
    if not len(own) or not len(appraised):
        return own[:0], appraised[:0]
    both = np.concatenate([own, appraised])
    parts = (standing.trait, standing.period.codes, standing.entity.codes)
    keys, _ = combine(*(part[both] for part in parts))
    partner = np.full(int(keys.max()) + 1, -1, dtype=np.int64)
    partner[keys[: len(own)]] = own
    found = partner[keys[len(own) :]]
    return found[found >= 0], appraised[found >= 0]
