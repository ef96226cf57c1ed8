"""Browser time to the ranking chart against a bare Streamlit page that draws the same chart."""

import os
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from cchc_metrics.config import PROJECT
from tests.bench.timing import in_turn, medians
from tests.browser.serving import CHROMIUM_FLAGS, serve

BARS = ".js-plotly-plot .barlayer .point"
BARE = """import streamlit as st
import plotly.io
st.plotly_chart(plotly.io.from_json(open({path!r}, encoding="utf-8").read()), key="chart")
"""


def _until_bars(browser: Browser, address: str) -> float:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(BARS, timeout=60_000)
    spent = time.perf_counter() - started
    page.close()
    return spent


def measure(rounds: int = 7) -> list[str]:
    """Lines to print; one line saying so when no Chromium is named."""
    chromium = os.environ.get("CCHC_CHROMIUM")
    if not chromium:
        return ["browser: no Chromium found, not measured"]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        figure = folder / "figure.json"
        bare = folder / "bare.py"
        bare.write_text(BARE.format(path=str(figure)), encoding="utf-8")
        with serve(PROJECT / "app.py", folder / "data") as ours:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
            page = f"{ours}/xep-hang?chi-so=PAPI&ky=2024"
            _until_bars(browser, page)
            figure.write_text(_figure_json(browser, page), encoding="utf-8")
            with serve(bare, folder / "other") as plain:
                seconds = medians(
                    in_turn(
                        {
                            "ours": lambda: _until_bars(browser, page),
                            "bare": lambda: _until_bars(browser, plain),
                        },
                        rounds,
                        2,
                    )
                )
            browser.close()
    return [
        f"browser to the ranking chart: {seconds['ours'] * 1000:.0f} ms, "
        f"{seconds['ours'] / seconds['bare']:.2f}× a bare Streamlit page with the same chart "
        f"({seconds['bare'] * 1000:.0f} ms)"
    ]


def _figure_json(browser: Browser, address: str) -> str:
    """The very figure that our page drew."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(address)
    page.wait_for_selector(BARS, timeout=60_000)
    text = page.evaluate(
        "() => { const d = document.querySelector('.js-plotly-plot');"
        " return JSON.stringify({data: d.data, layout: d.layout}); }"
    )
    page.close()
    return str(text)
