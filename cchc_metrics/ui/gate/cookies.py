"""The cookie by which a browser bears its visit's secret."""

from urllib.parse import urlsplit


def cookie_name(origin: str) -> str:
    """One name per address: browsers send a cookie to every port of a machine, and two offices may share one."""
    parts = urlsplit(origin)
    if parts.scheme == "https":
        return "__Host-cchc"
    return f"cchc-{parts.port or 80}"


def set_cookie(origin: str, secret: str) -> str:
    """The header: out of reach of scripts, not sent for requests of other sites, gone when the browser is closed.

    A link from elsewhere still brings it (Lax): without it, such a link would begin a second visit beside the first.
    """
    secure = "; Secure" if origin.startswith("https:") else ""
    return f"{cookie_name(origin)}={secret}; Path=/; HttpOnly; SameSite=Lax{secure}"


def clear_cookie(origin: str) -> str:
    """The header that takes the secret from the browser."""
    return f"{set_cookie(origin, '')}; Max-Age=0"
