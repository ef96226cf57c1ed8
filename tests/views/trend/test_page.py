"""The page Xu hướng at a prompt, on the shipped facts."""

import pandas as pd

from cchc_metrics.labels.format import number
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.trend.page import TrendFilters, TrendView, choices, page
from cchc_metrics.views.trend.ranks import ranks

OURS = ("P63-45", "P63-44")


def lines(view: TrendView) -> dict[tuple[str, int], list[float]]:
    """Years of each drawn line of the first panel, by name and order."""
    ((_, figure),) = view.panels[0].figures
    named = [trace for trace in figure.data if trace.mode == "lines+markers"]
    return {(trace.name, place): [x for x in trace.x if x is not None] for place, trace in enumerate(named)}


def test_the_usual_provinces_are_the_two_that_ours_was_merged_from(shipped: Desk) -> None:
    assert choices(shipped, "PAPI").usual_entities == OURS


def test_no_line_crosses_a_break(shipped: Desk) -> None:
    view = page(shipped, TrendFilters("PAPI", OURS))
    spans = [(years[0], years[-1]) for years in lines(view).values()]
    for before, after in ((2017, 2018), (2019, 2020)):
        assert not [span for span in spans if span[0] <= before and span[1] >= after]


def test_the_reason_of_every_break_stands_below_the_chart(shipped: Desk) -> None:
    view = page(shipped, TrendFilters("PAPI", OURS))
    assert view.breaks is not None
    assert [row.cells[:2] for row in view.breaks.rows] == [
        ("5", "2020 và 2021"),
        ("4", "2019 và 2020"),
        ("3", "2018 và 2019"),
        ("2", "2017 và 2018"),
        ("1", "2015 và 2016"),
    ]
    assert "thang 60 sang thang 80" in view.breaks.rows[3].cells[2]
    assert view.breaks.rows[0].cells[2].casefold().startswith("có thể do đổi cách đo")


def test_the_finding_tells_value_group_rank_and_change(shipped: Desk) -> None:
    finding = page(shipped, TrendFilters("PAPI", OURS[:1])).finding
    assert "Quảng Trị (cũ): 44,75 điểm năm 2024" in finding
    assert "nhóm cao nhất, hạng 14/61 do hệ thống tính" in finding
    assert "+1,98 điểm so với năm 2023, không đáng kể (dao động giữa hai lần đo thường tới ±2,29 điểm)" in finding
    assert "tính từ năm 2021" in finding  # not from before the break


def test_noise_that_two_share_is_told_once(shipped: Desk) -> None:
    finding = page(shipped, TrendFilters("PAPI", OURS)).finding
    assert finding.count("±2,29 điểm") == 1 and finding.endswith("+2,20 điểm so với năm 2023, cũng không đáng kể.")


def test_a_published_mean_is_drawn_under_its_own_name_where_no_full_table_exists(shipped: Desk) -> None:
    par = page(shipped, TrendFilters("PAR INDEX", OURS))
    assert {name for name, _ in lines(par)} == {"Quảng Trị (cũ)", "Quảng Bình (cũ)", "Trung bình 63 tỉnh"}
    assert "Trung bình 63 tỉnh (công bố)" in [column.header for column in par.panels[0].table.columns]
    sipas = page(shipped, TrendFilters("SIPAS", OURS))
    assert "Cả nước" in {name for name, _ in lines(sipas)}


def test_papi_mean_and_band_are_named_as_computed(shipped: Desk) -> None:
    panel = page(shipped, TrendFilters("PAPI", OURS)).panels[0]
    assert "do hệ thống tính" in panel.source.note
    assert [column.header for column in panel.table.columns][-2:] == ["Trung bình các tỉnh", "Nửa giữa các tỉnh"]


def test_a_withheld_year_is_said_and_parts_the_line(shipped: Desk) -> None:
    view = page(shipped, TrendFilters("PAPI", ("P63-22",)))
    row = next(row for row in view.panels[0].table.rows if row.id == "2023")
    assert row.cells[1] == "không công bố"
    assert not [years for years in lines(view).values() if years[0] <= 2022 and years[-1] >= 2024]


def test_a_rank_without_a_score_is_kept_in_the_table(shipped: Desk) -> None:
    table = page(shipped, TrendFilters("PAR INDEX", OURS)).panels[0].table
    row = next(row for row in table.rows if row.id == "2022")
    assert (row.cells[1], row.cells[3]) == ("chưa có số liệu", "52/63")


def test_a_rank_without_a_score_is_drawn_among_the_ranks(shipped: Desk) -> None:
    """Nghệ An's places in SIPAS 2020–2024 were printed without a score each year."""
    figure = ranks(shipped, TrendFilters("SIPAS", ("P63-45",), ("TOTAL",))).figure
    assert figure is not None
    drawn = [(list(line.x), [-place for place in line.y]) for line in figure.data if line.name == "Nghệ An"]
    assert drawn == [([2020, 2021], [48, 35]), ([2022, 2023, 2024], [14, 12, 6])]


def test_several_criteria_give_one_panel_each_with_breaks_of_their_own(shipped: Desk) -> None:
    view = page(shipped, TrendFilters("PAPI", OURS, ("D1", "D3", "D8")))
    assert [panel.node_code for panel in view.panels] == ["D1", "D3", "D8"]
    assert view.breaks is not None
    assert {row.cells[1:3] for row in view.breaks.rows} == {
        ("2020 và 2021", "D3. Trách nhiệm giải trình với người dân"),
        ("2019 và 2020", "D8. Quản trị điện tử"),
        ("2015 và 2016", "D3. Trách nhiệm giải trình với người dân"),
        ("2015 và 2016", "D1. Tham gia của người dân ở cấp cơ sở"),
        ("2017 và 2018", "D3. Trách nhiệm giải trình với người dân"),
        ("2018 và 2019", "D8. Quản trị điện tử"),
    }


def test_a_criterion_that_ended_says_with_which_year(shipped: Desk) -> None:
    assert choices(shipped, "PAPI").nodes["S52"] == "S52. Giấy phép xây dựng (đến 2020)"


def test_the_merged_province_points_at_those_it_was_merged_from(shipped: Desk) -> None:
    view = page(shipped, TrendFilters("PAPI", ("P34-44",)))
    assert view.empty_title == "Quảng Trị (từ 01/7/2025): chưa có kết quả công bố"
    assert view.see_before == OURS


def test_nonsense_filters_are_answered_with_words(shipped: Desk) -> None:
    assert page(shipped, TrendFilters("PAPI", ("zzz",))).empty_title == "Chưa chọn tỉnh hoặc nội dung"
    assert page(shipped, TrendFilters("PAPI", OURS, ("zzz",))).empty_title == "Chưa chọn tỉnh hoặc nội dung"


def test_the_table_holds_every_year_and_the_published_totals(shipped: Desk) -> None:
    table = page(shipped, TrendFilters("PAPI", OURS)).panels[0].table
    assert [row.id for row in table.rows] == [str(year) for year in range(2024, 2010, -1)]
    printed = pd.Series({"2022": 41.7742, "2023": 42.7705, "2024": 44.7473})
    shown = {row.id: row.cells[1] for row in table.rows}
    assert {year: number(value) for year, value in printed.items()} == {
        year: shown[str(year)] for year in printed.index
    }


def test_a_score_kind_that_nobody_has_gives_empty_years(shipped: Desk) -> None:
    found = series(shipped, "PAPI", list(OURS), "D1", score_kind="survey")
    assert found.history.empty and found.breaks.empty and found.band.empty
    assert {"value", "rank", "segment", "name"} <= set(found.history)
