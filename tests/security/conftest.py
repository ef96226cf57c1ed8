"""The product as its user starts it, and a machine around it on which nobody answers from outside."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from cchc_metrics.config import PROJECT
from tests.browser.conftest import chromium, new_visit
from tests.browser.serving import CHROMIUM_FLAGS, started

__all__ = ["new_visit"]


@dataclass
class Outside:
    """A proxy that takes every request for another machine and never answers. heard: what was asked of it."""

    address: str
    heard: list[bytes] = field(default_factory=list)


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        proxy = Outside(f"http://127.0.0.1:{listening.getsockname()[1]}")
        held = []

        def swallow() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                held.append(line)
                line.settimeout(2)
                proxy.heard.append(line.recv(200))

        threading.Thread(target=swallow, daemon=True).start()
        yield proxy
    for line in held:
        line.close()


@dataclass(frozen=True)
class Served:
    """The product at an address, its process and its data folder."""

    address: str
    pid: int
    folder: Path

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1])

    @property
    def megabytes(self) -> float:
        """What the process holds of the machine's memory."""
        return int(Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


@pytest.fixture(scope="session")
def served(outside: Outside, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the shipped facts, to which nothing outside answers."""
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), outside.address)
    folder = tmp_path_factory.mktemp("attacked")
    with started(PROJECT / "app.py", folder, {**proxies, "NO_PROXY": "", "no_proxy": ""}) as (address, process):
        yield Served(address, process.pid, folder)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium in which a name of the attacker's points at this machine."""
    path = chromium()
    rebound = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    launched = playwright.chromium.launch(executable_path=path, args=[*CHROMIUM_FLAGS, rebound])
    yield launched
    launched.close()
