"""What the first page of a process needs, made ready while the first browser still loads the application.

A browser takes a second or two from asking for a page to asking for its figures. In that time the office is opened, the
shipped facts are taken in where they are not there yet, and what the page asks is asked (``first_page``). Who comes
meanwhile waits for the same answers instead of working them out beside it.
"""

import importlib
import logging
from collections.abc import Callable
from threading import Lock, Thread

from starlette.types import ASGIApp, Receive, Scope, Send

from cchc_metrics.errors import CchcError

_log = logging.getLogger(__name__)


class Warming:
    """ASGI middleware behind the gate: the first document that is asked for sets it going, once per process.

    make_ready: told the address of the page, without slashes around it.
    """

    def __init__(self, app: ASGIApp, make_ready: Callable[[str], None] | None = None) -> None:
        self._app, self._make_ready, self._begun = app, make_ready or _by_pages, Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _is_document(scope) and self._begun.acquire(blocking=False):
            Thread(target=self._warm, args=(scope["path"].strip("/"),), name="warming", daemon=True).start()
        await self._app(scope, receive, send)

    def _warm(self, slug: str) -> None:
        """Whatever goes wrong here goes wrong again where somebody asks for it, and is told there."""
        try:
            self._make_ready(slug)
        except CchcError as error:
            _log.info("the first page was not made ready: %s", error)
        except Exception:
            _log.exception("the first page was not made ready")


def _is_document(scope: Scope) -> bool:
    accepted = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return scope["method"] == "GET" and b"text/html" in accepted


def _by_pages(slug: str) -> None:
    # The views need the large libraries, and the server is to listen first.
    importlib.import_module("cchc_metrics.ui.warming.first_page").make_ready(slug)
