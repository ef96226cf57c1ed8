"""The faults: which are made, which are left out, which tests look for them."""

from pathlib import Path

from tests.mutants.making import drawn, faults
from tests.mutants.reaching import chosen

CODE = '''"""A room."""

from functools import cache

LEAST = 5


@cache
def enough(count: int) -> bool:
    """Whether it is."""
    if count < 0:
        raise ValueError("nothing is less than nothing")
    return count >= LEAST
'''


def test_a_fault_is_one_change_of_one_line_and_words_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "cchc_metrics" / "room" / "one.py"
    file.parent.mkdir(parents=True)
    file.write_text(CODE, "utf-8")
    made = faults(tmp_path, "cchc_metrics/room/one.py")
    assert {(one.before, one.after) for one in made} >= {
        ("LEAST = 5", "LEAST = None"),
        ("5", "6"),
        ("< 0", "<= 0"),
        (">= LEAST", "> LEAST"),
    }
    assert not [one for one in made if "nothing" in one.before or "Whether" in one.before]
    assert all(one.source() != CODE for one in made)
    assert "    return count > LEAST\n" in {one.after: one.source() for one in made}["> LEAST"]
    # The same seed draws the same, one fault of a line at most.
    first, again = (drawn(tmp_path, "room", 3, seed=7) for _ in range(2))
    assert [one.name for one in first] == [one.name for one in again]
    assert len({one.line for one in first}) == len(first) == 3


def test_the_cheapest_of_each_file_that_reaches_a_line_comes_first_and_nothing_beyond_the_time() -> None:
    reach = {
        "a.py": {"tests": [[0.1, "a.py::one"], [0.2, "a.py::two"]], "lines": {"code.py": {"7": [0, 1]}}},
        "b.py": {"tests": [[0.3, "b.py::one"], [9.0, "b.py::long"]], "lines": {"code.py": {"7": [0, 1]}}},
        "c.py": {"tests": [[0.1, "c.py::one"]], "lines": {"code.py": {"8": [0]}, "other.py": {"7": [0]}}},
    }
    assert chosen(reach, "code.py", "", 7, 5.0) == ["a.py::one", "b.py::one", "a.py::two", "c.py::one"]
    # A constant is tried by the tests that reach the lines that use it.
    code = "LEAST = (\n    5\n)\n\n\ndef one():\n    return 1\n    return LEAST\n"
    assert chosen(reach, "code.py", code, 2, 0.1) == ["c.py::one"]
