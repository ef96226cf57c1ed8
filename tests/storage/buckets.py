"""An S3-compatible server on loopback, moto's: it answers over HTTP and keeps objects in memory, a bucket a store."""

import atexit
import logging
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from urllib.request import Request, urlopen

from cchc_metrics.config import Settings

SECRET = "a-secret-that-nobody-may-read"
_numbers = count(1)


@cache
def server() -> str:
    """The address of the one server of this process."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    running.start()
    atexit.register(running.stop)
    host, port = running.get_host_and_port()
    return f"http://{host}:{port}"


def in_bucket(settings: Settings, folder: Path) -> Settings:
    """The settings of a shared store with its files in a bucket of its own; its key lies in the folder."""
    name = f"cchc-{next(_numbers)}"
    urlopen(Request(f"{server()}/{name}", method="PUT")).close()
    return replace(settings, lake_dir=None, lake_bucket=f"s3://{name}/van-phong", s3_file=declared(folder, server()))


def declared(folder: Path, endpoint: str) -> Path:
    """A file that tells of a server."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "s3-secret").write_text(SECRET + "\n", "utf-8")
    told = f'endpoint = "{endpoint}"\nkey_id = "cchc"\nsecret_file = "{folder / "s3-secret"}"\n'
    (folder / "s3.toml").write_text(told, "utf-8")
    return folder / "s3.toml"
