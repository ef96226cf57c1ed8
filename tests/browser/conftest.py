"""A real Chromium before a real server, as a visitor has them."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, Request

from cchc_metrics.config import PROJECT
from cchc_metrics.services.office.office import Office
from tests.browser.serving import CHROMIUM_FLAGS, serve

HEADING = ".cchc-head h1"
PATIENCE = 30_000


def chromium() -> str:
    """The Chromium that CCHC_CHROMIUM names. Skips the test without one, fails it where a browser is required."""
    path = os.environ.get("CCHC_CHROMIUM", "")
    if path:
        return path
    reason = "no Chromium: set CCHC_CHROMIUM to its path"
    if os.environ.get("CCHC_BROWSER_REQUIRED"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    path = chromium()
    launched = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def shipped_address(
    browser: Browser, shipped_office: Office, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A server with the shipped facts; tests only read from it."""
    folder = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    with serve(PROJECT / "app.py", folder) as address:
        yield address


@pytest.fixture
def own_folder(shipped_office: Office, tmp_path: Path) -> Path:
    """A data folder of one test with the shipped facts in it: no server need take them in first."""
    return Path(shutil.copytree(shipped_office.settings.data_dir, tmp_path / "data"))


@pytest.fixture
def own_address(browser: Browser, own_folder: Path) -> Iterator[str]:
    """A server with the shipped facts, which one test may change."""
    with serve(PROJECT / "app.py", own_folder) as address:
        yield address


@pytest.fixture
def empty_address(browser: Browser, tmp_path: Path) -> Iterator[str]:
    """A server on an empty folder of one test."""
    with serve(PROJECT / "app.py", tmp_path / "data") as address:
        yield address


@dataclass
class Visit:
    """One visitor's window. outside: every request that was meant for another machine."""

    page: Page
    outside: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Go to an address and wait until the page says what it shows."""
        self.page.goto(address)
        self.page.wait_for_selector(HEADING, timeout=PATIENCE)
        self.settle()

    def settle(self) -> None:
        """Wait until the server has nothing more to say: no run under way twice in a row."""
        self.page.wait_for_function(
            "() => document.querySelector('.stApp')?.dataset.testScriptState !== 'running'", timeout=PATIENCE
        )
        self.page.wait_for_timeout(250)
        self.page.wait_for_function(
            "() => document.querySelector('.stApp')?.dataset.testScriptState !== 'running'", timeout=PATIENCE
        )

    @property
    def heading(self) -> str:
        return self.page.inner_text(HEADING)

    @property
    def text(self) -> str:
        """Everything that can be read on the page."""
        return self.page.inner_text("body")


NewVisit = Callable[..., Visit]


@pytest.fixture
def new_visit(browser: Browser) -> Iterator[NewVisit]:
    """``new_visit(width)``: a window of its own with an empty cache."""
    contexts = []

    def made(width: int = 1366, height: int = 768) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        contexts.append(context)
        visit = Visit(context.new_page())

        def note(request: Request) -> None:
            if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
                visit.outside.append(request.url)

        visit.page.on("request", note)
        return visit

    yield made
    for context in contexts:
        context.close()
