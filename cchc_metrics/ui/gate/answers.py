"""An answer on its way to the browser: with our headers, and the first document in the language asked for."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

from cchc_metrics.ui.gate.policy import content_hash, declared, headers_for, is_foreign

_OF_KEPT = (b"accept-encoding", b"if-none-match", b"if-modified-since")
_NOT_DOCUMENTS = ("/static/", "/app/", "/media/", "/_stcore/")


class Dressed:
    """``send`` for one request.

    opening, links, look: script, links and style of a document · cookie: a Set-Cookie to go along.
    """

    def __init__(
        self,
        send: Send,
        path: str,
        origin: str,
        *,
        scripts: tuple[str, ...],
        opening: str = "",
        links: str = "",
        look: Callable[[], str] = str,
    ) -> None:
        self._send, self._path, self._origin = send, path, origin
        self._scripts, self._opening, self._links, self._look = scripts, opening, links, look
        if opening:
            self._scripts = (*scripts, content_hash(opening))
        self._held: Message | None = None
        self._body = b""
        self.is_document = not path.startswith(_NOT_DOCUMENTS) and "." not in path.rsplit("/", 1)[-1]
        self.cookie = ""

    def request(self, scope: Scope) -> Scope:
        """The request as the application is to see it: its origin is settled, and a document comes uncompressed and
        whole, for the one that the browser kept may be in another language.
        """
        dropped = {b"origin", *_OF_KEPT} if self.is_document else {b"origin"}
        return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in dropped]}

    async def send(self, message: Message) -> None:
        """Pass the answer on, dressed; a document is held back until it is whole."""
        if message["type"] == "http.response.start":
            message = {**message, "headers": list(message["headers"])}
            headers = MutableHeaders(scope=message)
            for name in [name for name in headers if is_foreign(name)]:
                del headers[name]
            headers.update(headers_for(self._path, self._origin, self._scripts))
            if self.cookie:
                headers.append("set-cookie", self.cookie)
            if self._origin.startswith("https:"):
                message["headers"] = [_secured(name, value) for name, value in message["headers"]]
            if self.is_document and headers.get("content-type", "").startswith("text/html"):
                self._held = message
                return
        elif self._held is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            await self._document()
            return
        await self._send(message)

    async def _document(self) -> None:
        start, self._held = self._held, None
        if start is None:
            return
        # A HEAD asks for the headers alone.
        body = declared(self._body, self._opening, self._links, self._look()) if self._body else b""
        if body:
            MutableHeaders(scope=start)["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body, "more_body": False})


def _secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header as it goes out under TLS: each cookie, Streamlit's too, is for TLS alone."""
    is_open = name.lower() == b"set-cookie" and b"secure" not in value.lower().split(b"; ")
    return name, value + b"; Secure" if is_open else value
