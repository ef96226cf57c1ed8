"""What the pictures across several indices promise."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.across import pair_dots, place_slopes


def slopes(*rows: tuple[int, str, float]) -> dict:
    frame = pd.DataFrame(
        [
            {"stop": stop, "entity_id": who, "name": who, "place": place, "words": "14/61", "hover": "Một câu."}
            for stop, who, place in rows
        ]
    )
    return place_slopes(frame, ["PAR INDEX · 2023", "SIPAS · 2023", "PAPI · 2024"], home="P63-45").to_dict()


def test_ours_is_one_red_line_over_the_grey_ones_with_its_rank_at_each_stop():
    others, own = slopes((0, "P63-45", 40.0), (1, "P63-45", 20.0), (0, "P63-01", 90.0), (1, "P63-01", 80.0))["data"]
    assert (own["x"], own["y"]) == ([0, 1], [40.0, 20.0])
    assert own["line"]["color"] == theme.HOME and own["text"] == ["<b>14/61</b>"] * 2
    assert others["line"]["color"] == theme.OTHERS


def test_a_province_without_a_rank_at_a_stop_has_a_gap_there():
    others = slopes((0, "P63-45", 1.0), (0, "P63-01", 90.0), (2, "P63-01", 80.0))["data"][0]
    assert others["x"] == [0, None, 2, None]


def test_the_first_place_is_on_top():
    axis = slopes((0, "P63-45", 100.0))["layout"]["yaxis"]
    assert axis["range"][0] < 0 and axis["range"][1] > 100
    assert dict(zip(axis["tickvals"], axis["ticktext"], strict=True))[100] == "đầu bảng"


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
