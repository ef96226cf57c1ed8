"""What the range of gaps promises."""

import pandas as pd

from cchc_metrics.charts.gap_range import gap_range

FRAME = pd.DataFrame(
    {
        "node_code": ["D1", "D2", "D3"],
        "name": ["Một", "Hai", "Ba"],
        "value": [5.0, 6.0, float("nan")],
        "median": [5.2, 5.5, 4.0],
        "best": [5.5, 7.5, float("nan")],
        "hover": ["Một đạt 5.", "Hai đạt 6.", "Ba chưa có số liệu."],
    }
)


def drawn(frame: pd.DataFrame = FRAME) -> dict:
    return gap_range(frame, own="Quảng Trị (cũ)", unit="điểm", decimals=2).to_dict()


def trace(figure: dict, name: str) -> dict:
    return next(one for one in figure["data"] if one.get("name") == name)


def test_the_widest_gap_to_the_best_stands_on_top() -> None:
    assert trace(drawn(), "cao nhất")["customdata"] == ["D2", "D1"]


def test_three_marks_differ_by_shape() -> None:
    figure = drawn()
    names = ("Quảng Trị (cũ)", "trung vị cả nước", "cao nhất")
    assert len({trace(figure, name)["marker"]["symbol"] for name in names}) == 3


def test_a_missing_value_has_no_mark_and_says_so() -> None:
    figure = drawn()
    assert "D3" not in trace(figure, "Quảng Trị (cũ)")["customdata"]
    assert any("Ba –" in text for text in figure["data"][-1]["text"])


def test_the_axis_spans_what_is_drawn() -> None:
    least, most = drawn()["layout"]["xaxis"]["range"]
    assert 3.5 < least < 4.0
    assert 7.5 < most < 8.2


def test_the_frame_is_not_changed() -> None:
    before = FRAME.copy(deep=True)
    drawn()
    pd.testing.assert_frame_equal(FRAME, before)
