"""Steps from year to year that look like a changed measurement: the file that comes in is looked at as every other."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from cchc_metrics.importing.problems import warning
from cchc_metrics.importing.review.remarks import Remark
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.suspicion import in_words
from cchc_metrics.metrics.suspects import suspect_steps
from cchc_metrics.metrics.trend import breaks_between
from cchc_metrics.model import Evidence, Period, PeriodClass, ScoreKind, ValueState

_PUBLISHED = ScoreKind.PUBLISHED


def suspect_steps_of_file(standing: FileStanding) -> Iterator[Remark]:
    """A step of published scores that is suspect (docs/methodology.md «Suspected breaks»), not parted by a declaration
    or a framework already; one of its years is the file's."""
    at = np.flatnonzero(standing.provinces & standing.kind.where(_PUBLISHED))
    rows = pd.DataFrame(
        {
            "at": at,
            "index_code": standing.index.array()[at],
            "entity_id": standing.entity.array()[at],
            "node_code": standing.node.array()[at],
            "period_id": standing.period.array()[at],
            "value": standing.numbers[at],
            "most": standing.maxima[at],
            "state": str(ValueState.VALUE),
        }
    )
    years = [period for period in standing.period.words if Period.parse(period).period_class is PeriodClass.INDEX_YEAR]
    rows = rows[rows["period_id"].isin(years) & rows["value"].notna()]
    for index_code, own in rows.groupby("index_code"):
        known = own.dropna(subset=["most"]).drop_duplicates(["node_code", "period_id"])
        maxima = dict(zip(zip(known["node_code"], known["period_id"], strict=True), known["most"], strict=True))
        for one in suspect_steps(own, maxima):
            remark = _remark(standing, str(index_code), own, one)
            if remark is not None:
                yield remark


def _remark(standing: FileStanding, index_code: str, rows: pd.DataFrame, one: Evidence) -> Remark | None:
    of_step = rows["node_code"].eq(one.node_code) & rows["period_id"].isin([one.period_before, one.period_after])
    places = rows.loc[of_step, "at"].to_numpy(dtype=np.int64)
    mine = places[places < standing.filed]
    if not len(mine):
        return None
    known, step = standing.snapshot, [one.period_before, one.period_after]
    own = known.breaks[(known.breaks["index_code"] == index_code) & (known.breaks["node_code"] == one.node_code)]
    if ((own["period_before"] == step[0]) & (own["period_after"] == step[1])).any():
        return None
    if bool(breaks_between(known.nodes, known.breaks, index_code, one.node_code, step)["broken"].any()):
        return None
    message = texts().steps.finding.format(
        subject=f"{index_code}, {standing.node_name(int(mine[0]))}",
        before=fmt.period(one.period_before),
        after=fmt.period(one.period_after),
        evidence=in_words(one),
    )
    return Remark(warning("suspect_step", message), mine)
