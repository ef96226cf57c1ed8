"""A password checked by the office's directory (LDAP, Active Directory). Nothing of the password is kept here."""

import ssl
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cchc_metrics.access.accounts import ACCOUNT_ID
from cchc_metrics.access.identity import Directory, Identity, Known
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

if TYPE_CHECKING:
    import ldap3

_WRONG_PASSWORD = 49
_LONGEST = 200
_GUID_BYTES = 16


class DirectoryDownError(CchcError):
    """The directory gave no answer that says yes or no."""


def ask_directory(identity: Identity, account: str, password: str) -> Known | None:
    """Whom the directory knows by this name and password; None for no such person or a wrong password.

    An empty password is never sent: to a directory that would be an anonymous question, answered with yes.
    Raises DirectoryDownError when it cannot be asked, or several people have the name.
    """
    at = identity.directory
    if at is None or not password or "\0" in password or len(password) > _LONGEST or not ACCOUNT_ID.fullmatch(account):
        return None
    ldap = _library()
    try:
        return _asked(ldap, identity, at, account, password)
    except (ldap.core.exceptions.LDAPException, OSError, ssl.SSLError) as error:
        raise DirectoryDownError(texts().access.directory_down) from error


def _asked(ldap: Any, identity: Identity, at: Directory, account: str, password: str) -> Known | None:
    escaped = ldap.utils.conv.escape_filter_chars(account)
    person = at.person.replace("{account}", ldap.utils.dn.escape_rdn(account)) if "=" in at.person else ""
    person = person or at.person.replace("{account}", account)
    with _connection(ldap, at, at.reader or person, at.reader_password or password) as asking:
        if not asking.bound:
            if at.reader:
                raise DirectoryDownError(texts().access.directory_down)
            return None
        wanted = [*(rule.claim for rule in identity.rules), *(rule.unit_claim for rule in identity.rules)]
        names = [name for name in {identity.account, identity.name, at.key, *wanted} if name and name != "groups"]
        asking.search(at.base, at.search.replace("{account}", escaped), attributes=names, size_limit=2)
        found = [one for one in asking.response or () if one["type"] == "searchResEntry"]
        if len(found) != 1:
            if found:
                raise DirectoryDownError(texts().access.directory_several)
            return None
        dn = str(found[0]["dn"])
        if at.reader and not _opens(ldap, at, dn, password):
            return None
        claims = {name: _texts(name, found[0]["raw_attributes"].get(name, ())) for name in names}
        if not claims[at.key]:
            raise DirectoryDownError(texts().access.directory_no_key.format(key=at.key))
        return identity.known("ldap", claims[at.key][0], {**claims, "groups": _groups(ldap, at, asking, dn)})


def _opens(ldap: Any, at: Directory, dn: str, password: str) -> bool:
    """Whether the password is that of the person at ``dn``."""
    with _connection(ldap, at, dn, password) as trying:
        return bool(trying.bound)


def _groups(ldap: Any, at: Directory, asking: "ldap3.Connection", dn: str) -> list[str]:
    if not at.groups_base:
        return []
    query = at.groups.replace("{dn}", ldap.utils.conv.escape_filter_chars(dn))
    asking.search(at.groups_base, query, attributes=["1.1"])
    return [str(one["dn"]) for one in asking.response or () if one["type"] == "searchResEntry"]


def _texts(name: str, values: Iterable[bytes]) -> list[str]:
    """The values of an attribute as text; Active Directory's objectGUID as the number that it is."""
    if name.lower() == "objectguid":
        return [str(UUID(bytes_le=one)) for one in values if len(one) == _GUID_BYTES]
    return [one.decode("utf-8", "replace") for one in values]


@contextmanager
def _connection(ldap: Any, at: Directory, person: str, password: str) -> Iterator["ldap3.Connection"]:
    """A line to the directory, encrypted unless it ends on this machine, bound where the password is right."""
    tls = ldap.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=at.ca_file or None, version=ssl.PROTOCOL_TLS_CLIENT)
    server = ldap.Server(at.url, tls=tls, get_info=ldap.NONE, connect_timeout=at.seconds)
    line: ldap3.Connection = ldap.Connection(
        server,
        person,
        password,
        authentication=ldap.SIMPLE,
        read_only=True,
        auto_referrals=False,
        receive_timeout=at.seconds,
        check_names=False,
    )
    try:
        line.open()
        if at.start_tls and not line.start_tls():
            raise DirectoryDownError(texts().access.directory_down)
        if not line.bind() and line.result["result"] != _WRONG_PASSWORD:
            raise DirectoryDownError(texts().access.directory_down)
        yield line
    finally:
        line.strategy.close()


@lru_cache(maxsize=1)
def _library() -> Any:
    """ldap3, loaded when the first password is to be checked. It still uses old names of pyasn1, which says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import ldap3  # noqa: PLC0415 only offices with a directory need it
        import ldap3.utils.conv  # noqa: PLC0415
        import ldap3.utils.dn  # noqa: PLC0415
    return ldap3
