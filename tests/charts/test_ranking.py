"""What the ranking picture promises."""

import re

import pandas as pd
import pytest

from cchc_metrics.charts import theme
from cchc_metrics.charts.ranking import ranking_bars

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
    return ranking_bars(frame, **options).to_dict()


def test_rank_one_is_on_top():
    figure = drawn(ranked([9.0, 8.0, 7.0]))
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom > top
    assert figure["data"][0]["y"][0] == 0
    assert "Tỉnh 0" in figure["layout"]["yaxis"]["ticktext"][0]


def test_bars_start_at_zero():
    figure = drawn(ranked([41.2, 40.9, 40.1]), target=55.0)
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert figure["layout"]["xaxis"]["range"][1] >= 55.0
    assert "base" not in figure["data"][0]


def test_home_province_is_the_only_red():
    frame = ranked([9.0, 8.0, 7.0, 6.0]).assign(quartile=[1, 2, 3, 4])
    colors = drawn(frame)["data"][0]["marker"]["color"]
    assert [color == theme.HOME for color in colors] == [False, False, True, False]


def test_every_hover_is_a_sentence():
    hovers = drawn(ranked([9.0, 8.0, 7.0]))["data"][0]["hovertext"]
    assert all(re.search(r"\w.*\.$", hover) for hover in hovers)


def test_a_missing_value_has_no_bar_and_is_not_zero():
    bars = drawn(ranked([9.0, 8.0, 7.0, None]))["data"][0]
    assert bars["x"][3] is None
    assert bars["text"][3] == "–"


def test_numbers_on_bars_read_as_vietnamese():
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
