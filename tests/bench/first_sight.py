"""How soon the first figures stand: ours against a bare Streamlit page, Dash, Panel and Datasette.

All show the same ranking of 61 provinces. Ours is the whole page of Xếp hạng; the bare page draws the very figure of
ours and nothing else; Dash and Panel draw that figure and the table below it, Datasette lists the table. They are
installed into an environment of their own under ``build/``, which nothing but this measurement uses.

Cold: a browser that has kept nothing. Warm: the same browser again. Start: from starting the server's process to its
first answer, and from there to the figures of an empty data folder.
"""

import csv
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from cchc_metrics.config import PROJECT
from tests.bench.timing import in_turn, medians
from tests.browser.serving import CHROMIUM_FLAGS, answered, free_port, started

ADDRESS = "/xep-hang?chi-so=PAPI&ky=2024&hien=tat-ca"
DRAWN = ".js-plotly-plot .scatterlayer .point"
ROWS = 61  # PAPI 2024 has scores of 61 provinces; two take part without
MARKS = 59  # of them two, ours and the one held up against it, bear marks of their own
PACKAGES = ("dash==3.2.0", "panel==1.8.2", "datasette==0.65.1")
HOME = PROJECT / "build" / "contenders"

_BARE = """import streamlit as st
import plotly.io
st.plotly_chart(plotly.io.from_json(open({figure!r}, encoding="utf-8").read()), key="chart")
"""
_DASH = """import csv, json
from dash import Dash, dash_table, dcc, html
figure = json.load(open({figure!r}, encoding="utf-8"))
rows = list(csv.DictReader(open({rows!r}, encoding="utf-8")))
app = Dash(__name__, serve_locally=True)
table = dash_table.DataTable(rows, [{{"name": name, "id": name}} for name in rows[0]], page_size=100)
app.layout = html.Div([dcc.Graph(figure=figure), table])
app.run(host="127.0.0.1", port={port}, debug=False)
"""
_PANEL = """import json
import pandas, panel
panel.extension("plotly", "tabulator")
figure = json.load(open({figure!r}, encoding="utf-8"))
rows = pandas.read_csv({rows!r})
def page():
    return panel.Column(panel.pane.Plotly(figure), panel.widgets.Tabulator(rows, disabled=True))
panel.serve(page, port={port}, address="127.0.0.1", show=False)
"""


@dataclass(frozen=True, slots=True)
class Contender:
    """address: of the page that is opened · drawn: what stands when its figures do · at_least: how many of them."""

    address: str
    drawn: str
    at_least: int = MARKS


def measure(rounds: int = 7) -> Iterator[str]:
    """Lines to print: cold and warm by contender, starts, and the bytes of each of our pages."""
    chromium = os.environ.get("CCHC_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        yield "first sight: no Chromium found, not measured"
        return
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright, ExitStack() as held:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        held.callback(browser.close)
        yield from _starts(browser, folder)
        ours, _ = held.enter_context(started(PROJECT / "app.py", folder / "data"))
        contenders = {"ours": Contender(f"{ours}{ADDRESS}", DRAWN)}
        figure, rows = _taken(browser, contenders["ours"], folder)
        for key, one in held.enter_context(_others(folder, figure, rows)).items():
            try:
                _cold(browser, one)
            except PlaywrightTimeoutError:
                yield f"{key}: its figures were not seen, left out"
            else:
                contenders[key] = one
        yield from _compared("cold", {key: lambda c=one: _cold(browser, c) for key, one in contenders.items()}, rounds)
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        yield from _compared(
            "warm", {key: lambda c=one: _opened(context, c) for key, one in contenders.items()}, rounds
        )
        yield from _bytes(browser, ours)


def _compared(label: str, contenders: Mapping[str, object], rounds: int) -> Iterator[str]:
    seconds = medians(in_turn(contenders, rounds, 2))  # type: ignore[arg-type]
    for name, each in seconds.items():
        yield f"{label}, {name}: {each * 1000:.0f} ms ({seconds['ours'] / each:.2f} is ours against it)"


def _cold(browser: Browser, contender: Contender) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    _opened(context, contender)
    context.close()


def _opened(context: BrowserContext, contender: Contender) -> None:
    page = context.new_page()
    page.goto(contender.address)
    _stands(page, contender)
    page.close()


def _stands(page: Page, contender: Contender) -> None:
    """Until so many marks are there; a locator sees into the shadow trees that Panel draws in."""
    page.locator(contender.drawn).nth(contender.at_least - 1).wait_for(state="attached", timeout=60_000)


def _taken(browser: Browser, ours: Contender, folder: Path) -> tuple[Path, Path]:
    """The figure and the table that our page shows, as files."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(ours.address)
    _stands(page, ours)
    figure, rows = folder / "figure.json", folder / "rows.csv"
    # Plotly leaves what it decoded beside what it was sent, in arrays that JSON would write as objects.
    drawn = (
        "() => { const d = document.querySelector('.js-plotly-plot'); return JSON.stringify([d.data, d.layout], "
        "(key, value) => key.startsWith('_') ? undefined : ArrayBuffer.isView(value) ? [...value] : value); }"
    )
    data, layout = json.loads(page.evaluate(drawn))
    layout.pop("template", None)
    figure.write_text(json.dumps({"data": data, "layout": layout}), encoding="utf-8")
    cells = page.evaluate(
        "() => [...document.querySelectorAll('table')].map(t => [...t.rows].map(r => [...r.cells]"
        ".map(c => c.innerText))).sort((a, b) => b.length - a.length)[0]"
    )
    page.close()
    # Lines that stand across the whole table, the withheld provinces' among them, are no rows of it.
    width = statistics.mode(len(row) for row in cells)
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[f"c{at}" for at in range(width)], *(r for r in cells if len(r) == width)])
    return figure, rows


@contextmanager
def _others(folder: Path, figure: Path, rows: Path) -> Iterator[dict[str, Contender]]:
    """The other four, served on loopback."""
    python = _installed()
    with ExitStack() as held:
        bare = folder / "bare.py"
        bare.write_text(_BARE.format(figure=str(figure)), encoding="utf-8")
        plain, _ = held.enter_context(started(bare, folder / "none"))
        found = {"bare Streamlit": Contender(plain, DRAWN)}
        with rows.open(encoding="utf-8") as file:
            head, *body = list(csv.reader(file))
        for name, script, cells in (("Dash", _DASH, "td.dash-cell"), ("Panel", _PANEL, "")):
            port = free_port()
            file = folder / f"{name}.py"
            file.write_text(script.format(figure=str(figure), rows=str(rows), port=port), encoding="utf-8")
            held.enter_context(_running([python, str(file)], port))
            both = (f"{DRAWN}, {cells}", MARKS + len(body) * len(head)) if cells else (DRAWN, MARKS)
            found[name] = Contender(f"http://127.0.0.1:{port}", *both)
        base, port = folder / "rows.db", free_port()
        with sqlite3.connect(base) as store:
            store.execute(f"CREATE TABLE ranking ({', '.join(head)})")
            store.executemany(f"INSERT INTO ranking VALUES ({', '.join('?' for _ in head)})", body)
        held.enter_context(_running([python, "-m", "datasette", str(base), "-p", str(port)], port))
        found["Datasette"] = Contender(f"http://127.0.0.1:{port}/rows/ranking", "table.rows-and-columns tbody tr", ROWS)
        yield found


def _installed() -> str:
    """The python of the contenders' own environment, made when it is not there."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark = HOME / "installed.json"
    if not mark.exists() or json.loads(mark.read_text(encoding="utf-8")) != list(PACKAGES):
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "pandas", "plotly", *PACKAGES], check=True)
        mark.write_text(json.dumps(PACKAGES), encoding="utf-8")
    return str(python)


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        answered(f"http://127.0.0.1:{port}", process)
        yield
    finally:
        process.terminate()
        process.wait(20)


def _starts(browser: Browser, folder: Path) -> Iterator[str]:
    """A server of an empty folder, from its start to an answer and to its first figures."""
    began = time.perf_counter()
    with started(PROJECT / "app.py", folder / "first") as (address, _):
        answer = time.perf_counter() - began
        _cold(browser, Contender(f"{address}{ADDRESS}", DRAWN))
        figures = time.perf_counter() - began
    began = time.perf_counter()
    with started(PROJECT / "app.py", folder / "first") as (address, _):
        again = time.perf_counter() - began
        _cold(browser, Contender(f"{address}{ADDRESS}", DRAWN))
        known = time.perf_counter() - began
    yield f"start of an empty folder: first answer after {answer:.1f} s, figures in the browser after {figures:.1f} s"
    yield f"start of a filled folder: first answer after {again:.1f} s, figures in the browser after {known:.1f} s"


def _bytes(browser: Browser, address: str) -> Iterator[str]:
    """What travels: for the first page with everything the browser keeps, then for each page of the menu."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    counted = _Counted(context.new_cdp_session(page))
    page.goto(address)
    _settled(page)
    yield f"first load: {counted.taken() / 1000:.0f} kB (programs, letters and the first page)"
    links = page.locator('[data-testid="stSidebar"] a')
    for place in range(links.count()):
        # The address of a link follows what is looked at; its place in the menu stays.
        link = links.nth(place)
        link.evaluate("a => a.click()")
        _settled(page)
        path = urlsplit(page.url).path.strip("/")
        yield f"bytes of /{path}: {counted.taken() / 1000:.0f} kB"
    context.close()


def _settled(page: Page) -> None:
    """Until the server has nothing more to draw."""
    page.wait_for_timeout(800)
    page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"]')?.dataset.testScriptState === 'notRunning'",
        timeout=60_000,
    )
    page.wait_for_timeout(400)


class _Counted:
    """Bytes that came over the wire, by file and by frame."""

    def __init__(self, line: CDPSession) -> None:
        self._sum = 0
        line.send("Network.enable")
        line.on("Network.dataReceived", lambda told: self._add(told["encodedDataLength"]))
        line.on("Network.webSocketFrameReceived", lambda told: self._add(_frame(told["response"])))

    def _add(self, size: int) -> None:
        self._sum += size

    def taken(self) -> int:
        """The bytes since it was last asked."""
        size, self._sum = self._sum, 0
        return size


def _frame(told: Mapping[str, object]) -> int:
    """The length of one frame; what is not text is told as base64."""
    data = str(told["payloadData"])
    return len(data.encode()) if told["opcode"] == 1 else len(data) * 3 // 4
