"""What an answer is asked about: an index, a period, a criterion, a kind of score; and the rows that hold it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.model import ScoreKind
from cchc_metrics.schema import TOTAL

Allowed = str | Sequence[object]


def where(**columns: Allowed) -> Mapping[str, Sequence[object]]:
    """Columns and the values they may hold, as ``Desk.facts`` takes them; one text stands for the one value it is."""
    return {name: [allowed] if isinstance(allowed, str) else allowed for name, allowed in columns.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion of an index in one period, in one kind of score."""

    index: str
    period: str
    node: str = TOTAL
    score_kind: str = ScoreKind.PUBLISHED

    def where(self, **more: Allowed) -> Mapping[str, Sequence[object]]:
        """The scores that answer it. more: further columns, or other values for one of its own."""
        own: dict[str, Allowed] = {
            "index_code": self.index,
            "period_id": self.period,
            "node_code": self.node,
            "score_kind": self.score_kind,
        }
        return where(**{**own, **more})
