"""Tổng quan as data: what it says on the shipped facts, and what changes when facts are added."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.shapes import BadgeKind, GapList, StatCard
from cchc_metrics.views.overview import OverviewFilters, OverviewView, choices, page

HOME, OLD_QUANG_TRI, OLD_QUANG_BINH = "P34-44", "P63-45", "P63-44"
SCORE_HEADER = "Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Điểm,Hạng,Nguồn\n"
TARGET_HEADER = "Bộ chỉ số,Kỳ,Mã đơn vị,Mã tiêu chí,Loại mục tiêu,Mục tiêu,Căn cứ pháp lý\n"


def seen(desk: Desk, province: str) -> OverviewView:
    return page(desk, OverviewFilters(province))


def cards_of(view: OverviewView) -> dict[str, StatCard]:
    return {f"{card.heading} {card.entity}": card for row in view.cards for card in row}


def gaps_of(view: OverviewView) -> dict[str, GapList]:
    return {f"{gaps.heading} {gaps.entity}": gaps for row in view.gaps for gaps in row}


def stored(office: Office, kind: str, text: str) -> Desk:
    plan = intake.plan(office, LOCAL_OPERATOR, f"{kind}.csv", text.encode(), kind)
    assert not plan.rejected, plan.findings
    storing.commit(office, LOCAL_OPERATOR, plan, "")
    return Desk.at(office, LOCAL_OPERATOR)


def test_the_new_province_says_it_has_no_result_and_shows_both_old_ones_side_by_side(shipped: Desk) -> None:
    view = seen(shipped, HOME)
    assert view.title == "Quảng Trị (từ 01/7/2025): chưa có kết quả công bố"
    assert [[card.entity for card in row] for row in view.cards] == [["Quảng Trị (cũ)", "Quảng Bình (cũ)"]] * 3
    assert [[card.heading for card in row] for row in view.cards] == [
        ["PAR INDEX 2023", "PAR INDEX 2019"],
        ["SIPAS 2023", "SIPAS 2019"],
        ["PAPI 2024", "PAPI 2024"],
    ]
    assert "Quảng Trị (cũ): PAR INDEX 2023 nhóm B, hạng 41/63, SIPAS 2023 hạng 53/63" in view.finding


def test_a_province_with_results_shows_its_indices_in_one_row(shipped: Desk) -> None:
    view = seen(shipped, OLD_QUANG_TRI)
    assert [card.heading for (row,) in [view.cards] for card in row] == ["PAR INDEX 2023", "SIPAS 2023", "PAPI 2024"]
    assert view.title == "Quảng Trị (cũ) đứng ở đâu"


def test_par_index_is_read_as_published(shipped: Desk) -> None:
    card = cards_of(seen(shipped, OLD_QUANG_TRI))["PAR INDEX 2023 Quảng Trị (cũ)"]
    assert card.value == "86,25%"
    # Too few provinces of the region are known: that stands where its rank would.
    ranks = "xếp 41/63 cả nước · vùng: chưa đủ số liệu"
    assert card.facts == (ranks, "tăng 11 bậc so với 2022", "Năm 2024: chưa có số liệu của tỉnh")
    assert [mark.text for mark in card.badges] == ["Nhóm B"]
    assert card.target == "Chưa nhập mục tiêu · kém cao nhất 5,93 điểm phần trăm"


def test_sipas_tells_places_and_points_gained(shipped: Desk) -> None:
    card = cards_of(seen(shipped, OLD_QUANG_TRI))["SIPAS 2023 Quảng Trị (cũ)"]
    assert card.value == "79,46%"
    assert card.facts[:2] == (
        "xếp 53/63 cả nước · vùng: chưa đủ số liệu",
        "hạng 55 → 53 · +3,03 điểm phần trăm so với 2022, không đáng kể",
    )


def test_a_year_before_that_was_withheld_is_named(shipped: Desk) -> None:
    card = cards_of(seen(shipped, "P63-22"))["PAPI 2024 Quảng Ninh"]
    assert card.facts[-1] == "Không có kết quả 2023 để so"


def test_papi_shows_the_quartile_as_a_mark_and_says_who_ranked(shipped: Desk) -> None:
    card = cards_of(seen(shipped, OLD_QUANG_TRI))["PAPI 2024 Quảng Trị (cũ)"]
    assert (card.value, card.maximum, card.unit) == ("44,75", "/80", "điểm")
    assert [mark.kind for mark in card.badges] == [BadgeKind.QUARTILE_1]
    assert card.facts[0] == "xếp 4/6 Bắc Trung Bộ · 14/61 cả nước"
    assert card.facts[1] == "hạng do hệ thống tính"
    assert card.sparkline.startswith("<svg")


def test_a_region_rank_is_not_told_where_members_are_unknown(shipped: Desk) -> None:
    cards = cards_of(seen(shipped, OLD_QUANG_TRI))
    assert not any("Bắc Trung Bộ" in fact for fact in cards["PAR INDEX 2023 Quảng Trị (cũ)"].facts)


def test_a_rank_without_a_score_stands_alone_and_says_so(shipped: Desk) -> None:
    card = cards_of(seen(shipped, "P63-04"))["PAR INDEX 2024 Cao Bằng"]
    assert (card.value, card.unit) == ("63/63", "hạng công bố")
    assert card.facts[0] == "chưa có số liệu điểm"


def test_a_change_across_a_break_is_not_told(shipped: Desk) -> None:
    card = cards_of(seen(shipped, "P63-42"))["PAR INDEX 2024 Hà Tĩnh"]
    assert any(fact.startswith("Không so điểm với 2023: ") for fact in card.facts)
    assert not any("điểm phần trăm so với" in fact for fact in card.facts)


def test_the_three_largest_papi_gaps_are_the_three_furthest_behind_the_best(shipped: Desk) -> None:
    lines = gaps_of(seen(shipped, OLD_QUANG_TRI))["PAPI 2024 Quảng Trị (cũ)"].lines
    assert [line.name[:2] for line in lines[1:]] == ["D6", "D4", "D7"]
    assert lines[0].total
    assert lines[1].lost == "mất 2,55 điểm"
    assert lines[1].facts == (
        "7,45/10 điểm",
        "cao nhất Quảng Ninh 8,42 (cao hơn 0,97)",
        "trung bình Bắc Trung Bộ 7,63 (chênh 0,17, không đáng kể)",
    )


def test_published_areas_are_shown_as_printed_and_the_others_are_said_to_be_unknown(shipped: Desk) -> None:
    gaps = gaps_of(seen(shipped, OLD_QUANG_TRI))["PAR INDEX 2023 Quảng Trị (cũ)"]
    area = next(line for line in gaps.lines if line.name.startswith("3."))
    assert area.facts == ("12,45/13 điểm", "95,76%", "27/63 cả nước")
    assert area.best is None  # one published province is not the country's best
    assert gaps.note.startswith("Nguồn mới công bố kết quả 3 lĩnh vực")


def test_areas_known_by_rank_alone_come_last(shipped: Desk) -> None:
    lines = gaps_of(seen(shipped, OLD_QUANG_BINH))["PAR INDEX 2019 Quảng Bình (cũ)"].lines
    assert [line.name[0] for line in lines[1:]] == ["4", "3", "1", "6", "7"]
    assert (lines[-2].lost, lines[-2].share, lines[-2].facts) == ("chưa có số liệu điểm", None, ("61/63 cả nước",))


def test_sipas_without_parts_says_so_and_keeps_its_total(shipped: Desk) -> None:
    gaps = gaps_of(seen(shipped, OLD_QUANG_TRI))["SIPAS 2023 Quảng Trị (cũ)"]
    assert [line.name for line in gaps.lines] == ["Tổng điểm"]
    assert gaps.note.startswith("Chưa có kết quả thành phần")


def test_no_target_ships(shipped: Desk) -> None:
    for province in (HOME, OLD_QUANG_TRI, OLD_QUANG_BINH):
        assert all(
            card.target.startswith("Chưa nhập mục tiêu") for row in seen(shipped, province).cards for card in row
        )


def test_an_entered_target_shows_its_distance(stocked: Office) -> None:
    desk = stored(stocked, "targets", TARGET_HEADER + 'PAPI,2024,P63-45,TOTAL,Điểm,"46,5",QĐ 1/QĐ-UBND\n')
    card = cards_of(seen(desk, OLD_QUANG_TRI))["PAPI 2024 Quảng Trị (cũ)"]
    assert card.target.startswith("Mục tiêu 2024: 46,50 điểm (còn thiếu 1,75 điểm)")
    assert [mark.text for mark in card.badges if mark.kind is BadgeKind.SLOW] == ["Chưa đạt mục tiêu"]


def test_a_met_rank_target_and_a_missed_score_target_are_told_apart(stocked: Office) -> None:
    rows = ('PAPI,2024,P63-45,TOTAL,Điểm,"46,5",QĐ 1\n', "PAPI,2024,P63-45,TOTAL,Hạng,20,QĐ 1\n")
    card = cards_of(seen(stored(stocked, "targets", TARGET_HEADER + "".join(rows)), OLD_QUANG_TRI))
    told = card["PAPI 2024 Quảng Trị (cũ)"]
    assert told.target.startswith("Mục tiêu 2024: 46,50 điểm (còn thiếu 1,75 điểm), hạng 20 (đã đạt)")
    assert told.badges[-1].text == "Đạt 1/2 mục tiêu"


def test_a_missed_rank_target_says_how_many_places_are_left(stocked: Office) -> None:
    desk = stored(stocked, "targets", TARGET_HEADER + "SIPAS,2023,P63-45,TOTAL,Hạng,30,QĐ 1\n")
    card = cards_of(seen(desk, OLD_QUANG_TRI))["SIPAS 2023 Quảng Trị (cũ)"]
    assert card.target.startswith("Mục tiêu 2023: hạng 30 (còn 23 bậc)")


def test_a_later_target_gives_no_verdict_on_this_year(stocked: Office) -> None:
    desk = stored(stocked, "targets", TARGET_HEADER + "PAPI,2025,P63-45,TOTAL,Hạng,10,QĐ 1\n")
    card = cards_of(seen(desk, OLD_QUANG_TRI))["PAPI 2024 Quảng Trị (cũ)"]
    assert card.target.startswith("Mục tiêu 2025: hạng 10 ·")
    assert not [mark for mark in card.badges if "mục tiêu" in mark.text]


def test_a_target_of_the_new_province_is_named_before_it_has_results(stocked: Office) -> None:
    desk = stored(stocked, "targets", TARGET_HEADER + "PAPI,2026,P34-44,TOTAL,Điểm,46,QĐ 1/QĐ-UBND\n")
    assert "PAPI – Mục tiêu 2026: 46,00 điểm" in seen(desk, HOME).notice


def test_the_first_result_of_the_new_province_takes_the_place_of_the_old_ones(stocked: Office) -> None:
    desk = stored(stocked, "scores", SCORE_HEADER + 'SIPAS,2025,P34-44,TOTAL,"84,20",20/34,Bộ Nội vụ\n')
    view = seen(desk, HOME)
    assert [[card.heading for card in row] for row in view.cards][1] == ["SIPAS 2025"]
    assert view.title == "Quảng Trị (từ 01/7/2025) đứng ở đâu"
    assert "chưa có kết quả công bố của PAR INDEX và PAPI" in view.notice
    # 20 of 34 and 53 of 63 stand on different bases.
    assert not any("bậc" in fact for fact in view.cards[1][0].facts)


def test_provinces_to_choose_from_begin_with_ours(shipped: Desk) -> None:
    names = choices(shipped)
    assert list(names)[:3] == [HOME, OLD_QUANG_TRI, OLD_QUANG_BINH]
    assert len(names) == len(set(names.values())) == 97


def test_an_empty_office_has_no_cards(office: Office) -> None:
    assert choices(Desk.at(office, LOCAL_OPERATOR)) == {}


def test_what_is_no_province_is_refused(shipped: Desk) -> None:
    with pytest.raises(UnknownNameError):
        seen(shipped, "VN")


def test_a_change_leads_to_its_analysis_and_a_target_to_its_course(shipped: Desk) -> None:
    cards = {
        f"{card.heading} {card.entity}": card for row in page(shipped, OverviewFilters("P34-44")).cards for card in row
    }
    card = cards["PAPI 2024 Quảng Trị (cũ)"]
    (place,) = card.fact_links
    assert card.facts[place].startswith("hạng 26 → 14")
    link = card.fact_links[place]
    years = {"tu-nam": "2023", "ky": "2024"}
    assert (link.slug, dict(link.query)) == ("bien-dong", {"chi-so": "PAPI", "tinh": "P63-45"} | years)
    assert card.target_link is not None and card.target_link.slug == "lo-trinh"
    assert {"diem-chua-dat", "kich-ban", "ban-do"} <= {link.slug for link in card.links}
