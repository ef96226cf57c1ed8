"""What all provinces of a year share is read once: the page of a second province looks up, and reads nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.indices.gaps import against_all
from cchc_metrics.services.indices.lineage import pro_forma_series, way_of
from cchc_metrics.services.indices.noise import apart
from cchc_metrics.services.indices.results import latest
from cchc_metrics.services.indices.sightings import ranges_of
from cchc_metrics.services.indices.trajectory import course
from cchc_metrics.services.office import desk as desks
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.kept import Kept
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.gap.page import GapFilters
from cchc_metrics.views.gap.page import page as gap_page
from cchc_metrics.views.overview import OverviewFilters
from cchc_metrics.views.overview import page as overview

FIRST, SECOND, MERGED = "P63-45", "P63-46", ("P34-44", "P34-46")
YEAR = Question("PAPI", "2024")
Asked = Callable[[Desk, str], Any]
OF_A_PROVINCE: dict[str, Asked] = {
    "result": lambda desk, one: latest(desk, one, "PAPI"),
    "gaps": lambda desk, one: against_all(desk, YEAR, one),
    "range of a rank": lambda desk, one: ranges_of(desk, "PAPI", one),
    "Lộ trình": lambda desk, one: course(desk, "PAPI", one),
    "noise": lambda desk, one: apart(desk, "PAPI", "D1", "2024", one),
    "Khoảng cách": lambda desk, one: gap_page(desk, GapFilters("PAPI", "2024", one, against="cao-nhat")),
}


@pytest.fixture
def reads(shipped_office: Office, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, list[str]]:
    """A desk of an office that keeps nothing yet, and the kinds that it reads from here on."""
    found: list[str] = []
    read = desks.facts_seen

    def noted(office: Office, clock: Any, names: Any, kind: Any, where: Any, **more: Any) -> Any:
        found.append(kind.name)
        return read(office, clock, names, kind, where, **more)

    monkeypatch.setattr(desks, "facts_seen", noted)
    return Desk.at(replace(shipped_office, kept=Kept()), LOCAL_OPERATOR), found


@pytest.mark.parametrize("what", OF_A_PROVINCE)
def test_a_second_province_is_looked_up(what: str, reads: tuple[Desk, list[str]]) -> None:
    desk, read = reads
    of_first = OF_A_PROVINCE[what](desk, FIRST)
    assert read
    read.clear()
    of_second = OF_A_PROVINCE[what](desk, SECOND)
    assert not read
    assert what in ("range of a rank", "noise", "Lộ trình") or of_first != of_second


def test_a_second_series_on_the_base_of_34_is_looked_up(reads: tuple[Desk, list[str]]) -> None:
    desk, read = reads
    first = pro_forma_series(desk, "PAPI", MERGED[0], way=way_of(desk))
    assert read
    read.clear()
    second = pro_forma_series(desk, "PAPI", MERGED[1], way=way_of(desk))
    assert not read
    assert first.history["value"].tolist() != second.history["value"].tolist()


def test_a_second_hom_nay_reads_of_other_parts_only(reads: tuple[Desk, list[str]]) -> None:
    desk, read = reads
    first = overview(desk, OverviewFilters(FIRST))
    of_first = len(read)
    read.clear()
    assert overview(desk, OverviewFilters(SECOND)).title != first.title
    # The parts that lie widest are others, and how sure they are had not been asked.
    assert set(read) <= {"scores"}
    assert len(read) <= of_first / 5
