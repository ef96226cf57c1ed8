"""Facts of every kind written into its template and read again are the same facts."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics import importing, workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.schema import KINDS, SCORE_KINDS, SCORES, Kind, Role, TemplateColumn
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.reference import REFERENCE
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.office import Office

_STATES = {"na": "N/A", "missing": "không công bố"}


def written(kind: Kind, facts: pd.DataFrame) -> pd.DataFrame:
    """Facts under the headers of the kind's template, as a person would write them."""
    columns = {}
    for column in kind.template:
        # The code says whom and what; the name beside it stands for the same store column.
        if column.store in facts and column.role not in (Role.ENTITY_NAME, Role.NODE_NAME):
            columns[column.header] = pd.Series([_cell(column, row) for _, row in facts.iterrows()], dtype=object)
    return pd.DataFrame(columns)


def _cell(column: TemplateColumn, fact: pd.Series) -> Any:
    value = fact[column.store]
    if column.role is Role.STATE_NUMBER and fact["state"] != "value":
        return _STATES[fact["state"]]
    if pd.isna(value):
        return None
    if column.role is Role.STATE_NUMBER and not pd.isna(fact["printed"]):
        return fact["printed"]
    if column.choices:
        return {code: wording for wording, code in column.choices.items()}[value]
    if column.role is Role.RANK and not pd.isna(fact["rank_out_of"]):
        return f"{int(value)}/{int(fact['rank_out_of'])}"
    return float(value) if isinstance(value, np.floating) else value


@pytest.mark.parametrize("name", sorted({name for name, _ in REFERENCE}))
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_facts_come_back_from_their_template_as_they_were(shipped_office: Office, name: str, seed: int) -> None:
    kind = KINDS[name]
    facts = shipped_office.store.facts(kind)
    assert len(facts)
    whole = name in ("frameworks", "crosswalks")  # trees and pairs that only hold as a whole
    chosen = facts if whole else facts.sample(min(40, len(facts)), random_state=seed)
    data = workbooks.template(kind, templates.lists_of(shipped_office.store.snapshot()), written(kind, chosen))
    plan = intake.plan(shipped_office, LOCAL_OPERATOR, "tep.xlsx", data)
    errors = [one for one in plan.findings if one.severity.value == "error"]
    assert not errors, errors[:3]
    assert plan.kind == name
    assert (plan.counts.added, plan.counts.changed, plan.counts.unchanged) == (0, 0, len(chosen))


PLACES = st.tuples(
    st.sampled_from([f"P63-{code}" for code in ("01", "44", "45", "46", "79")]),
    st.sampled_from(["D1", "D2", "D5"]),
    st.sampled_from(["2021", "2022", "2023"]),
    st.sampled_from(list(SCORE_KINDS.values())[:4]),
)
# A PAPI dimension lies between 1 and 10; the store keeps nine decimals.
VALUES = st.integers(10**9, 10**10).map(lambda number: number / 10**9) | st.sampled_from(["na", "missing"])
WORDS = st.none() | st.text("aăâbcđeêghiklmnoôơpqrstuưvxyÁỆỨ 0123456789.,;:()", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or None
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.dictionaries(PLACES, st.tuples(VALUES, st.integers(1, 60), WORDS), min_size=1, max_size=25))
def test_any_scores_come_back_from_the_template_as_they_were(shipped_office: Office, rows: dict[Any, Any]) -> None:
    snapshot = shipped_office.store.snapshot()
    facts = pd.DataFrame(
        {
            "Bộ chỉ số": "PAPI",
            "Kỳ": period,
            "Mã đơn vị": entity,
            "Mã tiêu chí": node,
            "Loại điểm": {code: wording for wording, code in SCORE_KINDS.items()}[kind],
            "Điểm": _STATES.get(value, value) if isinstance(value, str) else value,
            "Hạng": f"{rank}/63" if not isinstance(value, str) else None,
            "Ghi chú": note,
        }
        for (entity, node, period, kind), (value, rank, note) in rows.items()
    )
    data = workbooks.template(SCORES, templates.lists_of(snapshot), facts)
    read = importing.interpret(workbooks.read("tep.xlsx", data, ReaderLimits()), SCORES, snapshot)
    assert read.rows.read == read.rows.accepted == len(rows)
    back = {
        (one.entity_id, one.node_code, one.period_id, one.score_kind): (
            one.state if one.state != "value" else one.value,
            None if pd.isna(one.published_rank) else int(one.published_rank),
            None if pd.isna(one.note) else one.note,
        )
        for one in read.facts.itertuples()
    }
    assert back == {
        place: (value, None if isinstance(value, str) else rank, note) for place, (value, rank, note) in rows.items()
    }
