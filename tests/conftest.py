"""Fixtures that several kinds of tests share."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, sync_playwright

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.charts import theme
from cchc_metrics.config import PROJECT, Settings, load_settings
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import opening
from cchc_metrics.storage.lock import FolderLock
from tests.reporting_office import copy_of
from tests.storage.postgres import copied, on_lake

# No test makes a key in the person's own folder; those about seals name one of their own.
os.environ["CCHC_KEY_FILE"] = ""

# Every figure that a test draws is one that plotly knows.
theme.VALIDATED = True

# How long an example takes is measured by the benchmarks; a busy machine must not fail a property.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


# People's own figures: no test opens them, though somebody runs the dashboard in this checkout.
OWN_FOLDERS = frozenset(PROJECT / "data" / name for name in ("local", "demo-local"))


def _refuse_own(folder: Path) -> None:
    if folder.resolve() in OWN_FOLDERS:
        raise AssertionError(f"a test opens {folder}")


@pytest.fixture(scope="session", autouse=True)
def folders_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every test, and every process that one starts, has another data folder than people have."""
    begun, seized, own = opening._Opening.__init__, FolderLock.__init__, tmp_path_factory.mktemp("own")

    def begin_elsewhere(self: opening._Opening, settings: Settings, *rest: Any, **named: Any) -> None:
        _refuse_own(settings.data_dir)
        begun(self, settings, *rest, **named)

    def seize_elsewhere(self: FolderLock, folder: Path) -> None:
        _refuse_own(folder)
        seized(self, folder)

    with pytest.MonkeyPatch.context() as patch:
        if "CCHC_DATA_DIR" not in os.environ:
            patch.setenv("CCHC_DATA_DIR", str(own / "data"))
        patch.setattr(opening._Opening, "__init__", begin_elsewhere)
        patch.setattr(FolderLock, "__init__", seize_elsewhere)
        yield


def settings_at(folder: Path) -> Settings:
    """The product's settings with another data folder."""
    return on_lake(replace(load_settings({}), data_dir=folder))


@pytest.fixture(scope="session")
def shipped_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office holding the shipped facts and nothing else; tests only read from it."""
    office = Office.open(settings_at(tmp_path_factory.mktemp("shipped")))
    reference.prepare(office)
    yield office
    office.close()


@pytest.fixture(scope="session")
def shipped(shipped_office: Office) -> Desk:
    """The local operator's desk at the shipped facts."""
    return Desk.at(shipped_office, LOCAL_OPERATOR)


@pytest.fixture(scope="session")
def small(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The small reporting office; tests only read from it."""
    opened = copy_of(shipped_office, tmp_path_factory.mktemp("small") / "data")
    opened.ready.set()
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def shared_offices_are_only_read(request: pytest.FixtureRequest) -> Iterator[None]:
    """Who stores something in an office that other tests read breaks them: the test that does is the one that fails."""
    shared = [name for name in ("shipped_office", "small") if name in request.fixturenames]
    offices: list[Office] = [request.getfixturevalue(name) for name in shared]
    before = [office.version for office in offices]
    yield
    assert [office.version for office in offices] == before, f"something was stored in {shared}"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An empty office of one test."""
    opened = Office.open(settings_at(tmp_path / "data"))
    yield opened
    opened.close()


@pytest.fixture
def stocked(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    """An office with the shipped facts that one test may change: a copy of the shipped one."""
    opened = Office.open(copied(shipped_office.settings, replace(load_settings({}), data_dir=tmp_path / "stocked")))
    yield opened
    opened.close()


@pytest.fixture
def own(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    """The small reporting office of one test, which may change it."""
    opened = copy_of(shipped_office, tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of real browsers: one in a process, for a second would meet the loop of the first."""
    with sync_playwright() as driver:
        yield driver
