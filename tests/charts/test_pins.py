"""Pinned provinces stand on every chart with a shape of their own, so that colour alone tells nobody apart."""

import pandas as pd

from cchc_metrics.charts.across import place_slopes
from cchc_metrics.charts.gap_range import gap_range
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.services.indices.selection import AROUND, TOP, select
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.atlas.page import AtlasFilters
from cchc_metrics.views.atlas.page import page as atlas
from cchc_metrics.views.kit.pins import pins_on
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking
from cchc_metrics.views.trend.page import TrendFilters, page
from cchc_metrics.views.trend.ranks import ranks

OURS = "P63-45"


def last_of(desk: Desk) -> str:
    table = standing(desk, Question("PAPI", "2024")).table
    return str(table[table["rank"].notna()].sort_values("rank")["entity_id"].iloc[-1])


def test_six_shapes_are_six_and_none_of_them_is_ours() -> None:
    marks = [pin_at(place) for place in range(6)]
    assert len({mark.symbol for mark in marks}) == len({mark.glyph for mark in marks}) == 6
    assert "diamond" not in {mark.symbol for mark in marks}


def test_a_pinned_province_stands_in_a_ranking_that_would_leave_it_out(shipped: Desk) -> None:
    pinned = last_of(shipped)
    found = standing(shipped, Question("PAPI", "2024"))
    without = select(shipped, found, "", OURS, everyone=False)
    assert pinned not in set(without.rows["entity_id"])
    assert len(without.rows) <= TOP + 2 * AROUND + 3
    assert pinned in set(select(shipped, found, "", OURS, everyone=False, pinned=(pinned,)).rows["entity_id"])


def test_it_has_its_shape_on_the_dots_and_at_its_name(shipped: Desk) -> None:
    pinned = last_of(shipped)
    view = ranking(shipped, RankingFilters("PAPI", "2024", "TOTAL", "published", "", OURS, False, pinned=(pinned,)))
    assert view.figure is not None
    dots = view.figure.data[0]
    symbols = dict(zip(dots.customdata, dots.marker.symbol, strict=True))
    assert symbols[pinned] == "square"
    assert symbols[OURS] == "diamond"
    assert any(str(name).startswith("■") for name in view.figure.layout.yaxis.ticktext)
    assert view.table is not None
    assert {row.pin for row in view.table.rows} >= {pinned, OURS}


def test_it_is_named_on_the_map(shipped: Desk) -> None:
    view = atlas(shipped, AtlasFilters("PAPI", "2024", "TOTAL", "published", "63", "diem", "", ("P63-48",)))
    (mark,) = [trace for trace in view.figure.data if trace.marker.symbol == "square"]
    assert mark.text == ("<b>Đà Nẵng</b>",)


def test_it_has_its_shape_on_ranges_and_slopes() -> None:
    frame = pd.DataFrame(
        {
            "node_code": ["D1", "D2"],
            "name": ["Một", "Hai"],
            "value": [5.0, 4.0],
            "median": [5.5, 4.5],
            "best": [6.0, 7.0],
            "hover": ["a", "b"],
            "P63-48": [5.8, None],
        }
    )
    figure = gap_range(frame, own="Ta", unit="điểm", decimals=2, pins={"P63-48": "Đà Nẵng"})
    (mark,) = [trace for trace in figure.data if trace.name == "Đà Nẵng"]
    assert (mark.marker.symbol, list(mark.x)) == ("square", [5.8])
    rows = pd.DataFrame(
        {
            "stop": [0, 1, 0, 1],
            "entity_id": ["P63-45", "P63-45", "P63-48", "P63-48"],
            "name": ["Ta", "Ta", "Đà Nẵng", "Đà Nẵng"],
            "place": [10.0, 20.0, 60.0, 70.0],
            "words": ["50/61", "48/61", "20/61", "18/61"],
            "hover": ["x"] * 4,
        }
    )
    slopes = place_slopes(rows, ["PAPI 2024", "SIPAS 2023"], home="P63-45", pins=("P63-48", "P63-01"))
    assert [trace.text[-1] for trace in slopes.data if trace.marker.symbol == "square"] == ["■ Đà Nẵng"]


def test_pins_follow_the_base_of_the_page(shipped: Desk) -> None:
    pins = ("P63-48", "P34-44", "không có")
    assert pins_on(shipped, pins, "63")[0] == "P63-48"
    after = pins_on(shipped, pins, "34")
    assert "P34-44" in after
    assert all(one.startswith("P34") for one in after)
    assert pins_on(shipped, pins, "63", ("P63-48",)) == pins_on(shipped, pins, "63")[1:]


def test_a_province_has_one_shape_on_the_lines_and_on_the_ranks(shipped: Desk) -> None:
    asked = TrendFilters("PAPI", (OURS, "P63-48", "P63-01"))
    lines, moves = page(shipped, asked).panels[0].figures[0][1], ranks(shipped, asked).figure
    assert moves is not None
    for name, symbol in (("Đà Nẵng", "square"), ("Hà Nội", "triangle-up")):
        for figure in (lines, moves):
            assert {trace.marker.symbol for trace in figure.data if trace.name == name} == {symbol}
