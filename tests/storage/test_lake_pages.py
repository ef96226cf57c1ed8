"""The shipped office on a store that several servers share: the same pages, figure for figure."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import move_in
from cchc_metrics.views.ranking.page import RankingFilters, page
from tests.conftest import settings_at
from tests.storage.postgres import shared_server


@pytest.fixture
def on_lake(shipped_office: Office, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "folder"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    shared = shared_server().lake(settings_at(tmp_path / "data"), tmp_path / "shared")
    assert move_in(folder, shared).checksum == shipped_office.store.checksum()
    office = Office.open(shared)
    yield Desk.at(office, LOCAL_OPERATOR)
    office.close()


def test_a_page_of_a_shared_store_says_what_that_of_a_folder_says(shipped: Desk, on_lake: Desk) -> None:
    filters = RankingFilters("PAPI", "2024", "TOTAL", "published", "", "P63-45", everyone=True)
    here, there = page(shipped, filters), page(on_lake, filters)
    assert (here.title, here.finding) == (there.title, there.finding)
    assert here.table is not None
    assert here.table == there.table
    assert len(here.table.rows) >= 63
