"""The shipped nginx configuration on this machine, with a certificate of a test's own."""

import http.client
import os
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc_metrics.access.keeping import Access, access_of
from cchc_metrics.config import PROJECT
from tests.browser.serving import free_port, started
from tests.conftest import settings_at

NGINX = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else "")
needs_nginx = pytest.mark.skipif(not NGINX or not shutil.which("openssl"), reason="no nginx or openssl on this machine")


@dataclass
class Proxied:
    """The office at its public address. trust: knows its certificate · inner: where it listens behind the proxy."""

    port: int
    trust: ssl.SSLContext
    access: Access
    inner: str

    @property
    def origin(self) -> str:
        return f"https://localhost:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        line = http.client.HTTPSConnection("localhost", self.port, timeout=20, context=self.trust)
        sent = {"Host": f"localhost:{self.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(line):
            line.request(method, path, body or None, sent)
            answer = line.getresponse()
            answer.read()
            return answer


def certificate(folder: Path) -> None:
    """``cert.pem`` and ``key.pem`` for this machine, of the test's own making."""
    asked = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    made = [*asked, "-addext", names, "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(["openssl", "req", *made], cwd=folder, check=True, capture_output=True)


def configured(folder: Path, public: int, inner: int, changes: Mapping[str, str]) -> Path:
    """The shipped file with this test's ports, certificate and changes, inside the frame that nginx asks for."""
    shipped = (PROJECT / "deploy" / "nginx.conf").read_text("utf-8")
    first, second = shipped.index("server {"), shipped.index("server {", shipped.index("server {") + 1)
    site = shipped[:first] + shipped[second:]
    for old, new in {
        "listen 443": f"listen 127.0.0.1:{public}",
        "cchc.example.vn": "localhost",
        "127.0.0.1:8501": f"127.0.0.1:{inner}",
        "/etc/ssl/cchc/fullchain.pem": f"{folder}/cert.pem",
        "/etc/ssl/cchc/privkey.pem": f"{folder}/key.pem",
        "Host $host;": "Host $http_host;",
        **changes,
    }.items():
        assert old in site, old
        site = site.replace(old, new)
    temporary = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # Its workers read the test's folder, which is its user's alone.
    frame = "user root; " if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    frame += f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
    frame += f"http {{ access_log off; {temporary}\n"
    path = folder / "nginx.conf"
    path.write_text(f"{frame}{site}}}\n", encoding="utf-8")
    return path


@contextmanager
def proxied(folder: Path, environment: Mapping[str, str], changes: Mapping[str, str]) -> Iterator[Proxied]:
    """An office behind nginx. changes: what of the shipped file is another here."""
    public = free_port()
    certificate(folder)
    access = access_of(settings_at(folder / "data"))
    told = {**environment, "CCHC_ADDRESSES": f"https://localhost:{public}"}
    with started(PROJECT / "app.py", folder / "data", told, "/healthz") as (address, _):
        conf = configured(folder, public, int(address.rsplit(":", 1)[1]), changes)
        nginx = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(conf)])
        office = Proxied(public, ssl.create_default_context(cafile=str(folder / "cert.pem")), access, address)
        try:
            for _ in range(100):
                try:
                    office.ask("/healthz")
                    break
                except OSError:
                    time.sleep(0.1)
            yield office
        finally:
            nginx.terminate()
            nginx.wait(10)
