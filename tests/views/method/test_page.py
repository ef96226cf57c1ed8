"""The page Phương pháp & nguồn at a prompt: rules with the settings in them, tables with the data in them."""

import re
from collections import Counter

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.method.page import MethodSection, page
from cchc_metrics.views.method.tables import years_between

# Other pages link to these: a name that changes breaks a link.
ANCHORS = (
    "xep-hang",
    "nhom",
    "khoang-cach",
    "dut-doan",
    "thieu-so-lieu",
    "lam-tron",
    "vung",
    "bien-dong",
    "diem-chua-dat",
    "lo-trinh",
    "kich-ban",
    "do-chac-cua-hang",
    "he-34",
    "ban-do",
    "doi-chieu",
    "cuoc-thi-du-bao",
    "bo-tieu-chi",
    "moc-dut-doan",
    "ky-bao-cao",
    "muc-tieu-quoc-gia",
    "do-day-du",
    "do-phu",
    "mau-thuan",
    "chi-so-khac",
    "nguon",
    "ban-quyen",
)


def sections(desk: Desk) -> dict[str, MethodSection]:
    return {section.anchor: section for section in page(desk).sections}


def cells(section: MethodSection) -> list[tuple[str, ...]]:
    assert section.table is not None
    return [row.cells for row in section.table.rows]


def test_anchors_stay(shipped: Desk) -> None:
    assert tuple(sections(shipped)) == ANCHORS


def test_every_way_to_the_method_leads_to_a_chapter() -> None:
    used = set()
    for module in (PROJECT / "cchc_metrics" / "views").rglob("*.py"):
        used |= set(re.findall(r'method_anchor="([^"]+)"', module.read_text(encoding="utf-8")))
    assert {"bien-dong", "diem-chua-dat", "he-34", "doi-chieu"} <= used <= set(ANCHORS)


def test_rules_name_the_threshold_and_the_groups_in_force(shipped: Desk) -> None:
    found = sections(shipped)
    assert "ít nhất 90% số tỉnh" in " ".join(found["xep-hang"].paragraphs)
    assert "nhóm A từ 90 trở lên, nhóm B từ 80 trở lên và nhóm C từ 70 trở lên" in " ".join(found["nhom"].paragraphs)
    assert "Hà Tĩnh" in " ".join(found["vung"].paragraphs)


def test_no_placeholder_is_left_in_the_rules(shipped: Desk) -> None:
    assert not [text for section in sections(shipped).values() for text in section.paragraphs if "{" in text]


def test_frameworks_say_what_is_known_of_their_maxima(shipped: Desk) -> None:
    rows = {row[1]: row for row in cells(sections(shipped)["bo-tieu-chi"])}
    assert rows["2948/QĐ-BNV (2017)"][6] == "100"
    assert rows["876/QĐ-BNV (2022)"][6] == "65 (mới biết 5 phần)"
    assert rows["1294/QĐ-BNV (2012)"][6] == "chưa có"
    assert rows["PAPI từ 2021"][3] == "từ 2021"


def test_completeness_counts_provinces_and_names_the_few_absent(shipped: Desk) -> None:
    rows = {row[0]: row for row in cells(sections(shipped)["do-day-du"])}
    assert rows["2024"] == ("2024", "11/63", "5/63", "61/63", "PAPI: Tiền Giang và Vĩnh Phúc")
    assert rows["2021"][3:] == ("60/63", "PAPI: Bắc Giang, Bắc Ninh và Quảng Ninh")
    assert rows["2017"][1:3] == ("4/63", "1/63")
    assert rows["2011"][1] == "–"


def test_sources_count_figures_not_gaps(shipped: Desk) -> None:
    first = cells(sections(shipped)["nguon"])[0]
    assert first[0] == "CECODES, RTA và UNDP" and first[2:] == ("28.854", "PAPI 2011–2024")


def test_breaks_come_from_the_data(shipped: Desk) -> None:
    rows = cells(sections(shipped)["moc-dut-doan"])
    kinds = Counter(row[3] for row in rows)
    assert kinds == {"liên tục": 5, "đứt đoạn": 10, "nghi đổi cách đo": 26}
    assert ("SIPAS", "Tổng điểm", "2021 và 2022", "đứt đoạn") in [row[:4] for row in rows]


def test_the_boundary_credit_is_given_word_for_word(shipped: Desk) -> None:
    assert (
        "Nguồn ranh giới: NXB Tài nguyên - Môi trường và Bản đồ Việt Nam." in sections(shipped)["ban-quyen"].paragraphs
    )


def test_an_empty_office_keeps_the_rules_and_waits_for_the_tables(office: Office) -> None:
    found = sections(Desk.at(office, LOCAL_OPERATOR))
    assert tuple(found) == ANCHORS
    assert found["bo-tieu-chi"].awaits_table and found["nguon"].awaits_table
    assert not found["xep-hang"].awaits_table


def test_years_of_validity_read_as_people_say_them() -> None:
    assert [
        years_between(*years) for years in ((2011, 2015), (2018, 2018), (2021, None), (None, 2016), (None, None))
    ] == [
        "2011–2015",
        "2018",
        "từ 2021",
        "đến 2016",
        "chưa rõ",
    ]
