"""Opening a page of the product as a visitor does, at an office of the test's choosing."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cchc_metrics.config import PROJECT
from cchc_metrics.services.office import Office
from cchc_metrics.ui import session
from cchc_metrics.ui.navigation import entry
from tests.conftest import settings_at

MAIN = PROJECT / "cchc_metrics" / "ui" / "main.py"
Address = Mapping[str, str | list[str]]
OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """``open_page(office, "tra-cuu", {"ky": "2024"})``: the page at that address, run once.

    Fails when the page raised. The office takes the place of the process-wide one.
    """

    def opened(office: Office, slug: str = "", address: Address | None = None) -> AppTest:
        monkeypatch.setattr(session, "office", lambda: office)
        page = AppTest.from_file(str(MAIN), default_timeout=60)
        page.run()
        for name, value in (address or {}).items():
            page.query_params[name] = value
        if slug:
            page.switch_page(str(entry(slug).path))
        page.run()
        assert not page.exception
        return page

    return opened


@pytest.fixture
def empty_office(office: Office) -> Office:
    """An office that holds nothing at all, not even the shipped facts, and will not load them."""
    office.ready.set()
    return office


@pytest.fixture
def own_office(shipped_office: Office, tmp_path: Path) -> Iterator[Office]:
    """A copy of the shipped office that one test may change."""
    folder = tmp_path / "copy"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    opened = Office.open(settings_at(folder))
    yield opened
    opened.close()


def shown(page: AppTest) -> str:
    """All markup that our own components printed on the page, one block a line; the stylesheet is not among it."""
    return "\n".join(str(block.proto.body) for block in page.main.get("html") if "<style>" not in block.proto.body)
