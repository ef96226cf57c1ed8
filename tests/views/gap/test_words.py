"""Whether the lost points of the parts close on the whole, and what is said when they do not."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.metrics import shortfall
from cchc_metrics.services.indices.gaps import Gaps
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.views.gap.words import check_line

NAN = float("nan")
Part = tuple[str, float, float, str]


def measured(rows: list[Part]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["name", "value", "max_score", "state"])
    frame["node_code"] = frame["name"]
    frame[["target", "best", "peer_mean", "n_scored", "n"]] = NAN
    frame["best_entity_id"] = None
    return shortfall.shortfalls(frame)


def gaps(*parts: Part, whole: tuple[float, float]) -> Gaps:
    table = measured(list(parts))
    missing = tuple(NodeInfo(name, name, "", 1, "TOTAL", None, "điểm") for name in table[table["value"].isna()]["name"])
    state = "missing" if pd.isna(whole[0]) else "value"
    return Gaps(
        index_code="PAPI",
        period_id="2024",
        entity_id="a",
        parent=NodeInfo("D1", "Tham gia", "", 0, "", whole[1], "điểm"),
        peer_group="",
        parts=table,
        whole=measured([("whole", *whole, state)]).iloc[0],
        total=shortfall.totals(table).iloc[0],
        missing_parts=missing,
        sources=(),
        population=63,
        peer_count=63,
    )


def value(name: str, score: float, most: float) -> Part:
    return name, score, most, "value"


def test_parts_that_make_up_the_whole_close() -> None:
    said = check_line(gaps(value("x", 6.0, 10.0), value("y", 7.5, 10.0), whole=(13.5, 20.0)), "điểm", "published")
    assert said == (
        "Tổng khớp: điểm mất của 2 nội dung cộng lại là 6,50 = tối đa 20 − kết quả 13,50 của «D1. Tham gia»."
    )


def test_thirds_of_ten_close_for_all_their_nine_decimals() -> None:
    parts = [value(name, 1.111111, 3.333333333) for name in "xyz"]
    assert check_line(gaps(*parts, whole=(3.333333, 10.0)), "điểm", "published").startswith("Tổng khớp")


def test_a_printed_whole_that_differs_is_told_with_the_difference() -> None:
    said = check_line(gaps(value("x", 6.0, 10.0), value("y", 7.5, 10.0), whole=(13.5007, 20.0)), "điểm", "published")
    assert said.startswith("Tổng lệch dưới 0,01 điểm") and "13,50" in said


def test_a_missing_part_is_named_and_the_sum_left_open() -> None:
    found = gaps(value("x", 6.0, 10.0), ("y", NAN, 10.0, "missing"), whole=(13.5, 20.0))
    assert check_line(found, "điểm", "published") == "Chưa khép được tổng điểm mất: thiếu điểm của y."


def test_a_part_without_a_known_maximum_is_named() -> None:
    found = gaps(value("x", 6.0, 10.0), value("y", 7.5, NAN), whole=(13.5, 20.0))
    assert check_line(found, "điểm", "published") == "Chưa khép được tổng điểm mất: chưa biết điểm tối đa của y."


def test_a_framework_known_in_part_says_how_much_lies_elsewhere() -> None:
    known = (value("3", 12.45, 13.0), value("4", 9.78, 10.5), value("5", 13.2, 15.0))
    said = check_line(gaps(*known, whole=(86.25, 100.0)), "điểm", "published")
    assert "tối đa 38,5 trong 100 điểm, mất 3,07 điểm" in said
    assert "mất tất cả 13,75 điểm; 10,68 điểm mất còn lại" in said


def test_an_exempt_part_leaves_the_denominator() -> None:
    found = gaps(value("x", 6.0, 10.0), ("y", NAN, 10.0, "na"), whole=(6.0, 20.0))
    found = Gaps(**{name: getattr(found, name) for name in Gaps.__slots__} | {"missing_parts": ()})
    assert "1 nội dung được miễn" in check_line(found, "điểm", "published")
    assert "điểm mất 4,00 = tối đa còn tính 10 − điểm đạt 6,00" in check_line(found, "điểm", "published")


def test_percentages_are_not_added_up() -> None:
    found = gaps(value("x", 90.0, 100.0), whole=(NAN, 100.0))
    assert check_line(found, "%", "published_pct").startswith("Tỷ lệ phần trăm của từng phần không cộng thành tổng")


@pytest.mark.parametrize("scale", [2.5, 10.0])
@settings(deadline=None, max_examples=40)
@given(scores=st.lists(st.integers(0, 2_500_000), min_size=1, max_size=8))
def test_the_sum_closes_whatever_the_scores(scale: float, scores: list[int]) -> None:
    parts = [value(str(place), score / 1_000_000, scale) for place, score in enumerate(scores)]
    found = gaps(*parts, whole=(sum(scores) / 1_000_000, scale * len(scores)))
    assert check_line(found, "điểm", "published").startswith("Tổng khớp")
