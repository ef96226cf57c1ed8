"""Finding by words."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import Actor
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.search import Hit, search

PARTS = (("", "Tổng quan"), ("xep-hang", "Xếp hạng"), ("xu-huong", "Xu hướng"), ("phuong-phap", "Phương pháp & nguồn"))
PARTS += (("nop-bao-cao", "Nộp báo cáo"),)


def found(desk: Desk, words: str) -> tuple[Hit, ...]:
    return search(desk, (words, PARTS))


@pytest.mark.parametrize("words", ["da nang papi 2023", "PAPI Đà Nẵng 2023", "2023 papi ĐÀ NẴNG"])
def test_a_province_an_index_and_a_year_lead_to_just_that(shipped: Desk, words: str) -> None:
    first = found(shipped, words)[0]
    assert first.slug == "xep-hang"
    assert first.query == {"chi-so": "PAPI", "ky": "2023", "tinh": "P63-48"}
    assert "PAPI · 2023 · Đà Nẵng" in first.text


@pytest.mark.parametrize(
    ("words", "slug", "query"),
    [
        ("xu huong", "xu-huong", {}),
        ("phuong phap", "phuong-phap", {}),
        ("quan tri dien tu papi", "xep-hang", {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D8"}),
        ("D8 2020", "xep-hang", {"chi-so": "PAPI", "ky": "2020", "tieu-chi": "D8"}),
        ("tiep cong dan", "nop-bao-cao", {"don-vi": "TCD"}),
    ],
)
def test_places_criteria_and_units_are_found_without_diacritics(
    shipped: Desk, words: str, slug: str, query: dict[str, str]
) -> None:
    assert (slug, query) in [(hit.slug, dict(hit.query)) for hit in found(shipped, words)]


@pytest.mark.parametrize(
    ("words", "province"),
    [("q tri", "P63-45"), ("dac lac", "P63-66"), ("daklak papi", "P63-66"), ("papi 2024 da n", "P63-48")],
)
def test_a_province_is_found_by_another_of_its_names_and_by_the_beginnings_of_its_words(
    shipped: Desk, words: str, province: str
) -> None:
    first = next(hit for hit in found(shipped, words) if "tinh" in hit.query)
    assert (first.slug, first.query["tinh"]) == ("xep-hang", province)


@pytest.mark.parametrize(
    ("words", "slug"), [("bao cao tong hop", "tong-hop"), ("526/VP-HCTC", "danh-muc-lich"), ("don doc", "tong-hop")]
)
def test_documents_are_found_by_whoever_may_open_them(shipped: Desk, words: str, slug: str) -> None:
    parts = (*PARTS, ("tong-hop", "Tổng hợp & trình ký"), ("danh-muc-lich", "Danh mục & lịch"))
    assert slug in [hit.slug for hit in search(shipped, (words, parts)) if hit.kind == "văn bản"]
    assert not [hit for hit in found(shipped, words) if hit.kind == "văn bản"]


def test_a_year_that_nobody_measured_is_no_year_of_the_link(shipped: Desk) -> None:
    assert found(shipped, "papi 1999")[0].query == {"chi-so": "PAPI"}


@pytest.mark.parametrize("words", ["", "   ", "qwxz", "<script>", "\u0301", "2023 " * 400])
def test_nothing_sensible_finds_nothing_and_raises_nothing(shipped: Desk, words: str) -> None:
    assert all(hit.slug is not None for hit in found(shipped, words))


def test_reports_of_units_and_sources_of_figures_are_found(own: Office) -> None:
    parts = (*PARTS, ("tien-do", "Tiến độ báo cáo"))
    desk = Desk.at(own, LOCAL_OPERATOR)
    (report,) = [one for one in search(desk, ("bao cao tin hoc quy iii 2026", parts)) if one.slug == "tien-do"]
    assert report.text == "Báo cáo Trung tâm Tin học tỉnh · Quý III/2026"
    assert report.query == {"ky-bao-cao": "2026-Q3", "don-vi": "TIN-HOC|CCHC"}
    unit = Desk.at(own, Actor("tcd", "TCD", "unit:TCD"))
    its = (("tien-do", "Tiến độ báo cáo"), ("nop-bao-cao", "Nộp báo cáo"))
    assert not [one for one in search(unit, ("bao cao tin hoc quy iii 2026", its)) if one.slug == "tien-do"]
    assert [one.query for one in search(unit, ("trung tam tin hoc", its))] == []
    assert {one.slug for one in search(unit, ("tiep cong dan", its))} == {"tien-do", "nop-bao-cao"}
    assert search(unit, ("quan tri dien tu papi", its)) == ()
    source = next(one for one in found(desk, "cecodes") if one.kind == "nguồn số liệu")
    assert (source.slug, source.anchor) == ("phuong-phap", "nguon")
