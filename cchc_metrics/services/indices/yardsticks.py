"""What a result may be held against: maximum, best, mean of a group, target; and which column of ``Gaps`` says so."""

from dataclasses import dataclass

import pandas as pd

from cchc_metrics.labels import named, texts
from cchc_metrics.services.indices.gaps import Gaps


@dataclass(frozen=True, slots=True)
class Yardstick:
    """code: as it stands in the address · level, gap: columns of ``Gaps.parts``, what it is and how far it is."""

    code: str
    level: str
    gap: str


MAXIMUM = Yardstick("toi-da", "max_score", "lost_points")
BEST = Yardstick("cao-nhat", "best", "to_best")
MEAN = Yardstick("vung", "peer_mean", "to_peer_mean")
TARGET = Yardstick("muc-tieu", "target", "to_target")
YARDSTICKS = {one.code: one for one in (MAXIMUM, BEST, MEAN, TARGET)}


def name_of(yardstick: Yardstick, found: Gaps) -> str:
    """The yardstick as it stands inside a sentence."""
    t = texts().gap
    if yardstick is MEAN:
        return t.to_mean.format(group=named(found.peer_group)) if found.peer_group else t.to_nation
    return {MAXIMUM.code: t.to_max, BEST.code: t.to_best, TARGET.code: t.to_target}[yardstick.code]


def ordered(parts: pd.DataFrame, yardstick: Yardstick) -> pd.DataFrame:
    """The parts by the distance to this yardstick, widest first, those where it is unknown last."""
    return parts.sort_values([yardstick.gap, "node_code"], ascending=[False, True], na_position="last")
