"""Rankings, groups, changes, plans, estimates: from the raw files with pandas, numpy and scipy alone.

Nothing of the product is imported here, not even its constants; a test reads the imports of this file. Scores are exact
integers of 10⁻⁹, read from the text of the files.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

UNIT = 10**9
BASE = 63
COVERED = 0.9
FILES = (
    "papi_dimension.csv",
    "papi_subdimension.csv",
    "par_sipas_results.csv",
    "par_sipas_areas.csv",
    "par_sipas_more.csv",
    "par_sipas_more_areas.csv",
)


def exact(text: object) -> int | None:
    """``36,405020`` as an integer of 10⁻⁹; None for an empty cell or a word."""
    if not isinstance(text, str):
        return None
    written = text.strip().replace(".", "").replace(",", ".") if "," in text else text.strip()
    try:
        return int((Decimal(written) * UNIT).to_integral_exact())
    except ArithmeticError:
        return None


def scores(folder: Path) -> pd.DataFrame:
    """Published scores of provinces: index, year, entity, node, value (exact), printed rank and its count."""
    frames = []
    for name in FILES:
        raw = pd.read_csv(folder / name, dtype=str, encoding="utf-8-sig")
        raw = raw[raw["Loại điểm"].fillna("Điểm công bố") == "Điểm công bố"]
        frames.append(
            pd.DataFrame(
                {
                    "index": raw["Bộ chỉ số"],
                    "year": raw["Kỳ"],
                    "entity": raw["Mã đơn vị"],
                    "node": raw["Mã tiêu chí"],
                    "value": [exact(text) for text in raw["Điểm"]],
                    "printed": raw["Hạng"],
                }
            )
        )
    found = pd.concat(frames, ignore_index=True)
    found = found[found["entity"].str.startswith("P63")]
    return found.astype({"value": "Int64"})


Scores = dict[tuple[str, str, str], dict[str, int]]


def by_node(found: pd.DataFrame) -> Scores:
    """(index, year, node) -> entity -> exact score, of those that have one."""
    held = found[found["value"].notna()]
    return {
        (str(index), str(year), str(node)): dict(zip(rows["entity"], rows["value"].astype("int64"), strict=True))
        for (index, year, node), rows in held.groupby(["index", "year", "node"])
    }


def ranks(values: dict[str, int]) -> dict[str, int]:
    """One more than the number of higher scores."""
    held = np.array(list(values.values()))
    return {entity: 1 + int((held > value).sum()) for entity, value in values.items()}


def quartiles(values: dict[str, int]) -> dict[str, int]:
    """1 for at or above the 75th percentile (linear), 2 for the 50th, 3 for the 25th, else 4.

    Percentiles are compared as four times themselves, so that they are whole.
    """
    ordered = sorted(values.values())
    cuts = []
    for quarter in (3, 2, 1):
        low, rest = divmod((len(ordered) - 1) * quarter, 4)
        step = ordered[low + 1] - ordered[low] if rest else 0
        cuts.append(4 * ordered[low] + rest * step)
    return {entity: 1 + sum(4 * value < cut for cut in cuts) for entity, value in values.items()}


def declared_breaks(folder: Path) -> set[tuple[str, str, str, str]]:
    """(index, node, year before, year after) of every declared break of a single node."""
    raw = pd.read_csv(folder / "breaks.csv", dtype=str, encoding="utf-8-sig")
    raw = raw[raw["Loại"] == "Đứt đoạn"]
    columns = ("Bộ chỉ số", "Mã tiêu chí", "Kỳ trước", "Kỳ sau")
    return set(zip(*(raw[name] for name in columns), strict=True))


def least_total(rooms: Sequence[int], need: int, step: int) -> int | None:
    """The least total gain of at least ``need``, each part within its room and a whole number of steps (HiGHS).

    step 0: any amount. None where every room together is not enough. All numbers are exact integers.
    """
    if need <= 0:
        return 0
    if not step:
        solved = milp(np.ones(len(rooms)), bounds=Bounds(0, np.array(rooms) / UNIT), constraints=_at_least(rooms, need))
        # A linear programme of equal costs: its optimum is the need itself.
        return None if solved.x is None else round(float(solved.fun) * UNIT)
    counts = [room // step for room in rooms]
    solved = milp(
        np.ones(len(rooms)),
        integrality=np.ones(len(rooms)),
        bounds=Bounds(0, np.array(counts)),
        constraints=LinearConstraint(np.ones((1, len(rooms))), lb=-(-need // step)),
        options={"mip_rel_gap": 0.0},
    )
    return None if solved.x is None else round(float(solved.fun)) * step


# Years after which a dimension's step may not be told, as docs/methodology.md lists them: declared or suspect.
APART: dict[str, frozenset[str]] = {
    "D1": frozenset({"2016"}),
    "D2": frozenset({"2018"}),
    "D3": frozenset({"2016", "2018", "2021"}),
    "D4": frozenset({"2021"}),
    "D5": frozenset({"2016", "2021"}),
    "D6": frozenset({"2021"}),
    "D7": frozenset({"2019"}),
    "D8": frozenset({"2019", "2020"}),
}
ATTAINED, LEAST_RISES = 0.9, 30


def rises(held: Scores, node: str, until: str) -> np.ndarray:
    """All changes of a dimension in one comparable year up to a year, falls among them, sorted (exact)."""
    found: list[int] = []
    for year in range(2012, int(until) + 1):
        if str(year) in APART[node]:
            continue
        before, after = held.get(("PAPI", str(year - 1), node), {}), held.get(("PAPI", str(year), node), {})
        found += [after[entity] - before[entity] for entity in set(before) & set(after)]
    return np.sort(np.array(found, dtype="int64"))


def attainable(changes: np.ndarray, own: int, most: int) -> int | None:
    """The score that a year can bring: own and the 90th percentile (linear) of all changes, none below nothing."""
    if len(changes) < LEAST_RISES:
        return None
    return min(own + max(0, round(float(np.quantile(changes.astype("float64"), ATTAINED)))), most)


def band(values: dict[str, int]) -> tuple[Decimal, Decimal, Decimal]:
    """Mean, 25th and 75th percentile (linear) of the scores of a year, in units of 10⁻⁹."""
    ordered = sorted(values.values())
    ends = []
    for quarter in (1, 3):
        low, rest = divmod((len(ordered) - 1) * quarter, 4)
        step = ordered[low + 1] - ordered[low] if rest else 0
        ends.append(Decimal(ordered[low]) + Decimal(rest * step) / 4)
    return Decimal(sum(ordered)) / len(ordered), ends[0], ends[1]


def reachable_ranks(ends: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Best rank: own at its highest, all others at their lowest; worst the other way round. ends: lowest, highest."""
    return {
        one: (
            1 + sum(low > high_own for other, (low, _) in ends.items() if other != one),
            1 + sum(high > low_own for other, (_, high) in ends.items() if other != one),
        )
        for one, (low_own, high_own) in ends.items()
    }


def _at_least(rooms: Sequence[int], need: int) -> LinearConstraint:
    return LinearConstraint(np.ones((1, len(rooms))), lb=need / UNIT)


def mergers(folder: Path) -> dict[str, list[str]]:
    """Province of 34 -> the provinces of 63 that it was made of."""
    raw = pd.read_csv(folder / "entities.csv", dtype=str, encoding="utf-8-sig")
    raw = raw[raw["Mã hệ thống"].str.startswith("P63")]
    found: dict[str, list[str]] = {}
    for entity, successor in zip(raw["Mã hệ thống"], raw["Đơn vị sau sắp xếp"], strict=True):
        found.setdefault(successor, []).append(entity)
    return found


def merged(values: dict[str, int], parts: Sequence[str]) -> tuple[Decimal, int, int] | None:
    """Plain mean, lowest and highest of the parts; None where one has no score."""
    held = [values[part] for part in parts if part in values]
    if len(held) < len(parts):
        return None
    return Decimal(sum(held)) / len(held), min(held), max(held)
