"""Approvals, locks and signings that are killed.

``python -m tests.services.reporting.killed_approving FOLDER ROUNDS SEED``; FOLDER: a copy of the small office.
Each is done over and over by a child that is killed at a random moment; another child then opens the office anew and
looks whether the journal, the locks and the audit log tell the same. This process itself opens nothing.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import Settings
from cchc_metrics.schema import REPORT_EVENTS, SIGNED_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.happenings import happenings
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import APPROVED, RETURNED, SUBMITTED, Act, Report, events_of, record
from cchc_metrics.services.reporting.documents.signing import SignForm, sign, signed
from cchc_metrics.services.storing import locks, storing
from cchc_metrics.storage import verify
from tests.conftest import settings_at
from tests.killing import acknowledged, note, wrong_rounds
from tests.reporting_office import FORM, PERIOD

LONGEST = 0.8  # seconds that a child is given once its office is open
DAY = date(2026, 9, 25)
REPORT = Report("TIN-HOC", FORM, PERIOD)
SIGNING = SignForm(PERIOD, FORM, "9/BC", DAY, "Lê Văn Ký", reason="Còn đơn vị gửi sau")
UNITS = {"HC-TC", "NOI-CHINH", "TCD", "PV-HCC", "TIN-HOC", "KT", "TT-HN"}


@contextmanager
def opened(settings: Settings) -> Iterator[Desk]:
    """The office, as its operator."""
    office = Office.open(settings)
    try:
        yield Desk.at(office, LOCAL_OPERATOR)
    finally:
        office.close()


def judging(settings: Settings) -> None:
    """Send a report, approve it, return it, without end; the entry of each act is noted once it is acknowledged."""
    with opened(settings) as desk:
        while True:
            for act in (SUBMITTED, APPROVED, RETURNED):
                entry = record(Desk.at(desk.office, LOCAL_OPERATOR), REPORT, Act(act, DAY, "Người thử", text="lý do"))
                note(settings, entry.seq if entry else 0)


def look_at_judgements(settings: Settings) -> None:
    """Whatever was acknowledged is in the journal and among what happened; no act stands twice or out of its order."""
    with opened(settings) as desk:
        report = verify(desk.office.store)
        assert report.ok, report.problems
        entries = {entry.seq: entry for entry in desk.office.store.entries()}
        told = {one.seq for one in happenings(desk)}
        for seq in map(int, acknowledged(settings)):
            assert entries[seq].kind == REPORT_EVENTS.name
            assert seq in told
        events = events_of(desk, REPORT)
        assert events["event_no"].tolist() == list(range(1, len(events) + 1))
        acts = events["act"].tolist()[2:]  # the office began with one that was sent and returned
        assert acts == ([SUBMITTED, APPROVED, RETURNED] * len(acts))[: len(acts)]
        rest = [SUBMITTED, APPROVED, RETURNED][len(acts) % 3 :] if len(acts) % 3 else []
        for act in rest:  # the next round begins where a report begins
            record(Desk.at(desk.office, LOCAL_OPERATOR), REPORT, Act(act, DAY, "Người thử", text="lý do"))


def locking(settings: Settings) -> None:
    """Lock a period, ask, unlock, without end."""
    with opened(settings) as desk:
        while True:
            if not locks.any_locked(desk.office):
                locks.lock(desk.office, LOCAL_OPERATOR, "2025-Q1")
                note(settings, "locked")
            locks.ask_to_unlock(desk.office, LOCAL_OPERATOR, "2025-Q1", "thử")
            note(settings, "asked")
            locks.unlock(desk.office, LOCAL_OPERATOR, "2025-Q1")
            note(settings, "open")


def look_at_locks(settings: Settings) -> None:
    """The lock is as the last line of the log says, and every acknowledged step has its line."""
    with opened(settings) as desk:
        audit = access_of(settings).audit
        assert audit.verify() == []
        lines = [line for line in audit.lines() if line.act is Kept.LOCK]
        held = [lock for lock in locks.locks(desk.office, LOCAL_OPERATOR) if lock.period_id == "2025-Q1"]
        stands = "open" if not held else "unlock asked" if held[0].asked_by else "locked"
        assert (dict(lines[-1].after or {})["state"] if lines else "open") == stands
        for earlier, later in pairwise(lines):
            assert dict(later.before or {})["state"] in (dict(earlier.after or {})["state"], "")
        assert len(lines) >= len(acknowledged(settings))


def signing(settings: Settings) -> None:
    """Sign a period's report and take it back, without end."""
    with opened(settings) as desk:
        while True:
            entry = sign(Desk.at(desk.office, LOCAL_OPERATOR), SIGNING)
            assert entry is not None
            _take_back(desk, entry.seq)


def _take_back(desk: Desk, seq: int) -> None:
    storing.undo(desk.office, LOCAL_OPERATOR, seq, "thử")
    frozen = [e.seq for e in desk.office.store.entries() if e.kind == REPORT_EVENTS.name and e.seq < seq]
    storing.undo(desk.office, LOCAL_OPERATOR, max(frozen), "thử")


def look_at_signing(settings: Settings) -> None:
    """Signed or not, never both: entered again it is whole, each report frozen once."""
    with opened(settings) as desk:
        report = verify(desk.office.store)
        assert report.ok, report.problems
        before = signed(desk, PERIOD, FORM)
        if before is not None:
            assert _frozen(desk) == sorted(UNITS)
            assert (before.number, before.signed_on) == (SIGNING.number, DAY)
        entry = sign(Desk.at(desk.office, LOCAL_OPERATOR), SIGNING)
        now = Desk.at(desk.office, LOCAL_OPERATOR)
        assert signed(now, PERIOD, FORM) is not None
        assert _frozen(now) == sorted(UNITS)
        assert desk.office.store.count(SIGNED_REPORTS) == 1
        assert before is not None or entry is not None
        last = max(e.seq for e in desk.office.store.entries() if e.kind == SIGNED_REPORTS.name)
        _take_back(now, last)


def _frozen(desk: Desk) -> list[str]:
    return sorted(desk.office.store.facts(REPORT_EVENTS, {"act": ["frozen"]})["unit_id"])


def main(folder: Path, rounds: int, seed: int) -> int:
    """How many rounds left something wrong."""
    acts = [(judging, look_at_judgements), (locking, look_at_locks), (signing, look_at_signing)]
    return wrong_rounds(acts, settings_at(folder), rounds, seed, (0.2, LONGEST))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
