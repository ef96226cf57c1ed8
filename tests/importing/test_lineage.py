"""What a weight set and a theme table must not say."""

import pandas as pd

from cchc_metrics.importing.lineage import theme_faults, weight_faults
from cchc_metrics.schema import LINEAGE_WEIGHTS, THEMES
from tests import builders


def codes(facts: pd.DataFrame) -> list[tuple[str, str]]:
    """Code and severity of every fault that touches a row."""
    check = theme_faults if "theme" in facts else weight_faults
    return [(fault.code, str(fault.severity)) for fault, at, _, _ in check(facts, builders.snapshot()) if len(at)]


def weights(*rows: tuple[str, float]) -> pd.DataFrame:
    named = [{"weight_set": "Dân số", "entity_id": entity, "weight": weight} for entity, weight in rows]
    return builders.frame(LINEAGE_WEIGHTS, named)


def themes(index: str, node: str) -> pd.DataFrame:
    return builders.frame(THEMES, [{"theme": "Thủ tục hành chính", "index_code": index, "node_code": node}])


def test_a_whole_set_is_accepted() -> None:
    assert codes(weights(("P63-44", 3.0), ("P63-45", 2.0))) == []


def test_an_unknown_entity_is_refused() -> None:
    assert codes(weights(("P63-99", 3.0))) == [("weight_entity_unknown", "error")]


def test_a_province_without_a_successor_takes_no_weight() -> None:
    assert codes(weights(("P34-44", 3.0))) == [("weight_entity_current", "error")]


def test_a_weight_of_nothing_is_refused() -> None:
    assert ("weight_not_positive", "error") in codes(weights(("P63-44", 0.0), ("P63-45", 2.0)))


def test_a_half_weighed_merger_is_warned_of() -> None:
    assert codes(weights(("P63-44", 3.0))) == [("weight_incomplete", "warning")]


def test_a_theme_of_a_criterion_nobody_has_is_refused() -> None:
    assert codes(themes("PAPI", "D9")) == [("theme_node_unknown", "error")]
    assert codes(themes("PAPI", "D5")) == []
