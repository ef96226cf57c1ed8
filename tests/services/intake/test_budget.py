"""Checking a file ends in time, whatever its cells; it can be called off; and nothing it does runs on."""

import io
import threading
import time

import openpyxl
import pytest

from cchc_metrics import importing
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.intake import intake
from cchc_metrics.services.intake.budget import OutOfTimeError, Progress, within
from cchc_metrics.services.office.office import Office


def silent(_share: float, _words: str) -> None:
    """Nobody is watching."""


def endless(_told: Progress) -> int:
    while True:
        pass


def running() -> int:
    return threading.active_count()


def test_work_that_ends_gives_its_result_and_its_progress_in_the_callers_thread() -> None:
    told: list[tuple[float, str, int]] = []

    def work(report: Progress) -> int:
        report(0.4, "đang đọc")
        time.sleep(0.3)
        return 7

    assert within(5, work, lambda share, words: told.append((share, words, threading.get_ident()))) == 7
    assert told and {one[2] for one in told} == {threading.get_ident()}
    assert told[0][:2] == (0.4, "đang đọc")


def test_work_without_an_end_is_stopped_and_leaves_no_thread() -> None:
    before = running()
    started = time.monotonic()
    with pytest.raises(OutOfTimeError):
        within(0.5, endless, silent)
    assert time.monotonic() - started < 5
    assert running() == before


def test_what_the_watcher_raises_calls_the_work_off() -> None:
    before = running()

    def work(report: Progress) -> int:
        report(0.1, "đang đọc")
        return endless(report)

    def impatient(_share: float, _words: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        within(60, work, impatient)
    assert running() == before


def test_an_error_of_the_work_is_the_callers() -> None:
    def work(_report: Progress) -> int:
        raise ValueError("hỏng")

    with pytest.raises(ValueError, match="hỏng"):
        within(5, work, silent)


def test_a_file_that_takes_too_long_to_check_is_refused_with_a_sentence(
    stocked: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "interpret", lambda *_, **__: endless(silent))
    monkeypatch.setattr(intake, "within", lambda _, work, report: within(0.5, work, report))
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.csv", "Tỉnh,D1,D5\nHuế,5,6\nHà Nội,5,6\n".encode())
    assert [one.code for one in plan.findings] == ["check_out_of_time"]
    assert plan.rejected and plan.changes.empty and "giây" in plan.findings[0].message


@pytest.mark.parametrize("text", ["ngày tháng năm ", "1.1. Điểm 2023 ", "Quảng Trị (", "a"])
def test_cells_as_long_as_they_can_be_are_checked_within_seconds(stocked: Office, text: str) -> None:
    """150 rows of 32,000 letters once took a minute and a half."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Tỉnh", "D1", "D5"])
    for at in range(150):
        sheet.append([f"{at}{text * (32_000 // len(text))}"[:32_000], 5, 6])
    buffer = io.BytesIO()
    book.save(buffer)
    started = time.process_time()
    plan = intake.plan(stocked, LOCAL_OPERATOR, "PAPI 2023.xlsx", buffer.getvalue())
    assert plan.rejected
    assert time.process_time() - started < 15
