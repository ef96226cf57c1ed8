"""Starting the product as its user does, on a free port, and the Chromium flags for a closed network."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from cchc_metrics.config import PROJECT

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(script: Path, data_dir: Path) -> Iterator[str]:
    """Run ``streamlit run script`` on a free port; yields its address. Stopped, and waited for, at the end."""
    with started(script, data_dir) as (address, _):
        yield address


@contextmanager
def started(
    script: Path,
    data_dir: Path,
    environment: Mapping[str, str] | None = None,
    health: str = "/_stcore/health",
    *,
    port: int = 0,
) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """As ``serve``, with more in its environment; yields the address and the process. health: what answers first ·
    port: 0 for a free one."""
    port = port or free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        env={**os.environ, "CCHC_DATA_DIR": str(data_dir), **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        answered(f"http://127.0.0.1:{port}{health}", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(20)


def answered(address: str, process: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Wait until the address answers.

    Raises RuntimeError when the process has ended or the seconds are over.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {address} within {seconds} s")
