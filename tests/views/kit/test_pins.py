"""A pinned part comes first in a list of parts and bears a star on every picture of parts."""

import plotly.graph_objects as go
import pytest

from cchc_metrics.services.indices.lost import LostFilters, lost
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.gap.page import GapFilters
from cchc_metrics.views.gap.page import page as gap
from cchc_metrics.views.kit.pins import part_pin, parts_on, pinnable, pinned_first
from cchc_metrics.views.lost import pareto
from cchc_metrics.views.lost.page import PEERS, LostQuestion
from cchc_metrics.views.lost.page import page as lost_page
from cchc_metrics.views.overview import OverviewFilters, groups_of
from cchc_metrics.views.overview import page as overview
from cchc_metrics.views.why.page import page as why

OURS, PINS = "P63-45", ("P63-48", "PAPI|D7", "PAR INDEX|5.2", "PAPI|D3")
STARS = ("D7", "D3")


def starred_in(figure: go.Figure | None) -> list[str]:
    """The names with a star on a picture."""
    assert figure is not None
    told = [words for trace in figure.data for words in (trace.text if trace.text is not None else ())]
    return sorted({str(words).replace("<b>", "").split(".")[0] for words in told if "★" in str(words)})


def test_a_pin_says_of_which_index_it_is() -> None:
    assert part_pin("PAR INDEX", "5.2") == "PAR INDEX|5.2"
    assert parts_on(PINS, ("PAPI",)) == STARS
    assert parts_on(PINS, ()) == ("D7", "5.2", "D3")
    assert parts_on(("P63-48",), ("PAPI",)) == ()


def test_the_pinned_come_first_in_the_order_of_the_pins() -> None:
    offered = pinned_first({"TOTAL": "Cả", "D1": "Một", "D3": "Ba", "D7": "Bảy"}, (*STARS, "D9"))
    assert offered == {"D7": "★ Bảy", "D3": "★ Ba", "TOTAL": "Cả", "D1": "Một"}
    assert list(offered) == ["D7", "D3", "TOTAL", "D1"]


def test_whatever_can_be_pinned_has_a_name_and_no_total_is_among_it(shipped: Desk) -> None:
    names = pinnable(shipped)
    assert names["P63-48"] == "Đà Nẵng"
    assert names["PAPI|D3"].startswith("PAPI · D3. ")
    assert not [pin for pin in names if pin.endswith("|TOTAL")]


def test_the_rows_of_pinned_parts_bear_a_star_on_every_picture(shipped: Desk) -> None:
    filters = LostFilters("PAPI", "2024", OURS, peers=("P63-48", "P63-44", "P63-42"), peer_name="x", starred=STARS)
    drawn = [
        *(
            gap(shipped, GapFilters("PAPI", "2024", OURS, against=one, starred=STARS)).figure
            for one in ("cao-nhat", "toi-da")
        ),
        pareto.by_part(shipped, lost(shipped, filters), "").figure,
        lost_page(shipped, LostQuestion(PEERS, filters)).figure,
        groups_of(shipped, ("PAPI", "2024", OURS, STARS)).figure,
        why(shipped, WhyQuestion("PAPI", OURS, "2023", "2024", starred=STARS)).figure,
    ]
    for figure in drawn:
        assert len(starred_in(figure)) == 2, figure
    assert starred_in(gap(shipped, GapFilters("PAPI", "2024", OURS)).figure) == []


def test_a_pinned_part_is_drawn_where_only_the_first_twelve_are(shipped: Desk) -> None:
    found = lost(shipped, LostFilters("PAPI", "2024", OURS, leaves=True))
    last = str(found.known["key"].iloc[-1])
    assert len(found.known) > pareto._SHOWN
    starred = lost(shipped, LostFilters("PAPI", "2024", OURS, leaves=True, starred=(last,)))
    bars = pareto._bars(starred)
    assert last in set(bars["key"])
    assert len(bars) == pareto._SHOWN + 2
    assert bars["lost"].sum() == pytest.approx(found.known["lost_points"].sum())


def test_rows_of_parts_can_be_pinned_and_no_sum_can(shipped: Desk) -> None:
    table = gap(shipped, GapFilters("PAPI", "2024", OURS)).parts
    assert table is not None
    assert {row.pin for row in table.rows if not row.total} == {f"PAPI|D{n}" for n in range(1, 9)}
    assert {row.pin for row in table.rows if row.total} <= {""}


def test_today_draws_the_pinned_parts_beside_the_widest_gaps(shipped: Desk) -> None:
    def names(pins: tuple[str, ...]) -> list[str]:
        found = overview(shipped, OverviewFilters(OURS, pins)).gaps
        return [line.name for row in found for one in row if one.heading.startswith("PAPI") for line in one.lines]

    assert len(names(())) == 4
    assert [name[:4] for name in names(("PAPI|D1", "PAR INDEX|1")) if name.startswith("★")] == ["★ D1"]
    assert len(names(("PAPI|D1",))) in {4, 5}
