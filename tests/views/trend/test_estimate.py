"""The estimate of the merged province on the page Xu hướng."""

from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.trend.page import TrendFilters, page

OURS = ("P63-45", "P63-44")


def dashed(desk: Desk, *entities: str, estimate: bool = True) -> list[list[float]]:
    """Where the dashed lines of the first panel run."""
    figure = page(desk, TrendFilters("PAPI", entities, estimate=estimate)).panels[0].figures[0][1]
    lines = [trace for trace in figure.data if trace.mode == "lines+markers"]
    return [list(trace.x) for trace in lines if trace.line.dash == "dash"]


def test_the_estimate_is_dashed_and_crosses_no_break(shipped: Desk) -> None:
    runs = dashed(shipped, *OURS)
    assert [(run[0], run[-1]) for run in runs] == [
        (2011, 2015),
        (2016, 2017),
        (2018, 2018),
        (2019, 2019),
        (2020, 2020),
        (2021, 2024),
    ]


def test_nobody_who_did_not_ask_sees_an_estimate(shipped: Desk) -> None:
    assert dashed(shipped, *OURS, estimate=False) == []


def test_a_page_without_ours_gets_no_estimate_of_ours(shipped: Desk) -> None:
    assert dashed(shipped, "P63-22") == []


def test_the_note_says_what_the_dashes_are(shipped: Desk) -> None:
    panel = page(shipped, TrendFilters("PAPI", OURS, estimate=True)).panels[0]
    assert "không phải số công bố" in panel.source.note
