"""What the picture of ranks over the years promises."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.bump import rank_lines


def frame() -> pd.DataFrame:
    rows = [
        ("A", "Ta", "2020", 30, 0),
        ("A", "Ta", "2021", 20, 1),
        ("A", "Ta", "2022", 10, 1),
        ("A", "Ta", "2024", 12, 1),
        ("B", "Bạn", "2021", 1, 0),
        ("B", "Bạn", "2022", 2, 0),
    ]
    columns = ["entity_id", "name", "period_id", "rank", "segment"]
    return pd.DataFrame(rows, columns=columns).assign(hover="Một câu.")


def drawn() -> dict:
    return rank_lines(frame(), home="A", behind=frozenset({"B"})).to_dict()


def own(figure: dict) -> list[dict]:
    return [trace for trace in figure["data"] if trace.get("name") == "Ta"]


def test_first_place_is_on_top() -> None:
    low, high = drawn()["layout"]["yaxis"]["range"]
    assert low < -30 < -1 < high
    assert drawn()["layout"]["yaxis"]["ticktext"][0] == "1"


def test_no_line_crosses_a_break_or_a_missing_year() -> None:
    first, second = own(drawn())
    assert list(first["x"]) == [2020]
    assert list(second["x"]) == [2021, 2022, None, 2024]


def test_ours_is_the_only_red_and_is_told_apart_by_its_shape() -> None:
    figure = drawn()
    red = {trace["name"] for trace in figure["data"] if trace["line"]["color"] == theme.HOME}
    assert red == {"Ta"}
    assert {trace["marker"]["symbol"] for trace in own(figure)} == {"diamond"}
    assert "<b>10</b>" in own(figure)[1]["text"]


def test_who_is_compared_has_the_hue_that_the_line_of_its_values_has() -> None:
    figure = rank_lines(frame(), home="A", behind=frozenset()).to_dict()
    assert {trace["line"]["color"] for trace in figure["data"] if trace["name"] == "Bạn"} == {theme.COMPARED[0]}


def test_our_line_has_its_name_and_last_rank_at_its_end() -> None:
    said = " ".join(mark["text"] for mark in drawn()["layout"]["annotations"])
    assert "Ta 12" in said


def test_a_line_that_ends_earlier_has_its_year_and_one_behind_no_label() -> None:
    compared = rank_lines(frame(), home="A", behind=frozenset()).to_dict()["layout"]["annotations"]
    assert [(mark["text"], mark["x"]) for mark in compared if "(2022)" in mark["text"]] == [
        ("Bạn<br><b>2 (2022)</b>", 2022)
    ]
    assert not any("(2022)" in mark["text"] for mark in drawn()["layout"]["annotations"])


def test_a_phone_leaves_out_every_second_of_many_ranks_and_none_stands_twice() -> None:
    years = [(("A", "Ta", str(year), 10, 1)) for year in range(2012, 2025)]
    many = pd.DataFrame(years, columns=frame().columns[:5]).assign(hover="Một câu.")
    (line,) = own(rank_lines(many, home="A", behind=frozenset()).to_dict())
    wide = ["cchc-wide" in family for family in line["textfont"]["family"]]
    assert wide[-3:] == [False, True, False] and sum(wide) == 6
    assert line["text"][-1] == "" and line["text"][0] == "<b>10</b>"


def test_a_long_name_at_the_end_of_a_line_has_room() -> None:
    long = frame().replace({"name": {"Ta": "Province with a long English name"}})
    assert rank_lines(long, home="A", behind=frozenset()).layout.margin.r > 36 * 7
    assert drawn()["layout"]["margin"]["r"] == 142


def test_the_frame_is_not_changed() -> None:
    given = frame()
    rank_lines(given, home="A", behind=frozenset({"B"}))
    pd.testing.assert_frame_equal(given, frame())
