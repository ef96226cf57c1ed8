"""What ships is shown in English whole: each text of the shipped facts that a screen shows has its translation."""

import re

import pytest

from cchc_metrics.schema import (
    BREAKS,
    FRAMEWORKS,
    INDICES,
    LEGAL_BASES,
    METRICS,
    OUTLINE,
    POLICY_TARGETS,
    RELEASES,
    SCORES,
    SIGHTINGS,
    SOURCES,
    TASK_LINKS,
    TASKS,
    THEMES,
    UNITS,
    WINDOWS_KIND,
    Kind,
)
from cchc_metrics.services.office.desk import Desk

VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
# Numbers of documents keep their letters; a scope may be a province, which keeps its name.
OWN = re.compile(r"\d+[\w/-]*/(?:QĐ|NĐ|CTr|KH|CT|NQ)[\w-]*|QĐ \d+/\d+|Thanh Hóa|Quảng Trị|Bắc Ninh|Kon Tum")
SHOWN = (
    (BREAKS, ("reason", "source")),
    (FRAMEWORKS, ("framework_id", "level", "unit", "method", "groups", "legal_basis", "note", "source")),
    (INDICES, ("source", "note")),
    (LEGAL_BASES, ("title", "source", "note")),
    (METRICS, ("name", "unit_of_measure", "note", "source")),
    (OUTLINE, ("title", "source")),
    (POLICY_TARGETS, ("indicator", "unit", "document", "scope")),
    (RELEASES, ("decision", "note")),
    (SCORES, ("note",)),
    (SIGHTINGS, ("part", "derivation", "note")),
    (SOURCES, ("publisher", "note")),
    (TASK_LINKS, ("reason", "source")),
    (TASKS, ("name", "note", "source")),
    (THEMES, ("theme", "reason", "note")),
    (UNITS, ("name", "short_name", "note", "source")),
    (WINDOWS_KIND, ("legal_basis", "source", "note")),
)


@pytest.mark.parametrize(("kind", "columns"), SHOWN, ids=[kind.name for kind, _ in SHOWN])
def test_what_a_screen_shows_of_the_shipped_facts_has_its_english(
    shipped: Desk, kind: Kind, columns: tuple[str, ...]
) -> None:
    names, facts = shipped.catalogue.names_in("en"), shipped.facts(kind)
    assert set(columns) <= set(facts)
    left = {
        text
        for column in columns
        for text in facts[column].dropna().unique()
        if text not in names and VIETNAMESE.search(OWN.sub("", str(text)))
    }
    assert left == set()
