"""Any figure leads to its file, sheet and cell, and keeps every value it ever had."""

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.charts.views import TableView
from cchc_metrics.schema import SCORES
from cchc_metrics.services import intake
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.office import Office
from cchc_metrics.services.origin_view import OriginFilters, OriginView, origin_view
from tests.integration.test_intake_path import score, workbook

D1 = OriginFilters("PAPI", "2024", "D1", "P63-45", "published")


def view(office: Office, asked: OriginFilters = D1) -> OriginView:
    return origin_view(Desk.at(office, LOCAL_OPERATOR), asked)


def upload(office: Office, value: str, name: str) -> int:
    """Store a correction of D1; returns its number."""
    plan = intake.plan(office, LOCAL_OPERATOR, name, workbook([score(value)]))
    entry = intake.commit(office, LOCAL_OPERATOR, plan, "đính chính").entry
    assert entry is not None
    return entry.seq


def column(table: TableView, header: str) -> list[str]:
    """One column of the table of versions."""
    place = [c.header for c in table.columns].index(header)
    return [row.cells[place] for row in table.rows]


def test_a_shipped_figure_leads_to_its_row_in_the_shipped_file(stocked: Office) -> None:
    found = view(stocked)
    assert found.upload is not None
    assert found.table is not None
    name, data = stocked.store.original(found.upload)
    assert name == found.file_name == "papi_dimension.csv"
    cell = column(found.table, "Ô")[0]
    line = data.decode("utf-8-sig").splitlines()[int(cell.rsplit("H", 1)[1]) - 1]
    value = stocked.store.facts(SCORES, {"entity_id": ["P63-45"], "node_code": ["D1"], "period_id": ["2024"]})
    assert f"{value['value'].iloc[0]:.6f}".replace(".", ",") in line
    assert "P63-45" in line


def test_a_correction_shows_old_and_new_with_their_dates(stocked: Office) -> None:
    before = view(stocked).table
    assert before is not None
    seq = upload(stocked, "5,60", "dinh-chinh.xlsx")
    found = view(stocked)
    assert found.table is not None
    assert (found.upload, found.file_name) == (seq, "dinh-chinh.xlsx")
    assert column(found.table, "Giá trị") == ["5,60 điểm (trong ô: 5,60)", *column(before, "Giá trị")]
    assert column(found.table, "Hiệu lực") == ["Hiệu lực", f"thay bởi lượt {seq}"]
    assert column(found.table, "Ô")[0] == "trang 1, ô H2"
    assert all(day.strip() for day in column(found.table, "Hệ thống biết từ"))
    assert column(found.table, "Ngày công bố") == ["chưa rõ", "chưa rõ"]


def test_an_undone_correction_points_back_to_the_first_file(stocked: Office) -> None:
    seq = upload(stocked, "5,60", "dinh-chinh.xlsx")
    intake.undo(stocked, LOCAL_OPERATOR, seq, "nhầm")
    found = view(stocked)
    assert found.table is not None
    assert found.file_name == "papi_dimension.csv"
    assert len(found.table.rows) == 3


def test_a_withheld_figure_says_so_and_a_figure_nobody_loaded_is_no_zero(stocked: Office) -> None:
    withheld = view(stocked, OriginFilters("PAPI", "2024", "TOTAL", "P63-26", "published"))
    assert withheld.table is not None
    assert column(withheld.table, "Giá trị")[0].startswith("Không có số liệu")
    nothing = view(stocked, OriginFilters("PAR INDEX", "2023", "3", "P63-01", "published"))
    assert nothing.table is None
    assert "chưa có số liệu" in nothing.finding
