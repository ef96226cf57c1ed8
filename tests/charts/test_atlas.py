"""What the map promises, on two made-up provinces."""

import numpy as np
import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.atlas import (
    INSETS,
    LegendLine,
    Outline,
    PlaceName,
    atlas_map,
    blend,
    change_colors,
    inset_points,
    level_colors,
)
from cchc_metrics.config import PROJECT
from cchc_metrics.views.atlas.shapes import outlines

REFERENCE = PROJECT / "data" / "reference"

NONE = np.array([], dtype="float32")
SQUARE = np.array([106, 107, 107, 106, 106], dtype="float32"), np.array([16, 16, 17, 17, 16], dtype="float32")
FAR = np.array([112, 112.1, 112, 112], dtype="float32"), np.array([16, 16, 16.1, 16], dtype="float32")
OUTLINES = {
    "P63-45": Outline(*SQUARE, NONE, NONE, (106.5, 16.5)),
    "P63-48": Outline(*SQUARE, *FAR, (107.5, 15.5)),
}


def drawn(**colors: str | None) -> dict:
    rows = [(name.replace("_", "-"), color, "một câu") for name, color in colors.items()]
    frame = pd.DataFrame(rows, columns=["entity_id", "color", "hover"])
    return atlas_map(
        frame,
        OUTLINES,
        places=[PlaceName("Quần đảo Hoàng Sa (TP. Đà Nẵng, Việt Nam)", 112.0, 16.45, (111.0, 15.6, 113.0, 17.2))],
        legend=[LegendLine("#47647f", "Nhóm cao nhất"), LegendLine(None, "không có số công bố")],
        home={"P63-45": "Quảng Trị (cũ)"},
    ).to_dict()


def test_a_province_without_a_number_is_hatched_and_not_pale():
    figure = drawn(P63_45="#47647f", P63_48=None)
    fills = {trace["name"]: trace for trace in figure["data"] if "name" in trace}
    assert fills["P63-45"]["fillcolor"] == "#47647f"
    assert fills["P63-48"]["fillpattern"]["shape"] == "/"


def test_a_province_without_a_row_is_hatched_too():
    fills = {trace["name"]: trace for trace in drawn(P63_45="#47647f")["data"] if "name" in trace}
    assert "fillpattern" in fills["P63-48"]


def test_islands_have_a_line_that_shows_and_the_colour_of_their_province():
    traces = [trace for trace in drawn(P63_45="#47647f", P63_48="#d9e1e8")["data"] if trace.get("name") == "P63-48"]
    assert [trace["fillcolor"] for trace in traces] == ["#d9e1e8", "#d9e1e8"]
    assert traces[1]["line"]["color"] != theme.PAPER


def test_only_ours_is_bordered_in_red():
    red = [trace for trace in drawn(P63_45="#47647f")["data"] if trace["line"]["color"] == theme.HOME]
    assert len(red) == 1


def test_nothing_asks_for_a_base_layer():
    figure = drawn(P63_45="#47647f")
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert not {"geo", "map", "mapbox"} & set(figure["layout"])


def test_every_island_of_both_archipelagos_stands_in_its_frame_beside_the_mainland():
    layout = drawn(P63_45="#47647f")["layout"]
    assert layout["yaxis"]["scaleanchor"] == "x"
    _, east = layout["xaxis"]["range"]
    south, north = layout["yaxis"]["range"]
    coast = max(np.nanmax(outline.x) for outline in outlines(REFERENCE, "63").values())
    frames = [inset.frame for inset in INSETS]
    assert all(coast < x0 and x1 <= east and south <= y0 and y1 <= north for x0, y0, x1, y1 in frames)
    count = 0
    for outline in outlines(REFERENCE, "63").values():
        far = outline.islands_x > coast
        x, y = inset_points(outline.islands_x, outline.islands_y)
        count += int(far.sum())
        for lon, lat in zip(x[far], y[far], strict=True):
            assert any(x0 <= lon <= x1 and y0 <= lat <= y1 for x0, y0, x1, y1 in frames)
    assert count > 1000


def test_an_archipelago_is_named_at_its_frame_with_the_province_it_belongs_to():
    notes = drawn(P63_45="#47647f")["layout"]["annotations"]
    (name,) = [note for note in notes if "Hoàng Sa" in note["text"]]
    assert "Đà Nẵng, Việt Nam" in name["text"].replace("<br>", " ")
    assert (name["x"], name["y"]) == (INSETS[0].frame[2], INSETS[0].frame[1])


def test_a_level_is_dark_where_it_is_high_and_missing_where_it_is_missing():
    assert level_colors(pd.Series([1.0, None, 3.0])) == [blend(0.0), None, blend(1.0)]


def test_a_fall_has_another_hue_than_a_rise_of_the_same_size():
    rise, fall, none = change_colors(pd.Series([2.0, -2.0, None]))
    assert (rise, fall, none) == (blend(1.0), blend(1.0, falling=True), None)
    assert rise != fall


def test_equal_values_are_all_drawn():
    assert level_colors(pd.Series([2.0, 2.0])) == [blend(1.0), blend(1.0)]
    assert change_colors(pd.Series([0.0])) == [blend(0.0)]
