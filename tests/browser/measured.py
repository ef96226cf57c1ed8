"""What is measured on a page in the real browser; the scripts are in measure.js."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from cchc_metrics.ui.navigation import ENTRIES
from tests.browser.conftest import HEADING, PATIENCE

SCRIPT = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
MOVES = """(() => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
  }).observe({ type: "layout-shift", buffered: true });
})()"""
# The longest stretch in which nothing on the screen said what is seen or what is being done, in milliseconds.
SIGHTS = """(() => {
  window.wordless = 0;
  let since = 0;
  const seen = (each) => each?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  setInterval(() => {
    if (!document.body) return;
    const behind = getComputedStyle(document.body, "::after");
    const told = behind.content.length > 6 && behind.opacity !== "0";
    const said = [...document.querySelectorAll(".stMain h1, .cchc-first, .cchc-empty")].some(seen);
    const now = performance.now();
    since = told || said ? 0 : since || now;
    window.wordless = Math.max(window.wordless, since && now - since);
  }, 20);
})()"""
WHOLE = """() => !("first" in document.documentElement.dataset)
  && document.querySelector(".stApp")?.dataset.testScriptState !== "running"
  && !document.querySelector("[data-testid=stSkeleton]")
  && [...document.querySelectorAll("[class*=st-key-plot-]")].every((each) => each.querySelector(".main-svg"))"""


# What a page is asked for, so that it has something to show.
ASKED = {
    "xep-hang": "chi-so=PAPI&ky=2024",
    "ban-do": "chi-so=PAPI",
    "sap-xep-tinh": "chi-so=PAPI&ky=2024",
    "xu-huong": "chi-so=PAPI",
    "bien-dong": "chi-so=PAPI",
    "khoang-cach": "chi-so=PAPI&ky=2024",
    "diem-chua-dat": "chi-so=PAPI",
    "lo-trinh": "chi-so=PAPI",
    "kich-ban": "chi-so=PAPI",
    "nguon-goc": "chi-so=PAPI&ky=2024&tieu-chi=D1&tinh=P63-45",
}


def every_page() -> tuple[str, ...]:
    """The address of every page, asking for what it has to show."""
    return tuple(f"{entry.slug}?{ASKED[entry.slug]}" if entry.slug in ASKED else entry.slug for entry in ENTRIES)


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


def measured(page: Page, address: str) -> dict[str, Any]:
    """Everything measured at once on one opening of a page."""
    opened(page, address)
    whats = ("words", "letters", "links", "taps", "wide", "labels", "blue", "frames", "open")
    found = {what: asked(page, what) for what in whats}
    found |= {what: page.evaluate(f"() => window.{what}") for what in ("moved", "wordless")}
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    return found | {"trips": asked(page, "trips")}
