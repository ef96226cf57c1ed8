"""``python -m tests.study``: contests and calibration on the shipped facts; writes docs/study.md and its table.

Seeded: the same facts give the same tables. It fails when another method than the one in use has the smallest interval
score, or when chances no longer come true about as often as they say.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.metrics import bands
from cchc_metrics.metrics.forecasting import backtest
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.metrics.noise import panel_noise
from cchc_metrics.metrics.simulation import rank_backtest
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.contest import PROJECTED, calibration, nodes_of
from cchc_metrics.services.indices.lineage import pro_forma_standing, short_name, way_of, weight_sets
from cchc_metrics.services.indices.panel import panel_runs, yearly_changes
from cchc_metrics.services.indices.trajectory import limits_of
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from tests.study.coverage import STEPS, next_ranks, simulated
from tests.study.noise_ways import AUDIT, WAYS, by_every_way

INDEX = "PAPI"
DOCUMENT = PROJECT / "docs" / "study.md"
TABLE = PROJECT / "data" / "reference" / "study" / "projection.csv"
MOST_OFF = 0.12

Runs = dict[str, tuple[pd.DataFrame, ...]]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def share(value: float) -> str:
    return "–" if pd.isna(value) else f"{value * 100:.1f} %"


def number(value: float, decimals: int = 3) -> str:
    return "–" if pd.isna(value) else f"{value:.{decimals}f}"


def contest(runs: Runs) -> pd.DataFrame:
    """All methods on all criteria: ``bands.summary`` with about ("parts", "total", "all")."""
    errors = pd.concat([backtest(frames).assign(node_code=node) for node, frames in runs.items()], ignore_index=True)
    whole = errors["node_code"] == TOTAL
    groups = {"parts": errors[~whole], "total": errors[whole], "all": errors}
    return pd.concat([bands.summary(rows).assign(about=about) for about, rows in groups.items()], ignore_index=True)


def contest_words(found: pd.DataFrame) -> str:
    names = {"parts": "D1–D8", "total": "total"}
    rows = [
        (
            *(names[row["about"]], row["method"], row["horizon"], number(row["rmse"]), row["n"]),
            *(share(row["coverage"]), number(row["interval_score"], 2), row["tested"]),
        )
        for row in found[found["about"].isin(names) & (found["n"] > 0)].to_dict("records")
    ]
    return table(("what", "method", "years ahead", "RMSE", "forecasts", "held (80 %)", "interval score", "of"), rows)


def pace_words(frames: tuple[pd.DataFrame, ...]) -> str:
    """How often a score rose in the year after its pace was negative, or not."""
    rows = []
    for run in frames:
        for at in range(2, run.shape[1] - 1):
            steps = run.iloc[:, : at + 1].dropna().diff(axis=1).iloc[:, 1:]
            after = (run.iloc[:, at + 1] - run.iloc[:, at]).dropna()
            pace = steps.median(axis=1)
            pace = pace[pace.index.isin(after.index)]
            rows.append(pd.DataFrame({"falling": pace < 0, "rose": after.loc[pace.index] > 0}))
    told = pd.concat(rows).groupby("falling")["rose"].agg(["mean", "size"])
    names = {True: "negative pace", False: "pace not negative"}
    said = [f"{names[bool(falling)]}: {share(row['mean'])} of {row['size']:.0f}" for falling, row in told.iterrows()]
    return "rose the year after a " + ", ".join(said)


def rank_words(runs: Runs) -> str:
    found = pd.concat([next_ranks(frames) for frames in runs.values()], ignore_index=True)
    by_year = found.groupby(["year", "rule"])[["inside", "n"]].sum()
    years, rules = sorted(set(found["year"])), list(dict.fromkeys(found["rule"]))

    def held(rows: pd.DataFrame) -> str:
        return share(rows["inside"].sum() / rows["n"].sum())

    lines = [(year, *(held(by_year.loc[[(year, rule)]]) for rule in rules)) for year in years]
    whole = ("all", *(held(found[found["rule"] == rule]) for rule in rules))
    return table(("rank of the year", *rules), [*lines, whole])


def drift_words(runs: Runs) -> str:
    found = pd.concat([rank_backtest(frames).assign(node_code=node) for node, frames in runs.items()])
    whole = found["node_code"] == TOTAL
    rows = []
    for year, at in found.groupby("origin"):
        parts, total = at[at["node_code"] != TOTAL], at[at["node_code"] == TOTAL]
        told = [share(one["inside"].sum() / one["n"].sum()) if len(one) else "–" for one in (parts, total)]
        rows.append((int(str(year)) + 1, *told))
    sums = [
        f"{share(one['inside'].sum() / one['n'].sum())} of {one['n'].sum()}" for one in (found[~whole], found[whole])
    ]
    return table(("rank of the year", "D1–D8", "total"), [*rows, ("all", *sums)])


def noise_words(runs: Runs) -> str:
    rows = []
    for node, frames in runs.items():
        found = panel_noise(yearly_changes(frames), 2024, STEPS)
        if found is not None:
            span = f"{found.years[0] - 1}–{found.years[-1]}"
            rows.append((node, number(found.upper, 2), number(found.settled, 2), span, found.n))
    return table(("node", "upper bound", "without lasting moves", "years", "changes"), rows)


def ways_words(runs: Runs) -> str:
    """The same noise by other ways, and what an independent audit printed."""
    found = by_every_way({node: frames[-1].iloc[:, -STEPS - 1 :] for node, frames in runs.items()})
    rows = [(node, *(number(value, 2) for value in found.loc[node]), number(AUDIT[node], 2)) for node in found.index]
    return table(("node", *WAYS, "audit"), rows)


def chance_words(desk: Desk) -> tuple[str, str, float]:
    found, limits = calibration(desk, INDEX), limits_of(desk)
    rows = [
        (
            f"{row['low'] * 100:.0f}–{row['high'] * 100:.0f} %",
            share(row["said"]),
            share(row["reached"]),
            row["n"],
            row["years"],
            number(row["effective"], 0),
        )
        for row in found.table.to_dict("records")
    ]
    crowded = found.table[found.table["n"] >= 300]
    off = float((crowded["said"] - crowded["reached"]).abs().max())
    lines = table(("chance given", "mean given", "came true", "cases", "years", "worth independent cases"), rows)
    scores = (
        f"Brier score {number(found.brier)}; always saying the overall share would score {number(found.base)}. "
        f"Largest difference in a bin of 300 cases or more: {share(off)}."
    )
    if limits is not None:
        scores += f" Words change at {share(limits.likely)}, {share(limits.possible)} and {share(limits.unlikely)}."
    return lines, scores, off


def truth_words() -> str:
    found = simulated()
    shapes = list(dict.fromkeys(found["shape"]))
    held = {(row["shape"], row["rule"]): row["coverage"] for row in found.to_dict("records")}
    rows = [(shape, share(held[shape, "rank span"]), share(held[shape, "all at once"])) for shape in shapes]
    return table(("true scores", "rank span (90 %)", "all comparisons at once (90 %)"), rows)


def weight_words(desk: Desk) -> str:
    """What another set of weights changes on the base of 34, year by year: each other set against the usual, on the
    total."""
    usual, *others = weight_sets(desk)
    return "\n\n".join(f"«{name}» against «{usual}»:\n\n{_against(desk, usual, name)}" for name in others)


def _against(desk: Desk, usual: str, name: str) -> str:
    equal, other = (way_of(desk, Method.WEIGHTED, one) for one in (usual, name))
    home, rows = desk.catalogue.home, []
    for year in reversed(desk.catalogue.periods(INDEX, TOTAL)):
        asked = Question(INDEX, year)
        one, two = (pro_forma_standing(desk, asked, way=way).table.set_index("entity_id") for way in (equal, other))
        apart = (one["value"] - two["value"].reindex(one.index)).abs().dropna()
        places = (one["rank"] - two["rank"].reindex(one.index)).abs().dropna()
        band = one["high"] - one["low"]
        ours = [number(float(told.get(home, float("nan"))), 2) for told in (apart, band)]
        widest = f"{number(float(apart.max()), 2)} ({short_name(desk, str(apart.idxmax()))})"
        moved = "–" if places.empty else int(places.max())
        rows.append((year, *ours, widest, number(float(band.max()), 2), moved))
    head = ("year", "ours: sets apart", "ours: all weightings span", "widest apart", "widest span", "most places moved")
    return table(head, rows)


def study(desk: Desk) -> tuple[str, pd.DataFrame, float]:
    """The document, the contest, and how far chances are off at most."""
    runs = {node: panel_runs(desk, INDEX, node) for node in nodes_of(desk, INDEX)}
    found = contest(runs)
    chances, scores, off = chance_words(desk)
    parts = (
        "# Study",
        "Written by `make study` from the shipped facts, seeded; do not edit. Methods and formulas are in "
        "[methodology.md](methodology.md). Break declarations in force decide which years may be compared, so these "
        "tables change with them.",
        "## Declared noise\n",
        noise_words(runs),
        "The same by other ways, and what an independent audit printed as an upper bound:\n",
        ways_words(runs),
        "## Ranks: next year against the spans of the year before, at 90 %\n",
        "«rank span» is about the rank without noise, so that next year's measured rank lies outside it more often; "
        "«next survey» is what the next measured rank should lie in.\n",
        rank_words(runs),
        "## Ranks: truths that are known\n",
        "61 provinces, noise 1, 200 worlds each.\n",
        truth_words(),
        "## Projection: the contest\n",
        "Rolling origin, three comparable years behind it, only what was known then, nothing across a break. Bands by "
        "conformal errors in blocks of origin years; «of» counts the forecasts for which such a band could have been "
        "given at the time. Forecasts of one year share that year's weather, so their number overstates what is "
        "known.\n",
        contest_words(found),
        "## Chances of reaching a target\n",
        "Seven targets were tried on each forecast and all provinces of a year share its weather, so that cases "
        "overlap: the last column says how many independent ones would leave the share as unsure as its scatter "
        "between years does.\n",
        chances,
        scores,
        "## Why the pace gives no verdict\n",
        f"Total: {pace_words(runs[TOTAL])}.",
        "## 63 → 34: what weights change\n",
        "PAPI total: each other shipped set against equal weights, and the span over all weightings.\n",
        weight_words(desk),
        "## Planner: ranks while the others move, at 80 %\n",
        drift_words(runs),
    )
    return "\n\n".join(part.strip("\n") for part in parts) + "\n", found, off


def best(found: pd.DataFrame) -> str:
    """The method with the smallest interval score over everything that could be tested."""
    rows = found[(found["about"] == "all") & (found["tested"] > 0)]
    weighted = (rows["interval_score"] * rows["tested"]).groupby(rows["method"]).sum()
    return str((weighted / rows.groupby("method")["tested"].sum()).idxmin())


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office.open(load_settings({"CCHC_DATA_DIR": str(Path(folder) / "data"), "CCHC_KEY_FILE": ""}))
        try:
            reference.prepare(office)
            words, found, off = study(Desk.at(office, LOCAL_OPERATOR))
        finally:
            office.close()
    DOCUMENT.write_text(words, encoding="utf-8")
    TABLE.parent.mkdir(exist_ok=True)
    found.round(6).to_csv(TABLE, index=False, lineterminator="\n")
    print(words)
    if best(found) != PROJECTED or off > MOST_OFF:
        sys.exit(f"in use {PROJECTED}, best {best(found)}; chances off by at most {off:.3f}")


if __name__ == "__main__":
    main()
