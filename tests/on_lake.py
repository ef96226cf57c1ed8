"""What of a suite a shared store has not, when it runs on one (``CCHC_TESTS_ON_LAKE``): tests by name with a reason."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

# File -> why all of it is left out, or test -> why.
LeftOut = Mapping[str, str | Mapping[str, str]]


def leave_out(items: Iterable[pytest.Item], folder: Path, left_out: LeftOut) -> None:
    """Skip what is named for this folder, saying why; nothing where stores lie in folders."""
    if not os.environ.get("CCHC_TESTS_ON_LAKE"):
        return
    for item in items:
        told = left_out.get(item.path.name, {}) if item.path.parent == folder else {}
        reason = told if isinstance(told, str) else told.get(item.name.partition("[")[0])
        if reason:
            item.add_marker(pytest.mark.skip(reason=f"of a folder: {reason}"))
