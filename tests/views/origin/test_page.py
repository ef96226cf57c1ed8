"""Any figure leads to its file, sheet and cell, and keeps every value it ever had."""

from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, SYSTEM
from cchc_metrics.errors import CchcError, NotAllowedError, UnknownNameError
from cchc_metrics.schema import SCORES, SOURCES
from cchc_metrics.services.indices.explore import Query
from cchc_metrics.services.indices.gaps import gaps
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.yardsticks import MAXIMUM
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.explore.page import ExploreFilters
from cchc_metrics.views.explore.page import page as explore_page
from cchc_metrics.views.gap.table import parts_table
from cchc_metrics.views.kit.shapes import CardLink, TableView
from cchc_metrics.views.origin.choices import figure_choices, figure_periods
from cchc_metrics.views.origin.page import OriginFilters, OriginView, page
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking_page
from cchc_metrics.views.trend.table import years_table
from cchc_metrics.views.upload import entry_view, original_file
from tests.services.intake.test_intake_path import score, workbook
from tests.storage.builders import put

D1 = OriginFilters("PAPI", "2024", "D1", "P63-45", "published")


def view(office: Office, asked: OriginFilters = D1) -> OriginView:
    return page(Desk.at(office, LOCAL_OPERATOR), asked)


def upload(office: Office, value: str, name: str) -> int:
    """Store a correction of D1; returns its number."""
    plan = intake.plan(office, LOCAL_OPERATOR, name, workbook([score(value)]))
    entry = storing.commit(office, LOCAL_OPERATOR, plan, "đính chính").entry
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
    cell = column(found.table, "Tệp và ô")[0]
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
    assert column(found.table, "Giá trị") == ["5,60 điểm", *column(before, "Giá trị")]
    assert column(found.table, "Hiệu lực") == ["Hiệu lực", f"thay bởi lượt {seq}"]
    assert column(found.table, "Tệp và ô")[0] == "dinh-chinh.xlsx, trang 1, ô H2"
    assert all(day.strip() for day in column(found.table, "Hệ thống biết từ"))
    assert column(found.table, "Ngày công bố") == ["15/4/2025", "15/4/2025"]


def test_an_undone_correction_points_back_to_the_first_file(stocked: Office) -> None:
    seq = upload(stocked, "5,60", "dinh-chinh.xlsx")
    storing.undo(stocked, LOCAL_OPERATOR, seq, "nhầm")
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


def test_a_published_correction_shows_what_it_replaced_and_both_days(stocked: Office) -> None:
    first = "CECODES, RTA và UNDP, papi.org.vn"
    put(
        stocked.store,
        {"op": "change", "source": first, "published_on": date(2025, 4, 15)},
        {"op": "add", "source": "bản đính chính", "published_on": date(2025, 6, 20), "corrects": first},
        kind=SOURCES,
    )
    row = score("5,60")
    row[SCORES.headers.index("Nguồn")] = "bản đính chính"
    plan = intake.plan(stocked, LOCAL_OPERATOR, "dinh-chinh.xlsx", workbook([row]))
    storing.commit(stocked, LOCAL_OPERATOR, plan, "đính chính")
    table = view(stocked).table
    assert table is not None
    assert column(table, "Giá trị") == ["5,60 điểm", "5,480993 điểm"]
    assert column(table, "Ngày công bố") == ["20/6/2025", "15/4/2025"]
    assert column(table, "Thay cho") == ["5,480993 điểm (lượt 6), theo nguồn đính chính", "–"]
    assert column(table, "Người nạp") == ["Cán bộ vận hành", "Phần mềm"]


def test_a_removed_original_is_said_in_the_place_of_the_file(stocked: Office) -> None:
    seq = upload(stocked, "5,60", "dinh-chinh.xlsx")
    maintenance.remove_original(stocked, LOCAL_OPERATOR, seq, "có số căn cước")
    found = view(stocked)
    assert found.upload is None
    assert "có số căn cước" in found.removed
    assert "trang 1, ô H2" in found.finding
    entry = entry_view(Desk.at(stocked, LOCAL_OPERATOR), seq)
    assert (entry.original, entry.removed) == ("", found.removed)
    with pytest.raises(UnknownNameError, match="có số căn cước"):
        original_file(Desk.at(stocked, LOCAL_OPERATOR), seq)


def test_an_original_is_not_removed_without_a_reason_or_the_right(stocked: Office) -> None:
    with pytest.raises(CchcError, match="lý do"):
        maintenance.remove_original(stocked, LOCAL_OPERATOR, 6, "  ")
    with pytest.raises(NotAllowedError):
        maintenance.remove_original(stocked, SYSTEM, 6, "thử")
    assert stocked.store.original(6)[0] == "papi_dimension.csv"


def test_every_held_figure_can_be_asked_for(shipped: Desk) -> None:
    held = shipped.facts(SCORES)[["index_code", "period_id", "node_code", "entity_id", "score_kind"]]
    for (index, period), scores in held.groupby(["index_code", "period_id"]):
        known = figure_choices(shipped, Question(str(index), str(period)))
        assert period in figure_periods(shipped, str(index)).labels
        assert set(scores["entity_id"]) <= set(known.entities)
        assert {(n, k) for n in known.nodes for k in known.kinds[n]} >= set(
            scores[["node_code", "score_kind"]].itertuples(index=False, name=None)
        )


def linked(table: TableView | None) -> list[CardLink]:
    assert table is not None
    return [link for row in table.rows for link in row.links.values()]


def test_figures_of_every_table_lead_to_their_origin(shipped: Desk) -> None:
    ranking = ranking_page(shipped, RankingFilters("PAPI", "2024", "D1", "published", "", "P63-45", everyone=True))
    assert {link.slug for link in linked(ranking.table)} == {"nguon-goc"}
    own = next(row for row in ranking.table.rows if row.id == "P63-45") if ranking.table else None
    assert own is not None
    (link,) = own.links.values()
    assert dict(link.query) == {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D1", "tinh": "P63-45"}
    found = gaps(shipped, Question("PAPI", "2024"), "P63-45")
    parts = parts_table(shipped, found, MAXIMUM, "", adds_up=True)
    assert len(linked(parts)) == int(found.parts["value"].notna().sum())
    years = series(shipped, "PAPI", ["P63-45"], "D1")
    assert len(linked(years_table(years, ["P63-45"], ""))) == int(years.history["value"].notna().sum())
    rows = explore_page(shipped, ExploreFilters(Query(("PAR INDEX",)))).table
    assert rows is not None
    assert len(linked(rows)) == len(rows.rows)
