"""Four processes that store and twenty that read one shared store for minutes, one killed at random points throughout.

``python -m tests.soak.lake [SECONDS]``; part of ``make lake``.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cchc_metrics.config import ReaderLimits, Settings
from tests.storage.lake_office import campaign, few_kinds
from tests.storage.postgres import served

_WRITERS, _READERS = 4, 20


def main(seconds: float = 120) -> int:
    """Print what came of it; 1 when anything was lost, torn or double."""
    with served() as server, TemporaryDirectory(prefix="cchc-lake-") as name, pytest.MonkeyPatch.context() as patch:
        few_kinds(patch)
        folder = Path(name)
        own = Settings(folder / "data", folder / "reference", ReaderLimits())
        told = campaign(server.lake(own, folder / "shared"), seconds, writers=_WRITERS, readers=_READERS, seed=1)
    print(
        f"{told.acknowledged} entries acknowledged, {told.entries} stored, {told.reads} whole reads, {told.kills} kills"
    )
    for problem in told.problems:
        print(problem)
    return 1 if told.problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:2])))
