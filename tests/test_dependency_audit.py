"""The audit of dependencies says what it did not ask, and never that there is nothing where it did not look."""

from datetime import date

import pytest

from tests.dependency_audit import DOCUMENT, LOCKED, Found, document, pins, read_advisories

LOCK = {"streamlit": "1.67.0", "duckdb": "1.5.0"}


def test_what_could_not_be_asked_is_not_called_sound() -> None:
    known, unasked = read_advisories(
        {"dependencies": [{"name": name, "skip_reason": "not found"} for name in LOCK]}, LOCK
    )
    text = document(Found(LOCK, LOCK, known, unasked, ()), date(2026, 11, 30))
    assert "**Nothing was audited.**" in text
    assert "Nothing is known" not in text


def test_what_is_known_newer_or_withdrawn_stands_there_with_its_version() -> None:
    told = [
        {"name": "streamlit", "version": "1.67.0", "vulns": [{"id": "PYSEC-2026-1"}, {"id": "GHSA-x"}]},
        {"name": "duckdb", "version": "1.5.0", "vulns": []},
    ]
    known, unasked = read_advisories({"dependencies": told}, LOCK)
    newer = {**LOCK, "duckdb": "1.5.1"}
    text = document(Found(LOCK, newer, known, unasked, ("duckdb 1.5.0 is yanked",)), date(2026, 11, 30))
    assert "2 of 2 packages were audited" in text
    assert "| streamlit | 1.67.0 | PYSEC-2026-1, GHSA-x |" in text
    assert "| duckdb | 1.5.0 | 1.5.1 |" in text
    assert "duckdb 1.5.0 is yanked" in text


def test_what_the_answer_leaves_out_was_not_audited_either() -> None:
    _, unasked = read_advisories({"dependencies": [{"name": "duckdb", "version": "1.5.0", "vulns": []}]}, LOCK)
    assert unasked == {"streamlit": "not asked"}


@pytest.mark.parametrize("known", [{}, {"duckdb": ("PYSEC-1",)}])
def test_a_part_that_was_not_asked_is_named(known: dict[str, tuple[str, ...]]) -> None:
    text = document(Found(LOCK, LOCK, known, {"streamlit": "not found"}, ()), date(2026, 11, 30))
    assert "1 of 2 packages were audited" in text and "Not audited: streamlit." in text


def test_the_document_is_dated_and_about_what_is_locked() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert f"Locked with hashes: {len(pins(LOCKED.read_text('utf-8')))} packages" in text
