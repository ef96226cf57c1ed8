"""The gate: every request and every socket passes here before Streamlit sees it.

Streamlit's own check of origins takes any port of this machine for ours and asks the internet for our address; its
sessions, uploads and files belong to whoever knows their names. Hence: address and origin to the letter, a visit behind
every page, and sessions and files for their own visits only.
"""

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from cchc_metrics.access.visits import Visit, Visits
from cchc_metrics.labels import OFFICIAL, speaking, texts
from cchc_metrics.model import Actor
from cchc_metrics.ui.gate.addresses import LOOPBACK, Addresses, is_own_page
from cchc_metrics.ui.gate.answers import Dressed
from cchc_metrics.ui.gate.cookies import cookie_name, set_cookie
from cchc_metrics.ui.gate.crowd import Crowd
from cchc_metrics.ui.gate.frames import file_asked
from cchc_metrics.ui.gate.memory import UploadMemory
from cchc_metrics.ui.gate.owners import Owners
from cchc_metrics.ui.gate.policy import headers_of_refusal
from cchc_metrics.ui.gate.serving import is_at_the_machine
from cchc_metrics.ui.gate.sockets import WatchedSocket, handshake
from cchc_metrics.ui.gate.vouching import Vouching
from cchc_metrics.ui.languages import LANGUAGE_AT, asked_language

_CORE, _UPLOAD, _FILES, _SOCKET = "/_stcore/", "/_stcore/upload_file/", "/media/", "/_stcore/stream"
_HEALTH, _METRICS = "/_stcore/health", "/_stcore/metrics"
# Of what Streamlit serves besides pages, files and uploads, the product uses these.
_OPEN = frozenset({_HEALTH, "/_stcore/host-config", _SOCKET})
_PROBES = frozenset({"/healthz", "/readyz"})
_SIGN_OUT, _LINK = "/dang-xuat", "/lien-ket/"
_LONGEST_LENGTH = 12
_CLOSED = ("/component/", "/auth/", "/oauth2callback")
# Here a browser without a visit is given one: on opening a page, and when an open page comes back after a restart.
_DOORS = frozenset({_HEALTH})


class Gate:
    """ASGI middleware.

    newcomer: on whose behalf a browser asks that is not known yet; None turns it away · only_here: nobody signs in, so
    only who sits at the machine is answered · sign_in, account: where browsers that are not known sign in, and where
    those go that must set a password before anything else · signing_in: what is open to somebody on the way there ·
    vouching: a proxy that must stand between, and says who asks · links: in the head of each document ·
    look: its style, in the language asked.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        addresses: Iterable[str],
        visits: Visits,
        newcomer: Callable[[], Actor | None],
        memory: UploadMemory,
        scripts: Iterable[str],
        only_here: bool = True,
        sign_in: str = "",
        account: str = "",
        signing_in: Iterable[str] = (),
        vouching: Vouching | None = None,
        opening: str = "",
        links: str = "",
        look: Callable[[], str] = str,
    ) -> None:
        self._app, self._addresses, self._visits = app, Addresses(addresses), visits
        self._newcomer, self._memory, self._owners, self._crowd = newcomer, memory, Owners(), Crowd()
        self._scripts, self._opening, self._links, self._look = tuple(scripts), opening, links, look
        self._only_here, self._sign_in, self._account = only_here, sign_in, account
        self._signing_in, self._vouching = frozenset({sign_in, *signing_in}), vouching

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        origin = self._addresses.asked(scope)
        with speaking(asked_language(scope, origin) if origin else OFFICIAL):
            refusal = self._refusal(scope, origin)
            if refusal is not None or origin is None:
                await _turn_away(refusal, scope, receive, send)
            elif scope["type"] == "websocket":
                await self._socket(scope, receive, send, origin)
            else:
                await self._request(scope, receive, send, origin)

    def _refusal(self, scope: Scope, origin: str | None) -> Response | None:
        """Why this is not even looked at."""
        t = texts().gate
        if self._only_here and not is_at_the_machine(scope):
            return PlainTextResponse(t.needs_login.format(address=(scope.get("server") or ("",))[0]), 403)
        if origin is None:
            port = (scope.get("server") or ("", ""))[1]
            return PlainTextResponse(t.wrong_address.format(port=port), 421)
        if not is_own_page(scope, origin):
            return PlainTextResponse(t.foreign_page, 403)
        path = scope["path"]
        if path == _METRICS and is_at_the_machine(scope) and origin.split("//")[1].rsplit(":", 1)[0] in LOOPBACK:
            return None
        if self._vouching is not None and path not in _PROBES and not self._vouching.came_through(scope):
            return PlainTextResponse(texts().access.not_through_proxy, 403)
        return PlainTextResponse(t.closed, 404) if self._is_closed(path) else None

    def _is_closed(self, path: str) -> bool:
        """Whether nothing of ours is at an address: what Streamlit serves there, the product does not use."""
        of_the_core = path.startswith(_CORE) and not path.startswith(_UPLOAD) and path not in _OPEN
        return path not in self._signing_in and (of_the_core or path.startswith(_CLOSED))

    async def _socket(self, scope: Scope, receive: Receive, send: Send, origin: str) -> None:
        secret, visit = self._visit(scope, origin)
        refused = visit is None or not visit.actor.role or scope["path"] != _SOCKET
        if visit is None or refused or not self._crowd.has_room(visit.id):
            await _turn_away(PlainTextResponse(texts().gate.no_visit, 403), scope, receive, send)
            return
        socket = WatchedSocket(receive, send, visit, self._owners, lambda: self._visits.of(secret) is not None)
        try:
            with self._crowd.window(visit.id), self._visits.window(visit, socket.close):
                await self._app(handshake(scope, visit, secret, self._owners), socket.receive, socket.send)
        finally:
            for session in socket.sessions:
                self._memory.left(session)

    async def _request(self, scope: Scope, receive: Receive, send: Send, origin: str) -> None:
        path, (_, visit) = scope["path"], self._visit(scope, origin)
        dressed = Dressed(
            send, path, origin, scripts=self._scripts, opening=self._opening, links=self._links, look=self._look
        )
        if path in _PROBES:
            await self._app(scope, receive, dressed.send)
        elif path.startswith(_UPLOAD):
            await self._upload(scope, receive, dressed.send, visit)
        elif path.startswith(_FILES) and (visit is None or not self._owners.may_fetch(visit.id, file_asked(path))):
            await PlainTextResponse(texts().gate.not_yours, 403)(scope, receive, dressed.send)
        elif (elsewhere := self._elsewhere(scope, dressed, visit)) is not None:
            await elsewhere(scope, receive, dressed.send)
        else:
            if visit is None and (path in _DOORS or dressed.is_document):
                self._welcome(scope, dressed, origin)
            await self._app({**dressed.request(scope), "cchc": (origin, visit)}, receive, dressed.send)

    def _elsewhere(self, scope: Scope, dressed: Dressed, visit: Visit | None) -> Response | None:
        """Where a page sends somebody who is to sign in first, or to set a password first; None: let in."""
        path: str = scope["path"]
        if (
            not self._sign_in
            or not dressed.is_document
            or path in self._signing_in
            or path.startswith((_LINK, LANGUAGE_AT))
        ):
            return None
        if visit is None:
            asked = path + (f"?{scope['query_string'].decode('ascii', 'replace')}" if scope["query_string"] else "")
            return RedirectResponse(f"{self._sign_in}?{urlencode({'tiep': asked})}", 303)
        if not visit.actor.role and not path.startswith((self._account, _SIGN_OUT)):
            return RedirectResponse(self._account, 303)
        return None

    async def _upload(self, scope: Scope, receive: Receive, send: Send, visit: Visit | None) -> None:
        session = scope["path"].removeprefix(_UPLOAD).split("/")[0]
        if visit is None or not visit.actor.role or not self._owners.owns(visit.id, session):
            await PlainTextResponse(texts().gate.not_yours, 403)(scope, receive, send)
            return
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        # Beside a body in chunks a length says nothing.
        is_told = length.isdecimal() and len(length) < _LONGEST_LENGTH and "transfer-encoding" not in headers
        size = int(length) if is_told else None
        if scope["method"] == "PUT" and size is None:
            await PlainTextResponse(texts().gate.closed, 411)(scope, receive, send)
            return
        limit = self._memory.exceeded(session, size or 0)
        if limit is not None:
            await PlainTextResponse(texts().gate.too_much.format(limit=limit), 413)(scope, receive, send)
            return
        self._memory.comes(session, size or 0)
        try:
            await self._app(scope, receive, send)
        finally:
            self._memory.came(session, size or 0)

    def _visit(self, scope: Scope, origin: str) -> tuple[str, Visit | None]:
        secret = HTTPConnection(scope).cookies.get(cookie_name(origin), "")
        visit = self._visits.of(secret) if secret else None
        if visit is not None and self._vouching is not None and not self._vouching.still_is(scope, visit):
            visit = None
        return secret, visit

    def _welcome(self, scope: Scope, dressed: Dressed, origin: str) -> None:
        actor = self._newcomer()
        if actor is not None and scope["method"] == "GET":
            dressed.cookie = set_cookie(origin, self._visits.begin(actor))


async def _turn_away(refusal: Response | None, scope: Scope, receive: Receive, send: Send) -> None:
    """A sentence for a request; a socket is closed before it is opened."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    elif refusal is not None:
        refusal.headers.update(headers_of_refusal())
        await refusal(scope, receive, send)
