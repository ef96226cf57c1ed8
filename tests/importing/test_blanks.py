"""A column that a file lacks changes nothing; a blank cell where something is stored is asked about."""

from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing import keep_stored
from cchc_metrics.importing.asked.blanks import BLANK_CELLS
from cchc_metrics.schema import SCORES
from tests.builders import frame

NAMES = {1: "Trang 1"}


def fact(value: float = 5.5, **parts: Any) -> dict[str, Any]:
    grain = {
        "entity_id": "P63-45",
        "index_code": "PAPI",
        "node_code": "D1",
        "period_id": "2023",
        "score_kind": "published",
    }
    return grain | {"state": "value", "value": value} | parts


def placed(*rows: dict[str, Any]) -> pd.DataFrame:
    return frame(SCORES, rows).assign(sheet_no=1, row_no=range(2, len(rows) + 2), col_no=3)


STORED = frame(SCORES, [fact(source="CECODES", note="ghi chú", published_rank=26, rank_out_of=61, max_score=10.0)])


def test_an_absent_column_keeps_what_is_stored_where_the_number_is_the_same() -> None:
    kept = keep_stored(SCORES, placed(fact()), STORED, {}, blanks={}, sheets=NAMES)
    row = kept.facts.iloc[0]
    assert (row["source"], row["note"], row["published_rank"], row["max_score"]) == ("CECODES", "ghi chú", 26, 10.0)
    assert not kept.findings and not kept.questions


def test_a_changed_number_takes_its_source_and_note_with_it() -> None:
    row = keep_stored(SCORES, placed(fact(6.5)), STORED, {}, blanks={}, sheets=NAMES).facts.iloc[0]
    assert pd.isna(row["source"]) and pd.isna(row["note"])
    assert (row["published_rank"], row["rank_out_of"]) == (26, 61)


def test_a_blank_cell_in_a_column_of_the_file_is_asked_about_once_and_then_kept_or_cleared() -> None:
    present = {"source": np.array([True])}
    asked = keep_stored(SCORES, placed(fact()), STORED, present, blanks={}, sheets=NAMES)
    assert [(one.code, one.cell) for one in asked.findings] == [("cell_blanked", "C2")]
    assert [(one.about, one.written, list(one.choices)) for one in asked.questions] == [
        (BLANK_CELLS, "Nguồn", ["keep", "clear"])
    ]
    for answer, source in (("keep", "CECODES"), ("clear", None)):
        found = keep_stored(SCORES, placed(fact()), STORED, present, blanks={"Nguồn": answer}, sheets=NAMES)
        assert not found.findings
        assert found.facts["source"].isna().iloc[0] if source is None else found.facts["source"].iloc[0] == source


def test_a_fact_that_is_new_keeps_nothing_and_no_frame_is_changed() -> None:
    before = placed(fact(node_code="D5"))
    kept = keep_stored(SCORES, before, STORED, {}, blanks={}, sheets=NAMES)
    assert kept.facts["source"].isna().all()
    assert before["source"].isna().all()
