"""What an office's own systems tell of a person, and what that gives here: the file of ``CCHC_IDENTITY_FILE``.

One file, TOML: ``[auth]`` is Streamlit's section for an OpenID provider, ``[ldap]`` a directory, ``[proxy]`` a proxy
that signs people in; ``[account]`` says which claims name an account, each ``[[role]]`` which claim gives which role.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cchc_metrics.access.people import MAY_HAVE_UNIT, NEEDS_UNIT, Held, Role, role_text
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

Claims = Mapping[str, object]
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SHORTEST_KEY = 32


@dataclass(frozen=True, slots=True)
class Rule:
    """Who has ``value`` in ``claim`` holds ``role``: for ``unit``, or for each unit that ``unit_claim`` tells.

    value: as it stands there, ``*`` for any letters, great and small alike.
    """

    claim: str
    value: str
    role: Role
    unit: str = ""
    unit_claim: str = ""

    def held(self, claims: Claims) -> Iterator[Held]:
        """What it gives to somebody of whom this is told; nothing for a unit that no code can be."""
        wanted = self.value.casefold()
        if not any(fnmatchcase(told.casefold(), wanted) for told in values_of(claims, self.claim)):
            return
        units = values_of(claims, self.unit_claim) if self.unit_claim else (self.unit,)
        for unit in units:
            one = Held(self.role, unit)
            if (unit or self.role not in NEEDS_UNIT) and _is_spelled(one):
                yield one


@dataclass(frozen=True, slots=True)
class Directory:
    """Where passwords are checked. Either people are found below ``base`` by the reader, or ``person`` spells them.

    person: such as ``{account}@quangtri.local`` · search: the filter that finds one person · key: the attribute that
    stays the same for good · groups: the filter that finds the groups of ``{dn}`` below ``groups_base``.
    """

    url: str
    start_tls: bool
    ca_file: str
    person: str
    reader: str
    reader_password: str
    base: str
    search: str
    key: str
    groups_base: str
    groups: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Proxy:
    """The one proxy whose word is taken: it proves itself by ``key`` and tells the person in ``header``."""

    header: str
    key_header: str
    key: str
    groups_header: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The file, read. provider: the host of the OpenID provider, empty without one."""

    file: Path
    account: str
    name: str
    rules: tuple[Rule, ...]
    provider: str = ""
    directory: Directory | None = None
    proxy: Proxy | None = None

    def known(self, system: str, key: str, claims: Claims) -> "Known":
        """What these claims say of a person."""
        account = next(iter(values_of(claims, self.account)), "").partition("@")[0].strip().lower()
        name = next(iter(values_of(claims, self.name)), "") or account
        return Known(f"{system}:{key}", account, name[:200], frozenset(held_from(self.rules, claims)))


@dataclass(frozen=True, slots=True)
class Known:
    """A person whom one of the office's systems vouches for. subject: the system's own lasting name of the person."""

    subject: str
    account: str
    name: str
    held: frozenset[Held]


def values_of(claims: Claims, name: str) -> tuple[str, ...]:
    """What a claim says: one text or several; nothing where it says something else."""
    told = claims.get(name) if name else None
    if isinstance(told, str):
        return (told,) if told else ()
    return tuple(one for one in told if isinstance(one, str) and one) if isinstance(told, list | tuple) else ()


def held_from(rules: Iterable[Rule], claims: Claims) -> Iterator[Held]:
    """Every role that the claims give."""
    for rule in rules:
        yield from rule.held(claims)


def read_identity(file: Path, login: str) -> Identity:
    """The file, checked for what the mode needs. Raises CchcError with what is missing or unsafe."""
    t = texts().access
    try:
        told = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CchcError(t.identity_unreadable.format(file=file.name)) from error
    try:
        account = _section(told, "account")
        found = Identity(
            file,
            account=str(account.get("id", "preferred_username")),
            name=str(account.get("name", "name")),
            rules=tuple(_rule(one) for one in told.get("role", ())),
            provider=_provider(_section(told, "auth")) if login == "oidc" else "",
            directory=_directory(_section(told, "ldap")) if login == "accounts" and "ldap" in told else None,
            proxy=_proxy(_section(told, "proxy")) if login == "proxy" else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CchcError(t.identity_wrong.format(file=file.name, what=str(error).strip("'\""))) from error
    return found


def _section(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = told.get(name, {})
    if not isinstance(section, Mapping):
        raise TypeError(f"[{name}]")
    return section


def _rule(told: Mapping[str, Any]) -> Rule:
    rule = Rule(
        str(told["claim"]), str(told["value"]), Role(told["role"]), told.get("unit", ""), told.get("unit_claim", "")
    )
    has_unit = bool(rule.unit or rule.unit_claim)
    if (rule.role in NEEDS_UNIT and not has_unit) or (has_unit and rule.role not in MAY_HAVE_UNIT):
        raise ValueError(f"[[role]] {rule.role}: unit")
    return rule


def _provider(told: Mapping[str, Any]) -> str:
    for name in ("client_id", "client_secret"):
        str(told[name])
    if len(str(told["cookie_secret"])) < _SHORTEST_KEY:
        raise ValueError("[auth] cookie_secret")
    for name in ("redirect_uri", "server_metadata_url"):
        if not _is_private(str(told[name]), "https"):
            raise ValueError(f"[auth] {name}")
    if urlsplit(told["redirect_uri"]).path != "/oauth2callback":
        raise ValueError("[auth] redirect_uri")
    return urlsplit(str(told["server_metadata_url"])).netloc


def _directory(told: Mapping[str, Any]) -> Directory:
    url, start_tls = str(told["url"]), bool(told.get("start_tls", False))
    if urlsplit(url).scheme not in ("ldap", "ldaps") or not (start_tls or _is_private(url, "ldaps")):
        raise ValueError("[ldap] url, start_tls")
    person, reader = str(told.get("person", "")), str(told.get("reader", ""))
    password = Path(told["reader_password_file"]).read_text("utf-8").strip() if reader else ""
    if bool(person) == bool(reader) or (reader and not password) or (person and "{account}" not in person):
        raise ValueError("[ldap] person, reader, reader_password_file")
    search = str(told.get("search", "(uid={account})"))
    if "{account}" not in search:
        raise ValueError("[ldap] search")
    return Directory(
        url=url,
        start_tls=start_tls,
        ca_file=str(told.get("ca_file", "")),
        person=person,
        reader=reader,
        reader_password=password,
        base=str(told["base"]),
        search=search,
        key=str(told.get("key", "entryUUID")),
        groups_base=str(told.get("groups_base", "")),
        groups=str(told.get("groups", "(member={dn})")),
        seconds=int(told.get("seconds", 5)),
    )


def _proxy(told: Mapping[str, Any]) -> Proxy:
    key = Path(told["key_file"]).read_text("utf-8").strip()
    if len(key) < _SHORTEST_KEY:
        raise ValueError("[proxy] key_file")
    names = [str(told.get(name, usual)).lower() for name, usual in _HEADERS.items()]
    return Proxy(names[0], names[1], key, names[2])


_HEADERS = {"header": "X-CCHC-User", "key_header": "X-CCHC-Proxy-Key", "groups_header": "X-CCHC-Groups"}


def _is_private(address: str, scheme: str) -> bool:
    """Whether nobody on the way can read along: encrypted, or on this machine."""
    parts = urlsplit(address)
    return parts.scheme == scheme or parts.hostname in _LOOPBACK


def _is_spelled(one: Held) -> bool:
    try:
        role_text([one])
    except ValueError:
        return False
    return True
