"""Files that kill, bloat or stall their reader cost their own import and nothing else."""

import resource
import subprocess
import sys
import time

import pytest

from cchc_metrics import workbooks
from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded import running
from cchc_metrics.guarded.envelope import unpacked
from cchc_metrics.labels import texts
from cchc_metrics.workbooks import reader
from cchc_metrics.workbooks.reader import read
from tests.workbooks import builders as made

NAME = "Bang diem.xlsx"
LIMITS = ReaderLimits(seconds=20, memory_mb=512)


def refusal(data: bytes, limits: ReaderLimits = LIMITS) -> str:
    """The sentence, after checking that neither time nor our own memory went beyond the limits."""
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(UnreadableFileError) as raised:
        read(NAME, data, limits)
    assert time.monotonic() - started < limits.seconds + 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
    return str(raised.value)


def test_a_stray_cell_at_the_end_of_the_sheet_kills_the_child_only() -> None:
    data = made.raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert refusal(data) in (
        texts().reading.over_memory.format(file=NAME, limit=512),
        texts().reading.over_rows.format(file=NAME, sheet="Trang", count=1_048_576, limit=LIMITS.rows),
    )


@pytest.mark.parametrize(
    ("address", "code", "count", "limit"), [("A300", "rows", 300, 200), ("AZ1", "columns", 52, 50)]
)
def test_a_sheet_beyond_the_limits_is_named_with_its_size(address: str, code: str, count: int, limit: int) -> None:
    data = made.raw_xlsx(f'<row r="{address.lstrip("AZ")}"><c r="{address}"><v>1</v></c></row>')
    sentence = refusal(data, ReaderLimits(rows=200, columns=50))
    expected = getattr(texts().reading, f"over_{code}")
    assert sentence == expected.format(file=NAME, sheet="Trang", count=count, limit=limit)


def test_too_many_cells_are_refused_before_they_are_unfolded() -> None:
    data = made.raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="9000"><c r="SA9000"><v>1</v></c></row>')
    limits = ReaderLimits(memory_mb=128, seconds=20)
    assert refusal(data, limits) in (
        texts().reading.over_memory.format(file=NAME, limit=128),
        texts().reading.over_cells.format(file=NAME, sheet="Trang", count=9000 * 495, limit=128 * 1024 * 1024 // 32),
    )


def test_an_error_far_away_does_not_stretch_the_sheet_beyond_the_limits() -> None:
    data = made.raw_xlsx('<row r="999999"><c r="A999999" t="e"><v>#N/A</v></c></row>')
    assert refusal(data) == texts().reading.over_rows.format(file=NAME, sheet="Trang", count=999_999, limit=LIMITS.rows)


def test_a_claim_of_four_billion_shared_strings_costs_no_memory() -> None:
    sheet = '<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>'
    data = made.raw_xlsx(sheet, shared='<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>')
    assert refusal(data) in (
        texts().reading.over_memory.format(file=NAME, limit=512),
        texts().reading.is_damaged.format(file=NAME),
    )


def test_one_long_string_in_many_cells_is_stopped_by_the_memory_limit() -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 3000))
    data = made.raw_xlsx(cells, shared=f"<sst><si><t>{'x' * 1_000_000}</t></si></sst>")
    assert refusal(data) == texts().reading.over_memory.format(file=NAME, limit=512)


def test_a_document_type_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    data = made.raw_xlsx("", extra={"xl/styles.xml": bomb + "<styleSheet>&b;</styleSheet>"})
    assert refusal(data) == texts().reading.is_damaged.format(file=NAME)


def test_too_many_sheets_are_refused_with_their_number() -> None:
    data = made.xlsx([["a"]])
    assert refusal(data, ReaderLimits(sheets=0)) == texts().reading.over_sheets.format(file=NAME, count=1, limit=0)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_workbook_with_a_corrupted_middle_is_damaged(cut: float) -> None:
    whole = made.xlsx([["a", float(row), f"chữ {row}"] for row in range(3000)])
    place = int(len(whole) * cut)
    assert refusal(whole[:place] + bytes(200) + whole[place + 200 :]) == texts().reading.is_damaged.format(file=NAME)


def test_a_workbook_behind_a_password_is_named_so_in_old_and_new_form() -> None:
    encrypted = texts().reading.is_encrypted.format(file=NAME)
    assert refusal(made.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})) == encrypted
    assert refusal(made.xls(made.xls_number(0, 0, 1.0), made.XLS_PASSWORD)) == encrypted
    assert refusal(made.ods("", "<manifest><encryption-data/></manifest>")) == encrypted


@pytest.mark.parametrize(("stream", "found"), [("WordDocument", "word"), ("PowerPoint Document", "slides")])
def test_other_old_office_files_are_named(stream: str, found: str) -> None:
    assert refusal(made.compound({stream: b"x"})) == getattr(texts().reading, f"is_{found}").format(file=NAME)


def test_a_broken_old_office_file_is_damaged() -> None:
    damaged = texts().reading.is_damaged.format(file=NAME)
    assert refusal(made.xls(made.xls_number(0, 0, 1.0))[:700]) == damaged
    looping = bytearray(made.xls(made.xls_number(0, 0, 1.0)))
    looping[-512:-508] = bytes(4)  # the first sector follows itself
    assert refusal(bytes(looping)) == damaged


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import time; time.sleep(60)", "over_time"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "over_time"),
        ("import os; os.abort()", "over_memory"),
        ("raise SystemExit(3)", "is_damaged"),
        ("pass", "is_damaged"),
    ],
)
def test_whatever_becomes_of_the_child_there_is_a_sentence(
    program: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_START", program.replace("{", "{{"))
    limits = ReaderLimits(seconds=1)
    expected = getattr(texts().reading, sentence).format(file=NAME, limit={"over_time": 1}.get(sentence, 1024))
    assert refusal(made.xlsx([["a"]]), limits) == expected


def test_the_limits_on_this_machine_are_those_that_a_child_really_has() -> None:
    held = {state.name: (state.value, state.on) for state in workbooks.limits_in_force(LIMITS)}
    assert held["memory_mb"] == (512, True)
    assert held["cpu_seconds"] == (20, True)
    assert held["rows"] == (LIMITS.rows, True)


def test_a_machine_that_allows_less_lowers_the_limit_instead_of_killing_the_child() -> None:
    lowered = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (5, 5)); {running._START}{running.CONFINING}"
    )
    command = [sys.executable, "-I", "-c", lowered, running._HOME, *reader.bounds_of(LIMITS).as_arguments()]
    done = subprocess.run(command, capture_output=True, check=True)
    held = unpacked(done.stdout)[0]
    assert (held["cpu_seconds"], held["memory_mb"]) == (5, 512)
