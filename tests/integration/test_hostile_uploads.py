"""Hostile and clumsy files: each is told what is wrong at the right cell, and keeps only what a careful clerk would."""

from datetime import date

import pytest
from hostile_builders import Case, criterion, score, scores, table
from hostile_cells import CELLS
from hostile_tables import TABLES

from cchc_metrics import workbooks
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.importing import Interpretation, detect_kind, interpret
from cchc_metrics.model import Severity, Snapshot
from cchc_metrics.schema import KINDS
from cchc_metrics.services import intake, maintenance
from cchc_metrics.services.intake import plain_name
from cchc_metrics.services.office import Office
from tests.conftest import settings_at

CASES = [*CELLS, *TABLES]
TODAY = date(2026, 6, 1)
LIMITS = load_settings({}).reader


# Words by which a sentence asks for something.
ASKING = (
    *("nhập", "ghi", "sửa", "kiểm tra", "chọn", "bổ sung", "giữ", "đổi", "nạp", "tách", "mở tệp"),
    *("định dạng", "thêm", "điền", "để trống"),
)


@pytest.fixture(scope="module")
def snapshot(shipped_office: Office) -> Snapshot:
    return shipped_office.store.snapshot()


def told(read: Interpretation) -> dict[str, str]:
    """Code -> first cell of every error and warning."""
    found = [finding for finding in read.findings if finding.severity is not Severity.INFO]
    return {finding.code: finding.cell for finding in reversed(found)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_told_what_is_wrong_and_keeps_what_is_right(case: Case, snapshot: Snapshot) -> None:
    workbook = workbooks.read(case.file, case.build(), LIMITS)
    kind = KINDS[case.kind] if case.kind else detect_kind(workbook)
    if kind is None:
        assert dict(case.told) == {"kind_not_recognised": ""}
        return
    read = interpret(workbook, kind, snapshot, today=TODAY)
    assert told(read) == dict(case.told)
    for finding in read.findings:
        asks = any(verb in finding.message.lower() for verb in ASKING)
        assert asks or finding.severity is Severity.INFO, finding.message
        assert "{" not in finding.message
    counts = read.rows
    assert counts.read == counts.accepted + counts.rejected + counts.ignored
    if case.rows is not None:
        assert (counts.read, counts.accepted, counts.rejected, counts.ignored) == case.rows
    if case.kept is not None:
        facts = read.facts.to_dict("records")
        assert [{name: fact[name] for name in kept} for fact, kept in zip(facts, case.kept, strict=True)] == case.kept


def test_a_number_that_lost_its_last_zero_is_a_question(stocked: Office) -> None:
    tree = table(criterion("TOTAL", None), *(criterion(code) for code in ("2.1", "2.10", "3.20")))
    plan = intake.plan(stocked, LOCAL_OPERATOR, "ddci.xlsx", tree, "frameworks")
    assert not plan.rejected, plan.findings
    intake.commit(stocked, LOCAL_OPERATOR, plan, "")
    numbers = scores(*(score(5, index="DDCI", node=code) for code in (2.1, 3.2, "2.1", "2.10")))
    plan = intake.plan(stocked, LOCAL_OPERATOR, "diem.xlsx", numbers)
    cut = [(finding.code, finding.cell) for finding in plan.findings if finding.code == "node_code_cut"]
    assert cut == [("node_code_cut", "E2"), ("node_code_cut", "E3")]
    assert (plan.rows.accepted, plan.rows.rejected) == (2, 2)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.xlsx", "passwd.xlsx"),
        ("C:\\Users\\a\\PAPI.xlsx", "PAPI.xlsx"),
        ("bang\u202excslx.exe", "bangxcslx.exe"),
        ("a\nb\0.xlsx", "ab.xlsx"),
        ("x" * 300 + ".xlsx", "x" * 150 + "…" + "x" * 35 + ".xlsx"),
        ("{file} %s.xlsx", "{file} %s.xlsx"),
    ],
)
def test_a_file_name_is_kept_without_folders_and_hidden_marks(given: str, kept: str) -> None:
    assert plain_name(given) == kept


def test_what_is_accepted_survives_verify_and_rebuild_and_undo_restores_every_fact(stocked: Office) -> None:
    before = stocked.store.checksum()
    sound = [case for case in CASES if not case.told]
    for case in sound[::6]:
        plan = intake.plan(stocked, LOCAL_OPERATOR, case.file, case.build(), case.kind or None)
        entry = intake.commit(stocked, LOCAL_OPERATOR, plan, case.name).entry
        assert entry is not None, case.name
        assert stocked.store.checksum() != before, case.name
        intake.undo(stocked, LOCAL_OPERATOR, entry.seq, case.name)
        assert stocked.store.checksum() == before, case.name
    assert maintenance.verify(stocked, LOCAL_OPERATOR).ok
    folder = stocked.settings.data_dir
    stocked.close()
    rebuilt = maintenance.rebuild(settings_at(folder), LOCAL_OPERATOR)
    assert rebuilt.equal
    assert rebuilt.after == before
