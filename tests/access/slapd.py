"""A real directory on this machine: Debian's slapd with people of a made-up office, in a folder of a test's own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.serving import free_port
from tests.security.proxied import certificate

SLAPD = shutil.which("slapd") or ("/usr/sbin/slapd" if Path("/usr/sbin/slapd").exists() else "")
BASE = "dc=qt,dc=vn"
READER = f"cn=admin,{BASE}"

# ``bind_anon_cred`` is the careless setting of some directories: an empty password is answered with yes.
_CONF = """
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
allow bind_v2 bind_anon_cred bind_anon_dn
TLSCertificateFile {folder}/cert.pem
TLSCertificateKeyFile {folder}/key.pem
database mdb
maxsize 16777216
suffix "{base}"
rootdn "{reader}"
rootpw reader
directory {folder}/db
"""


@dataclass
class Served:
    """Where the directory answers, in the open and encrypted, and the certificate it shows."""

    plain: str
    encrypted: str
    folder: Path

    @property
    def certificate(self) -> str:
        return str(self.folder / "cert.pem")


def _entry(dn: str, *lines: str) -> str:
    return "\n".join([f"dn: {dn}", *lines, ""])


def _person(uid: str, name: str) -> str:
    kinds = [f"objectClass: {one}" for one in ("top", "person", "organizationalPerson", "inetOrgPerson")]
    return _entry(f"uid={uid},{BASE}", *kinds, f"cn: {name}", "sn: x", f"uid: {uid}", "userPassword: mat khau LDAP 1")


def _people() -> str:
    group = "cn=don-vi,ou=groups," + BASE
    return "\n".join(
        [
            _entry(BASE, "objectClass: top", "objectClass: dcObject", "objectClass: organization", "o: qt", "dc: qt"),
            _entry(f"ou=groups,{BASE}", "objectClass: organizationalUnit", "ou: groups"),
            _person("hoa", "Hoa"),
            _person("lan.nt", "Lan"),
            _person("khac", "Khac"),
            _entry(
                *(group, "objectClass: groupOfNames", "cn: don-vi"),
                *(f"member: uid=hoa,{BASE}", f"member: uid=lan.nt,{BASE}"),
            ),
        ]
    )


@contextmanager
def slapd(folder: Path) -> Iterator[Served]:
    """The directory, started and stopped. Skips without slapd, fails where CI requires it."""
    if not SLAPD:
        if os.environ.get("CCHC_BROWSER_REQUIRED"):
            pytest.fail("no slapd")
        pytest.skip("no slapd on this machine")
    certificate(folder)
    (folder / "db").mkdir()
    conf, people = folder / "slapd.conf", folder / "people.ldif"
    conf.write_text(_CONF.format(folder=folder, base=BASE, reader=READER), "utf-8")
    people.write_text(_people(), "utf-8")
    subprocess.run([f"{SLAPD[:-5]}slapadd", "-f", conf, "-l", people], check=True, capture_output=True)
    ports = free_port(), free_port()
    served = Served(f"ldap://127.0.0.1:{ports[0]}", f"ldaps://127.0.0.1:{ports[1]}", folder)
    both = f"{served.plain} {served.encrypted}"
    process = subprocess.Popen([SLAPD, "-f", conf, "-h", both, "-d", "0"], stderr=subprocess.DEVNULL)
    try:
        for port in ports:
            _await(port)
        yield served
    finally:
        process.terminate()
        process.wait(20)


def _await(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("slapd does not answer")
