"""The raw shipped files, read once."""

from pathlib import Path

import pandas as pd
import pytest

from cchc_metrics.services.office.desk import Desk
from tests.audit import recompute
from tests.audit.recompute import Scores


@pytest.fixture(scope="session")
def folder(shipped: Desk) -> Path:
    return shipped.office.settings.reference_dir


@pytest.fixture(scope="session")
def raw(folder: Path) -> pd.DataFrame:
    return recompute.scores(folder)


@pytest.fixture(scope="session")
def scores(raw: pd.DataFrame) -> Scores:
    return recompute.by_node(raw)
