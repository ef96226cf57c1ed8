"""What the picture of a merged province promises."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.lineage import MergerMark, lineage_lines
from cchc_metrics.charts.trend import BreakMark

YEARS = ["2022", "2023", "2024", "2025"]


def own(**more: list[object]) -> pd.DataFrame:
    columns: dict[str, object] = {
        "period_id": YEARS,
        "value": [41.0, 42.0, 43.0, 45.0],
        "low": [40.0, 41.0, 42.0, 45.0],
        "high": [42.0, 43.0, 44.0, 45.0],
        "estimate": [True, True, True, False],
        "segment": pd.array([1, 1, 1, 2], dtype="Int64"),
        "hover": ["một câu"] * 4,
    }
    return pd.DataFrame(columns | more)


def parts() -> pd.DataFrame:
    rows = [
        (entity, name, year, value, 1, "một câu")
        for entity, name, value in (("P63-45", "Quảng Trị (cũ)", 42.0), ("P63-44", "Quảng Bình (cũ)", 40.0))
        for year in YEARS[:3]
    ]
    return pd.DataFrame(rows, columns=["entity_id", "name", "period_id", "value", "segment", "hover"])


def drawn(frame: pd.DataFrame, **more: object) -> dict:
    options: dict = {
        "color": theme.HOME,
        "unit": "điểm",
        "decimals": 2,
        "merger": MergerMark(2024.5, "sắp xếp tỉnh 01/7/2025"),
    } | more
    return lineage_lines(frame, parts(), **options).to_dict()


def lines(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if trace.get("line", {}).get("color") == theme.HOME]


def test_no_line_crosses_the_merger():
    assert [trace["x"] for trace in lines(drawn(own()))] == [[2022, 2023, 2024], [2025]]


def test_estimates_are_dashed_and_published_values_solid():
    assert [trace["line"]["dash"] for trace in lines(drawn(own()))] == ["dash", "solid"]


def test_the_merger_is_marked_with_words_and_a_line():
    figure = drawn(own())
    assert any(shape["x0"] == 2024.5 for shape in figure["layout"]["shapes"])
    assert any(
        note["text"] == "sắp xếp tỉnh<br>01/7/2025" and "textangle" not in note
        for note in figure["layout"]["annotations"]
    )


def test_the_predecessors_stand_behind_and_pale():
    figure = drawn(own())
    names = [trace.get("name") for trace in figure["data"]]
    assert names.index("Quảng Trị (cũ)") < names.index("Ước tính")
    faint = next(trace for trace in figure["data"] if trace.get("name") == "Quảng Bình (cũ)")
    assert faint["line"]["color"] != theme.HOME
    assert faint["line"]["width"] < 2


def test_the_band_covers_only_estimates_and_stops_at_a_break():
    frame = own(segment=[1, 2, 2, 3])
    figure = drawn(frame, breaks=[BreakMark("2022", "2023", "đổi cách đo")])
    bands = [trace["x"] for trace in figure["data"] if trace.get("fill") == "toself"]
    assert all(max(xs) < 2024.5 for xs in bands)
    assert not any(min(xs) <= 2022 and max(xs) >= 2023 for xs in bands)


def test_a_year_without_an_estimate_is_not_drawn():
    frame = own(value=[41.0, None, 43.0, 45.0], low=[40.0, None, 42.0, 45.0], segment=[1, None, 2, 3])
    assert [trace["x"] for trace in lines(drawn(frame))] == [[2022], [2024], [2025]]


def test_the_frame_is_left_as_it_is():
    frame = own()
    before = frame.copy(deep=True)
    drawn(frame)
    pd.testing.assert_frame_equal(frame, before)
