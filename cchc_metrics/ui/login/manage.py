"""The administrator's page of accounts, what they are given and one-purpose links: plain forms, no script."""

from collections.abc import Callable, Mapping
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cchc_metrics.access import Deed, Held, Role, may
from cchc_metrics.access.accounts import Account, Given, given_words
from cchc_metrics.access.keeping import Access
from cchc_metrics.access.people import LINK, NEEDS_UNIT, only_report
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.ui.components.markup import element, escaped
from cchc_metrics.ui.login.forms import Fields, origin_of, read_form, visit_of
from cchc_metrics.ui.login.pages import ACCOUNT, LINKS_AT, SIGN_IN, Said, field, form, page

MANAGE = f"{ACCOUNT}/quan-ly"
_SEE_OTHER = 303


class Managing:
    """The handlers of the page; every deed asks for its right once more."""

    def __init__(self, access: Access, *, has_outside: bool = False) -> None:
        """has_outside: another system of the office can say who somebody is."""
        self._access, self._has_outside = access, has_outside
        self._deeds: Mapping[str, Callable[[Actor, Fields, str], str]] = {
            "add": self._add,
            "reset": self._reset,
            "give": self._give,
            "take": self._take,
            "entrust": self._entrust,
            "close": self._close,
            "open": self._open,
            "link": self._link,
            "revoke": self._revoke,
            "times": self._times,
        }

    def routes(self) -> list[Route]:
        """The one route of the page."""
        return [Route(MANAGE, self._page, methods=["GET", "POST"])]

    async def _page(self, request: Request) -> Response:
        visit = visit_of(request)
        if visit is None or only_report(visit.actor) is not None:
            return RedirectResponse(SIGN_IN, _SEE_OTHER)
        said, status = Said(), 200
        if request.method == "POST":
            fields = await read_form(request)
            deed = self._deeds.get(fields("viec"))
            try:
                if deed is not None:
                    said = Said(await run_in_threadpool(deed, visit.actor, fields, origin_of(request)), good=True)
            except CchcError as error:
                said, status = Said(str(error)), 400
        if not may(visit.actor, Deed.ACCOUNTS) and not may(visit.actor, Deed.JUDGE):
            return RedirectResponse(ACCOUNT, _SEE_OTHER)
        return HTMLResponse(self._shown(visit.actor, said), status)

    def _add(self, by: Actor, fields: Fields, _origin: str) -> str:
        account = fields("tai-khoan").strip().lower()
        code = self._access.accounts.add(by, account, fields("ten"))
        return texts().access.added.format(account=account, code=code)

    def _reset(self, by: Actor, fields: Fields, _origin: str) -> str:
        code = self._access.accounts.reset(by, fields("tai-khoan"))
        return texts().access.reset_done.format(account=fields("tai-khoan"), code=code)

    def _give(self, by: Actor, fields: Fields, _origin: str) -> str:
        t = texts().access
        if fields("vai-tro") not in set(Role):
            raise CchcError(t.wrong_role)
        role = Role(fields("vai-tro"))
        unit = fields("don-vi").strip() if role in NEEDS_UNIT or role is Role.SPECIALIST else ""
        days = (_day(fields("tu")), _day(fields("den")))
        self._access.accounts.give(by, fields("tai-khoan"), role, unit, days=days, deputises=fields("thay").strip())
        return t.done

    def _take(self, by: Actor, fields: Fields, _origin: str) -> str:
        self._access.accounts.take(by, int(fields("so")) if fields("so").isdecimal() and len(fields("so")) < 10 else 0)
        return texts().access.done

    def _entrust(self, by: Actor, fields: Fields, _origin: str) -> str:
        self._access.accounts.entrust(by, fields("tai-khoan"))
        return texts().access.done

    def _close(self, by: Actor, fields: Fields, _origin: str) -> str:
        self._access.accounts.disable(by, fields("tai-khoan"))
        return texts().access.done

    def _open(self, by: Actor, fields: Fields, _origin: str) -> str:
        self._access.accounts.disable(by, fields("tai-khoan"), disabled=False)
        return texts().access.done

    def _link(self, by: Actor, fields: Fields, origin: str) -> str:
        until = _day(fields("den"))
        if until is None:
            raise CchcError(texts().access.day_missing)
        held = Held(LINK, *(fields(name).strip() for name in ("don-vi", "bieu", "ky")))
        secret = self._access.links.make(by, held, until)
        return texts().access.link_made.format(address=f"{origin}{LINKS_AT}/{secret}")

    def _revoke(self, by: Actor, fields: Fields, _origin: str) -> str:
        self._access.links.revoke(by, fields("ma"))
        return texts().access.done

    def _times(self, by: Actor, fields: Fields, _origin: str) -> str:
        told = [int(fields(name)) if fields(name).isdecimal() else 0 for name in ("nghi", "nhieu-nhat")]
        self._access.signing_in.set_times(by, *told)
        return texts().access.done

    def _shown(self, actor: Actor, said: Said) -> str:
        t, body = texts().access, f'<p><a href="{ACCOUNT}">{escaped(texts().access.my_account)}</a></p>'
        if may(actor, Deed.ACCOUNTS):
            given = self._access.accounts.given()
            body += "".join(
                _account(one, [each for each in given if each.account == one.id], self._has_outside)
                for one in self._access.accounts.all()
            )
            names = field("tai-khoan", t.account_label, "text", "off", more=" required")
            body += element("h2", t.add_title)
            body += _deed("add", names + field("ten", t.help_name, "text", "off", more=" required"), t.add_button)
            body += element("h2", t.give_title) + _deed("give", names + _given_fields(), t.give_button)
            body += element("h2", t.times_title) + self._times_form()
        if may(actor, Deed.JUDGE):
            body += element("h2", t.help_links) + self._links(actor)
        return page(t.manage_title, t.manage_lead, said, body)

    def _times_form(self) -> str:
        t, (idle, most) = texts().access, self._access.signing_in.times()
        number = ' min="1" max="1440" required'
        fields = field("nghi", t.times_idle, "number", "off", value=str(idle), more=number)
        fields += field("nhieu-nhat", t.times_most, "number", "off", value=str(most), more=number)
        return _deed("times", fields, t.times_button)

    def _links(self, actor: Actor) -> str:
        t = texts().access
        rows = "".join(
            f"<li>{escaped(link_words(one.unit, one.form, one.period, one.until, one.uses))}"
            + (escaped(t.link_revoked_mark) if one.revoked else _deed("revoke", _hidden("ma", one.id), t.take_button))
            + "</li>"
            for one in self._access.links.all(actor)
        )
        fields = (
            field("don-vi", t.help_unit, "text", "off", more=" required")
            + field("bieu", t.help_form, "text", "off", value="CCHC", more=" required")
            + field("ky", t.help_period, "text", "off", more=' required placeholder="2026-Q1"')
            + field("den", t.help_until, "date", "off", more=" required")
        )
        return f"<ul>{rows}</ul>{_deed('link', fields, t.link_button)}"


def link_words(unit: str, form_code: str, period: str, until: date, uses: int) -> str:
    """One link in words, without its id."""
    return texts().access.link_short.format(
        unit=unit, form=form_code, period=fmt.period(period), until=fmt.day(until), uses=uses
    )


def _account(one: Account, given: list[Given], has_outside: bool) -> str:
    t = texts().access
    state = (t.disabled_mark if one.disabled else "") + (t.must_change_mark if one.must_change else "")
    state += t.outside_mark if one.is_outside else ""
    words = t.account_line.format(account=one.id, name=one.name, state=state)
    roles = "".join(
        f"<li>{escaped(given_words(each))}{_deed('take', _hidden('so', str(each.id)), t.take_button)}</li>"
        for each in given
    )
    own = _hidden("tai-khoan", one.id)
    turn = _deed("open", own, t.open_button) if one.disabled else _deed("close", own, t.close_button)
    reset = "" if one.is_outside else _deed("reset", own, t.reset_button)
    entrust = _deed("entrust", own, t.entrust_button) if has_outside and not one.is_outside else ""
    buttons = reset + entrust + turn
    return f"<details><summary>{escaped(words)}</summary><ul>{roles}</ul>{buttons}</details>"


def _given_fields() -> str:
    t = texts().access
    options = "".join(f'<option value="{role}">{escaped(t.roles[role])}</option>' for role in Role)
    return (
        f'<label>{escaped(t.role_label)}<select name="vai-tro">{options}</select></label>'
        + field("don-vi", t.help_unit, "text", "off")
        + field("tu", t.from_label, "date", "off")
        + field("den", t.to_label, "date", "off")
        + field("thay", t.help_deputises, "text", "off")
    )


def _deed(name: str, fields: str, button: str) -> str:
    css = "" if name in ("add", "give", "link") else "quiet"
    return form(MANAGE, _hidden("viec", name) + fields, button, css=css)


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escaped(value)}">'


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CchcError(texts().access.day_wrong) from error
