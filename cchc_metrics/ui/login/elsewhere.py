"""Signing in at the office's identity provider, by the routes of Streamlit's own ``st.login`` (Authlib behind it).

Streamlit would let the browser keep what the provider said for thirty days, out of anybody's reach. Here it is read as
soon as the provider has answered, becomes a session of ours, and goes no further.
"""

import json
from http.cookies import SimpleCookie
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from streamlit import config
from streamlit.auth_util import encode_provider_token, get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from cchc_metrics.access.identity import Identity, Known, values_of
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

START, CALLBACK = "/dang-nhap/co-quan", "/oauth2callback"
_LOGIN = "/auth/login"
_PROVIDER = "default"


def declare(identity: Identity) -> None:
    """Let Streamlit read its section of the file; before the application is made."""
    config.set_option("secrets.files", [str(identity.file)])


async def to_provider(request: Request) -> Response:
    """The answer that sends the browser to the provider. Raises CchcError when that one cannot be asked."""
    scope = {**request.scope, "query_string": b"provider=" + encode_provider_token(_PROVIDER).encode()}
    answer = await _ask(_LOGIN, Request(scope, request.receive))
    if "location" not in answer.headers:
        raise CchcError(texts().access.outside_down)
    return answer


async def back_from_provider(request: Request, identity: Identity) -> Known:
    """Who came back, by the token that the provider signed and Authlib checked. Raises CchcError for nobody."""
    claims = _claims(await _ask(CALLBACK, request))
    issuer, subject = (next(iter(values_of(claims, name)), "") for name in ("iss", "sub"))
    if not claims.get("is_logged_in") or not issuer or not subject:
        raise CchcError(texts().access.outside_failed)
    return identity.known("oidc", f"{issuer} {subject}", claims)


async def _ask(path: str, request: Request) -> Response:
    route = next(one for one in create_auth_routes("") if one.path == path)
    answer: Response = await route.endpoint(request)
    return answer


def _claims(answer: Response) -> dict[str, Any]:
    """What the provider told, as Streamlit was about to hand it to the browser."""
    cookies: SimpleCookie = SimpleCookie()
    for header in answer.headers.getlist("set-cookie"):
        cookies.load(header)

    def one(name: str) -> bytes | None:
        morsel = cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, morsel.value.encode("latin-1")) if morsel else None

    told = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    claims = json.loads(told) if told else {}
    return claims if isinstance(claims, dict) else {}
