"""The pages of signing in as HTML: plain forms, no script, every word escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from cchc_metrics.access import Deed, held_by, may
from cchc_metrics.access.accounts import Account
from cchc_metrics.access.passwords import SHORTEST, second_factor_address
from cchc_metrics.access.signing_in import Session
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import language, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import Actor
from cchc_metrics.ui.components.markup import element, escaped
from cchc_metrics.ui.languages import LANGUAGE_AT, OWN_NAMES, others

LINKS_AT = "/lien-ket"
SIGN_IN, SIGN_OUT, ACCOUNT = "/dang-nhap", "/dang-xuat", "/tai-khoan"
CHANGE, FACTOR, END = f"{ACCOUNT}/mat-khau", f"{ACCOUNT}/ma-xac-thuc", f"{ACCOUNT}/phien"


@dataclass(frozen=True, slots=True)
class Said:
    """What the last form came to. good: it was done."""

    sentence: str = ""
    good: bool = False


def roles_in_words(actor: Actor) -> str:
    """What an actor holds: «chuyên viên và đơn vị HC-TC»."""
    t = texts().access
    held = [
        t.role_of_unit.format(role=t.roles[one.role], unit=one.unit) if one.unit else t.roles[one.role]
        for one in held_by(actor)
        if one.role in t.roles
    ]
    return listed(held) if held else t.no_role


def sign_in_page(said: Said, account: str = "", onward: str = "") -> str:
    """The form of account, password and second factor."""
    t = texts().access
    fields = (
        field("tai-khoan", t.account_label, "text", "username", value=account, more=" required autofocus")
        + field("mat-khau", t.word_label, "password", "current-password", more=" required")
        + field("ma", t.factor_label, "text", "one-time-code", more=' inputmode="numeric" maxlength="8"')
        + f'<input type="hidden" name="tiep" value="{escaped(onward)}">'
    )
    return page(t.sign_in_title, t.sign_in_lead, said, form(SIGN_IN, fields, t.sign_in_button))


def outside_page(said: Said, at: str) -> str:
    """The one button that leads to the office's identity provider; none where ``at`` is empty."""
    t = texts().access
    button = element("a", t.outside_button, "button", href=at) if at else ""
    return page(t.sign_in_title, t.outside_lead, said, f"<p>{button}</p>" if button else "")


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What one's own page shows. session: the one that asks · secret: a new second factor to offer, empty: none."""

    account: Account
    session: str
    sessions: Sequence[Session]
    secret: str


def account_page(actor: Actor, said: Said, own: OwnAccount, *, by_password: bool) -> str:
    """One's own account. by_password: this office has passwords and second factors of its own."""
    t = texts().access
    change = f"<h2>{escaped(t.change_title)}</h2>" + form(
        CHANGE,
        field("cu", t.old_label, "password", "current-password", more=" required")
        + field("moi", t.new_label.format(least=SHORTEST), "password", "new-password", more=" required")
        + field("lai", t.again_label, "password", "new-password", more=" required"),
        t.change_button,
    )
    out = form(SIGN_OUT, "", t.sign_out, css="quiet")
    if own.account.must_change:
        return page(t.my_account, t.first_change_lead, said, change + out)
    lead = t.signed_in_as.format(name=actor.name, roles=roles_in_words(actor))
    back = f'<p><a href="/">{escaped(t.back)}</a></p>{_to_manage(actor)}'
    kept = f"<p>{escaped(t.outside_lead_mine)}</p>" if own.account.is_outside else change
    factor = _factor(actor, own.secret) if by_password else ""
    body = back + kept + factor + _sessions(own.sessions, own.session) + out
    return page(t.my_account, lead, said, body)


def _to_manage(actor: Actor) -> str:
    if not may(actor, Deed.ACCOUNTS) and not may(actor, Deed.JUDGE):
        return ""
    return f'<p><a href="{ACCOUNT}/quan-ly">{escaped(texts().access.manage_title)}</a></p>'


def _factor(actor: Actor, secret: str) -> str:
    t = texts().access
    head = f"<h2>{escaped(t.factor_title)}</h2>"
    if not secret:
        return f"{head}<p>{escaped(t.factor_on)}</p>"
    shown = f"<p>{escaped(t.factor_lead)}</p><p><code>{escaped(secret)}</code></p>"
    address = f'<p class="small"><code>{escaped(second_factor_address(secret, actor.id))}</code></p>'
    fields = field("ma", t.factor_code, "text", "one-time-code", more=' inputmode="numeric" required')
    hidden = f'<input type="hidden" name="khoa" value="{escaped(secret)}">'
    asked = form(FACTOR, fields + hidden, t.factor_button)
    return f"<details><summary>{escaped(t.factor_title)}</summary>{shown}{address}{asked}</details>"


def _sessions(sessions: Sequence[Session], own: str) -> str:
    t = texts().access
    rows = "".join(
        f"<li><span>{escaped(_session_words(one))}</span>"
        + (
            f" <em>{escaped(t.this_session)}</em>"
            if one.id == own
            else form(END, f'<input type="hidden" name="phien" value="{escaped(one.id)}">', t.end_session, css="quiet")
        )
        + "</li>"
        for one in sessions
    )
    return f"<h2>{escaped(t.sessions_title)}</h2><ul>{rows}</ul>"


def _session_words(one: Session) -> str:
    began, seen = (
        fmt.moment(datetime.fromtimestamp(at, ZoneInfo("Asia/Ho_Chi_Minh"))) for at in (one.began_at, one.seen_at)
    )
    return texts().access.session_line.format(account=one.account, address=one.address, began=began, seen=seen)


def page(title: str, lead: str, said: Said, body: str) -> str:
    """A whole page around a body that is markup already."""
    shell = texts().shell
    notice = ""
    if said.sentence:
        notice = f'<p class="{"good" if said.good else "bad"}" role="alert">{escaped(said.sentence)}</p>'
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escaped(title)} · {escaped(shell.brand)}</title>"
        '<link rel="stylesheet" href="/app/static/login.css"></head><body><main>'
        f'<p class="brand"><strong>{escaped(shell.brand)}</strong> {escaped(shell.brand_line)}</p>'
        f"<h1>{escaped(title)}</h1><p>{escaped(lead)}</p>{notice}{body}"
        f'<p class="small">{escaped(shell.no_secrets)}</p>{_other_languages()}</main></body></html>'
    )


def _other_languages() -> str:
    """The way to each other language, by its own name."""
    links = (
        element("a", OWN_NAMES[code], href=f"{LANGUAGE_AT}/{code}", lang=code, hreflang=code)
        for code in others(language())
    )
    return "".join(f'<p class="small">{link}</p>' for link in links)


def form(action: str, fields: str, button: str, css: str = "") -> str:
    """A form with its one button. fields: markup."""
    look = f' class="{css}"' if css else ""
    return (
        f'<form method="post" action="{action}"{look}>{fields}<button type="submit">{escaped(button)}</button></form>'
    )


def field(name: str, label: str, kind: str, autocomplete: str, *, value: str = "", more: str = "") -> str:
    """A field with its label. more: further attributes, as markup."""
    return (
        f'<label>{escaped(label)}<input name="{name}" type="{kind}" autocomplete="{autocomplete}" maxlength="200"'
        f' value="{escaped(value)}"{more}></label>'
    )
