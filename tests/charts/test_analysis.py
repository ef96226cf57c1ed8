"""What the pictures of a change, of lost points and of groups promise."""

from pathlib import Path
from typing import Any

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.heatmap import quartile_cells
from cchc_metrics.charts.pareto import pareto_bars
from cchc_metrics.charts.traces import short
from cchc_metrics.charts.waterfall import change_bars, waterfall


def steps(*deltas: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": [f"D{place}" for place in range(len(deltas))],
            "name": [f"Nội dung {place}" for place in range(len(deltas))],
            "delta": deltas,
            "label": [str(delta) for delta in deltas],
            "hover": ["Một câu."] * len(deltas),
            "quiet": [False] * (len(deltas) - 1) + [True],
        }
    )


def fall(*deltas: float) -> dict[str, Any]:
    ends = ("2023", 10.0, "10"), ("2024", 10.0 + sum(deltas), "12")
    return waterfall(
        steps(*deltas), start=ends[0], end=ends[1], hue="#6a489f", axis_title="Điểm", title="T", footer="F"
    ).to_dict()


def test_every_step_begins_where_the_last_one_ended() -> None:
    bars = fall(2.0, -1.0, 0.5)["data"][0]
    assert list(bars["base"]) == [10.0, 12.0, 11.0]
    assert list(bars["x"]) == [2.0, -1.0, 0.5]


def test_the_ends_are_marks_and_not_bars_cut_off_from_zero() -> None:
    figure = fall(2.0, -1.0)
    marks = [trace for trace in figure["data"] if trace["type"] == "scatter" and "markers" in trace["mode"]]
    assert list(marks[0]["x"]) == [10.0, 11.0]
    assert sum(trace["type"] == "bar" for trace in figure["data"]) == 1


def test_what_is_no_parts_doing_is_hatched() -> None:
    pattern = fall(2.0, -1.0)["data"][0]["marker"]["pattern"]["shape"]
    assert list(pattern) == ["", "/"]


def test_a_waterfall_without_a_change_can_be_drawn() -> None:
    assert fall(0.0)["layout"]["xaxis"]["range"][0] < 10.0


def test_changes_stand_on_both_sides_of_zero_and_the_frame_is_not_changed() -> None:
    frame = steps(1.0, -2.0)
    kept = frame.copy()
    figure = change_bars(frame, hue="#0b7068", axis_title="Thay đổi").to_dict()
    assert list(figure["data"][0]["base"]) == [0.0, 0.0]
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < -2.0 and high > 1.0
    pd.testing.assert_frame_equal(frame, kept)


def lost(shares: list[float]) -> pd.DataFrame:
    frame = steps(*[float(place) for place in range(len(shares))]).assign(lost=[4.0, 3.0, 1.0])
    return frame.assign(share=shares, cumulative=pd.Series(shares).cumsum())


def notes(figure: dict[str, Any]) -> list[str]:
    return [note["text"] for note in figure["layout"].get("annotations", ())]


def test_bars_are_points_and_the_running_share_is_a_column_and_no_line() -> None:
    figure = pareto_bars(lost([0.5, 0.375, 0.125]), hue="#6a489f", axis_title="Điểm mất").to_dict()
    assert list(figure["data"][0]["x"]) == [4.0, 3.0, 1.0]
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert [text for text in notes(figure) if text.endswith("%")] == ["50%", "88%", "100%"]
    assert not [trace for trace in figure["data"] if "lines" in trace.get("mode", "")]


def test_without_shares_there_is_no_column_of_running_shares() -> None:
    figure = pareto_bars(lost([float("nan")] * 3), hue="#6a489f", axis_title="Điểm mất").to_dict()
    assert list(figure["data"][0]["x"]) == [4.0, 3.0, 1.0]
    assert not [text for text in notes(figure) if text.endswith("%")]


def test_labels_of_changes_stand_outside_their_bars_and_both_colours_are_named() -> None:
    figure = change_bars(steps(1.0, -2.0), hue="#0b7068", axis_title="Thay đổi").to_dict()
    assert list(figure["data"][1]["textposition"]) == ["middle right", "middle left"]
    assert any("cao hơn" in text and "thấp hơn" in text for text in notes(figure))


def test_no_joint_of_a_waterfall_touches_a_label() -> None:
    figure = fall(2.0, -1.0, 0.5)
    middles = list(figure["data"][0]["y"])
    for joint in figure["layout"]["shapes"]:
        assert all(not joint["y0"] < middle < joint["y1"] for middle in middles)
        assert all(abs(joint[end] - middle) >= 0.17 - 1e-9 for end in ("y0", "y1") for middle in middles)


def grid() -> dict[str, Any]:
    frame = pd.DataFrame(
        {
            "key": ["D1", "D1", "D1"],
            "year": ["2022", "2023", "2024"],
            "quartile": pd.array([1, None, 4], dtype="Int64"),
            "hover": ["Một câu."] * 3,
        }
    )
    return quartile_cells(
        frame,
        rows=[("D1", "Nội dung"), ("D2", "Không có gì")],
        years=["2022", "2023", "2024"],
        legend=["cao nhất", "trung bình cao", "trung bình thấp", "thấp nhất", "chưa có số liệu"],
        breaks=[("D1", "2023", "2024", "Đổi cách đo.")],
    ).to_dict()


def test_a_year_without_a_group_is_an_empty_cell() -> None:
    figure = grid()
    assert list(figure["data"][1]["x"]) == [0, 2]
    assert [figure["data"][1]["marker"]["color"][place] for place in (0, 1)] == [theme.QUARTILES[0], theme.QUARTILES[3]]
    empty = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert len(empty) == 4


def test_a_break_is_a_mark_between_its_two_years() -> None:
    (mark,) = [shape for shape in grid()["layout"]["shapes"] if shape["type"] == "line"]
    assert mark["x0"] == mark["x1"] == 1.5


def test_the_legend_says_what_every_cell_means() -> None:
    words = " ".join(note["text"] for note in grid()["layout"]["annotations"])
    assert "1 cao nhất" in words and "4 thấp nhất" in words and "chưa có số liệu" in words


def test_words_beside_bars_keep_their_size() -> None:
    """Plotly makes the words of a short bar smaller unless it is told not to."""
    told = {path.name: path.read_text(encoding="utf-8") for path in Path(theme.__file__).parent.glob("*.py")}
    bars = {name: text.count('"textposition": "outside"') for name, text in told.items()}
    assert sum(bars.values()) >= 3
    assert {name: text.count('"constraintext": "none"') for name, text in told.items() if bars[name]} == {
        name: count for name, count in bars.items() if count
    }


def test_a_long_name_over_a_bar_keeps_the_province_in_brackets() -> None:
    long = "Công khai, minh bạch trong việc ra quyết định (Bình Thuận)"
    cut = short(long, 50)
    assert len(cut) <= 50 and cut.endswith(" … (Bình Thuận)") and long.startswith(cut.split(" …")[0])
    longest = "D2. Công khai, minh bạch trong việc ra quyết định"
    assert short(longest) == longest
    assert short("Quản trị điện tử (Bình Dương)", 50) == "Quản trị điện tử (Bình Dương)"
