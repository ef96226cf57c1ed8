"""Parquet through the way of every file: what the product wrote comes back, and every cell is told."""

import io
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import speaking
from cchc_metrics.model import ImportPlan, Severity
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, SCORES, TARGETS, Kind
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.cells import file_cells
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.explore.file import download


def parquet(columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def of_store(office: Office, kind: Kind, **where: Any) -> bytes:
    """Facts as ``dump`` writes them."""
    out = io.BytesIO()
    office.store.facts(kind, where or None, provenance=True).to_parquet(out, index=False)
    return out.getvalue()


def planned(office: Office, data: bytes, kind: str | None = None) -> ImportPlan:
    return intake.plan(office, LOCAL_OPERATOR, "diem.parquet", data, kind)


def errors(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in plan.findings if one.severity is Severity.ERROR]


@pytest.mark.parametrize("spoken", ["vi", "en"])
def test_a_download_comes_back_as_it_was(shipped: Desk, spoken: str) -> None:
    """Values, states, published ranks: all of every index, withheld and exempt ones among them."""
    for index in ("PAPI", "SIPAS"):
        query = Query(indices=(index,), periods=("2022", "2024"))
        with speaking(spoken):
            file = download(shipped, query, "parquet")
        plan = planned(shipped.office, file.data)
        assert not errors(plan)
        assert plan.kind == SCORES.name
        assert (plan.counts.added, plan.counts.changed, plan.counts.unchanged) == (0, 0, file.rows)


@pytest.mark.parametrize("kind", [SCORES, TARGETS, ENTITIES, FRAMEWORKS])
def test_a_dump_comes_back_as_it_was(shipped_office: Office, kind: Kind) -> None:
    where = {"index_code": ["PAPI"], "period_id": ["2021", "2024"]} if kind is SCORES else {}
    data = of_store(shipped_office, kind, **where)
    held = shipped_office.store.facts(kind, where or None)
    if held.empty:
        pytest.skip("nothing of this kind ships")
    plan = planned(shipped_office, data)
    assert not errors(plan)
    assert plan.kind == kind.name
    assert (plan.counts.added, plan.counts.changed, plan.counts.unchanged) == (0, 0, len(held))


def test_each_fact_bears_its_row_and_column_and_the_file_is_kept(own: Office) -> None:
    data = parquet(
        {
            "Bộ chỉ số": ["PAPI"] * 3,
            "Kỳ": [2024] * 3,
            "Mã đơn vị": ["P63-45", "P63-44", "P63-46"],
            "Mã tiêu chí": ["D1"] * 3,
            "Loại điểm": ["self"] * 3,
            "Ghi chú": [None, "x", None],
            "Điểm": [4.5, None, 5.25],
        }
    )
    plan = planned(own, data)
    assert [(one.code, one.sheet, one.cell) for one in plan.findings if one.severity is Severity.ERROR] == [
        ("value_empty", "diem", "G3")
    ]
    table = pq.read_table(io.BytesIO(data)).to_pandas()
    table.loc[1, "Điểm"] = 5.0
    entry = storing.commit(own, LOCAL_OPERATOR, planned(own, parquet(table)), "thử").entry
    assert entry is not None
    stored = own.store.facts(SCORES, {"period_id": ["2024"], "score_kind": ["self"]}, provenance=True)
    told = stored.set_index("entity_id")[["upload_seq", "sheet_no", "row_no", "col_no", "value"]]
    assert told.loc["P63-44"].tolist() == [entry.seq, 1, 3, 7, 5.0]
    assert told.loc["P63-46"].tolist() == [entry.seq, 1, 4, 7, 5.25]
    assert own.store.original(entry.seq) == ("diem.parquet", parquet(table))


def test_a_filled_column_that_nobody_reads_is_told(shipped_office: Office) -> None:
    columns = {
        "index_code": ["PAPI"], "period_id": ["2024"], "entity_id": ["P63-45"], "node_code": ["D1"],
        "value": [4.5], "score_kind": ["self"], "diem_cu": [4.25], "trong": pa.nulls(1, pa.string()),
    }  # fmt: skip
    plan = planned(shipped_office, parquet(columns))
    told = {one.value: one for one in plan.findings}
    assert told["diem_cu"].severity is Severity.WARNING
    assert (told["diem_cu"].cell, told["trong"].severity) == ("G1", Severity.INFO)


def test_a_state_beside_a_number_and_a_count_beside_no_rank_are_told(shipped_office: Office) -> None:
    columns = {
        "index_code": ["PAPI"] * 2, "period_id": ["2024"] * 2, "entity_id": ["P63-45", "P63-44"],
        "node_code": ["D1"] * 2, "value": [4.5, 4.0], "score_kind": ["self"] * 2, "state": ["na", "value"],
        "published_rank": pa.array([None, 3], pa.int32()), "rank_out_of": pa.array([61, 61], pa.int32()),
    }  # fmt: skip
    plan = planned(shipped_office, parquet(columns))
    told = [(one.sheet, one.cell, one.message) for one in plan.findings]
    assert any("state" in message for _, _, message in told)
    assert any("rank_out_of" in message for _, _, message in told)
    ranks = plan.changes.set_index("entity_id")[["published_rank", "rank_out_of"]]
    assert ranks.loc["P63-44"].tolist() == [3, 61]


def test_the_screen_shows_the_cells_and_the_marked_copy_can_be_sent_in(shipped_office: Office) -> None:
    columns = {
        "index_code": ["PAPI"] * 2, "period_id": ["2024"] * 2, "entity_id": ["P63-45", "P63-44"],
        "node_code": ["D1"] * 2, "value": [4.5, 400.0], "score_kind": ["self"] * 2,
    }  # fmt: skip
    plan = planned(shipped_office, parquet(columns))
    assert [code for code, _ in errors(plan)] == ["score_above_max"]
    cells = file_cells(shipped_office, LOCAL_OPERATOR, plan)
    assert cells is not None
    assert cells.sheets[0].text(1, 5) == "Điểm"
    copy = intake.annotated(shipped_office, LOCAL_OPERATOR, plan)
    again = intake.plan(shipped_office, LOCAL_OPERATOR, copy.name, copy.data)
    assert [code for code, _ in errors(again)] == ["score_above_max"]
    # The list of findings is a sheet before it.
    assert again.changes.drop(columns="sheet_no").equals(plan.changes.drop(columns="sheet_no"))


def test_a_file_that_cannot_be_read_is_a_plan_that_says_why(shipped_office: Office) -> None:
    plan = planned(shipped_office, parquet({"a": pa.array([[1]])}))
    assert [one.code for one in plan.findings] == ["unreadable_file"]
    assert "«a»" in plan.findings[0].message
    assert isinstance(plan.changes, pd.DataFrame)
    assert plan.changes.empty
