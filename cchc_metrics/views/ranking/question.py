"""What one ranking was asked about, with everything that its sentences need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from cchc_metrics.services.indices.lineage import Way
from cchc_metrics.services.indices.results import Grouping, PeerRank
from cchc_metrics.services.indices.sightings import Known
from cchc_metrics.services.indices.standing import Standing
from cchc_metrics.services.office.catalogue import EntityInfo


@dataclass(frozen=True, slots=True)
class RankingQuestion:
    """A ranking and for whom it is read. row: the province's own, None when nothing of it is held.

    peers: its rank in the chosen group, else in its own neighbourhood. group: "" is the whole country.
    told_in: other periods in which this province has a value or a rank, newest first. way: how the estimates of a
    pro-forma ranking were made, None where everything was published. hidden: noise alone may well make the
    province's change since the period before. known: entity -> how its figures are known.
    """

    found: Standing
    focus: EntityInfo
    row: pd.Series | None
    grouping: Grouping
    peers: PeerRank | None
    group: str
    unit: str
    target: float | None
    target_rank: int | None
    told_in: tuple[str, ...]
    way: Way | None = None
    hidden: bool = False
    known: Mapping[str, Known] = field(default_factory=dict)
