"""The register of finding codes is the truth about what an upload can be told."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.importing.numbers import NOT_A_NUMBER
from cchc_metrics.importing.periods import PeriodFault
from cchc_metrics.importing.problems import EXPLAINED
from cchc_metrics.importing.tables.rows import RowSort
from cchc_metrics.labels import texts
from cchc_metrics.labels.finding_codes import CODES
from cchc_metrics.model import Severity
from cchc_metrics.views.records.finding_codes import FindingCode, finding_codes, finding_list

LISTED = finding_codes(texts())
# What makes findings, with a code among the arguments.
MAKERS = {
    *("error", "warning", "info", "Finding", "Fault", "fault", "each"),
    *("_fault", "_finding", "_refused", "_refusal", "_excused", "_tell", "_say_unread"),
}
A_CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+")
# Names of columns, which stand beside codes in the same calls.
COLUMNS = {"entity_id", "index_code", "node_code", "period_id", "successor_id", "sheet_no"}


def makers_of_findings() -> list[Path]:
    return [
        path
        for folder in ("importing", "services")
        for path in sorted((PROJECT / "cchc_metrics" / folder).rglob("*.py"))
    ]


def codes_in(path: Path) -> Iterator[str]:
    """The codes that a file makes findings with."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in MAKERS:
            for part in [*call.args, *(keyword.value for keyword in call.keywords)]:
                for one in ast.walk(part):
                    if isinstance(one, ast.Constant) and isinstance(one.value, str) and A_CODE.fullmatch(one.value):
                        yield one.value


def test_every_code_of_the_program_is_in_the_register() -> None:
    used = {code for path in makers_of_findings() for code in codes_in(path)} - COLUMNS
    used |= {*RowSort, *PeriodFault, NOT_A_NUMBER}
    lacking = sorted(used - set(CODES))
    assert not lacking, "add them to cchc_metrics/labels/finding_codes.py, then: python tasks.py docs"


def test_every_code_of_the_register_is_in_the_program() -> None:
    written = "\n".join(path.read_text("utf-8") for path in makers_of_findings())
    gone = [code for code in CODES if f'"{code.removesuffix(EXPLAINED)}"' not in written]
    assert not gone


def test_the_list_in_the_documents_is_current() -> None:
    assert (PROJECT / "docs" / "finding-codes.md").read_text("utf-8") == finding_list(), "run: python tasks.py docs"


@pytest.mark.parametrize("one", LISTED, ids=lambda one: one.code)
def test_a_code_has_its_severities_in_order_and_sentences_that_say_why(one: FindingCode) -> None:
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert list(one.severities) == [severity for severity in order if severity in one.severities] != []
    assert one.sayings


def test_whatever_stops_a_file_says_what_to_do() -> None:
    silent = [
        (found.code, saying.cause)
        for found in LISTED
        if Severity.ERROR in found.severities
        for saying in found.sayings
        if not saying.remedy
    ]
    assert not silent


# Tests that read the sentence and not the code, as a person does.
BY_SENTENCE = {
    "column_left": "tests/services/intake/test_cases.py",
    "columns_kept": "tests/importing/test_sheets.py",
    "report_name_changed": "tests/services/reporting/test_unit_report_cases.py",
    "report_note_alone": "tests/services/reporting/test_unit_report_cases.py",
    "rows_unread": "tests/services/intake/test_cases.py",
    "unreadable_file": "tests/services/intake/test_hostile_uploads.py",
}


def test_every_code_is_named_by_a_test_that_looks_for_it() -> None:
    here = Path(__file__)
    written = "\n".join(path.read_text("utf-8") for path in (PROJECT / "tests").rglob("*.py") if path != here)
    named = {code for code in CODES if f'"{code}"' in written}
    lacking = sorted(set(CODES) - named - set(BY_SENTENCE))
    assert not lacking, "write a file that is told so, and a test that says which code it gets"
    assert not [file for file in BY_SENTENCE.values() if not (PROJECT / file).exists()]
