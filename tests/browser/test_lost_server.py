"""What a visitor reads at a wrong address, while the server is gone, and when it is there again."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cchc_metrics.config import PROJECT
from cchc_metrics.labels import texts
from tests.browser.conftest import HEADING, PATIENCE
from tests.browser.serving import free_port, started

pytestmark = [pytest.mark.browser, pytest.mark.walk]

# What stands in front of the page in a dialog, where that is, and what is told at the foot of the screen.
DIALOG = """() => {
  const box = document.querySelector('section[role=dialog]');
  if (!box) return null;
  const place = box.getBoundingClientRect();
  const words = getComputedStyle(box.querySelector('h2 + div'), '::before').content.slice(1, -1);
  return [words, place.height < innerHeight / 2];
}"""
FOOT = """() => {
  const look = getComputedStyle(document.querySelector('.stApp'), '::after');
  return look.opacity === '0' || !look.content.startsWith('"') ? '' : look.content.slice(1, -1);
}"""


def test_a_wrong_address_and_a_lost_server_are_told_apart_and_end(browser: Browser, tmp_path: Path) -> None:
    said, port = texts().shell, free_port()
    page = browser.new_page(viewport={"width": 390, "height": 844})
    with started(PROJECT / "app.py", tmp_path / "data", port=port) as (address, process):
        page.goto(f"{address}/khong-co-trang-nay")
        page.wait_for_selector("section[role=dialog][data-kind=address]", timeout=PATIENCE)
        page.wait_for_selector(HEADING, timeout=2 * PATIENCE)
        assert page.evaluate(DIALOG) == [said.page_not_found, True]
        page.locator("section[role=dialog] button").first.click()
        page.goto(f"{address}/muc-tieu")
        page.wait_for_selector(HEADING, timeout=PATIENCE)
        page.wait_for_function("() => !('first' in document.documentElement.dataset)")
        assert said.server_lost not in page.evaluate(FOOT)
        process.kill()
        page.wait_for_selector("section[role=dialog][data-kind=server]", timeout=PATIENCE)
        assert page.evaluate(DIALOG) == [said.server_lost, True]
        page.locator("section[role=dialog] button").first.click()
        page.wait_for_selector("section[role=dialog]", state="detached")
        assert page.evaluate(FOOT) == said.server_lost
    with started(PROJECT / "app.py", tmp_path / "data", port=port):
        page.wait_for_selector(".stApp[data-test-connection-state=CONNECTED]", timeout=2 * PATIENCE)
        page.wait_for_function(
            "() => document.querySelector('.stApp').dataset.testScriptState !== 'running'", timeout=PATIENCE
        )
        assert page.evaluate(DIALOG) is None
        assert page.evaluate(FOOT) == ""
        assert page.inner_text(HEADING) == "Mục tiêu"
    page.close()
