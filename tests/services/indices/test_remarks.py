"""Notes of people: kept by the journal, on figures and on years, undone and withdrawn, never taken for breaks."""

import json
from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, NotAllowedError, UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.schema import FIGURE_NOTES
from cchc_metrics.services.indices.remarks import EVERYBODY, LONGEST, past_remarks, remarks, rewrite, withdraw, write
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


def test_a_note_on_a_day_stands_at_its_place_between_two_years(stocked: Office) -> None:
    desk = at(stocked)
    entry = write(desk, ASKED, OURS, TEXT, "Lan", day=date(2022, 7, 1))
    assert entry is not None
    assert stocked.store.entry(entry.seq).note == f"Ghi chú PAPI 01/7/2022: {TEXT}"
    assert write(at(stocked), ASKED, EVERYBODY, "Sắp xếp tỉnh", "Lan", day=date(2025, 7, 1)) is not None
    desk = at(stocked)
    found = series(desk, "PAPI", [OURS])
    values = found.history.set_index("period_id")["value"].astype(float)
    marks = {mark.mark: mark for mark in note_marks(desk, found, (OURS,))}
    assert marks["G1"].at == pytest.approx(2022 + 181 / 365)
    assert marks["G1"].value == pytest.approx(values["2022"] + (values["2023"] - values["2022"]) * 181 / 365)
    assert (marks["G2"].at, marks["G2"].value) == (pytest.approx(2025 + 181 / 365), None)
    figure = page(desk, TrendFilters("PAPI", (OURS,))).panels[0].figures[0][1]
    (points,) = [trace for trace in figure.data if trace.name == texts().remarks.title]
    assert list(points.x) == [marks["G1"].at, marks["G2"].at]
    assert figure.layout.xaxis.range[1] > 2025.5
    table = remarks_view(desk, ("PAPI", "TOTAL", (OURS,))).table
    assert table is not None
    assert [row.cells[1] for row in table.rows] == ["01/7/2022", "01/7/2025"]


def test_where_no_line_goes_a_note_on_a_day_stands_at_the_foot(stocked: Office) -> None:
    # Between 2020 and 2021 the measurement changed: no line goes through July 2020.
    assert write(at(stocked), Question("PAPI", "2020", "D3"), OURS, TEXT, "Lan", day=date(2020, 7, 1)) is not None
    desk = at(stocked)
    (mark,) = note_marks(desk, series(desk, "PAPI", [OURS], "D3"), (OURS,))
    assert mark.value is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 2), "Ngày 02/12/2026 chưa tới"),
        (date(2010, 12, 31), "PAPI có số liệu từ năm 2011, ngày 31/12/2010"),
    ],
)
def test_a_day_to_come_or_before_all_figures_is_refused_in_words(
    stocked: Office, monkeypatch: pytest.MonkeyPatch, day: date, words: str
) -> None:
    monkeypatch.setattr("cchc_metrics.services.indices.remarks.today", lambda _: date(2026, 12, 1))
    with pytest.raises(CchcError, match=words):
        write(at(stocked), ASKED, OURS, TEXT, "Lan", day=day)
    assert write(at(stocked), ASKED, OURS, TEXT, "Lan", day=date(2026, 12, 1)) is not None


def test_a_note_is_written_otherwise_and_history_tells_how_it_was(stocked: Office) -> None:
    noted(stocked)
    (held,) = remarks(at(stocked), "PAPI", "TOTAL", [OURS])
    assert rewrite(at(stocked), held, TEXT, "Minh", None) is None
    changed = rewrite(at(stocked), held, "Một cửa mới từ tháng 3/2022", "Minh", date(2022, 3, 1))
    assert changed is not None
    (now,) = remarks(at(stocked), "PAPI", "TOTAL", [OURS])
    assert (now.text, now.day, now.by, now.number) == (
        "Một cửa mới từ tháng 3/2022",
        date(2022, 3, 1),
        "Minh",
        held.number,
    )
    (was,) = past_remarks(at(stocked), "PAPI", "TOTAL", [OURS])
    assert (was.text, was.by, was.seq, was.until) == (TEXT, "Lan", held.seq, changed.seq)
    moved = rewrite(at(stocked), now, now.text, "Minh", date(2023, 3, 1))
    assert moved is not None
    assert [(one.asked.period, one.day) for one in remarks(at(stocked), "PAPI", "TOTAL", [OURS])] == [
        ("2023", date(2023, 3, 1))
    ]
    assert len(past_remarks(at(stocked), "PAPI", "TOTAL", [OURS])) == 2
    past = remarks_view(at(stocked), ("PAPI", "TOTAL", (OURS,))).past
    assert past is not None
    assert [row.cells[2] for row in past.rows] == [TEXT, "Một cửa mới từ tháng 3/2022"]
    assert past_remarks(at(stocked, "guest"), "PAPI", "TOTAL", [OURS]) == ()
    with pytest.raises(NotAllowedError):
        rewrite(at(stocked, "leader"), now, "khác", "Lan", None)


def test_the_origin_of_the_figure_tells_it(stocked: Office) -> None:
    noted(stocked)
    told = origin(at(stocked), OriginFilters("PAPI", "2022", "TOTAL", OURS, "published")).remarks
    assert told is not None
    assert told.rows[0].cells[3] == TEXT
    assert origin(at(stocked), OriginFilters("PAPI", "2023", "TOTAL", OURS, "published")).remarks is None
