"""Xếp hạng as data: the finding, the rows that are shown, and what stands between them."""

from dataclasses import replace

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.services.indices.choices import index_choices, part_choices, period_choices
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.ranking.page import RankingFilters, RankingView, page

PAPI = RankingFilters("PAPI", "2024", "TOTAL", "published", "", "P63-45", everyone=False)
PAR = replace(PAPI, index_code="PAR INDEX", period_id="2023")


def names_of(view: RankingView) -> list[str]:
    assert view.table is not None
    return [row.cells[0] for row in view.table.rows]


def cells_of(view: RankingView, entity_id: str) -> dict[str, str]:
    assert view.table is not None
    row = next(row for row in view.table.rows if row.id == entity_id)
    return dict(zip((column.header for column in view.table.columns), row.cells, strict=True))


def test_the_title_is_the_finding_group_first_then_rank(shipped: Desk) -> None:
    assert page(shipped, PAPI).title == (
        "PAPI 2024: Quảng Trị (cũ) thuộc nhóm cao nhất; hạng do hệ thống tính 14/61, hạng 26 → 14 so với 2023, "
        "không đáng kể"
    )


def test_a_published_rank_is_called_published(shipped: Desk) -> None:
    view = page(shipped, PAR)
    assert view.title.replace("\u00a0", " ") == (
        "PAR INDEX 2023: Quảng Trị (cũ) thuộc nhóm B; hạng công bố 41/63, tăng 11 bậc so với 2022"
    )
    assert "Mới có 35/63 tỉnh trong dữ liệu" in view.finding


def test_the_short_view_holds_the_top_five_ours_and_five_on_each_side(shipped: Desk) -> None:
    view = page(shipped, PAPI)
    assert view.figure is not None
    assert list(view.figure.data[0].customdata) == list(
        dict.fromkeys(row.id for row in view.table.rows if not row.aside)
    )
    ranks = [int(row.cells[1].split("/")[0]) for row in view.table.rows if not row.aside]
    assert ranks == [1, 2, 3, 4, 5, *range(9, 20), 28]


def test_all_provinces_are_shown_on_request_those_without_a_value_last(shipped: Desk) -> None:
    names = names_of(page(shipped, replace(PAPI, everyone=True)))
    assert len(names) == 63
    assert {name.split(":")[0] for name in names[-2:]} == {"Vĩnh Phúc", "Tiền Giang"}


def test_a_missing_value_is_words_and_never_zero(shipped: Desk) -> None:
    names = names_of(page(shipped, replace(PAPI, everyone=True)))
    assert "Vĩnh Phúc: chưa có số liệu, nhà công bố không đưa kết quả của tỉnh vào năm này" in names


def test_an_incomplete_table_shows_its_holes(shipped: Desk) -> None:
    names = names_of(page(shipped, PAR))
    assert names[5:8] == ["Thái Nguyên", "Lào Cai", "Long An"]
    assert "chưa có số liệu hạng 10" in names


def test_nothing_is_ranked_where_few_provinces_published(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, index_code="SIPAS", period_id="2017"))
    assert view.table is not None
    assert {row.cells[1] for row in view.table.rows} == {"–"}
    assert "nên không xếp hạng" in view.finding


def test_a_rank_without_a_score_keeps_its_place(shipped: Desk) -> None:
    view = page(shipped, replace(PAR, period_id="2022"))
    assert cells_of(view, "P63-45")["Hạng"] == "52/63"
    assert cells_of(view, "P63-45")["Điểm"] == "chưa có số liệu"


def test_a_group_keeps_the_national_rank_and_adds_its_own(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, group="Bắc Trung Bộ"))
    assert len(names_of(view)) == 6
    cells = cells_of(view, "P63-45")
    assert (cells["Hạng"], cells["Hạng Bắc Trung Bộ"]) == ("14/61", "4/6")
    assert view.finding.startswith("Trong nhóm Bắc Trung Bộ: hạng 4/6.")


def test_a_change_across_a_break_is_explained_and_not_shown(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, period_id="2018"))
    assert "Không so điểm với 2017: từ năm 2018 có thêm trục 7 và trục 8" in view.finding
    assert view.table is not None
    assert not [column.header for column in view.table.columns if column.header.startswith("Thay đổi")]


def test_another_province_than_ours_takes_the_colour(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, province="P63-22"))
    assert view.table is not None
    assert view.table.highlight == {"P63-22"}
    assert "Đây là tỉnh có điểm cao nhất cả nước." in view.finding


def test_a_year_without_our_result_says_so(shipped: Desk) -> None:
    view = page(shipped, replace(PAR, period_id="2024"))
    assert view.title == "PAR INDEX 2024: chưa có số liệu của Quảng Trị (cũ)"
    assert view.finding.startswith("Kết quả gần nhất của Quảng Trị (cũ) là kỳ 2023.")


def test_a_target_is_drawn_and_told(stocked: Office) -> None:
    text = "Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Mục tiêu,Căn cứ pháp lý\nPAPI,2024,P63-45,TOTAL,46,QĐ 1/QĐ-UBND\n"
    plan = intake.plan(stocked, LOCAL_OPERATOR, "targets.csv", text.encode(), "targets")
    storing.commit(stocked, LOCAL_OPERATOR, plan, "")
    view = page(Desk.at(stocked, LOCAL_OPERATOR), PAPI)
    assert "Mục tiêu 46,00 điểm, còn thiếu 1,25 điểm." in view.finding
    assert view.figure is not None
    assert [shape.x0 for shape in view.figure.layout.shapes if shape.line.dash == "dash"] == [46.0]


def test_a_rank_target_says_how_many_places_are_left(stocked: Office) -> None:
    header = "Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Loại mục tiêu,Mục tiêu,Căn cứ pháp lý"
    plan = intake.plan(
        stocked, LOCAL_OPERATOR, "t.csv", f"{header}\nPAPI,2024,P63-45,TOTAL,Hạng,10,QĐ 1\n".encode(), "targets"
    )
    storing.commit(stocked, LOCAL_OPERATOR, plan, "")
    view = page(Desk.at(stocked, LOCAL_OPERATOR), PAPI)
    assert "Mục tiêu hạng 10, còn 4 bậc." in view.finding


def test_a_province_without_a_previous_rank_has_a_dash_that_is_explained(shipped: Desk) -> None:
    view = page(shipped, PAPI)
    assert cells_of(view, "P63-22")["Hạng 2023"] == "–"
    assert view.table is not None and "Dấu – là không có hạng 2023 để so." in view.table.footnote


def test_an_exported_picture_carries_its_source_and_its_day(shipped: Desk) -> None:
    view = page(shipped, PAPI)
    assert view.figure is not None
    assert view.figure.layout.meta["footer"].startswith(
        "Nguồn: CECODES, RTA và UNDP, papi.org.vn. Kho dữ liệu cập nhật"
    )


def test_a_report_period_is_ranked_apart_from_the_year(stocked: Office) -> None:
    rows = [f'PAPI,Quý I/2025,P63-{code},TOTAL,"{value}"' for code, value in (("45", "41,5"), ("44", "40,25"))]
    text = "\n".join(["Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Điểm", *rows])
    plan = intake.plan(stocked, LOCAL_OPERATOR, "scores.csv", text.encode(), "scores")
    assert not plan.rejected, plan.findings
    storing.commit(stocked, LOCAL_OPERATOR, plan, "")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert period_choices(desk, "PAPI").labels["2025-Q1"] == "Quý I/2025"
    view = page(desk, replace(PAPI, period_id="2025-Q1"))
    assert view.title == "PAPI Quý I/2025: Quảng Trị (cũ) đạt 41,50 điểm; chưa đủ số liệu để xếp hạng"


def test_the_usual_index_is_the_one_most_provinces_published(shipped: Desk) -> None:
    assert index_choices(shipped).usual == "PAPI"


def test_the_usual_period_is_the_newest_with_a_result_of_ours(shipped: Desk) -> None:
    choices = period_choices(shipped, "PAR INDEX")
    assert next(iter(choices.labels)) == "2024"
    assert choices.usual == "2023"


def test_only_criteria_with_scores_are_offered(shipped: Desk) -> None:
    choices = part_choices(shipped, Question("PAR INDEX", "2023"))
    assert list(choices.nodes) == ["TOTAL", "1", "2", "3", "4", "5", "6", "7"]
    assert list(choices.kinds["3"]) == ["published", "published_pct"]
    assert choices.usual_province == "P63-45"


def test_an_empty_office_offers_nothing(office: Office) -> None:
    desk = Desk.at(office, LOCAL_OPERATOR)
    assert index_choices(desk).codes == ()
    assert period_choices(desk, "PAPI").labels == {}


def test_an_unknown_period_is_refused(shipped: Desk) -> None:
    with pytest.raises(UnknownNameError):
        page(shipped, replace(PAPI, period_id="1999"))


def test_the_base_of_34_is_an_estimate_and_says_so(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, province="P34-44", base="34", method="weighted", everyone=True))
    assert view.title.startswith("PAPI 2024 trên hệ 34 tỉnh (ước tính): Quảng Trị (từ 01/7/2025)")
    assert "13/32" in view.title
    assert "Theo mọi cách cho trọng số, điểm của Quảng Trị (từ 01/7/2025) nằm trong 43,80 – 44,75." in view.finding
    assert "không phải số công bố" in view.finding and "không phải số công bố" in view.source.note
    names = names_of(view)
    assert "Quảng Trị (từ 01/7/2025)*" in names and "Hà Tĩnh" in names  # the one merged, the other unchanged
    assert any(name.startswith("Phú Thọ: chưa có số liệu, chưa ước tính vì Vĩnh Phúc") for name in names)


def test_the_band_shows_the_ranks_that_are_possible(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, province="P34-44", base="34", method="band", everyone=True))
    ours = cells_of(view, "P34-44")
    assert (ours["Hạng có thể"], ours["Thấp nhất – cao nhất"]) == ("6 – 17", "43,80 – 44,75")


def test_an_estimate_leads_to_what_it_was_made_of(shipped: Desk) -> None:
    view = page(shipped, replace(PAPI, province="P34-44", base="34", method="old"))
    assert view.table is not None
    links = next(row.links for row in view.table.rows if row.id == "P34-44")
    assert {(link.slug, link.query["cach"]) for link in links.values()} == {("sap-xep-tinh", "old")}


def test_published_figures_do_not_change_with_the_base_asked_for_elsewhere(shipped: Desk) -> None:
    assert page(shipped, replace(PAPI, base="63")).title == page(shipped, PAPI).title
