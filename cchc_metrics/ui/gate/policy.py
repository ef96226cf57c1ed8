"""What browsers are told to allow: the headers of every answer, and the first document in the language asked for."""

import base64
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from cchc_metrics.labels import language, texts

_EVERYWHERE: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# A file that somebody opens in a window of its own runs nothing and fetches nothing.
_OF_FILES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
# Streamlit's own page sets one flag in a script of its own; nothing reads it here.
_INLINE = re.compile(rb"\s*<script>.*?</script>", re.DOTALL)
_FOREIGN = ("access-control-allow-origin", "access-control-allow-credentials")


def headers_for(path: str, origin: str, scripts: Iterable[str]) -> dict[str, str]:
    """The headers of an answer. scripts: ``content_hash`` of each script that our markup holds."""
    if path.startswith("/media/"):
        return {**_EVERYWHERE, "content-security-policy": _OF_FILES, "cache-control": "private, no-cache"}
    return {**_EVERYWHERE, "content-security-policy": _of_pages(origin, scripts)}


def headers_of_refusal() -> dict[str, str]:
    """The headers of a sentence to somebody who gets nothing else."""
    return {**_EVERYWHERE, "content-security-policy": _OF_FILES, "cache-control": "no-store"}


def _of_pages(origin: str, scripts: Iterable[str]) -> str:
    parts = urlsplit(origin)
    socket = f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
    rules = (
        "default-src 'none'",
        " ".join(("script-src 'self'", *(f"'{each}'" for each in scripts))),
        # Streamlit's and Plotly's looks are written into the page while it runs.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self' {socket} data: blob:",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "media-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
    return "; ".join(rules)


def content_hash(script: str) -> str:
    """How a policy names one script by its text."""
    return f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}"


def is_foreign(header: str) -> bool:
    """Whether a header would let pages of others read the answer."""
    return header.lower() in _FOREIGN


def declared(document: bytes, script: str, links: str = "", look: str = "") -> bytes:
    """Streamlit's document with its language and title, and with ours as the only script written into it.

    links: what is fetched while the page is prepared · look: a style element, there before anything is drawn, so that
    nothing moves when it comes, and last: of equally exact rules the last holds, and Streamlit's go into the head.
    """
    spoken = document.replace(b'<html lang="en">', f'<html lang="{language()}" translate="no">'.encode(), 1)
    titled = spoken.replace(b"<title>Streamlit</title>", f"<title>{texts().shell.product}</title>".encode(), 1)
    bare = _INLINE.sub(b"", titled)
    if titled == spoken:  # a page of our own, which has no need of them
        return bare
    head = links + (f"<script>{script}</script>" if script else "")
    return bare.replace(b"</head>", f"{head}</head>".encode(), 1).replace(b"</body>", f"{look}</body>".encode(), 1)
