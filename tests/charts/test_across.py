"""What the panels of a theme promise."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.across import pair_dots, theme_panel


def panel(years: list[int], segments: list[int | None], values: list[float | None] | None = None) -> dict:
    frame = pd.DataFrame(
        {
            "period_id": [str(year) for year in years],
            "value": pd.Series(values or [50.0 + year % 7 for year in years], dtype="float64"),
            "segment": pd.array(segments, dtype="Int64"),
            "text": [f"{year}" for year in years],
            "hover": ["một câu"] * len(years),
        }
    )
    return theme_panel(frame, color="#6a489f", years=(2011, 2024), reach=(40.0, 70.0), suffix="%").to_dict()


def runs(figure: dict) -> list[list[float]]:
    return [trace["x"] for trace in figure["data"]]


def test_a_line_stops_at_a_break_and_at_a_missing_year():
    assert runs(panel([2017, 2018, 2020], [1, 2, 2])) == [[2017], [2018], [2020]]


def test_a_year_without_a_segment_stands_alone():
    assert runs(panel([2019, 2020], [None, None])) == [[2019], [2020]]


def test_few_points_are_all_labelled_and_many_only_at_the_end():
    few = [text for trace in panel([2022, 2023], [1, 1])["data"] for text in trace["text"]]
    assert few == ["<b>2022</b>", "<b>2023</b>"]
    many = [text for trace in panel(list(range(2015, 2025)), [1] * 10)["data"] for text in trace["text"]]
    assert [text for text in many if text] == ["<b>2024</b>"]


def test_two_neighbouring_years_are_not_written_over_each_other():
    assert [text for text in panel([2022, 2023], [1, 1])["layout"]["xaxis"]["ticktext"] if text] == ["2023"]


def test_ranks_have_no_place_zero():
    frame = pd.DataFrame(
        {
            "period_id": ["2024"],
            "value": [14.0],
            "segment": pd.array([1], dtype="Int64"),
            "text": ["14/61"],
            "hover": [""],
        }
    )
    figure = theme_panel(frame, color="#6a489f", years=(2011, 2024), reach=(65.0, -2.0), suffix="").to_dict()
    assert figure["layout"]["yaxis"]["tickvals"] == [1, 20, 40, 60]


def test_ours_is_red_named_and_drawn_last():
    points = pd.DataFrame(
        {
            "entity_id": ["P63-45", "P63-01"],
            "name": ["Quảng Trị (cũ)", "Hà Nội"],
            "x": [1.0, 2.0],
            "y": [3.0, 4.0],
            "hover": ["", ""],
        }
    )
    others, own = pair_dots(points, home=frozenset({"P63-45"}), names=("a", "b")).to_dict()["data"]
    assert own["marker"]["color"] == theme.HOME
    assert own["text"] == ["<b>Quảng Trị (cũ)</b>"]
    assert others.get("text") is None
