"""What one unit sent never reaches another, by whatever service it is asked; nobody writes for another."""

from datetime import date

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import ATTACHMENTS, REPORT_EVENTS, SCORES, TARGETS, UNIT_REPORTS
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.acts import ACCEPTED, RETURNED, Act, Report, record
from cchc_metrics.services.reporting.documents.attachments import archive
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.metric_table import period_figures
from cchc_metrics.services.reporting.status import board
from cchc_metrics.services.reporting.submitting import approve, submit
from cchc_metrics.services.storing import storing
from cchc_metrics.storage import reads
from tests.services.reporting.test_unit_reports import SOUND, filled, put

DAY = date(2026, 3, 16)
PERIOD = "2026-Q1"
TCD = Report("TCD", "CCHC", PERIOD)


def who(role: str) -> Actor:
    return Actor("lan", "Lan", role)


@pytest.fixture
def reported(stocked: Office) -> tuple[Office, int, bytes]:
    """TCD's report is in; the office, the entry that holds it, and the file."""
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    data = filled(desk, "TCD", PERIOD, lambda book: put(book, SOUND))
    sent = submit(desk, intake.plan(stocked, LOCAL_OPERATOR, "tcd.xlsx", data), "Người gửi", DAY, "")
    return stocked, sent.version, data


def test_rows_of_another_unit_leave_the_store_by_no_way(reported: tuple[Office, int, bytes]) -> None:
    office, seq, _ = reported
    own, other = (Desk.at(office, who(f"unit:{unit}")) for unit in ("TCD", "HC-TC"))
    for desk, sees in ((own, True), (other, False)):
        assert desk.facts(UNIT_REPORTS).empty is not sees
        assert desk.facts(UNIT_REPORTS, {"unit_id": ["TCD"]}).empty is not sees
        assert desk.facts(REPORT_EVENTS).empty is not sees
        assert desk.versions(UNIT_REPORTS, TCD.where()).empty is not sees
        assert desk.facts_after(UNIT_REPORTS, TCD.where(), seq).empty is not sees
        assert bool(desk.count(UNIT_REPORTS)) is sees
        assert desk.facts(SCORES).empty
        assert desk.facts(TARGETS).empty
    assert own.original(seq)[1]
    for call in (lambda: other.original(seq), lambda: forms.unit_workbook(other, "TCD", "CCHC", PERIOD)):
        with pytest.raises(NotAllowedError):
            call()


def test_kept_files_of_another_unit_are_not_asked_of_the_store(
    reported: tuple[Office, int, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = reported[0]
    both = "unit-report:TCD:CCHC:2026-Q1:1.1 |unit-report:HC-TC:CCHC:2026-Q1:2.1"
    kept = {
        "a": "unit-report:TCD:CCHC:2026-Q1:1.1",
        "b": both,
        "c": "mau:cong-van",
        "d": "unit-report:TCDX:CCHC:2026-Q1",
    }
    at = Desk.at(office, LOCAL_OPERATOR)
    seqs = {name: archive(at, f"{name}.pdf", name.encode(), place, name) for name, place in kept.items()}
    left: list[str] = []
    asked = reads.frame

    def seen(*told: object) -> pd.DataFrame:
        found = asked(*told)  # type: ignore[arg-type]
        left.extend(found.astype("str").to_numpy().ravel())
        return found

    monkeypatch.setattr(reads, "frame", seen)
    for role, sees in {
        "unit:TCD": "abc",
        "unit:HC-TC": "bc",
        "unit:TC": "c",
        "link:TCD/CCHC/2026-Q1": "abc",
        "link:TCD/CCHC/2025-Q4": "c",
        "leader": "abcd",
        "admin": "",
    }.items():
        left.clear()
        desk = Desk.at(office, who(role))
        assert "".join(sorted(desk.facts(ATTACHMENTS)["title"])) == sees, role
        assert desk.count(ATTACHMENTS) == len(sees)
        assert sorted(set(desk.versions(ATTACHMENTS, {})["title"])) == list(sees)
        for name, entry in seqs.items():
            if role != "admin" and name not in sees and entry is not None:
                with pytest.raises(NotAllowedError):
                    desk.original(entry.seq)
        # Nothing of the others was so much as read.
        assert not [name for name in set("abcd") - set(sees) if f"{name}.pdf" in left], role


def test_the_board_of_a_unit_tells_of_no_other_unit(reported: tuple[Office, int, bytes]) -> None:
    desk = Desk.at(reported[0], who("unit:HC-TC"))
    window = Reporting(desk).window(PERIOD)
    assert window is not None
    assert {one.owed.unit_id for one in board(desk, DAY, (window,)).standings} == {"HC-TC"}
    assert "TCD" not in repr(period_figures(desk, window, "CCHC").metrics)


def test_a_file_of_another_unit_is_refused_before_it_is_compared_with_what_that_unit_sent(
    reported: tuple[Office, int, bytes],
) -> None:
    office, _, data = reported
    with pytest.raises(NotAllowedError):
        intake.plan(office, who("unit:HC-TC"), "tcd.xlsx", data)
    assert intake.plan(office, who("unit:TCD"), "tcd.xlsx", data).counts.unchanged > 0


def test_a_unit_sends_its_head_approves_the_approver_judges_and_nobody_else(stocked: Office) -> None:
    unit, head, judge = (Desk.at(stocked, who(role)) for role in ("unit:TCD", "head:TCD", "approver"))
    data = filled(Desk.at(stocked, LOCAL_OPERATOR), "TCD", PERIOD, lambda book: put(book, SOUND))
    submit(unit, intake.plan(stocked, unit.actor, "tcd.xlsx", data), "Lan", DAY, "")
    for desk in (unit, judge, Desk.at(stocked, who("head:HC-TC")), Desk.at(stocked, who("specialist"))):
        with pytest.raises(NotAllowedError):
            approve(desk, TCD, "Ai đó", DAY, today=DAY)
    approve(head, TCD, "Tên người khác", DAY, today=DAY)
    for desk in (unit, head, Desk.at(stocked, who("specialist")), Desk.at(stocked, who("leader"))):
        with pytest.raises(NotAllowedError):
            record(desk, TCD, Act(ACCEPTED, DAY, "Ai đó"))
    record(judge, TCD, Act(RETURNED, DAY, "Lan", text="thiếu số liệu"))
    # Whatever was typed, an act bears the name of the account.
    held = stocked.store.facts(REPORT_EVENTS, TCD.where())
    assert held["by_name"].tolist() == ["Lan"] * 3


def test_what_is_not_a_report_is_uploaded_by_who_may(stocked: Office) -> None:
    before = stocked.version
    for role in ("unit:TCD", "head:TCD", "approver", "leader", "guest", "admin"):
        with pytest.raises((NotAllowedError, CchcError)):
            storing.undo(stocked, who(role), 1, "thử")
        with pytest.raises(NotAllowedError):
            storing.edit(stocked, who(role), TARGETS, stocked.store.facts(TARGETS), "thử")
    assert stocked.version == before
