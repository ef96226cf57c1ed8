"""What ``make study`` wrote is what the product uses, and is still what the shipped facts give."""

import pandas as pd

from cchc_metrics.services.indices.contest import PROJECTED, backtested, contested
from cchc_metrics.services.office.desk import Desk
from tests.study.__main__ import DOCUMENT, best, share, table


def test_the_method_in_use_has_the_smallest_interval_score(shipped: Desk) -> None:
    assert best(contested(shipped)) == PROJECTED


def test_the_written_contest_is_what_the_shipped_facts_give(shipped: Desk) -> None:
    """The methods that the page computes anew; the others take part in the same contest."""
    written = contested(shipped).set_index(["about", "method", "horizon"])
    words = DOCUMENT.read_text(encoding="utf-8")
    for row in backtested(shipped, "PAPI").query("n > 0").to_dict("records"):
        held = written.loc[(row["about"], row["method"], row["horizon"])]
        assert held["n"] == row["n"], row
        assert abs(held["rmse"] - row["rmse"]) < 1e-5, row
        assert f"{row['rmse']:.3f} | {row['n']} | {share(row['coverage'])}" in words, row


def test_tables_of_the_document_are_markdown() -> None:
    assert table(("a", "b"), [(1, 2)]) == "| a | b |\n|---|---|\n| 1 | 2 |"
    assert share(float("nan")) == "–"


def test_every_method_took_part_at_every_horizon(shipped: Desk) -> None:
    rows: pd.DataFrame = contested(shipped)
    assert rows.groupby("about")["method"].nunique().tolist() == [7, 7, 7]
    assert rows.groupby(["about", "horizon"])["n"].nunique().max() == 1
