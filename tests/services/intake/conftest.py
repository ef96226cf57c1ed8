"""The suites of intake on a shared store: what is of a folder alone, by name."""

from pathlib import Path

import pytest

from tests.on_lake import leave_out


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name what a shared store has not, with its reason."""
    leave_out(items, Path(__file__).parent, {"test_update.py": "folders that earlier programs wrote"})
