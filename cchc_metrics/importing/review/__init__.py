"""Checks that know the field: what a file says against itself and against what is in force.

Each check is a function of the ``Standing`` scores, yields remarks and changes nothing. No check refuses a file: a
number that looks wrong may be what was published, so a person decides and writes down why.
"""

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from cchc_metrics.importing.review.appraisal import appraisals_far_from_self_scores
from cchc_metrics.importing.review.corrections import corrections_from_other_sources
from cchc_metrics.importing.review.jumps import jumps
from cchc_metrics.importing.review.ranks import ranks_against_values
from cchc_metrics.importing.review.remarks import Remark, findings_of
from cchc_metrics.importing.review.standing import FileStanding, standing_of
from cchc_metrics.importing.review.steps import suspect_steps_of_file
from cchc_metrics.importing.review.sums import sums_of_parts
from cchc_metrics.importing.review.units import mixed_units
from cchc_metrics.model import Finding, Snapshot
from cchc_metrics.schema import SCORES, Kind

__all__ = ["review"]

_CHECKS: tuple[Callable[[FileStanding], Iterator[Remark]], ...] = (
    sums_of_parts,
    ranks_against_values,
    mixed_units,
    jumps,
    suspect_steps_of_file,
    appraisals_far_from_self_scores,
    corrections_from_other_sources,
)


def review(
    kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame, snapshot: Snapshot, sheets: Mapping[int, str]
) -> tuple[Finding, ...]:
    """Warnings and information on the accepted facts of a file; nothing for kinds other than scores.

    facts: as ``interpret`` gives them · stored: the scores in force of the file's indices in its periods and
    the years beside them (grain and value columns; more do no harm) · sheets: number -> name. Folded: one
    finding per check, criterion, period, score kind and sheet; warnings first. Neither frame is changed.
    """
    if kind.name != SCORES.name or facts.empty:
        return ()
    standing = standing_of(facts, stored, snapshot)
    return findings_of(standing, [check(standing) for check in _CHECKS], sheets)
