"""The routes of signing in. The gate has looked at address and origin before, so a form of another page never comes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cchc_metrics.access.directory import ask_directory
from cchc_metrics.access.identity import Identity, Known
from cchc_metrics.access.keeping import Access
from cchc_metrics.access.passwords import new_second_factor
from cchc_metrics.access.people import only_report
from cchc_metrics.access.signing_in import Outcome
from cchc_metrics.access.visits import Visits
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.gate.cookies import clear_cookie, set_cookie
from cchc_metrics.ui.gate.vouching import Vouching
from cchc_metrics.ui.languages import language_cookie
from cchc_metrics.ui.languages import own_path as ours
from cchc_metrics.ui.login.elsewhere import CALLBACK, START, back_from_provider, to_provider
from cchc_metrics.ui.login.forms import origin_of, read_form, visit_of
from cchc_metrics.ui.login.manage import Managing
from cchc_metrics.ui.login.pages import (
    ACCOUNT,
    CHANGE,
    END,
    FACTOR,
    LINKS_AT,
    SIGN_IN,
    SIGN_OUT,
    OwnAccount,
    Said,
    account_page,
    outside_page,
    sign_in_page,
)

# A check of a password takes 64 MB and a core for a moment; so many at once, the others wait.
_AT_ONCE = asyncio.Semaphore(2)
# Beyond so many that wait, the next are asked to come back: a flood takes nobody's turn for long.
_MOST_WAITING = 30
_SEE_OTHER = 303


class Doors:
    """The handlers. origin and visit of a request are what the gate found (``scope["cchc"]``).

    login: how people sign in · identity: the office's own systems.
    """

    def __init__(
        self, access: Access, visits: Visits, login: str = "accounts", identity: Identity | None = None
    ) -> None:
        self._access, self._visits, self._login, self._identity = access, visits, login, identity
        self._waiting = 0

    def routes(self) -> list[Route]:
        """Every route, as ``st.App`` takes them."""
        by_password = self._login == "accounts"
        return [
            Route(SIGN_IN, self._sign_in, methods=["GET", "POST"] if by_password else ["GET"]),
            *([Route(START, self._start), Route(CALLBACK, self._back)] if self._login == "oidc" else ()),
            Route(f"{LINKS_AT}/{{secret}}", self._link, methods=["GET"]),
            Route(SIGN_OUT, self._sign_out, methods=["POST"]),
            Route(ACCOUNT, self._account, methods=["GET"]),
            Route(CHANGE, self._change, methods=["POST"]),
            Route(FACTOR, self._factor, methods=["POST"]),
            Route(END, self._end, methods=["POST"]),
            *Managing(self._access, has_outside=self._identity is not None).routes(),
        ]

    async def _sign_in(self, request: Request) -> Response:
        onward = own_path(request.query_params.get("tiep", ""))
        if self._login == "oidc":
            return HTMLResponse(outside_page(Said(), f"{START}?{urlencode({'tiep': onward})}"))
        if self._login == "proxy":
            return await self._vouched(request, onward)
        if request.method == "GET":
            return HTMLResponse(sign_in_page(Said(), onward=onward))
        form = await read_form(request)
        account, onward = form("tai-khoan"), own_path(form("tiep"))
        address = request.client.host if request.client else ""
        if self._waiting >= _MOST_WAITING:
            return HTMLResponse(sign_in_page(Said(texts().access.too_many), account[:60], onward), 503)
        self._waiting += 1
        try:
            async with _AT_ONCE:
                secret, outcome = await run_in_threadpool(
                    self._access.signing_in.attempt, account, form("mat-khau"), form("ma"), address, self._elsewhere
                )
        except CchcError as error:
            return HTMLResponse(sign_in_page(Said(str(error)), account[:60], onward), 403)
        finally:
            self._waiting -= 1
        return self._let_in(request, secret, ACCOUNT if outcome is Outcome.MUST_CHANGE else onward or "/")

    def _let_in(self, request: Request, secret: str, onward: str) -> Response:
        """On into the application, with the visit's secret and the language that the account has chosen."""
        origin, visit, answer = origin_of(request), self._visits.of(secret), RedirectResponse(onward, _SEE_OTHER)
        answer.headers["set-cookie"] = set_cookie(origin, secret)
        chosen = self._access.people.language(visit.actor.id) if visit is not None else ""
        if chosen:
            answer.headers.append("set-cookie", language_cookie(origin, chosen))
        return answer

    def _elsewhere(self, account: str, password: str) -> Known | None:
        return None if self._identity is None else ask_directory(self._identity, account, password)

    async def _start(self, request: Request) -> Response:
        """On to the identity provider; where to go afterwards waits in the signed cookie of this browser."""
        request.session["tiep"] = own_path(request.query_params.get("tiep", ""))
        try:
            return await to_provider(request)
        except CchcError as error:
            return HTMLResponse(outside_page(Said(str(error)), START), 503)

    async def _back(self, request: Request) -> Response:
        """Back from the provider, as whom it says; as nobody, with one sentence, when it does not."""
        onward = own_path(str(request.session.pop("tiep", "")))
        try:
            if self._identity is None:
                raise CchcError(texts().access.outside_failed)
            known = await back_from_provider(request, self._identity)
            return await self._begun(request, known, onward)
        except CchcError as error:
            return HTMLResponse(outside_page(Said(str(error)), START), 403)

    async def _vouched(self, request: Request, onward: str) -> Response:
        known = Vouching(self._identity).who(request.scope) if self._identity else None
        if known is None:
            return HTMLResponse(outside_page(Said(texts().access.outside_proxy), ""), 403)
        try:
            return await self._begun(request, known, onward)
        except CchcError as error:
            return HTMLResponse(outside_page(Said(str(error)), ""), 403)

    async def _begun(self, request: Request, known: Known, onward: str) -> Response:
        address = request.client.host if request.client else ""
        secret = await run_in_threadpool(self._access.signing_in.vouched, known, address)
        return self._let_in(request, secret, onward or "/")

    async def _link(self, request: Request) -> Response:
        secret = request.path_params["secret"]
        address = request.client.host if request.client else ""
        found = await run_in_threadpool(self._access.links.open, secret, address)
        if found is None:
            return HTMLResponse(sign_in_page(Said(texts().access.link_closed)), 403)
        asked = urlencode({Key.PERIOD.value: found.period, Key.UNIT.value: found.unit})
        answer = RedirectResponse(f"/nop-bao-cao?{asked}", _SEE_OTHER)
        answer.headers["set-cookie"] = set_cookie(origin_of(request), secret)
        return answer

    async def _sign_out(self, request: Request) -> Response:
        visit = visit_of(request)
        if visit is not None and only_report(visit.actor) is None:
            with suppress(CchcError):  # it may have ended meanwhile
                await run_in_threadpool(self._access.signing_in.end, visit.actor, visit.id)
            self._visits.revoke(visit.id)
        answer = RedirectResponse(SIGN_IN, _SEE_OTHER)
        answer.headers["set-cookie"] = clear_cookie(origin_of(request))
        return answer

    async def _account(self, request: Request) -> Response:
        return self._shown(request, Said())

    async def _change(self, request: Request) -> Response:
        form, visit = await read_form(request), visit_of(request)
        if visit is None or only_report(visit.actor) is not None:
            return RedirectResponse(SIGN_IN, _SEE_OTHER)
        if form("moi") != form("lai"):
            return self._shown(request, Said(texts().access.new_differ), 400)
        change = self._access.signing_in.change_password
        return await self._done(request, lambda: change(visit.actor.id, form("cu"), form("moi"), visit.id))

    async def _factor(self, request: Request) -> Response:
        form, visit = await read_form(request), visit_of(request)
        if visit is None or only_report(visit.actor) is not None:
            return RedirectResponse(SIGN_IN, _SEE_OTHER)
        return await self._done(
            request, lambda: self._access.signing_in.set_factor(visit.actor.id, form("khoa"), form("ma"))
        )

    async def _end(self, request: Request) -> Response:
        form, visit = await read_form(request), visit_of(request)
        if visit is None or only_report(visit.actor) is not None:
            return RedirectResponse(SIGN_IN, _SEE_OTHER)

        def end() -> None:
            self._access.signing_in.end(visit.actor, form("phien"))
            self._visits.revoke(form("phien"))

        return await self._done(request, end)

    async def _done(self, request: Request, do: Callable[[], None]) -> Response:
        try:
            async with _AT_ONCE:
                await run_in_threadpool(do)
        except CchcError as error:
            return self._shown(request, Said(str(error)), 400)
        return self._shown(request, Said(texts().access.saved, good=True))

    def _shown(self, request: Request, said: Said, status: int = 200) -> Response:
        visit = visit_of(request)
        if visit is None or only_report(visit.actor) is not None:
            return RedirectResponse(SIGN_IN, _SEE_OTHER)
        signing, account = self._access.signing_in, self._access.accounts.find(visit.actor.id)
        actor = self._access.accounts.actor(account.id)
        shown = OwnAccount(
            account, visit.id, signing.sessions(actor), "" if account.has_factor else new_second_factor()
        )
        return HTMLResponse(account_page(actor, said, shown, by_password=self._login == "accounts"), status)


def own_path(asked: str) -> str:
    """Where to go on after signing in: a path of ours that is not itself about signing in; else empty."""
    return "" if asked.startswith((SIGN_IN, SIGN_OUT)) else ours(asked)
