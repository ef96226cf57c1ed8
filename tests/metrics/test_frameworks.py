"""Which framework applies in a year, and the tree under a node."""

import pandas as pd

from cchc_metrics.metrics.frameworks import in_force, trees_of
from cchc_metrics.metrics.trend import children_of, framework_for, leaves_of

COLUMNS = ["index_code", "framework_id", "node_code", "parent_code", "year_from", "year_to", "max_score"]


def nodes() -> pd.DataFrame:
    rows = [
        ("PAR INDEX", "2948", "TOTAL", None, 2017, 2021, 100.0),
        ("PAR INDEX", "2948", "1", "TOTAL", 2017, 2021, 10.0),
        ("PAR INDEX", "876", "TOTAL", None, 2022, None, 100.0),
        ("PAR INDEX", "876", "1", "TOTAL", 2022, None, 9.5),
        ("PAR INDEX", "876", "1.1", "1", 2022, None, 4.0),
        ("PAR INDEX", "876", "1.1.1", "1.1", 2022, None, None),
        ("PAR INDEX", "876", "1.2", "1", 2022, None, 5.5),
        ("PAR INDEX", "876", "2", "TOTAL", 2022, None, None),
        ("PAPI", "PAPI", "TOTAL", None, 2011, None, 80.0),
        ("PAPI", "PAPI", "D7", "TOTAL", 2018, None, 10.0),
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"year_from": "Int64", "year_to": "Int64", "max_score": "float64"})


def test_the_framework_of_a_year_is_the_one_in_force() -> None:
    found = [framework_for(nodes(), "PAR INDEX", year) for year in (2016, 2017, 2021, 2022, 2030)]
    assert found == [None, "2948", "2948", "876", "876"]
    assert framework_for(nodes(), "SIPAS", 2022) is None


def test_of_two_overlapping_frameworks_the_one_that_began_last_applies() -> None:
    overlapping = nodes().assign(year_to=pd.Series(pd.NA, index=range(10), dtype="Int64"))
    renamed = overlapping.replace({"framework_id": {"876": "1001"}})  # sorts before "2948"
    assert framework_for(renamed, "PAR INDEX", 2021) == "2948"
    assert framework_for(renamed, "PAR INDEX", 2023) == "1001"


def test_a_framework_of_unknown_beginning_applies_until_it_ends_or_another_has_begun() -> None:
    unknown = nodes().replace({"framework_id": {"2948": "1383"}})
    unknown["year_from"] = unknown["year_from"].where(unknown["framework_id"] != "1383")
    assert [framework_for(unknown, "PAR INDEX", year) for year in (2010, 2021, 2022)] == ["1383", "1383", "876"]
    unknown["year_to"] = pd.array([pd.NA] * len(unknown), dtype="Int64")
    assert [framework_for(unknown, "PAR INDEX", year) for year in (2021, 2022)] == ["1383", "876"]


def test_a_node_is_found_in_the_framework_of_its_year() -> None:
    old, new = (in_force(nodes(), "PAR INDEX", year).set_index("node_code")["max_score"] for year in (2021, 2022))
    assert (old["1"], new["1"]) == (10.0, 9.5)
    assert "1.1" not in old.index


def test_a_node_that_starts_later_than_its_framework_is_not_there_before() -> None:
    before, after = (in_force(nodes(), "PAPI", year)["node_code"].tolist() for year in (2017, 2018))
    assert (before, after) == (["TOTAL"], ["TOTAL", "D7"])
    assert framework_for(nodes(), "PAPI", 2017) == "PAPI"


def test_children_are_the_rows_directly_below() -> None:
    assert children_of(nodes(), "PAR INDEX", 2022)["node_code"].tolist() == ["1", "2"]
    assert children_of(nodes(), "PAR INDEX", 2022, "1")["node_code"].tolist() == ["1.1", "1.2"]
    assert children_of(nodes(), "PAR INDEX", 2022, "2").empty


def test_leaves_are_the_ends_below_a_node_and_a_leaf_is_its_own() -> None:
    assert leaves_of(nodes(), "PAR INDEX", 2022)["node_code"].tolist() == ["1.1.1", "1.2", "2"]
    assert leaves_of(nodes(), "PAR INDEX", 2022, "1.1")["node_code"].tolist() == ["1.1.1"]
    assert leaves_of(nodes(), "PAR INDEX", 2022, "2")["node_code"].tolist() == ["2"]
    assert leaves_of(nodes(), "PAR INDEX", 2022, "9").empty


def test_empty_and_unknown_give_frames_with_the_columns_of_nodes() -> None:
    for frame in (nodes(), nodes().iloc[:0], pd.DataFrame(columns=COLUMNS)):
        assert children_of(frame, "DDCI", 2022).columns.tolist() == COLUMNS
        assert leaves_of(frame, "DDCI", 2022).columns.tolist() == COLUMNS
        assert framework_for(frame, "DDCI", 2022) is None


def test_ancestors_go_up_nearest_first_and_stop_below_the_total() -> None:
    tree = trees_of(nodes(), "PAR INDEX", [2022])[2022]
    assert tree is not None
    assert list(tree.ancestors("1.1.1")) == ["1.1", "1"]
    assert list(tree.ancestors("1")) == []
    assert tree.maxima.keys() == {"TOTAL", "1", "1.1", "1.2"}


def test_a_tree_that_bites_its_tail_still_ends() -> None:
    circle = nodes().assign(parent_code=[None, "TOTAL", None, "1.2", "1", "1.1", "1", "TOTAL", None, "TOTAL"])
    tree = trees_of(circle, "PAR INDEX", [2022])[2022]
    assert tree is not None
    assert list(tree.ancestors("1")) == ["1.2"]
    assert leaves_of(circle, "PAR INDEX", 2022, "1")["node_code"].tolist() == ["1.1.1"]
