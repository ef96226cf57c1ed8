"""A browser's windows without a browser: raw sockets and requests that say of themselves whatever a test wants."""

import http.client
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 20.0


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: Mapping[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    address: str,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    *,
    asker: str = "127.0.0.1",
) -> Answer:
    """One request. headers: over the usual ones, Host among them · asker: the address of this machine it comes from."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE, source_address=(asker, 0))
    try:
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": parts.netloc, **(headers or {})}
        if body and "Transfer-Encoding" not in sent:
            sent = {"Content-Length": str(len(body)), **sent}
        for name, value in sent.items():
            line.putheader(name, value)
        line.endheaders(body or None)
        answer = line.getresponse()
        cookies = dict(
            one.split(";")[0].split("=", 1) for name, one in answer.getheaders() if name.lower() == "set-cookie"
        )
        held = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, held, answer.read(), cookies)
    finally:
        line.close()


def visit(address: str) -> dict[str, str]:
    """What a browser holds after opening the first page: its cookies."""
    return dict(ask(address, "/").cookies) | dict(ask(address, "/_stcore/health").cookies)


def cookie_header(cookies: Mapping[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


@dataclass
class Window:
    """An open socket. heard: every message so far."""

    socket: ClientConnection
    heard: list[ForwardMsg] = field(default_factory=list)

    def ask(self, message: BackMsg) -> None:
        self.socket.send(message.SerializeToString())

    def run(self, page: str = "", query: str = "") -> ForwardMsg:
        """Draw a page; returns the announcement of the run, once the run is finished.

        query: what stands behind the question mark of its address.
        """
        message = BackMsg()
        message.rerun_script.page_script_hash = calc_hash(page) if page else ""
        message.rerun_script.query_string = query
        self.ask(message)
        self.until("script_finished")
        return [each for each in self.heard if each.WhichOneof("type") == "new_session"][-1]

    def until(self, kind: str, seconds: float = PATIENCE) -> ForwardMsg:
        while True:
            message = ForwardMsg.FromString(self.socket.recv(seconds))
            self.heard.append(message)
            if message.WhichOneof("type") == kind:
                return message

    @property
    def texts(self) -> str:
        """Everything that was heard, as text."""
        return "\n".join(str(message) for message in self.heard)


@contextmanager
def window(
    address: str, cookies: Mapping[str, str], *, resume: str = "", origin: str | None = None, host: str = ""
) -> Iterator[Window]:
    """A socket with these cookies. resume: the id of a session to go on with."""
    xsrf = cookies.get("_streamlit_xsrf", "")
    protocols = ["streamlit", xsrf or "none", *([resume] if resume else [])]
    said = address if origin is None else origin
    with handshake(address, origin=said, host=host, cookies=cookies, say=protocols) as opened:
        yield Window(opened)


def handshake(
    address: str,
    *,
    origin: str | None,
    host: str = "",
    cookies: Mapping[str, str] | None = None,
    say: Sequence[str] = ("streamlit",),
    seconds: float = PATIENCE,
) -> ClientConnection:
    """Open a socket. origin: None leaves it out. Raises what the library raises when it is refused."""
    parts = urlsplit(address)
    # The library writes the Host of the address it is given; what it is connected to is said apart.
    line = socket.create_connection((parts.hostname or "", parts.port or 80), seconds)
    return connect(
        f"ws://{host or parts.netloc}/_stcore/stream",
        sock=line,
        origin=None if origin is None else Origin(origin),
        additional_headers={"Cookie": cookie_header(cookies)} if cookies else None,
        subprotocols=[Subprotocol(one) for one in say],
        open_timeout=seconds,
        proxy=None,
        max_size=None,
        compression=None,
    )
