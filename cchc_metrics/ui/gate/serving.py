"""Where the product may be served: without a login at the machine itself and nowhere else.

Three looks, for no single one sees every way of starting: what was declared, what the starting command was told, and
at which address each request came in.
"""

from collections.abc import Iterable, Mapping

import click
from starlette.datastructures import Headers
from starlette.types import Scope
from streamlit import config

from cchc_metrics.access.identity import Identity, read_identity
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

LOCAL = "local"
_THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})
# Who says that a request came through a proxy says that the asker is not at the machine.
_FORWARDED = (
    *("forwarded", "via", "x-forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"),
    *("x-client-ip", "x-cluster-client-ip", "true-client-ip", "cf-connecting-ip", "fastly-client-ip"),
)


def why_not_to_start(settings: Settings, bound: Iterable[str]) -> str:
    """The sentence with which the start is refused, with the next step; empty where it may go on.

    bound: addresses that the server is about to listen on.
    """
    t = texts().gate
    if settings.login != LOCAL:
        # A password that travels in the open is no password.
        plain = sorted(origin for origin in settings.addresses if not origin.startswith("https:"))
        return t.needs_https.format(address=", ".join(plain)) if plain else ""
    elsewhere = sorted({*(name for name in bound if name not in _THIS_MACHINE), *settings.addresses})
    return t.needs_login.format(address=", ".join(elsewhere)) if elsewhere else ""


def identity_of(settings: Settings) -> Identity | None:
    """The office's own systems, where they are declared; a start without what the mode needs ends in a sentence."""
    if settings.login == LOCAL:
        return None
    if settings.identity_file is None:
        if settings.login in ("oidc", "proxy"):
            raise SystemExit(texts().access.identity_missing.format(login=settings.login))
        return None
    try:
        return read_identity(settings.identity_file, settings.login)
    except CchcError as error:
        raise SystemExit(str(error)) from error


def bound_addresses() -> list[str]:
    """Where the command that starts this process was told to listen: by option, variable or file of settings.

    Nothing where no command is at work, as under another server: then each request is looked at alone.
    """
    context = click.get_current_context(silent=True)
    if context is None:
        return []
    told: Mapping[str, object] = context.params
    if told.get("uds") or told.get("fd") is not None:
        return [str(told.get("uds") or f"fd {told['fd']}")]
    # ``uvicorn app:app`` says its host; ``streamlit run`` has put its own options where Streamlit keeps them.
    host = told.get("host")
    if host is None:
        host = config.get_option("server.address") or "0.0.0.0"  # noqa: S104 what Streamlit does without an address
    return [str(host)]


def is_at_the_machine(scope: Scope) -> bool:
    """Whether a request came in at the machine's own address, from the machine itself, with no proxy between."""
    at, by = (scope.get(end) or ("",) for end in ("server", "client"))
    headers = Headers(scope=scope)
    return at[0] in _THIS_MACHINE and by[0] in _THIS_MACHINE and not any(name in headers for name in _FORWARDED)
