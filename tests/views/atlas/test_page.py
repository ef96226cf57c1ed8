"""The map on the shipped facts."""

import numpy as np
import pytest

from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.atlas.page import AtlasFilters, AtlasView, base_choices, choices, page
from cchc_metrics.views.atlas.shapes import outlines, place_names
from cchc_metrics.views.kit.table_file import workbook_of

HOANG_SA, TRUONG_SA = (111.0, 15.5, 113.0, 17.3), (109.0, 6.9, 118.2, 12.0)
MOST_BYTES = 1_500_000


def asked(**more: str) -> AtlasFilters:
    usual = {
        "index_code": "PAPI",
        "period_id": "2024",
        "node_code": "TOTAL",
        "score_kind": "published",
        "base": "63",
        "show": "nhom",
        "way": "",
    }
    return AtlasFilters(**(usual | more))


def legend(view: AtlasView) -> str:
    return next(note.text for note in view.figure.layout.annotations if "■" in note.text)


@pytest.mark.parametrize("era", ["63", "34"])
def test_every_province_has_an_outline_and_no_other(shipped: Desk, era: str) -> None:
    drawn = outlines(shipped.office.settings.reference_dir, era)
    assert set(drawn) == set(shipped.catalogue.members("", era))


@pytest.mark.parametrize("era", ["63", "34"])
def test_both_archipelagos_belong_to_their_province_and_have_a_line_of_their_own(shipped: Desk, era: str) -> None:
    drawn = outlines(shipped.office.settings.reference_dir, era)
    for code, (west, south, east, north) in (("48", HOANG_SA), ("56", TRUONG_SA)):
        outline = drawn[f"P{era}-{code}"]
        x, y = outline.islands_x, outline.islands_y
        assert np.count_nonzero(np.isnan(x)) > 20
        assert west < np.nanmin(x)
        assert np.nanmax(x) < east
        assert south < np.nanmin(y)
        assert np.nanmax(y) < north
    far = [code for code, outline in drawn.items() if len(outline.islands_x)]
    assert set(far) >= {f"P{era}-48", f"P{era}-56"}


def test_both_archipelagos_are_named_with_their_province(shipped: Desk) -> None:
    named = {place.words for place in place_names(shipped.office.settings.reference_dir) if place.box}
    assert named == {"Quần đảo Hoàng Sa (TP. Đà Nẵng, Việt Nam)", "Quần đảo Trường Sa (tỉnh Khánh Hòa, Việt Nam)"}


@pytest.mark.parametrize("base", ["63", "34"])
def test_the_picture_holds_everything_and_stays_small(shipped: Desk, base: str) -> None:
    view = page(shipped, asked(base=base))
    written = " ".join(note.text for note in view.figure.layout.annotations)
    for words in ("Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "Biển Đông", "Nguồn ranh giới: NXB Tài nguyên"):
        assert words in written
    for axis in ("x", "y"):
        drawn = np.concatenate([np.asarray(trace[axis], dtype="float64") for trace in view.figure.data])
        low, high = sorted(view.figure.layout[f"{axis}axis"].range)
        assert low <= np.nanmin(drawn) and np.nanmax(drawn) <= high
    assert view.figure.layout.yaxis.scaleanchor == "x"
    assert len(view.figure.to_json()) < MOST_BYTES
    assert {trace.type for trace in view.figure.data} == {"scatter"}


def test_withheld_provinces_are_hatched_and_listed_without_a_rank(shipped: Desk) -> None:
    view = page(shipped, asked())
    hatched = {trace.name for trace in view.figure.data if trace.fillpattern.shape == "/"}
    assert hatched == {"P63-26", "P63-82"}
    assert "không có số công bố (2)" in legend(view)
    assert view.table.rows[-1].aside
    assert "Vĩnh Phúc, Tiền Giang" in view.table.rows[-1].cells[0]
    assert len(view.table.rows) == 62


def test_the_groups_of_the_legend_count_every_ranked_province(shipped: Desk) -> None:
    view = page(shipped, asked())
    assert "Nhóm cao nhất (16)" in legend(view)
    assert view.title == "Quảng Trị (cũ): 44,75 điểm, nhóm cao nhất, hạng 14/61 do hệ thống tính, PAPI 2024"


def test_estimates_on_34_say_so_in_title_list_note_and_hover(shipped: Desk) -> None:
    view = page(shipped, asked(base="34"))
    assert "ước tính 44,28 điểm" in view.title
    assert "Ước tính, không phải số công bố" in view.source.note
    cells = {row.id: row.cells for row in view.table.rows}
    assert cells["P34-44"][2] == "44,28* (43,80 – 44,75)"
    assert cells["P34-01"][2] == "43,77"
    hovers = {trace.name: trace.text for trace in view.figure.data}
    assert "không phải số công bố" in hovers["P34-44"].replace("<br>", " ")
    assert view.file.mark


def test_nothing_is_compared_across_a_break(shipped: Desk) -> None:
    offered = choices(shipped, (Question("PAPI", "2018"), "63"))
    assert "thay-doi" not in offered.shows
    assert "thay-doi" in choices(shipped, (Question("PAPI", "2024"), "63")).shows


def test_a_thin_index_is_drawn_by_its_own_groups(shipped: Desk) -> None:
    view = page(shipped, asked(index_code="PAR INDEX", period_id="2023"))
    assert "Nhóm A (6)" in legend(view)
    assert "Nhóm B (20)" in legend(view)
    assert "37 trong 63" in view.finding


def test_published_years_before_the_merger_offer_both_bases(shipped: Desk) -> None:
    assert list(base_choices(shipped, Question("PAPI", "2024"))) == ["63", "34"]


def test_the_list_can_be_saved(shipped: Desk) -> None:
    assert workbook_of(shipped, page(shipped, asked(base="34")).file)[:2] == b"PK"
