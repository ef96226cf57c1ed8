"""A real OpenID provider on this machine, in a process of its own, with people of a made-up office."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.browser.serving import free_port


@contextmanager
def provider(*people: Mapping[str, object]) -> Iterator[str]:
    """``oidc_provider_mock`` with people whose claims these are; yields its address. Any client may use it."""
    port = free_port()
    told = [part for one in people for part in ("--user-claims", json.dumps(one))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true", *told]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://localhost:{port}/.well-known/openid-configuration", process)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the provider does not answer")


def identity_file(folder: Path, provider_at: str, redirect: str, roles: Sequence[Mapping[str, str]]) -> Path:
    """The declaration of that provider, as an administrator would write it."""
    lines = [
        "[auth]",
        f'redirect_uri = "{redirect}/oauth2callback"',
        f'cookie_secret = "{"k" * 40}"',
        'client_id = "cchc"',
        'client_secret = "of the client"',
        f'server_metadata_url = "{provider_at}/.well-known/openid-configuration"',
    ]
    for one in roles:
        lines += ["[[role]]", *(f"{name} = {json.dumps(value)}" for name, value in one.items())]
    file = folder / "identity.toml"
    file.write_text("\n".join(lines), "utf-8")
    return file
