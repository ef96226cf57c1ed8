"""What the ranking picture promises."""

import itertools
import re

import pandas as pd
import pytest

from cchc_metrics.charts import theme
from cchc_metrics.charts.ranking import ranking_dots

HOME = "P63-45"


def ranked(values: list[float | None], previous: list[int | None] | None = None) -> pd.DataFrame:
    """One row per entity in rank order; the third is ours."""
    count = len(values)
    ids = [HOME if place == 2 else f"P63-{place:02d}" for place in range(count)]
    return pd.DataFrame(
        {
            "entity_id": ids,
            "name": [f"Tỉnh {place}" for place in range(count)],
            "value": pd.array(values, dtype="Float64").astype("float64"),
            "rank": pd.array([place + 1 if value is not None else None for place, value in enumerate(values)], "Int64"),
            "n_ranked": count,
            "previous_rank": pd.array(previous or [None] * count, "Int64"),
            "hover": [f"Tỉnh {place} xếp hạng {place + 1}." for place in range(count)],
        }
    )


def drawn(frame: pd.DataFrame, **more: object) -> dict:
    options: dict = {"home": HOME, "index_code": "PAPI", "unit": "điểm", "decimals": 2} | more
    return ranking_dots(frame, **options).to_dict()


def luminance(color: str) -> float:
    """Of sRGB, as WCAG defines it."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_rank_one_is_on_top():
    figure = drawn(ranked([9.0, 8.0, 7.0]))
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom > top
    assert figure["data"][0]["y"][0] == 0
    assert "Tỉnh 0" in figure["layout"]["yaxis"]["ticktext"][0]


def test_the_axis_spans_what_is_drawn_and_no_more():
    figure = drawn(ranked([41.2, 40.9, 40.1]), target=55.0, medians={"cả nước": 40.5})
    least, most = figure["layout"]["xaxis"]["range"]
    assert 30 < least < 40.1
    assert 55.0 < most < 60


def test_home_province_is_the_only_red():
    frame = ranked([9.0, 8.0, 7.0, 6.0]).assign(quartile=[1, 2, 3, 4])
    colors = drawn(frame)["data"][0]["marker"]["color"]
    assert [color == theme.HOME for color in colors] == [False, False, True, False]


def test_the_own_mark_is_told_apart_without_colour():
    frame = ranked([9.0, 8.0, 7.0, 6.0]).assign(quartile=[1, 2, 3, 4])
    dots = drawn(frame)["data"][0]
    marker = dots["marker"]
    own, others = marker["symbol"][2], {symbol for place, symbol in enumerate(marker["symbol"]) if place != 2}
    assert own not in others
    assert marker["size"][2] > max(size for place, size in enumerate(marker["size"]) if place != 2)
    assert marker["line"]["width"][2] > 0
    assert dots["text"][2] == "&nbsp;<b>7,00</b>"
    ground = theme.QUARTILE_GROUNDS[2]
    assert contrast(theme.INK, ground) >= 3
    assert contrast(theme.HOME, ground) >= 3


def test_neighbouring_groups_differ_in_grey():
    for darker, paler in itertools.pairwise(theme.QUARTILES):
        assert contrast(darker, paler) >= 1.25


def test_a_previous_value_is_an_open_mark_in_the_same_row():
    frame = ranked([9.0, 8.0, 7.0]).assign(previous_value=[float("nan"), 7.5, float("nan")])
    figure = drawn(frame)
    before = next(trace for trace in figure["data"] if trace.get("name") == "kỳ trước")
    assert before["x"] == [7.5]
    assert before["y"] == [1]
    assert before["marker"]["symbol"] == "circle-open"


def test_medians_are_named_lines():
    figure = drawn(ranked([9.0, 8.0, 7.0]), medians={"cả nước": 7.9, "Bắc Trung Bộ": 8.1})
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [7.9, 8.1]
    said = [mark["text"] for mark in figure["layout"]["annotations"]]
    assert "Trung vị cả nước 7,90" in said
    assert "Trung vị Bắc Trung Bộ 8,10" in said


def test_a_median_with_a_long_name_is_written_in_lines_that_a_phone_has_room_for():
    long = "North Central and Central Coast"
    figure = drawn(ranked([9.0, 8.0, 7.0]), medians={long: 8.9, "cả nước": 7.9})
    words = {mark["text"]: mark for mark in figure["layout"]["annotations"]}
    broken = next(text for text in words if "Central" in text)
    assert max(map(len, broken.split("<br>"))) <= 28 and long in broken.replace("<br>", " ")
    short = words["Trung vị cả nước 7,90"]
    assert words[broken]["yshift"] >= short["yshift"] + 17
    assert (
        words[broken]["yshift"] + 17 * len(broken.split("<br>")) <= figure["layout"]["margin"]["t"] - theme.TITLE_STRIP
    )
    assert (short["xanchor"], words[broken]["xanchor"]) == ("center", "right")


@pytest.mark.parametrize("values", [[47.8, 45.0, 40.0], [93.25, 90.0, 70.5, 1.0]])
def test_the_number_beside_the_last_dot_has_room_on_a_phone(values: list[float]):
    figure = drawn(ranked(list(values)))
    least, most = figure["layout"]["xaxis"]["range"]
    pixels = 147  # what a phone of 390 leaves between the names and the changes
    assert (most - max(values)) / (most - least) * pixels >= 8 + 7.4 * len(figure["data"][0]["text"][0])


def test_each_group_has_a_ground_of_its_own():
    frame = ranked([9.0, 8.0, 7.0, 6.0]).assign(quartile=[1, 1, 2, 4])
    grounds = [shape for shape in drawn(frame)["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(ground["y0"], ground["y1"]) for ground in grounds] == [(-0.5, 1.5), (1.5, 2.5), (2.5, 3.5)]


def test_every_hover_is_a_sentence():
    hovers = drawn(ranked([9.0, 8.0, 7.0]))["data"][0]["hovertext"]
    assert all(re.search(r"\w.*\.$", hover) for hover in hovers)


def test_a_missing_value_has_no_dot_and_is_not_zero():
    bars = drawn(ranked([9.0, 8.0, 7.0, None]))["data"][0]
    assert bars["x"][3] is None
    assert bars["text"][3] == "–"


def test_numbers_beside_dots_read_as_vietnamese():
    assert drawn(ranked([1234.5, 8.0, 7.0]))["data"][0]["text"][0] == "1.234,50"


@pytest.mark.parametrize(("previous", "said"), [(5, "▲ 2"), (1, "▼ 2"), (3, "="), (None, "")])
def test_places_gained_point_up(previous, said):
    changes = drawn(ranked([9.0, 8.0, 7.0], [None, None, previous]))["data"][1]["text"]
    assert re.sub(r"<[^>]+>", "", changes[2]) == said


def test_a_new_block_leaves_a_row_of_dots():
    frame = ranked([9.0, 8.0, 7.0, 6.0]).assign(block=[0, 0, 1, 1])
    figure = drawn(frame)
    assert figure["data"][0]["y"] == [0, 1, 3, 4]
    axis = figure["layout"]["yaxis"]
    assert axis["ticktext"][list(axis["tickvals"]).index(2)] == "⋯"


def test_the_target_is_a_dashed_line_with_its_number():
    figure = drawn(ranked([9.0, 8.0, 7.0]), target=8.5)
    assert figure["layout"]["shapes"][0]["line"]["dash"] == "dash"
    assert figure["layout"]["shapes"][0]["x0"] == 8.5
    assert any("8,50" in mark["text"] for mark in figure["layout"]["annotations"])


def test_a_name_cannot_bring_markup_into_the_picture():
    frame = ranked([9.0, 8.0, 7.0]).assign(name="<a href='x'>tỉnh</a>", hover="<b>Tỉnh</b> xếp hạng 1.")
    figure = drawn(frame)
    assert "<a" not in figure["layout"]["yaxis"]["ticktext"][0]
    assert "<b>" not in figure["data"][0]["hovertext"][0]


def test_the_frame_is_not_changed():
    frame = ranked([9.0, 8.0, 7.0])
    before = frame.copy(deep=True)
    drawn(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_an_empty_ranking_is_an_empty_picture():
    assert list(drawn(ranked([]))["data"][0]["x"]) == []


def test_the_saved_picture_carries_title_and_source():
    figure = drawn(ranked([9.0, 8.0, 7.0]), title="Xếp hạng PAPI 2024", footer="Nguồn: papi.org.vn.")
    said = " ".join(mark["text"] for mark in figure["layout"]["annotations"])
    assert "Xếp hạng PAPI 2024" in said
    assert "Nguồn: papi.org.vn." in said
