"""What the trend picture promises."""

import itertools

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.charts import theme
from cchc_metrics.charts.sparkline import sparkline_svg
from cchc_metrics.charts.trend import BreakMark, trend_lines
from cchc_metrics.charts.trend_labels import EndLabel, margin_for, place_labels, spread_apart
from cchc_metrics.charts.trend_marks import break_labels, target_traces

HOME = "P63-45"


def history(years: list[int], segments: list[int], entity: str = HOME) -> pd.DataFrame:
    """One row per year of one entity."""
    return pd.DataFrame(
        {
            "entity_id": entity,
            "name": "Quảng Trị (cũ)" if entity == HOME else "Hà Nội",
            "period_id": [str(year) for year in years],
            "value": [40.0 + year % 7 for year in years],
            "segment": segments,
            "hover": [f"Năm {year} được ghi nhận." for year in years],
        }
    )


def drawn(frame: pd.DataFrame, **more: object) -> dict:
    options: dict = {"hue": "#6a489f", "unit": "điểm", "decimals": 2, "home": HOME} | more
    return trend_lines(frame, **options).to_dict()


def test_no_line_crosses_a_break():
    figure = drawn(
        history([2017, 2018, 2019, 2020], [0, 1, 1, 2]), breaks=[BreakMark("2017", "2018", "đổi bộ câu hỏi")]
    )
    lines = [trace["x"] for trace in figure["data"] if trace["mode"] == "lines+markers"]
    assert lines == [[2017], [2018, 2019], [2020]]


def test_a_missing_year_is_a_gap():
    frame = history([2011, 2012, 2014], [0, 0, 0])
    line = next(trace for trace in drawn(frame)["data"] if trace["mode"] == "lines+markers")
    assert line["x"] == [2011, 2012, None, 2014]
    assert line["connectgaps"] is False


def test_a_year_without_a_value_is_a_gap_and_not_zero():
    frame = history([2011, 2012, 2013], [0, 0, 0])
    frame.loc[1, "value"] = None
    line = next(trace for trace in drawn(frame)["data"] if trace["mode"] == "lines+markers")
    assert line["y"][1] is None


def test_a_break_tells_its_reason():
    figure = drawn(history([2017, 2018], [0, 1]), breaks=[BreakMark("2017", "2018", "thêm hai trục nội dung")])
    hovers = [text for trace in figure["data"] for text in trace.get("hovertext") or []]
    assert any("thêm hai trục nội" in hover.replace("<br>", " ") for hover in hovers)
    assert figure["layout"]["shapes"][0]["x0"] == 2017.5


def test_the_band_stops_at_a_break_too():
    band = pd.DataFrame({"period_id": ["2017", "2018"], "low": 1.0, "high": 3.0, "mean": 2.0, "segment": [0, 1]})
    figure = drawn(history([2017, 2018], [0, 1]), band=band)
    shades = [trace for trace in figure["data"] if trace.get("fill") == "tonexty"]
    assert [shade["x"] for shade in shades] == [[2017], [2018]]


def test_only_ours_is_red():
    frame = pd.concat([history([2020, 2021], [0, 0]), history([2020, 2021], [0, 0], "P63-01")])
    colors = {trace["name"]: trace["line"]["color"] for trace in drawn(frame)["data"]}
    assert colors["Quảng Trị (cũ)"] == theme.HOME
    assert colors["Hà Nội"] != theme.HOME


def test_the_last_value_is_labelled_directly():
    figure = drawn(history([2020, 2021], [0, 0]))
    said = [mark["text"] for mark in figure["layout"]["annotations"]]
    assert any("Quảng Trị (cũ)" in text and "45,00" in text for text in said)
    assert figure["layout"]["showlegend"] is False


def test_a_value_of_an_earlier_year_is_labelled_where_it_stands():
    frame = pd.concat([history([2018, 2019], [0, 0]), history([2022, 2023, 2024], [1, 1, 1], "P63-01")])
    notes = [note for note in drawn(frame)["layout"]["annotations"] if "(2019)" in note["text"]]
    assert [(note["x"], "Quảng Trị (cũ)" in note["text"]) for note in notes] == [(2019, True)]
    assert any(note["x"] == 2018 and "(2018)" in note["text"] for note in drawn(frame)["layout"]["annotations"])


def test_a_phone_has_room_for_four_years_and_a_wide_screen_for_all():
    axis = drawn(history(list(range(2011, 2025)), [0] * 14))["layout"]["xaxis"]
    assert [name for name in axis["ticktext"] if name.isdigit()] == ["2012", "2016", "2020", "2024"]
    assert sum("cchc-wide" in name for name in axis["ticktext"]) == 10


def test_the_numbers_of_breaks_that_are_near_each_other_stand_on_two_levels():
    breaks = [BreakMark(str(year), str(year + 1), "đổi cách đo") for year in (2016, 2018, 2019, 2020)]
    axis = {"range": (2008.0, 2026.0)}  # eighteen years in the 156 pixels that a phone has for them
    raised = ["cchc-raised" in mark["font"]["family"] for mark in break_labels(breaks, axis)]
    assert raised == [False, False, True, False]
    assert not any(
        "cchc-raised" in mark["font"]["family"] for mark in break_labels(breaks, {"range": (2016.0, 2022.0)})
    )


def test_a_label_near_the_end_of_the_axis_stands_apart_from_those_at_its_end():
    labels = [EndLabel(86.3, "Ta", "86,25 (2023)", "#b3151f", 2023.0), EndLabel(86.0, "Cả nước", "86,00", "#000")]
    first, second = place_labels(labels, 80, 90, 300, named=True, span=(2013.65, 2024.15))
    assert (first["x"], first["xref"], first["xanchor"]) == (2023.0, "x", "left")
    assert abs(first["y"] - second["y"]) * 30 >= 34
    assert margin_for(labels, 0) == margin_for(labels[1:], 0)


def test_a_small_picture_has_one_line_in_colour_and_the_others_grey_behind_it():
    frame = pd.concat([history([2020, 2021], [0, 0]), history([2020, 2021], [0, 0], "P63-01")])
    traces = drawn(frame, focus="P63-01")["data"]
    assert [trace["name"] for trace in traces] == ["Quảng Trị (cũ)", "Hà Nội"]
    assert traces[0]["line"]["color"] == theme.OTHERS != traces[1]["line"]["color"]


def test_targets_are_open_diamonds():
    targets = pd.DataFrame({"period_id": ["2025"], "value": [46.0]})
    figure = drawn(history([2023, 2024], [0, 0]), targets=targets)
    marks = [trace for trace in figure["data"] if trace.get("marker", {}).get("symbol") == "diamond-open"]
    assert [mark["x"] for mark in marks] == [[2025]]
    assert any("46,00" in mark["text"] for mark in figure["layout"]["annotations"])


def test_report_windows_stand_inside_their_year():
    frame = history([2024, 2024], [0, 0]).assign(period_id=["2024-Q1", "2024-6M"])
    line = next(trace for trace in drawn(frame)["data"] if trace["mode"] == "lines+markers")
    assert 2024 < line["x"][0] < line["x"][1] < 2025


def test_an_empty_history_is_an_empty_picture():
    assert drawn(history([], []))["layout"]["showlegend"] is False


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_labels_never_cover_each_other(wanted):
    placed = spread_apart(wanted, 10.0, 5.0, 95.0)
    ordered = sorted(placed)
    assert all(after - before >= 10.0 - 1e-6 for before, after in itertools.pairwise(ordered))
    assert max(placed) <= 95.0 + 1e-6


def test_a_sparkline_is_parted_by_a_break_and_by_a_missing_year():
    values = {2017: 1.0, 2018: 2.0, 2019: 3.0, 2020: None, 2021: 4.0, 2022: 5.0}
    drawing = sparkline_svg(values, {2017: 0, 2018: 1, 2019: 1, 2020: 1, 2021: 1, 2022: 1}, "#000")
    assert drawing.count("<polyline") == 2
    assert drawing.count("<line") == 1


def test_a_sparkline_of_nothing_is_nothing():
    assert sparkline_svg({2020: None}, {2020: 0}, "#000") == ""


def test_the_target_line_joins_years_and_crosses_no_break() -> None:
    targets = pd.DataFrame({"period_id": ["2021", "2019", "2020"], "value": [46.0, 44.0, 45.0]})
    (line,) = target_traces(targets, "điểm", 2, [BreakMark("2019", "2020", "đổi cách đo")])
    assert line["x"] == [2019.0, None, 2020.0, 2021.0]
    assert line["y"] == [44.0, None, 45.0, 46.0]
    assert line["line"]["dash"] == "dash"
    assert line["connectgaps"] is False
