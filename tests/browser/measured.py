"""What is measured on a page in the real browser; the scripts are in measure.js."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import HEADING, PATIENCE

SCRIPT = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
MOVES = """(() => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
  }).observe({ type: "layout-shift", buffered: true });
})()"""
WHOLE = """() => !("first" in document.documentElement.dataset)
  && document.querySelector(".stApp")?.dataset.testScriptState !== "running"
  && !document.querySelector("[data-testid=stSkeleton]")
  && [...document.querySelectorAll("[class*=st-key-plot-]")].every((each) => each.querySelector(".main-svg"))"""


def opened(page: Page, address: str) -> None:
    """Go to an address and wait until the page is whole, its pictures drawn."""
    page.goto(address)
    page.wait_for_selector(HEADING, timeout=PATIENCE)
    page.wait_for_function(WHOLE, timeout=PATIENCE)
    page.wait_for_timeout(200)
    page.evaluate(SCRIPT)


def asked(page: Page, what: str) -> Any:
    """The answer of one function of measure.js on a page that is opened."""
    return page.evaluate(f"() => measure.{what}()")


def measured(page: Page, address: str, *, with_axe: bool) -> dict[str, Any]:
    """Everything measured at once on one opening of a page."""
    opened(page, address)
    found = {what: asked(page, what) for what in ("words", "letters", "links", "taps", "wide")}
    found["moved"] = page.evaluate("() => window.moved")
    if with_axe:
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found["trips"] = asked(page, "trips")
    return found
