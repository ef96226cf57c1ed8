"""Notes of people: kept by the journal, on figures and on years, undone and withdrawn, never taken for breaks."""

import json

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, NotAllowedError, UnknownNameError
from cchc_metrics.model import Actor
from cchc_metrics.schema import FIGURE_NOTES
from cchc_metrics.services.indices.remarks import EVERYBODY, LONGEST, remarks, withdraw, write
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.origin.page import OriginFilters
from cchc_metrics.views.origin.page import page as origin
from cchc_metrics.views.trend.page import TrendFilters, page
from cchc_metrics.views.trend.remarks import note_marks, remarks_view

OURS, ASKED = "P63-45", Question("PAPI", "2022")
TEXT = "Một cửa mới từ 2022"


def at(office: Office, role: str = "") -> Desk:
    return Desk.at(office, Actor("a", "Lan", role) if role else LOCAL_OPERATOR)


def noted(office: Office, entity: str = OURS, text: str = TEXT) -> int:
    entry = write(at(office), ASKED, entity, text, "Lan")
    assert entry is not None
    return entry.seq


def test_a_note_is_a_fact_of_the_journal_with_who_and_when(stocked: Office) -> None:
    seq = noted(stocked)
    (held,) = remarks(at(stocked), "PAPI", "TOTAL", [OURS])
    assert (held.text, held.by, held.seq, held.asked.period) == (TEXT, "Lan", seq, "2022")
    assert stocked.store.entry(seq).kind == FIGURE_NOTES.name
    assert stocked.store.entry(seq).note == f"Ghi chú PAPI 2022: {TEXT}"
    assert write(at(stocked), ASKED, OURS, TEXT, "Lan") is None
    noted(stocked, text="Một việc khác")
    assert [one.number for one in remarks(at(stocked), "PAPI", "TOTAL", [OURS])] == ["1", "2"]


def test_it_is_undone_and_withdrawn_and_history_keeps_it(stocked: Office) -> None:
    storing.undo(stocked, LOCAL_OPERATOR, noted(stocked), "nhầm")
    assert remarks(at(stocked), "PAPI", "TOTAL", [OURS]) == ()
    noted(stocked, EVERYBODY)
    (held,) = remarks(at(stocked), "PAPI", "TOTAL", [])
    assert withdraw(at(stocked), held) is not None
    assert withdraw(at(stocked), held) is None
    assert remarks(at(stocked), "PAPI", "TOTAL", [OURS]) == ()
    assert len(stocked.store.versions(FIGURE_NOTES, {})) == 2


@pytest.mark.parametrize("role", ["leader", "approver", "guest", "admin", "unit:KT"])
def test_who_may_not_edit_writes_and_withdraws_none(stocked: Office, role: str) -> None:
    noted(stocked)
    (held,) = remarks(at(stocked), "PAPI", "TOTAL", [OURS])
    with pytest.raises(NotAllowedError):
        write(at(stocked, role), ASKED, OURS, "khác", "Lan")
    with pytest.raises(NotAllowedError):
        withdraw(at(stocked, role), held)


def test_a_guest_reads_none_and_a_leader_reads_it(stocked: Office) -> None:
    noted(stocked)
    assert remarks(at(stocked, "guest"), "PAPI", "TOTAL", [OURS]) == ()
    assert len(remarks(at(stocked, "leader"), "PAPI", "TOTAL", [OURS])) == 1


@pytest.mark.parametrize(
    ("written", "error"),
    [
        ((ASKED, OURS, "  ", "Lan"), CchcError),
        ((ASKED, OURS, "x" * (LONGEST + 1), "Lan"), CchcError),
        ((ASKED, OURS, TEXT, " "), CchcError),
        ((Question("PAPI", "2035"), OURS, TEXT, "Lan"), UnknownNameError),
        ((Question("PAPI", "2022", "D99"), OURS, TEXT, "Lan"), UnknownNameError),
        ((ASKED, "P63-99", TEXT, "Lan"), UnknownNameError),
    ],
)
def test_what_says_nothing_or_is_of_nothing_is_refused(
    stocked: Office, written: tuple[Question, str, str, str], error: type[Exception]
) -> None:
    before = stocked.version
    with pytest.raises(error):
        write(at(stocked), *written)
    assert stocked.version == before


def test_on_the_line_it_stands_at_its_figure_and_parts_nothing(stocked: Office) -> None:
    desk = at(stocked)
    before = page(desk, TrendFilters("PAPI", (OURS,)))
    noted(stocked)
    noted(stocked, EVERYBODY, "Bầu cử")
    desk = at(stocked)
    found = series(desk, "PAPI", [OURS])
    marks = {mark.mark: mark for mark in note_marks(desk, found, (OURS,))}
    value = found.history.set_index("period_id")["value"]["2022"]
    assert marks["G2"].value == pytest.approx(float(value))
    assert marks["G1"].value is None
    after = page(desk, TrendFilters("PAPI", (OURS,)))
    assert before.breaks is not None
    assert after.breaks is not None
    assert before.breaks.rows == after.breaks.rows
    drawn = json.loads(after.panels[0].figures[0][1].to_json())
    boxed = [note["text"] for note in drawn["layout"]["annotations"] if note.get("borderwidth")]
    assert boxed == ["G1", "G2"]
    assert len(drawn["layout"]["shapes"]) == len(
        json.loads(before.panels[0].figures[0][1].to_json())["layout"]["shapes"]
    )
    table = remarks_view(desk, ("PAPI", "TOTAL", (OURS,))).table
    assert table is not None
    assert [row.cells[0] for row in table.rows] == ["G1", "G2"]
    assert [row.cells[3] for row in table.rows] == ["Bầu cử", TEXT]


def test_the_origin_of_the_figure_tells_it(stocked: Office) -> None:
    noted(stocked)
    told = origin(at(stocked), OriginFilters("PAPI", "2022", "TOTAL", OURS, "published")).remarks
    assert told is not None
    assert told.rows[0].cells[3] == TEXT
    assert origin(at(stocked), OriginFilters("PAPI", "2023", "TOTAL", OURS, "published")).remarks is None
