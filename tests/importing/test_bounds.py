"""No text of a file keeps the reader busy: whatever stands in a header, understanding it ends."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc_metrics import importing
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import LONGEST_LABEL
from cchc_metrics.importing.understanding.words import Vocabulary, period_in
from tests.builders import snapshot

SECONDS = 2
VOCABULARY = Vocabulary(NodeBook(snapshot().nodes).any_year("PAPI"), ("PAPI", "PAR INDEX"), lambda _: False)

# Words of headers, marks between them, and years, glued in any way; and texts of any letters.
_PARTS = st.sampled_from(
    [
        *("1", "2", "3", *".,;:/()–-_%", "1.1.", " ", "\n", "Điểm", "năm", "Quý I", "2023", "2024-2025", "PAPI"),
        *("tự chấm", "Hạng", "https://papi.org.vn/2023", "ngày 5/12/2024", "tháng", "nam", "chỉ số thành phần 3", "…"),
        *("ﬁ", "\u0303"),
    ]
)
HEADERS = st.one_of(st.lists(_PARTS, max_size=25).map("".join), st.text(max_size=200))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails where the body takes longer, also where it would never end."""

    def too_long(*_: object) -> None:
        raise AssertionError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@given(HEADERS)
@example("1.1. Điểm 2023")
@example("Nguồn: https://papi.org.vn/2023")
@example("2023.2024 2023")
def test_every_header_text_is_understood_or_not_within_a_bound(text: str) -> None:
    with within(SECONDS):
        VOCABULARY.read(text)


@pytest.mark.parametrize(
    "piece", ["1.", "2023.", "ngày tháng ", "(", "a_", "1.1. Điểm 2023 ", "năm ", "ngay 1 thang 1 "]
)
def test_a_header_as_long_as_a_cell_can_be_costs_no_more_than_its_length(piece: str) -> None:
    text = piece * (32_000 // len(piece))
    with within(SECONDS):
        VOCABULARY.read(text)


def test_what_is_understood_of_a_text_with_full_stops_leaves_the_rest_as_written() -> None:
    said = VOCABULARY.read("1.1. Cơ chế 2023")
    assert (said.period, said.unknown, said.written) == ("2023", True, "1.1. Cơ chế 2023")
    assert period_in("Kết quả. 2023.") == "2023"


def patterns() -> list[re.Pattern[str]]:
    """Every pattern that the room keeps, those in tables of patterns too."""
    rooms = [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages(importing.__path__, "cchc_metrics.importing.")
    ]
    kept = [value for room in rooms for value in vars(room).values()]
    kept += [
        part for value in kept if isinstance(value, tuple) for row in value if isinstance(row, tuple) for part in row
    ]
    found = {value.pattern: value for value in kept if isinstance(value, re.Pattern) and isinstance(value.pattern, str)}
    return list(found.values())


def pumps(pattern: str) -> set[str]:
    """Pieces of a pattern's own letters, alone and in pairs: what a text that is to keep it busy is made of."""
    words = re.findall(r"[a-zà-ỹ]{2,}|\\.|[^\\\w\s]", pattern)[:40]
    plain = {"1", "a", " ", ".", ",", "(", "-", "/", "1 ", "a ", "1.", "1,", "ab ", "2023 ", "1 2 ", "a1"}
    return (
        plain | {word for word in words if not word.startswith("\\")} | {f"{word} " for word in words if word.isalpha()}
    )


@pytest.mark.parametrize("pattern", patterns(), ids=lambda one: one.pattern[:40])
def test_no_pattern_is_kept_busy_by_a_text_as_long_as_a_label(pattern: re.Pattern[str]) -> None:
    """A step that cannot be interrupted is short: that is what a limit of time on checking leans on."""
    for piece in pumps(pattern.pattern):
        text = (piece * LONGEST_LABEL)[:LONGEST_LABEL]
        for tried in (text, f"{text}!", f"!{text}"):
            with within(SECONDS):
                pattern.search(tried)
                pattern.fullmatch(tried)
