"""Each command as each role: an account is let in to what the table of roles gives it, and refused everything else."""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR, Deed, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.people import RULES
from cchc_metrics.cli.commands import COMMANDS
from cchc_metrics.config import load_settings
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from tests.pages.conftest import empty_office

__all__ = ["empty_office"]

SERIES = ("--index", "PAPI", "--entity", "P63-45")
OUT = "{out}"
# A command with arguments that it takes -> the rights of which it asks one; nothing of it is stored.
ON_DATA: Mapping[tuple[str, ...], tuple[Deed, ...]] = {
    ("import", "{file}"): (Deed.IMPORT, Deed.SEND),
    ("undo", "9999"): (Deed.UNDO,),
    ("templates", "--out", OUT): (Deed.READ,),
    ("ranking", "--index", "PAPI", "--period", "2024"): (Deed.READ,),
    ("trend", *SERIES): (Deed.READ,),
    ("shortfall", *SERIES, "--period", "2024"): (Deed.READ,),
    ("export", "--index", "PAPI", "--period", "2024", "--format", "csv", "--out", OUT): (Deed.READ,),
    ("lineage",): (Deed.READ,),
    ("why", *SERIES, "--from", "2023", "--to", "2024"): (Deed.READ,),
    ("plan", *SERIES, "--period", "2024", "--to-rank", "5"): (Deed.READ_ALL,),
    ("trajectory", *SERIES): (Deed.READ,),
    ("status",): (Deed.READ_REPORTS,),
    ("digest", "--on", "2026-03-20"): (Deed.ENTER,),
    ("digest", "--send", "--on", "2026-03-20"): (Deed.MAINTAIN,),
    ("letters", "--out", OUT): (Deed.READ_ALL,),
    ("report", "--period", "1999-Q1", "--out", OUT): (Deed.READ_ALL,),
    ("brief", "--out", OUT): (Deed.READ_ALL,),
    ("remove-original", "9999", "--reason", "x"): (Deed.MAINTAIN,),
    ("redact",): (Deed.MAINTAIN,),
    ("dump", "--out", OUT): (Deed.READ_ALL,),
    ("periods",): (Deed.ENTER,),
    ("periods", "lock", "1999-Q1"): (Deed.LOCK,),
    ("periods", "ask", "1999-Q1", "--reason", "x"): (Deed.LOCK,),
    ("periods", "unlock", "1999-Q1"): (Deed.LOCK,),
}
# These answer of scores and are asked where there are some; the others of an office that holds nothing: it is quick.
OF_SCORES = {"ranking", "trend", "shortfall", "why", "plan", "trajectory"}
# What takes long once it is let in is asked by one of each sort in every run, by all in ``make attack``.
LONG = {"templates", "brief", "plan", "trajectory"}
SOME = (Role.LEADER, Role.UNIT, Role.ADMIN, Role.GUEST)
# What looks after the machine is for whoever may start programs on it: they could read the folder as well.
OF_THE_MACHINE = {"demo", "rebuild", "repair", "verify", "backup", "restore", "accounts", "audit"} | {
    "migrate-store",
    "compact",
}


def account(role: Role) -> str:
    return f"p.{role.value.replace('-', '.')}"


@pytest.fixture
def told(
    command: tuple[str, ...],
    shipped_office: Office,
    empty_office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Mapping[str, str]:
    """Accounts of every role, and an office behind the command; what stands for the files it names."""
    monkeypatch.setenv("CCHC_DATA_DIR", str(tmp_path / "data"))
    accounts = access_of(load_settings()).accounts
    for role in Role:
        accounts.add(LOCAL_OPERATOR, account(role), "x")
        accounts.give(LOCAL_OPERATOR, account(role), role, "TCD" if role in (Role.HEAD, Role.UNIT) else "")
    monkeypatch.setenv("CCHC_LOGIN", "accounts")

    @contextmanager
    def opened(*, writes: bool = True) -> Iterator[Office]:
        yield shipped_office if command[0] in OF_SCORES else empty_office

    monkeypatch.setattr("cchc_metrics.cli.terminal.open_office", opened)
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return {"file": str(tmp_path / "a.csv"), "out": str(tmp_path / "out")}


def test_every_command_is_walked() -> None:
    assert set(COMMANDS) == {command[0] for command in ON_DATA} | OF_THE_MACHINE


@pytest.mark.parametrize("command", ON_DATA, ids=" ".join)
def test_a_command_lets_in_whom_the_table_names_and_nobody_else(
    told: Mapping[str, str],
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    let_in = set()
    roles = SOME if command[0] in LONG and not os.environ.get("CCHC_ATTACK") else tuple(Role)
    for role in roles:
        monkeypatch.setenv("CCHC_ACCOUNT", account(role))
        monkeypatch.setattr("sys.stdin", io.StringIO("079000000000\n"))
        cli.main([part.format(**told) for part in command])
        said = capsys.readouterr()
        if texts().services.not_allowed.format(name="x") not in said.out + said.err:
            let_in.add(role)
    assert let_in == {role for role in roles if RULES[role] & set(ON_DATA[command])}
