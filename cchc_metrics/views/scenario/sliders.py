"""How a part can be moved on the screen: the marks of its slider, each with what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import SCALE

DECIMALS = 2
SLIDER_STEP = SCALE // 20
SLIDER_DOWN = SCALE
MARKS = 400


@dataclass(frozen=True, slots=True)
class PartOffer:
    """A part that can be moved, from its exact score. options: typed change -> what the slider says, "0" among them.

    best: the exact score of the best province of the year, None where unknown.
    """

    code: str
    exact: int
    label: str
    typed_label: str
    options: Mapping[str, str]
    best: int | None = None


def part_offer(row: Mapping[Any, Any]) -> PartOffer:
    """A part as it can be moved: from a point down to its maximum, in marks of a twentieth of a point or wider."""
    t = texts().scenario
    exact, most = int(str(row["exact"])), round(float(str(row["max_score"])) * SCALE)
    step = SLIDER_STEP
    while (most - exact) // step > MARKS:
        step *= 2
    down = -min(SLIDER_DOWN, exact) // step
    marks = [number * step for number in range(down + 1, (most - exact) // step + 1)]
    if most > exact and marks[-1] != most - exact:
        marks.append(most - exact)
    name = f"{row['node_code']}. {row['name']}"
    now = fmt.number(exact / SCALE, DECIMALS)
    best = None if pd.isna(row["best"]) else round(float(str(row["best"])) * SCALE)
    return PartOffer(
        code=str(row["node_code"]),
        exact=exact,
        label=name,
        typed_label=t.typed_label.format(part=name, value=now, maximum=fmt.plain(most / SCALE, DECIMALS)),
        options={typed(gain): slider_words(exact, gain, best) for gain in marks},
        best=best,
    )


def slider_words(exact: int, gain: int, best: int | None = None) -> str:
    """What a slider says at a change: the score there and the change; and that no province of the year is there."""
    t = texts().scenario
    if not gain:
        return t.slider_now.format(value=fmt.number(exact / SCALE, DECIMALS))
    value = fmt.number((exact + gain) / SCALE, DECIMALS)
    words = t.slider_moved.format(value=value, gain=fmt.signed(gain / SCALE, DECIMALS))
    if best is None or gain <= 0 or exact + gain <= best:
        return words
    return t.slider_beyond.format(moved=words, best=fmt.number(best / SCALE, DECIMALS))


def typed(gain: int) -> str:
    """An exact change as a person would type it: "0,5", "-1"."""
    return fmt.typed(gain / SCALE)


def typed_of(gains: Mapping[str, int]) -> dict[str, str]:
    """Exact changes as a person would type them."""
    return {code: typed(gain) for code, gain in gains.items() if gain}
