"""Hostile and clumsy files: each is told what is wrong at the right cell, and keeps only what a careful clerk would."""

import os
import resource
import time

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import Snapshot
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.file_names import plain_name
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.workbooks.hostile.builders import Case, FileCase, criterion, score, scores, table
from tests.workbooks.hostile.cells import CELLS
from tests.workbooks.hostile.corpus import CORPUS, LIMITS, check
from tests.workbooks.hostile.letters import FILE_NAMES
from tests.workbooks.hostile.tables import TABLES

CASES = [*CELLS, *TABLES]
FAMILIES = [(family, case) for family, cases in CORPUS.items() for case in cases]
# Of the process that everybody shares, for the dearest of the files.
MOST_OWN_MEMORY_KB = 700 * 1024


@pytest.fixture(scope="module")
def snapshot(shipped_office: Office) -> Snapshot:
    return shipped_office.store.snapshot()


def test_the_corpus_is_large_and_every_family_is_there() -> None:
    assert len(FAMILIES) >= 160
    assert all(len(cases) >= 10 for cases in CORPUS.values()), {name: len(cases) for name, cases in CORPUS.items()}
    labels = [(family, case.name) for family, case in FAMILIES]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("family", "case"), FAMILIES, ids=lambda part: part if isinstance(part, str) else part.name)
def test_a_file_is_told_what_is_wrong_and_keeps_what_is_right(
    family: str, case: Case | FileCase, snapshot: Snapshot
) -> None:
    data = case.build()
    process, before = os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    check(case, data, snapshot)
    assert time.monotonic() - started < LIMITS.seconds + 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_OWN_MEMORY_KB
    assert os.getpid() == process


@pytest.mark.parametrize("case", FILE_NAMES, ids=lambda case: case.name)
def test_a_file_name_never_reaches_the_disk_or_the_screen_as_more_than_a_name(case: FileCase) -> None:
    name = plain_name(case.file)
    assert not set(name) & set("/\\\0\n\r\t\u202e\u202c")
    assert len(name) <= 200


def test_a_number_that_lost_its_last_zero_is_a_question(stocked: Office) -> None:
    tree = table(criterion("TOTAL", None), *(criterion(code) for code in ("2.1", "2.10", "3.20")))
    plan = intake.plan(stocked, LOCAL_OPERATOR, "ddci.xlsx", tree, "frameworks")
    assert not plan.rejected, plan.findings
    storing.commit(stocked, LOCAL_OPERATOR, plan, "")
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
        entry = storing.commit(stocked, LOCAL_OPERATOR, plan, case.name).entry
        assert entry is not None, case.name
        assert stocked.store.checksum() != before, case.name
        storing.undo(stocked, LOCAL_OPERATOR, entry.seq, case.name)
        assert stocked.store.checksum() == before, case.name
    assert maintenance.verify(stocked, LOCAL_OPERATOR).ok
    folder = stocked.settings.data_dir
    stocked.close()
    rebuilt = maintenance.rebuild(settings_at(folder), LOCAL_OPERATOR)
    assert rebuilt.equal
    assert rebuilt.after == before
