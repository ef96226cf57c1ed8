"""Many people reading at once: windows that speak Streamlit's own protocol, each clicking every few seconds.

A click is another page of the menu, or another choice in a list of the page that is open – index, year, province,
whatever stands there. Every answer is checked: it ends well, has its heading and holds no error.
"""

import asyncio
import os
import random
import re
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from cchc_metrics.config import PROJECT
from tests.browser.serving import started
from tests.security.windows import cookie_header, visit

READING = (
    "",
    "xep-hang",
    "xu-huong",
    "khoang-cach",
    "tra-cuu",
    "bien-dong",
    "diem-chua-dat",
    "lo-trinh",
    "sap-xep-tinh",
    "ban-do",
    "doi-chieu",
    "muc-tieu",
)
THINK = (3.0, 7.0)
PATIENCE = 60.0
AGAIN = 5.0
_HEADING = re.compile(r"<h1[^>]*>(.+?)</h1>")


@dataclass
class Heard:
    """What all windows met. seconds: by page, from the click to the end of its run."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    bytes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def all(self) -> list[float]:
        return sorted(value for values in self.seconds.values() for value in values)


class Viewer:
    """One window. It knows the page it is on, the lists that page offers and what it chose in them."""

    def __init__(self, line: ClientConnection, dice: random.Random, heard: Heard) -> None:
        self._line, self._dice, self._heard = line, dice, heard
        self._pages: dict[str, str] = {}
        self._page = ""
        self._lists: dict[str, Sequence[str]] = {}
        self._chosen: dict[str, str] = {}
        self._kept: set[str] = set()

    async def open(self, page: str = "") -> None:
        """Draw the first page, which tells the menu, then the page asked for."""
        first = BackMsg()
        first.rerun_script.SetInParent()
        await self._run(first, count=False)
        if page:
            await self._go(page, count=False)

    async def click(self) -> None:
        """Another page, or another choice on this one."""
        if self._lists and self._dice.random() < 0.5:
            widget = self._dice.choice(sorted(self._lists))
            self._chosen[widget] = self._dice.choice(list(self._lists[widget]))
            await self._run(self._asked(), count=True)
        else:
            await self._go(self._dice.choice(sorted(self._pages)), count=True)

    async def _go(self, page: str, *, count: bool) -> None:
        self._page, self._chosen = page, {}
        await self._run(self._asked(), count=count)

    def _asked(self) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.page_script_hash = self._pages[self._page]
        state.cached_message_hashes.extend(sorted(self._kept))
        for widget, value in self._chosen.items():
            one = state.widget_states.widgets.add()
            one.id, one.string_value = widget, value
        return message

    async def _run(self, message: BackMsg, *, count: bool) -> None:
        began, drawn = time.perf_counter(), _Drawn()
        await self._line.send(message.SerializeToString())
        while True:
            try:
                raw = await asyncio.wait_for(self._line.recv(), AGAIN if drawn.ended else PATIENCE)
            except TimeoutError:
                if not drawn.ended:
                    raise
                break
            answer = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            drawn.size += len(raw)
            self._take(answer, drawn)
            # A choice that moves another one draws the page once more.
            if answer.WhichOneof("type") == "script_finished" and drawn.headings:
                break
        self._lists = drawn.lists
        self._chosen = {widget: value for widget, value in self._chosen.items() if widget in drawn.lists}
        if not count:
            return
        if not drawn.headings:
            self._heard.faults.append(f"/{self._page}: no heading after {self._chosen}; at last: {drawn.said[:200]}")
        self._heard.seconds[self._page].append(time.perf_counter() - began)
        self._heard.bytes[self._page].append(drawn.size)

    def _take(self, answer: ForwardMsg, drawn: "_Drawn") -> None:
        kind = answer.WhichOneof("type")
        if answer.metadata.cacheable:
            self._kept.add(answer.hash)
        if kind == "script_finished":
            drawn.ended = True
        elif kind == "navigation":
            told = {page.url_pathname: page.page_script_hash for page in answer.navigation.app_pages}
            self._pages = {page: told[page] for page in READING if page in told}
        elif kind == "delta" and answer.delta.WhichOneof("type") == "new_element":
            element = answer.delta.new_element
            shown = element.WhichOneof("type")
            if shown == "html":
                drawn.headings += _HEADING.findall(element.html.body)
                drawn.said = element.html.body
            elif shown == "selectbox" and len(element.selectbox.options) > 1:
                drawn.lists[element.selectbox.id] = list(element.selectbox.options)
            elif shown == "exception":
                self._heard.faults.append(f"/{self._page}: {element.exception.message}")


@dataclass
class _Drawn:
    """What the answer to one click has brought so far."""

    headings: list[str] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)
    said: str = ""
    size: int = 0
    ended: bool = False


async def _visit(address: str, seed: int, until: float, heard: Heard, think: tuple[float, float]) -> None:
    dice = random.Random(seed)
    await asyncio.sleep(dice.uniform(0, think[1]))
    cookies = await asyncio.to_thread(visit, address)
    line = await connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        origin=Origin(address),
        additional_headers={"Cookie": cookie_header(cookies)},
        subprotocols=[Subprotocol("streamlit"), Subprotocol(cookies["_streamlit_xsrf"])],
        open_timeout=PATIENCE,
        proxy=None,
        max_size=None,
        compression=None,
        ping_interval=None,
    )
    async with line:
        viewer = Viewer(line, dice, heard)
        await viewer.open(dice.choice(READING))
        while time.monotonic() < until:
            await asyncio.sleep(dice.uniform(*think))
            await viewer.click()


async def crowd(address: str, people: int, seconds: float, think: tuple[float, float] = THINK, seed: int = 7) -> Heard:
    """So many windows for so many seconds."""
    heard = Heard()
    until = time.monotonic() + seconds + think[1]
    visits = (_visit(address, seed * 1000 + number, until, heard, think) for number in range(people))
    for ended in await asyncio.gather(*visits, return_exceptions=True):
        if isinstance(ended, BaseException):
            heard.faults.append(f"a window broke: {type(ended).__name__} {ended}")
    return heard


async def coming_and_going(address: str, people: int, at_once: int = 20) -> Heard:
    """So many windows in all, each for two clicks, at most ``at_once`` at a time."""
    heard, room = Heard(), asyncio.Semaphore(at_once)

    async def come(number: int) -> None:
        async with room:
            await _visit(address, number, time.monotonic() + 1.0, heard, (0.2, 0.4))

    for ended in await asyncio.gather(*(come(number) for number in range(people)), return_exceptions=True):
        if isinstance(ended, BaseException):
            heard.faults.append(f"a window broke: {type(ended).__name__} {ended}")
    return heard


def leak(first: int = 200, last: int = 2000) -> list[str]:
    """Lines to print: the server's memory after few and after many windows that came and went."""
    with served() as (address, server):
        faults = asyncio.run(coming_and_going(address, first)).faults
        early = server.megabytes
        faults += asyncio.run(coming_and_going(address, last - first)).faults
        late = server.megabytes
    return [
        f"{early:.0f} MB after {first} windows, {late:.0f} MB after {last}: {late / early:.2f}×, {len(faults)} faults"
    ]


@dataclass(frozen=True)
class Process:
    """What the system counts of a process."""

    pid: int

    @property
    def seconds(self) -> float:
        """Processor time so far."""
        spent = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float:
        """Resident memory."""
        return int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


@contextmanager
def served() -> Iterator[tuple[str, Process]]:
    """The product with its shipped facts, loaded."""
    with (
        tempfile.TemporaryDirectory() as folder,
        started(PROJECT / "app.py", Path(folder)) as (address, process),
    ):
        asyncio.run(crowd(address, 1, 30, (0.1, 0.2)))
        yield address, Process(process.pid)


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the sorted values lies."""
    return values[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


def measure(people: Sequence[int] = (20, 50, 100), seconds: float = 60) -> list[str]:
    """Lines to print: per crowd the waits, the server's processor time a click, and its memory."""
    lines = []
    with served() as (address, server):
        for number in people:
            spent, held = server.seconds, server.megabytes
            heard = asyncio.run(crowd(address, number, seconds))
            waits = heard.all
            p50, p95, p99 = (share(waits, part) for part in (0.5, 0.95, 0.99))
            cost = (server.seconds - spent) * 1000 / max(1, len(waits))
            lines.append(
                f"{number} viewers: {len(waits)} clicks, p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f} s, {cost:.0f} ms "
                f"of processor a click, {held:.0f} → {server.megabytes:.0f} MB, {len(heard.faults)} faults"
            )
            lines += [f"  {fault}" for fault in heard.faults[:5]]
        for page, values in sorted(heard.seconds.items()):
            most = max(heard.bytes[page]) / 1000
            lines.append(
                f"  /{page}: p50 {statistics.median(values):.2f} s, p95 {share(sorted(values), 0.95):.2f} s, "
                f"most {most:.0f} kB"
            )
    return lines
