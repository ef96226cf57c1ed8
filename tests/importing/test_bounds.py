"""No text of a file keeps the reader busy: whatever stands in a header, understanding it ends."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc_metrics.importing.nodes import NodeBook
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
