"""The language of a browser: one click, kept in a cookie, and for who signs in with an account with the account.

Vietnamese unless somebody chose otherwise; what a browser says that it prefers decides nothing.
"""

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from cchc_metrics.access.visits import Visit
from cchc_metrics.labels import LANGUAGES, OFFICIAL

LANGUAGE_AT = "/ngon-ngu"
# Each language by its own name: who does not read the page must find it. It is the same in every catalogue.
OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}
_YEAR = 365 * 86_400
_SEE_OTHER = 303


def cookie_name(origin: str) -> str:
    """One name per port, for two offices may share a machine."""
    return f"cchc-ngon-ngu-{urlsplit(origin).port or 80}"


def language_cookie(origin: str, code: str) -> str:
    """The header that keeps a language in the browser."""
    secure = "; Secure" if origin.startswith("https:") else ""
    return f"{cookie_name(origin)}={code}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{secure}"


def asked_language(scope: Scope, origin: str) -> str:
    """The language that the browser behind a request chose."""
    chosen = HTTPConnection(scope).cookies.get(cookie_name(origin), "")
    return chosen if chosen in LANGUAGES else OFFICIAL


def others(spoken: str) -> tuple[str, ...]:
    """The languages that one may change to."""
    return tuple(code for code in LANGUAGES if code != spoken)


def own_path(asked: str) -> str:
    """Where to go on: a path of ours and nothing else, so that no link leads elsewhere; empty for what is none."""
    parts = urlsplit(asked)
    plain = asked.startswith("/") and not asked.startswith(("//", "/\\")) and "\\" not in asked and asked.isprintable()
    if not plain or parts.scheme or parts.netloc:
        return ""
    return quote(parts.path) + (f"?{parts.query}" if parts.query else "")


class Switch:
    """The address that changes the language and leads back. keep: notes it for the account of a visit."""

    def __init__(self, keep: Callable[[Visit, str], None] | None = None) -> None:
        self._keep = keep

    def route(self) -> Route:
        """The one route, as ``st.App`` takes it."""
        return Route(f"{LANGUAGE_AT}/{{code}}", self._change, methods=["GET"])

    async def _change(self, request: Request) -> Response:
        origin, visit = request.scope["cchc"]
        code = request.path_params["code"]
        answer = RedirectResponse(_back(request, origin), _SEE_OTHER)
        if code in LANGUAGES:
            answer.headers["set-cookie"] = language_cookie(origin, code)
            if self._keep is not None and visit is not None and visit.actor.role:
                await run_in_threadpool(self._keep, visit, code)
        return answer


def _back(request: Request, origin: str) -> str:
    """Where one came from; a link that was passed on says where it leads."""
    told = own_path(request.query_params.get("tiep", ""))
    if told:
        return told
    came = urlsplit(request.headers.get("referer", ""))
    if f"{came.scheme}://{came.netloc}" != origin:
        return "/"
    return own_path(came.path + (f"?{came.query}" if came.query else "")) or "/"
