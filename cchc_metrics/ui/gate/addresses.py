"""At which addresses the product answers, to the letter: scheme, host and port."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_USUAL = {"http": 80, "https": 443}
_OF_SOCKET = {"ws": "http", "wss": "https"}


class Addresses:
    """The machine's own names with the port that is served, and those that the administrator declared."""

    def __init__(self, declared: Iterable[str]) -> None:
        """declared: origins such as ``https://cchc.example.vn``."""
        self._declared: Mapping[str, str] = {urlsplit(origin).netloc: origin for origin in declared}

    def asked(self, scope: Scope) -> str | None:
        """The origin that the request's Host names; None when it is no address of ours.

        A page elsewhere whose name was made to point at this machine names itself there.
        """
        hosts = Headers(scope=scope).getlist("host")
        return self._of(scope).get(hosts[0].lower()) if len(hosts) == 1 else None

    def _of(self, scope: Scope) -> Mapping[str, str]:
        scheme = _OF_SOCKET.get(str(scope["scheme"]), str(scope["scheme"]))
        _, port = scope.get("server") or ("", None)
        own = {f"{name}:{port}": f"{scheme}://{name}:{port}" for name in LOOPBACK}
        if port == _USUAL.get(scheme):
            own |= {name: f"{scheme}://{name}" for name in LOOPBACK}
        return {**own, **self._declared}


def is_own_page(scope: Scope, origin: str) -> bool:
    """Whether a page of ours asks, or the visitor by hand or by a link from elsewhere; another page's request is not.

    A socket, and whatever may change something, must say where it comes from; a plain reading need not, since
    browsers leave it out there.
    """
    headers = Headers(scope=scope)
    said = headers.getlist("origin")
    if said and said != [origin]:
        return False
    if scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD"):
        return bool(said)
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin") or _is_link(scope, headers)


def _is_link(scope: Scope, headers: Headers) -> bool:
    """A link on another page that opens ours in a whole window."""
    return (
        scope["method"] == "GET"
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
    )
