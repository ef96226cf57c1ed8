"""What a trend may say: nothing across a break, nothing of a rank without its count."""

from typing import Any

import pandas as pd

from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.indices.sightings import NOT_TOLD
from cchc_metrics.views.trend.table import breaks_table, years_table
from cchc_metrics.views.trend.words import finding, parts_finding

NAN = float("nan")
HISTORY = [
    *("entity_id", "name", "period_id", "value", "state", "segment", "change"),
    *("rank", "n_ranked", "rank_source", "quartile", "published_rank", "note", "source", "known"),
]
NO_BAND = pd.DataFrame(columns=["period_id", "n", "mean", "q25", "median", "q75", "min", "max"])
NO_MEANS = pd.DataFrame(columns=["period_id", "value", "source", "note"])
NO_TARGETS = pd.DataFrame(columns=["entity_id", "period_id", "value"])


def result(year: str, value: float, change: float = NAN, segment: Any = 1, **more: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "entity_id": "a",
        "name": "A",
        "state": "value",
        "rank": 2,
        "n_ranked": 61,
        "rank_source": "computed",
    }
    usual |= {"quartile": 1, "published_rank": pd.NA, "note": None, "source": "nguồn", "known": NOT_TOLD}
    return usual | {"period_id": year, "value": value, "change": change, "segment": segment} | more


def series(
    *rows: dict[str, Any], broken: tuple[tuple[str, str, str], ...] = (), means: pd.DataFrame = NO_MEANS
) -> Series:
    history = pd.DataFrame(list(rows), columns=HISTORY)
    breaks = pd.DataFrame(
        [(before, after, True, reason) for before, after, reason in broken],
        columns=["period_before", "period_after", "broken", "reason"],
    ).astype({"broken": "bool"})
    return Series("PAPI", "TOTAL", history, breaks, NO_BAND, means, NO_TARGETS, ("nguồn",))


def test_a_finding_names_value_group_rank_and_change() -> None:
    said = finding(series(result("2023", 42.0), result("2024", 43.5, 1.5)), "điểm", ["a"])
    assert said == (
        "A: 43,50 điểm năm 2024; nhóm cao nhất, hạng 2/61 do hệ thống tính; tăng 1,50 điểm so với năm 2023."
    )


def test_a_finding_never_tells_a_change_across_a_break() -> None:
    found = series(
        result("2019", 46.0), result("2020", 44.0, segment=2), broken=(("2019", "2020", "Trục 8 đổi cách đo"),)
    )
    said = finding(found, "điểm", ["a"])
    assert "không so sánh với năm 2019, lý do: trục 8 đổi cách đo" in said
    assert "giảm" not in said and "2,00" not in said


def test_a_finding_is_silent_about_a_year_before_that_has_no_value() -> None:
    found = series(
        result("2022", NAN, state="missing", rank=pd.NA, n_ranked=pd.NA, rank_source="", segment=pd.NA),
        result("2023", 42.0),
    )
    said = finding(found, "điểm", ["a"])
    assert "năm 2022" not in said and "so với" not in said


def test_the_unbroken_stretch_is_told_only_when_longer_than_the_last_step() -> None:
    two = series(result("2023", 42.0), result("2024", 43.5, 1.5))
    three = series(result("2022", 44.0), result("2023", 42.0, -2.0), result("2024", 43.5, 1.5))
    assert "tính từ năm" not in finding(two, "điểm", ["a"])
    assert "tính từ năm 2022, năm đầu của đoạn so sánh được, giảm 0,50 điểm" in finding(three, "điểm", ["a"])


def test_percentages_change_by_percentage_points() -> None:
    found = series(result("2022", 76.43), result("2023", 79.46, 3.03, rank_source="published", rank=53, n_ranked=63))
    said = finding(found, "%", ["a"])
    assert said == "A: 79,46% năm 2023; hạng 53/63 theo công bố; tăng 3,03 điểm phần trăm so với năm 2022."


def test_a_rank_printed_without_its_score_is_said_so() -> None:
    only_rank = result("2022", NAN, state="missing", rank=52, n_ranked=63, rank_source="published", segment=pd.NA)
    assert finding(series(only_rank), "%", ["a"]) == "A: hạng 52/63 năm 2022 theo công bố, điểm chưa có số liệu."


def test_parts_are_counted_by_what_may_be_told_of_them() -> None:
    risen, fallen = series(result("2024", 5.0, 0.5)), series(result("2024", 4.0, -0.5))
    unknown, absent = series(result("2024", 3.0)), series(result("2023", 2.0, 0.1))
    said = parts_finding({"D1": risen, "D2": fallen, "D3": unknown, "D4": absent}, "a")
    assert said == (
        "A, năm 2024 so với năm trước: 1 nội dung tăng, 1 nội dung giảm và "
        "2 nội dung không so sánh được hoặc chưa đủ số liệu."
    )


def test_the_table_says_what_is_missing_withheld_or_not_compared() -> None:
    withheld: dict[str, Any] = {
        "state": "missing",
        "rank": pd.NA,
        "n_ranked": pd.NA,
        "rank_source": "",
        "quartile": pd.NA,
    }
    found = series(
        result("2019", 46.0),
        result("2020", 44.0, segment=2),
        result("2021", NAN, segment=pd.NA, note="Nhà công bố không đưa kết quả", **withheld),
        result("2021", 40.0, entity_id="b", name="B"),
        broken=(("2019", "2020", "Trục 8 đổi cách đo"),),
    )
    rows = {row.id: row for row in years_table(found, ["a", "b"], "điểm").rows}
    assert rows["2021"].cells[:4] == ("2021", "không công bố", "", "")
    assert rows["2021"].notes == {1: "Nhà công bố không đưa kết quả"}
    assert rows["2020"].cells[1:4] == ("44,00", "không so sánh", "cao nhất · 2/61")
    assert rows["2020"].notes[2] == "Trục 8 đổi cách đo"
    assert rows["2019"].cells[4] == "chưa có số liệu"


def test_breaks_outside_the_years_shown_are_left_out() -> None:
    found = series(
        result("2022", 76.0), result("2023", 79.0, 3.0), broken=(("2016", "2017", "x"), ("2022", "2023", "y"))
    )
    table = breaks_table("SIPAS", {"Tổng điểm": found})
    assert table is not None
    assert [row.cells for row in table.rows] == [("1", "2022 và 2023", "y")]
    assert breaks_table("SIPAS", {"Tổng điểm": series(result("2023", 79.0))}) is None
