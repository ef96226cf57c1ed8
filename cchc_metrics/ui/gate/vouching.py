"""Taking the word of a proxy for who asks: of the one that proves itself by a key, and of nobody else.

Any program on the machine can send a header to the port behind the proxy, and a browser can send one to the proxy; the
first lacks the key, the copies of the second are overwritten by the proxy (``deploy/nginx.conf``).
"""

from starlette.datastructures import Headers
from starlette.types import Scope

from cchc_metrics.access.identity import Identity, Known
from cchc_metrics.access.passwords import same
from cchc_metrics.access.visits import Visit

_LINK = "link:"
_SYSTEM = "proxy"


class Vouching:
    """What the requests of one declared proxy say."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    def came_through(self, scope: Scope) -> bool:
        """Whether the proxy sent this: its key, once."""
        at, keys = self._identity.proxy, Headers(scope=scope)
        told = keys.getlist(at.key_header) if at else []
        return at is not None and len(told) == 1 and same(told[0], at.key)

    def who(self, scope: Scope) -> Known | None:
        """Whom the proxy signed in; None where it names nobody, or more than one."""
        name, at = self._name(scope), self._identity.proxy
        if at is None or not name:
            return None
        groups = [one.strip() for told in Headers(scope=scope).getlist(at.groups_header) for one in told.split(",")]
        claims = {self._identity.account: name, self._identity.name: name, "groups": groups}
        return self._identity.known(_SYSTEM, name, claims)

    def still_is(self, scope: Scope, visit: Visit) -> bool:
        """Whether the proxy names the person of this visit; a link is for whoever has it."""
        return visit.id.startswith(_LINK) or visit.subject == f"{_SYSTEM}:{self._name(scope)}"

    def _name(self, scope: Scope) -> str:
        at = self._identity.proxy
        told = Headers(scope=scope).getlist(at.header) if at else []
        return told[0].strip() if len(told) == 1 else ""
