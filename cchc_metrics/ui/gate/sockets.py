"""A socket of a page, watched while it is open: each frame is one more question of a visit that must still hold."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from cchc_metrics.access.visits import Visit
from cchc_metrics.ui.gate.frames import announced, files_offered, may_ask
from cchc_metrics.ui.gate.owners import Owners
from cchc_metrics.ui.visiting import VISIT_HEADER

_REFUSED = 1008
_PROTOCOLS = "sec-websocket-protocol"
_RESUMED = 2


def handshake(scope: Scope, visit: Visit, secret: str, owners: Owners) -> Scope:
    """The handshake as the application is to see it: with the visit's secret, and with no session of somebody else.

    As its third protocol a handshake may name a session to go on with.
    """
    changed = {**scope, "headers": list(scope["headers"])}
    headers = MutableHeaders(scope=changed)
    headers[VISIT_HEADER] = secret
    parts = headers.get(_PROTOCOLS, "").split(",")
    own = len(parts) <= _RESUMED or owners.owns(visit.id, parts[_RESUMED].strip())
    # Set anew, so that there is one header of the name and no other reading of several.
    if _PROTOCOLS in headers:
        headers[_PROTOCOLS] = ",".join(parts[: _RESUMED + 1] if own else parts[:_RESUMED])
    return changed


class WatchedSocket:
    """``receive`` and ``send`` of one socket as the application is to have them."""

    def __init__(
        self, receive: Receive, send: Send, visit: Visit, owners: Owners, still_holds: Callable[[], bool]
    ) -> None:
        self._receive, self._send = receive, send
        self._visit, self._owners, self._still_holds = visit, owners, still_holds
        self._loop, self._revoked = asyncio.get_running_loop(), asyncio.Event()
        self.sessions: set[str] = set()

    def close(self) -> None:
        """Close the socket now; from any thread."""
        self._loop.call_soon_threadsafe(self._revoked.set)

    async def receive(self) -> Message:
        """The next frame that may be asked; a closed socket as soon as the visit holds no more."""
        while True:
            message = await self._next()
            if message["type"] != "websocket.receive":
                return message
            if not self._still_holds():
                return await self._end()
            if may_ask(message.get("bytes") or b"", self._is_promised):
                return message

    async def send(self, message: Message) -> None:
        """Pass on what the application says, without what it tells of the machine."""
        if message["type"] == "websocket.send" and message.get("bytes"):
            frame, session = announced(message["bytes"])
            if session:
                self.sessions.add(session)
                self._owners.began(session, self._visit.id)
            self._owners.offered(files_offered(frame), self._visit.id)
            message = {**message, "bytes": frame}
        await self._send(message)

    def _is_promised(self, file: str) -> bool:
        return self._owners.may_fetch(self._visit.id, file)

    async def _next(self) -> Message:
        """The next message, or the end when the visit is revoked meanwhile."""
        coming = asyncio.ensure_future(self._receive())
        revoked = asyncio.ensure_future(self._revoked.wait())
        try:
            await asyncio.wait((coming, revoked), return_when=asyncio.FIRST_COMPLETED)
            return await self._end() if revoked.done() else coming.result()
        finally:
            for task in (coming, revoked):
                task.cancel()

    async def _end(self) -> Message:
        # The browser may have left in the same moment.
        with suppress(RuntimeError, OSError):
            await self._send({"type": "websocket.close", "code": _REFUSED})
        return {"type": "websocket.disconnect", "code": _REFUSED}
