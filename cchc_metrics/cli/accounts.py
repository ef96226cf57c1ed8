"""Accounts, what they are given, their sessions, and the audit log: ``accounts …``, ``audit``.

They work beside a running server: whoever may start programs on the machine is its operator.
"""

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from cchc_metrics.access import LOCAL_OPERATOR, Held, Role
from cchc_metrics.access.accounts import Account, Given, given_words
from cchc_metrics.access.audit_line import Line
from cchc_metrics.access.keeping import Access, access_of
from cchc_metrics.access.people import LINK
from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add
from cchc_metrics.config import load_settings
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

Do = Callable[[Access, argparse.Namespace], int]


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().access
    parts = add("accounts", None, t.help_accounts).add_subparsers(required=True, metavar=texts().cli.command_word)

    def one(name: str, do: Do, words: str, *, account: bool = True) -> argparse.ArgumentParser:
        parser = parts.add_parser(name, help=words, description=words)
        parser.add_argument("--json", action="store_true", help=texts().cli.help_json)
        parser.set_defaults(on_closed=lambda options: do(access_of(load_settings()), options))
        if account:
            parser.add_argument("account", help=t.help_account)
        return parser

    one("list", _list, t.help_list, account=False)
    new = one("add", _add, t.help_add)
    new.add_argument("--name", required=True, help=t.help_name)
    _with_role(new, required=False)
    one("reset", _reset, t.help_reset)
    one("disable", _disable, t.help_disable).set_defaults(disabled=True)
    one("enable", _disable, t.help_enable).set_defaults(disabled=False)
    one("drop-factor", _drop_factor, t.help_drop_factor)
    one("entrust", _entrust, t.help_entrust)
    _with_role(one("give", _give, t.help_give), required=True)
    one("take", _take, t.help_take, account=False).add_argument("number", type=int)
    one("sessions", _sessions, t.help_sessions, account=False)
    one("end-session", _end, t.help_end, account=False).add_argument("session")
    link = one("links", _links, t.help_links, account=False)
    link.add_argument("--unit", default="", help=t.help_unit)
    link.add_argument("--form", default="", help=t.help_form)
    link.add_argument("--period", default="", help=t.help_period)
    link.add_argument("--until", type=date.fromisoformat, help=t.help_to)
    link.add_argument("--revoke", default="", help=t.help_revoke)
    log = add("audit", None, t.help_audit)
    log.add_argument("--lines", action="store_true", help=t.help_audit_lines)
    log.set_defaults(on_closed=lambda options: _audit(access_of(load_settings()), options))


def _with_role(parser: argparse.ArgumentParser, *, required: bool) -> None:
    t = texts().access
    names = ", ".join(f"{role} ({t.roles[role]})" for role in Role)
    parser.add_argument(
        "--role", type=Role, choices=list(Role), required=required, help=t.help_role.format(roles=names)
    )
    parser.add_argument("--unit", default="", help=t.help_unit)
    parser.add_argument("--from", dest="first", type=date.fromisoformat, help=t.help_from)
    parser.add_argument("--to", dest="last", type=date.fromisoformat, help=t.help_to)
    parser.add_argument("--deputises", default="", metavar="ACCOUNT", help=t.help_deputises)


def _list(access: Access, options: argparse.Namespace) -> int:
    every, given = access.accounts.all(), access.accounts.given()
    lines = [
        line
        for one in every
        for line in (_account_words(one), *(_given_words(each) for each in given if each.account == one.id))
    ]
    answer = [{**asdict(one), "given": [asdict(each) for each in given if each.account == one.id]} for one in every]
    say(options, answer, "\n".join(lines) or texts().access.nobody_yet)
    return 0


def _add(access: Access, options: argparse.Namespace) -> int:
    code = access.accounts.add(LOCAL_OPERATOR, options.account, options.name)
    if options.role is not None:
        _give_role(access, options)
    _say_code(options, texts().access.added, code)
    return 0


def _reset(access: Access, options: argparse.Namespace) -> int:
    _say_code(options, texts().access.reset_done, access.accounts.reset(LOCAL_OPERATOR, options.account))
    return 0


def _say_code(options: argparse.Namespace, sentence: str, code: str) -> None:
    answer = {"status": "done", "account": options.account, "code": code}
    say(options, answer, sentence.format(account=options.account, code=code))


def _disable(access: Access, options: argparse.Namespace) -> int:
    access.accounts.disable(LOCAL_OPERATOR, options.account, disabled=options.disabled)
    return _done(options)


def _drop_factor(access: Access, options: argparse.Namespace) -> int:
    access.accounts.drop_factor(LOCAL_OPERATOR, options.account)
    return _done(options)


def _entrust(access: Access, options: argparse.Namespace) -> int:
    access.accounts.entrust(LOCAL_OPERATOR, options.account)
    return _done(options)


def _give(access: Access, options: argparse.Namespace) -> int:
    _give_role(access, options)
    return _done(options)


def _give_role(access: Access, options: argparse.Namespace) -> None:
    days = (options.first, options.last)
    access.accounts.give(
        LOCAL_OPERATOR, options.account, options.role, options.unit, days=days, deputises=options.deputises
    )


def _take(access: Access, options: argparse.Namespace) -> int:
    access.accounts.take(LOCAL_OPERATOR, options.number)
    return _done(options)


def _sessions(access: Access, options: argparse.Namespace) -> int:
    found = access.signing_in.sessions(LOCAL_OPERATOR)
    t = texts().access
    lines = [
        f"{one.id}  "
        + t.session_line.format(
            account=one.account, address=one.address, began=_moment(one.began_at), seen=_moment(one.seen_at)
        )
        for one in found
    ]
    say(options, [asdict(one) for one in found], "\n".join(lines) or t.sessions_none)
    return 0


def _end(access: Access, options: argparse.Namespace) -> int:
    access.signing_in.end(LOCAL_OPERATOR, options.session)
    return _done(options)


def _links(access: Access, options: argparse.Namespace) -> int:
    """Make one where a day is named, revoke one where an id is; else list."""
    t = texts().access
    if options.until is not None:
        purpose = Held(LINK, options.unit, options.form, options.period)
        secret = access.links.make(LOCAL_OPERATOR, purpose, options.until)
        origins = sorted(load_settings().addresses) or ["http://127.0.0.1:8501"]
        address = f"{origins[0]}/lien-ket/{secret}"
        say(options, {"status": "done", "address": address}, t.link_made.format(address=address))
        return 0
    if options.revoke:
        access.links.revoke(LOCAL_OPERATOR, options.revoke)
        return _done(options)
    found = access.links.all(LOCAL_OPERATOR)
    lines = [
        t.link_line.format(
            **{**asdict(one), "until": fmt.day(one.until), "state": t.link_revoked_mark if one.revoked else ""}
        )
        for one in found
    ]
    say(options, [asdict(one) for one in found], "\n".join(lines) or t.links_none)
    return 0


def _audit(access: Access, options: argparse.Namespace) -> int:
    """Verify the chain, or print its lines; 1 when something is wrong with it."""
    problems, lines = access.audit.verify(), access.audit.lines()
    if options.lines:
        say(options, [asdict(line) for line in lines], "\n".join(map(_line_words, lines)))
    else:
        sound = texts().access.audit_sound.format(count=len(lines))
        say(options, {"ok": not problems, "problems": problems, "lines": len(lines)}, "\n".join(problems) or sound)
    return 1 if problems else 0


def _done(options: argparse.Namespace) -> int:
    say(options, {"status": "done"}, texts().access.done)
    return 0


def _account_words(one: Account) -> str:
    t = texts().access
    state = (t.disabled_mark if one.disabled else "") + (t.must_change_mark if one.must_change else "")
    state += t.outside_mark if one.is_outside else ""
    return t.account_line.format(account=one.id, name=one.name, state=state)


def _given_words(one: Given) -> str:
    return f"  {one.id}. {given_words(one)}"


def _line_words(line: Line) -> str:
    seq = "" if line.seq is None else f" #{line.seq}"
    return f"{line.number} {line.at:%Y-%m-%d %H:%M:%S} {line.act}{seq} {line.account} {line.about} {line.text}".rstrip()


def _moment(seconds: float) -> str:
    return fmt.moment(datetime.fromtimestamp(seconds, ZoneInfo(load_settings().timezone)))
