"""An office of up to forty million scores, and what its questions cost: ``python -m tests.bench.scale [rows …]``.

34 provinces and 3,321 communes, 300 parts, ten years of three reports and a result: 40,260,000 scores. Smaller offices
have fewer communes, then fewer parts. They are built by the store's own commits, a period at a time, in a folder that
is deleted. All names and figures are made up here and go nowhere.
"""

import io
import resource
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.model import ChangeCounts, ImportPlan, RowCounts
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, SCORES, TARGETS, Kind
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.indices.lost import LostFilters, lost
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.standing import standing, target_of
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.storage.reads import _PANDAS
from cchc_metrics.views.explore.file import file_of
from cchc_metrics.views.explore.page import ExploreFilters, page

INDEX, FRAMEWORK, HOME = "ĐO", "Bộ đo", "P34-44"
YEARS = range(2016, 2026)
WINDOWS = ("-Q1", "-6M", "-Q3", "")
PERIODS = [f"{year}{window}" for year in YEARS for window in WINDOWS]
PROVINCES, COMMUNES, PARTS = 34, 3_321, 300
SIZES = (10_000, 100_000, 1_000_000, 4_000_000, 40_000_000)


@dataclass(frozen=True, slots=True)
class Shape:
    """How many entities and parts an office has; every part of every entity has a score in each of forty periods."""

    entities: int
    parts: int

    @staticmethod
    def of(rows: int) -> "Shape":
        """The office with about so many scores: communes first, then parts are left out."""
        each = rows / len(PERIODS)
        if each >= PROVINCES * PARTS:
            return Shape(min(PROVINCES + COMMUNES, round(each / PARTS)), PARTS)
        return Shape(PROVINCES, max(2, round(each / PROVINCES)))

    @property
    def scores(self) -> int:
        return self.entities * self.parts * len(PERIODS)


def codes(parts: int) -> list[str]:
    """The total, its fields, and the parts of the fields."""
    fields = max(1, min(10, (parts - 1) // 3))
    below = [f"{1 + at % fields}.{1 + at // fields}" for at in range(parts - 1 - fields)]
    return ["TOTAL", *(str(1 + at) for at in range(fields)), *below]


def entity_ids(count: int) -> list[str]:
    """The shipped provinces of today, then communes that are made up."""
    return [*(f"X34-{at:05}" for at in range(1, count - PROVINCES + 1))]


def plan_of(kind: Kind, columns: dict[str, object], rows: int, base: int) -> ImportPlan:
    """New facts as a plan; columns that are not given are empty, one text stands for all rows."""
    names = [*kind.grain_names, *kind.value_names, "upload_seq", "sheet_no", "row_no", "col_no"]
    full = {"op": "add", "sheet_no": 1, "row_no": pa.array(np.arange(2, rows + 2, dtype="int32")), "col_no": 8}
    full |= columns
    table = pa.table({name: _column(full.get(name), rows) for name in ("op", *names)})
    changes = table.to_pandas(types_mapper=_PANDAS.get)
    counts = RowCounts(rows, rows, 0, 0)
    return ImportPlan(
        f"{kind.name}-{base}", kind.name, f"{kind.name}.xlsx", b"", base, counts, ChangeCounts(added=rows), (),
        changes, changes.iloc[:0], changes.iloc[:0],
    )  # fmt: skip


def _column(value: object, rows: int) -> pa.Array:
    if isinstance(value, pa.Array | pa.ChunkedArray):
        return value
    if isinstance(value, list | np.ndarray):
        return pa.array(value)
    return pa.nulls(rows, pa.string()) if value is None else pa.repeat(pa.scalar(value), rows)


def commit(office: Office, kind: Kind, columns: dict[str, object], rows: int) -> None:
    storing.commit(office, LOCAL_OPERATOR, plan_of(kind, columns, rows, office.version), "đo")


class Filled:
    """An office of a size, being filled: shipped facts, communes, one framework, then a period at a time."""

    def __init__(self, folder: Path, shape: Shape) -> None:
        self.shape, self.folder = shape, folder
        settings = load_settings({"CCHC_MAX_PARQUET_ROWS": "1500000"})
        self.office = Office.open(replace(settings, data_dir=folder))
        reference.prepare(self.office)
        provinces = self.office.store.facts(ENTITIES, {"entity_type": ["province"], "era": ["34"]})
        communes = entity_ids(shape.entities)
        if communes:
            columns = {
                "entity_id": communes, "entity_type": "commune", "era": "34", "code": [c[4:] for c in communes],
                "name": [f"Xã đo {c[4:]}" for c in communes], "display_name": [f"Xã đo {c[4:]}" for c in communes],
            }  # fmt: skip
            commit(self.office, ENTITIES, columns, len(communes))
        self.entities = [*provinces["entity_id"], *communes]
        self.parts = codes(shape.parts)
        self._framework()
        rng = np.random.default_rng(7)
        self._level = rng.uniform(0.4, 0.8, len(self.entities))
        self._tilt = rng.uniform(-0.1, 0.1, (len(self.parts), len(self.entities)))
        self._rng = rng
        self.commits: list[float] = []

    def _framework(self) -> None:
        parents = [None if code == "TOTAL" else code.split(".")[0] if "." in code else "TOTAL" for code in self.parts]
        self.maxima = np.array([100.0 if code == "TOTAL" else 10.0 if "." not in code else 0.5 for code in self.parts])
        columns = {
            "index_code": INDEX, "framework_id": FRAMEWORK, "node_code": self.parts, "parent_code": parents,
            "name": [f"Phần {code}" for code in self.parts], "max_score": pa.array(self.maxima), "unit": "điểm",
            "year_from": pa.array([2000] * len(self.parts), pa.int32()),
        }  # fmt: skip
        commit(self.office, FRAMEWORKS, columns, len(self.parts))

    def scores(self, period: str) -> tuple[dict[str, object], int]:
        """One period: every part of every entity."""
        count, parts = len(self.entities), len(self.parts)
        share = self._level + self._tilt + self._rng.normal(0, 0.02, (parts, count))
        values = np.round(np.clip(share, 0, 1) * self.maxima[:, None], 4).ravel()
        columns: dict[str, object] = {
            "entity_id": pa.array(np.tile(np.array(self.entities, dtype=object), parts)),
            "node_code": pa.array(np.repeat(np.array(self.parts, dtype=object), count)),
            "max_score": pa.array(np.repeat(self.maxima, count)),
            "value": pa.array(values),
            "index_code": INDEX, "period_id": period, "score_kind": "published", "state": "value",
            "framework_id": FRAMEWORK, "source": "Số liệu đo, tự sinh",
        }  # fmt: skip
        return columns, count * parts

    def fill(self, periods: Sequence[str]) -> None:
        for period in periods:
            columns, rows = self.scores(period)
            plan = plan_of(SCORES, columns, rows, self.office.version)
            began = time.process_time()
            storing.commit(self.office, LOCAL_OPERATOR, plan, "đo")
            self.commits.append(time.process_time() - began)
        targets = {
            "entity_id": HOME, "index_code": INDEX, "node_code": self.parts, "period_id": PERIODS[-1],
            "target_kind": "value", "value": pa.array(self.maxima * 0.9), "legal_basis": "Số liệu đo",
        }  # fmt: skip
        if len(periods) == len(PERIODS):
            commit(self.office, TARGETS, targets, len(self.parts))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processor."""

    wall: float
    cpu: float


def cost_of(question: Callable[[], object]) -> Cost:
    wall, cpu = time.perf_counter(), _processor()
    question()
    return Cost(time.perf_counter() - wall, _processor() - cpu)


def _processor() -> float:
    """Of this process and of those it started and waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def median_of(questions: Sequence[Callable[[], object]]) -> Cost:
    """The median of questions none of which was asked before."""
    costs = [cost_of(question) for question in questions]
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def questions(filled: Filled) -> Iterator[tuple[str, Cost]]:
    """What is asked of a freshly opened desk, in this order."""
    office, parts = filled.office, filled.parts
    years = [str(year) for year in YEARS]
    holder: list[Desk] = []
    yield "desk, first of a version", cost_of(lambda: holder.append(Desk.at(office, LOCAL_OPERATOR)))
    desk = holder[0]
    asked = [(parts[(at * 7 + 1) % len(parts)], years[-1 - at % 5]) for at in range(21)]
    asked = list(dict.fromkeys(asked))

    def ranking(node: str, year: str) -> None:
        found = standing(desk, Question(INDEX, year, node))
        if len(found.table) < PROVINCES or found.previous_period is None:
            raise RuntimeError("the ranking lacks provinces or its year before")
        target_of(desk, Question(INDEX, year, node), HOME)

    yield "ranking, the first", cost_of(lambda: ranking("TOTAL", years[-1]))
    yield "ranking with previous rank and target", median_of([lambda a=a: ranking(*a) for a in asked])
    fresh = [parts[(at * 11 + 3) % len(parts)] for at in range(15)]
    yield "one trend", median_of([lambda n=n: series(desk, INDEX, [HOME], n) for n in dict.fromkeys(fresh)])
    whose = filled.entities[5:26]
    few = [LostFilters(INDEX, years[-1 - at % 3], one, leaves=True) for at, one in enumerate(whose)]
    yield "top-20 shortfalls", median_of([lambda f=f: lost(desk, f).parts.head(20) for f in few])
    most = max(1, round(100_000 / len(filled.entities)))
    query = Query(indices=(INDEX,), periods=(PERIODS[-1],), nodes=tuple(parts[:most]))
    yield "explore, a page of the filter", cost_of(lambda: page(desk, ExploreFilters(query)))
    yield "explore, a page of all", cost_of(lambda: page(desk, ExploreFilters(Query())))
    for form in ("csv", "parquet", "xlsx"):
        yield f"export, {form}", cost_of(lambda form=form: file_of(desk, query, form))


def quarter(filled: Filled) -> Iterator[tuple[str, Cost]]:
    """One more period as a Parquet file, taken back, and again as workbooks of 100,000 rows; the sums over all facts;
    and what a ranking takes while a period is stored."""
    office = filled.office
    columns, rows = filled.scores("2026-Q1")
    table = _of_template(columns, "2026-Q1", rows)
    yield (
        f"one more period of {rows:,} scores from Parquet, read and checked",
        (checked := _Checked(office, table)).cost,
    )
    yield "the same, stored", checked.stored()
    yield "its undo", cost_of(lambda: storing.undo(office, LOCAL_OPERATOR, office.version, "đo"))
    parts = filled.parts
    yield "desk and ranking, the first after it", cost_of(lambda: _standing(office, parts[1]))
    yield "checksum of all facts", cost_of(office.store.checksum)
    whole, count = [Cost(0, 0), Cost(0, 0)], 0
    for part in _in_parts(table, len(filled.entities), 100_000):
        checked = _Checked(office, part, workbook=True)
        whole = [_sum(whole[0], checked.cost), _sum(whole[1], checked.stored())]
        count += 1
    yield f"as {count} workbooks, read and checked", whole[0]
    yield "the same, stored", whole[1]
    later, rows = filled.scores("2026-6M")
    checked = _Checked(office, _of_template(later, "2026-6M", rows))
    yield (
        "a ranking, nobody stores",
        median_of([lambda at=at: _standing(office, parts[at % len(parts)]) for at in range(30)]),
    )
    during: list[Cost] = []
    storer = threading.Thread(target=checked.stored)
    storer.start()
    while storer.is_alive():
        during.append(cost_of(lambda: _standing(office, parts[len(during) * 7 % len(parts)])))
    median = statistics.median(one.wall for one in during)
    yield f"a ranking while {rows:,} scores are stored ({len(during)} asked)", Cost(median, 0)


def _standing(office: Office, node: str) -> None:
    """A ranking that nobody asked for before, at the present desk."""
    desk = Desk.at(office, LOCAL_OPERATOR)
    standing.__wrapped__(desk, Question(INDEX, str(YEARS[-1]), node))  # type: ignore[attr-defined]


def _sum(one: Cost, two: Cost) -> Cost:
    return Cost(one.wall + two.wall, one.cpu + two.cpu)


class _Checked:
    """A file of scores, read and checked: what that took, and then what storing it takes."""

    def __init__(self, office: Office, table: pa.Table, *, workbook: bool = False) -> None:
        self._office = office
        name, data = ("do.xlsx", _as_workbook(table)) if workbook else ("do.parquet", _as_parquet(table))
        self._plans: list[ImportPlan] = []
        self.cost = cost_of(lambda: self._plans.append(intake.plan(office, LOCAL_OPERATOR, name, data, SCORES.name)))
        if self._plans[0].rejected or self._plans[0].counts.added != table.num_rows:
            raise RuntimeError(f"{self._plans[0].findings[:3]}")

    def stored(self) -> Cost:
        return cost_of(lambda: storing.commit(self._office, LOCAL_OPERATOR, self._plans[0], "đo"))


def _of_template(columns: dict[str, object], period: str, rows: int) -> pa.Table:
    """One period under the headers of the template."""
    told = {"Mã đơn vị": "entity_id", "Mã tiêu chí": "node_code", "Điểm": "value"}
    said = {"Bộ chỉ số": INDEX, "Kỳ": period}
    return pa.table(
        {name: pa.repeat(one, rows) for name, one in said.items()} | {k: columns[v] for k, v in told.items()}
    )


def _in_parts(table: pa.Table, whole: int, most: int) -> Iterator[pa.Table]:
    """Whole criteria, at most so many rows each."""
    size = max(1, most // whole) * whole
    return (table.slice(at, size) for at in range(0, table.num_rows, size))


def _as_parquet(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _as_workbook(table: pa.Table) -> bytes:
    frame = table.to_pandas()
    kinds = {"Điểm": "number"}
    columns = [workbooks.ExportColumn(name, name, kinds.get(name, "text")) for name in frame]  # type: ignore[arg-type]
    return workbooks.export_table(frame, columns, workbooks.ExportInfo("Số liệu đo", datetime(2026, 1, 1)))


def measure(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """Each size in a folder of its own."""
    for rows in sizes:
        folder = Path(tempfile.mkdtemp(prefix="cchc-scale-"))
        try:
            yield from _measured(folder / "office", Shape.of(rows))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _measured(folder: Path, shape: Shape) -> Iterator[str]:
    yield f"{shape.scores:,} scores: {shape.entities:,} entities × {shape.parts} parts × {len(PERIODS)} periods"
    filled = Filled(folder, shape)
    filled.fill(PERIODS)
    each = f"{filled.commits[0]:.2f} s the first period, {filled.commits[-1]:.2f} s the last"
    yield f"  filled: {sum(filled.commits):.1f} s of processor time ({each}); {_most()} MB at most"
    archive = sum(file.stat().st_size for file in filled.office.settings.archive.glob("*"))
    yield f"  file {_mb(filled.office.settings.database.stat().st_size)} MB, archive {_mb(archive)} MB"
    settings = filled.office.settings
    filled.office.close()
    holder: list[Office] = []
    cost = cost_of(lambda: holder.append(Office.open(settings)))
    filled.office = holder[0]
    yield f"  open: {cost.wall:.2f} s ({cost.cpu:.2f} s of processor time)"
    for name, cost in questions(filled):
        yield f"  {name}: {cost.wall * 1000:.0f} ms ({cost.cpu * 1000:.0f} ms of processor time)"
    for name, cost in quarter(filled):
        yield f"  {name}: {cost.wall:.2f} s ({cost.cpu:.2f} s of processor time)"
    yield f"  memory at most: {_most()} MB"
    filled.office.close()


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _mb(size: int) -> int:
    return round(size / 1_000_000)


if __name__ == "__main__":
    for line in measure([int(one) for one in sys.argv[1:]] or SIZES):
        print(line, flush=True)
