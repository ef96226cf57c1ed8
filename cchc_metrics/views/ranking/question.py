"""What one ranking was asked about, with everything that its sentences need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from cchc_metrics.services.indices.lineage import Way
from cchc_metrics.services.indices.noise import Swing
from cchc_metrics.services.indices.places import NOT_QUIET, Quiet
from cchc_metrics.services.indices.results import Grouping, PeerRank
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known
from cchc_metrics.services.indices.standing import Standing
from cchc_metrics.services.office.names import EntityInfo


@dataclass(frozen=True, slots=True)
class RankingQuestion:
    """A ranking and for whom it is read. row: the province's own, None when nothing of it is held.

    peers: its rank in the chosen group, else in its own neighbourhood. group: "" is the whole country.
    told_in: other periods in which this province has a value or a rank, newest first. way: how the estimates of a
    pro-forma ranking were made, None where everything was published. quiet: entity -> which of its changes since the
    period before noise alone may well make. known: entity -> how its figures are known. least: what parts two
    provinces of this ranking, None where noise is not known. known_before: how the province's own
    figures of the period before are known.
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
    quiet: Mapping[str, Quiet] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    least: Swing | None = None
    known_before: Known = NOT_TOLD

    def known_of(self, row: pd.Series | Any) -> Known:
        """How the figures of one row are known."""
        return self.known.get(str(row["entity_id"]), NOT_TOLD)

    def quiet_of(self, row: pd.Series | Any) -> Quiet:
        """Of the province of one row."""
        return self.quiet.get(str(row["entity_id"]), NOT_QUIET)
