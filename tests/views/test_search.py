"""Finding by words."""

import pytest

from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.search import Hit, search

PARTS = (("", "Tổng quan"), ("xep-hang", "Xếp hạng"), ("xu-huong", "Xu hướng"), ("phuong-phap", "Phương pháp & nguồn"))


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
