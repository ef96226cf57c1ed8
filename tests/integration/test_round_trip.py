"""Facts of every kind written into its template and read again are the same facts."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import KINDS, Kind, Role, TemplateColumn
from cchc_metrics.services import intake
from cchc_metrics.services.office import Office

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


@pytest.mark.parametrize("name", list(KINDS))
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_facts_come_back_from_their_template_as_they_were(shipped_office: Office, name: str, seed: int) -> None:
    kind = KINDS[name]
    facts = shipped_office.store.facts(kind)
    if facts.empty:
        pytest.skip("nothing of this kind is shipped")
    whole = name in ("frameworks", "crosswalks")  # trees and pairs that only hold as a whole
    chosen = facts if whole else facts.sample(min(40, len(facts)), random_state=seed)
    data = workbooks.template(kind, intake.lists_of(shipped_office.store.snapshot()), written(kind, chosen))
    plan = intake.plan(shipped_office, LOCAL_OPERATOR, "tep.xlsx", data)
    errors = [one for one in plan.findings if one.severity.value == "error"]
    assert not errors, errors[:3]
    assert plan.kind == name
    assert (plan.counts.added, plan.counts.changed, plan.counts.unchanged) == (0, 0, len(chosen))
