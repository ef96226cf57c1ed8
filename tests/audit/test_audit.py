"""Every figure against a second way of computing it; a seeded sample in each run, everything in ``make study``."""

import ast
import io
import itertools
import os
import random
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

from cchc_metrics.metrics.lineage import Method
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.indices.lineage import pro_forma_standing, way_of
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.indices.why import Case, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.planning.field import Place, plan_field
from cchc_metrics.services.planning.plan import Cap, GoalKind, PlanGoal, Terms, plan_on
from cchc_metrics.services.reporting.consolidated import consolidate
from cchc_metrics.views.explore.file import file_of
from tests.audit import recompute
from tests.audit.recompute import Scores
from tests.reporting_office import PERIOD, at

EVERYTHING = os.environ.get("CCHC_AUDIT", "")  # 1: everything; 2/3: the second third of it
YEARS = tuple(str(year) for year in range(2011, 2025))
DIMENSIONS = tuple(f"D{number}" for number in range(1, 9))


def sampled(cases: Iterable[tuple[str, ...]], count: int) -> list[tuple[str, ...]]:
    """All cases of a full audit, or its share of them, else so many, always the same."""
    known = sorted(cases)
    if not EVERYTHING:
        return random.Random(20250701).sample(known, min(count, len(known)))
    piece, _, pieces = EVERYTHING.partition("/")
    return known[int(piece) - 1 :: int(pieces or 1)]


def values_of(scores: Scores, index: str, year: str, node: str) -> dict[str, int]:
    return scores.get((index, year, node), {})


def held(raw: pd.DataFrame, index: str) -> list[tuple[str, ...]]:
    rows = raw[(raw["index"] == index) & raw["value"].notna()]
    return sorted(set(zip(rows["year"], rows["node"], strict=True)))


def of_unit(value: float) -> int:
    return round(value * recompute.UNIT)


def test_the_second_way_imports_nothing_of_the_product() -> None:
    tree = ast.parse(Path(recompute.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= {"collections", "decimal", "pathlib", "numpy", "pandas", "scipy"}


def test_every_ranking_and_every_group(shipped: Desk, raw: pd.DataFrame, scores: Scores) -> None:
    for year, node in sampled(held(raw, "PAPI"), 12):
        values = values_of(scores, "PAPI", year, node)
        found = standing(shipped, Question("PAPI", year, node))
        ours = {row["entity_id"]: row for row in found.table.to_dict("records") if not pd.isna(row["value"])}
        assert {entity: of_unit(row["value"]) for entity, row in ours.items()} == values, (year, node)
        if len(values) < recompute.COVERED * recompute.BASE:
            assert all(pd.isna(row["rank"]) for row in ours.values()), (year, node)
            continue
        assert {entity: row["rank"] for entity, row in ours.items()} == recompute.ranks(values), (year, node)
        assert {row["n_ranked"] for row in ours.values()} == {len(values)}
        if node in (*DIMENSIONS, "TOTAL"):
            assert {entity: row["quartile"] for entity, row in ours.items()} == recompute.quartiles(values), (
                year,
                node,
            )


def test_every_printed_score_and_rank_of_the_other_indices(shipped: Desk, raw: pd.DataFrame, scores: Scores) -> None:
    for index in ("PAR INDEX", "SIPAS"):
        for year, node in sampled(held(raw, index), 6):
            values = values_of(scores, index, year, node)
            table = standing(shipped, Question(index, year, node)).table
            ours = {e: of_unit(v) for e, v in zip(table["entity_id"], table["value"], strict=True) if not pd.isna(v)}
            assert ours == values, (index, year, node)


def test_every_change_that_is_told_is_the_difference_of_two_scores_without_a_declared_break(
    shipped: Desk, raw: pd.DataFrame, scores: Scores, folder: Path
) -> None:
    breaks = recompute.declared_breaks(folder)
    entities = sorted(set(raw["entity"]))
    nodes = sampled([(node,) for node in sorted({node for _, node in held(raw, "PAPI")})], 5)
    for (node,) in nodes:
        values = {year: values_of(scores, "PAPI", year, node) for year in YEARS}
        history = series(shipped, "PAPI", entities, node).history
        told = history[history["change"].notna()]
        for row in told.to_dict("records"):
            year, entity = row["period_id"], row["entity_id"]
            before = str(int(year) - 1)
            assert of_unit(row["change"]) == values[year][entity] - values[before][entity], (node, year, entity)
            assert ("PAPI", node, before, year) not in breaks, (node, year)


def test_every_change_taken_apart_is_made_of_its_parts(shipped: Desk, raw: pd.DataFrame, scores: Scores) -> None:
    cases = [(e, year) for e in sorted(set(raw["entity"])) for year in YEARS[1:]]
    for entity, year in sampled(cases, 25):
        before = str(int(year) - 1)
        found = why(shipped, WhyQuestion("PAPI", entity, before, year))
        whole = [values_of(scores, "PAPI", one, "TOTAL").get(entity) for one in (before, year)]
        if found.case is not Case.PARTS or whole[0] is None or whole[1] is None:
            continue
        assert of_unit(found.delta or 0.0) == whole[1] - whole[0], (entity, year)
        lines = found.parts[found.parts["node_code"].isin(DIMENSIONS) & found.parts["delta"].notna()]
        for row in lines[~lines["broken"].astype(bool)].to_dict("records"):
            parts = [values_of(scores, "PAPI", one, row["node_code"])[entity] for one in (before, year)]
            assert of_unit(row["delta"]) == parts[1] - parts[0], (entity, year, row["node_code"])
        told = found.parts.loc[found.parts["node_code"] != "TOTAL", "delta"].dropna()
        assert abs(sum(map(of_unit, told)) - (whole[1] - whole[0])) <= len(told), (entity, year)


def test_every_plan_is_the_optimum_of_an_independent_solver(shipped: Desk, raw: pd.DataFrame, scores: Scores) -> None:
    places = [(entity, year) for entity in sorted(set(raw["entity"])) for year in ("2018", "2022", "2024")]
    for entity, year in sampled(places, 4):
        field = plan_field(shipped, Place("PAPI", year, entity))
        if field.problem:
            continue
        totals, parts = values_of(scores, "PAPI", year, "TOTAL"), Parts.of(scores, entity, year)
        others = sorted((value for one, value in totals.items() if one != entity), reverse=True)
        for rank in (1, 5, 20):
            need = max(0, others[rank - 1] - totals[entity])
            goal = PlanGoal(GoalKind.RANK, rank=rank)
            for cap, step in itertools.product(Cap, (0, recompute.UNIT // 20)):
                least = recompute.least_total(parts.rooms(cap), need, step)
                found = plan_on(shipped, field, goal, Terms(cap=cap, step=step / recompute.UNIT))
                assert found.feasible == (least is not None), (entity, year, rank, cap, step)
                if least is None:
                    continue
                assert abs(of_unit(found.total_gain) - least) <= 1, (entity, year, rank, cap, step)
                for move in found.moves:
                    changes = parts.rises[move.node]
                    times = int((changes >= of_unit(move.gain)).sum())
                    assert (move.times, move.of) == (times, len(changes)), (entity, year, move.node)


@dataclass(frozen=True)
class Parts:
    """The dimensions of one province in one year: own scores, the best, and all past yearly changes; exact."""

    own: dict[str, int]
    best: dict[str, int]
    rises: dict[str, np.ndarray]

    @staticmethod
    def of(scores: Scores, entity: str, year: str) -> "Parts":
        held = {d: values_of(scores, "PAPI", year, d) for d in DIMENSIONS if values_of(scores, "PAPI", year, d)}
        return Parts(
            {d: values[entity] for d, values in held.items()},
            {d: max(values.values()) for d, values in held.items()},
            {d: recompute.rises(scores, d, year) for d in held},
        )

    def rooms(self, cap: Cap) -> list[int]:
        most = 10 * recompute.UNIT
        tops = {Cap.BEST: self.best, Cap.MAXIMUM: dict.fromkeys(self.own, most)}
        if cap not in tops:
            reach = {d: recompute.attainable(self.rises[d], own, most) for d, own in self.own.items()}
            tops[cap] = {d: self.best[d] if top is None else top for d, top in reach.items()}
        return [max(0, tops[cap][d] - own) for d, own in self.own.items()]


def test_every_band_of_a_trend_is_the_middle_half_of_the_provinces(
    shipped: Desk, raw: pd.DataFrame, scores: Scores
) -> None:
    for (node,) in sampled([(node,) for node in sorted({node for _, node in held(raw, "PAPI")})], 6):
        told = series(shipped, "PAPI", [], node).band.set_index("period_id")
        for year in YEARS:
            values = values_of(scores, "PAPI", year, node)
            if len(values) < recompute.COVERED * recompute.BASE:
                assert year not in told.index, (node, year)
                continue
            mean, low, high = recompute.band(values)
            ours = [of_unit(told.loc[year, name]) for name in ("mean", "q25", "q75")]
            assert [abs(one - other) <= 1 for one, other in zip(ours, (mean, low, high), strict=True)] == [True] * 3
            assert int(told.loc[year, "n"]) == len(values)


def test_every_sum_over_units_is_the_sum_of_what_they_reported(own: Office) -> None:
    desk = at(own)
    rows = desk.facts(UNIT_REPORTS, {"period_id": [PERIOD]})
    rows = rows[(rows["part"] == "value") & (rows["state"] == "value") & rows["value"].notna()]
    met = 0
    for figure in consolidate(desk, PERIOD).figures:
        mine = rows[(rows["code"] == figure.metric.code) & rows["unit_id"].isin(figure.owing)]
        reported = [Decimal(repr(value)) for value in mine["value"]]
        if figure.metric.rule.across_units == "sum" and reported and figure.value is not None:
            assert Decimal(figure.value.numerator) / figure.value.denominator == sum(reported), figure.metric.code
            assert len(figure.units) == len(reported)
            met += 1
    assert met > 20


def test_every_estimate_of_the_34_is_the_plain_mean_between_its_lowest_and_highest(
    shipped: Desk, raw: pd.DataFrame, scores: Scores, folder: Path
) -> None:
    made_of = recompute.mergers(folder)
    equal = way_of(shipped, Method.WEIGHTED, "Bằng nhau")
    for year, node in sampled([(y, n) for y, n in held(raw, "PAPI") if n in (*DIMENSIONS, "TOTAL")], 6):
        values = values_of(scores, "PAPI", year, node)
        table = pro_forma_standing(shipped, Question("PAPI", year, node), way=equal).table.set_index("entity_id")
        known = {s: recompute.merged(values, parts) for s, parts in made_of.items()}
        for successor, figures in known.items():
            if figures is None:
                assert pd.isna(table.loc[successor, "value"]), (year, node, successor)
                continue
            mean, low, high = figures
            assert abs(of_unit(float(table.loc[successor, "value"])) - mean) <= 1, (year, node, successor)
            ends = of_unit(float(table.loc[successor, "low"])), of_unit(float(table.loc[successor, "high"]))
            assert ends == (low, high), (year, node, successor)
        means = {s: int(figures[0]) for s, figures in known.items() if figures is not None}
        if len(means) >= recompute.COVERED * 34:
            ours = table["rank"].dropna().astype(int).to_dict()
            assert ours == recompute.ranks(means), (year, node)
            reach = recompute.reachable_ranks({s: figures[1:] for s, figures in known.items() if figures is not None})
            told = table[["rank_best", "rank_worst"]].dropna().astype(int)
            assert {str(one): (row["rank_best"], row["rank_worst"]) for one, row in told.iterrows()} == reach


def test_the_exported_table_holds_the_raw_figures(shipped: Desk, raw: pd.DataFrame) -> None:
    for (year,) in sampled([(year,) for year in YEARS], 2):
        book = openpyxl.load_workbook(io.BytesIO(file_of(shipped, Query(indices=("PAPI",), periods=(year,)), "xlsx")))
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        start = next(place for place, row in enumerate(rows) if "Mã tiêu chí" in row)
        head = rows[start]
        at = {name: head.index(name) for name in ("Mã đơn vị", "Mã tiêu chí")}
        score = next(
            place
            for place, name in enumerate(head)
            if name and str(name).startswith("Điểm") and place > at["Mã tiêu chí"]
        )
        ours = {
            (row[at["Mã đơn vị"]], row[at["Mã tiêu chí"]]): of_unit(row[score])
            for row in rows[start + 1 :]
            if isinstance(row[score], int | float)
        }
        own = raw[(raw["index"] == "PAPI") & (raw["year"] == year) & raw["value"].notna()]
        expected = {(e, n): int(v) for e, n, v in zip(own["entity"], own["node"], own["value"], strict=True)}
        assert {key: value for key, value in ours.items() if str(key[0]).startswith("P63")} == expected
