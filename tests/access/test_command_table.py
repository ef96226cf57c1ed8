"""Every cell of the table of commands: each as each role, on an office that none of them may change."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.access.people import Role
from cchc_metrics.cli import commands, files, periods, terminal
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from tests.access.test_access_table import bearer
from tests.access_table import COMMANDS, OF_THE_OPERATOR, is_command_for

# What each is asked with: enough to come to the question of rights, too little to do anything.
ASKED: dict[str, tuple[str, ...]] = {
    "ranking": ("--index", "PAPI", "--period", "1999"),
    "trend": ("--index", "PAPI", "--entity", "P63-45"),
    "shortfall": ("--index", "PAPI", "--period", "1999", "--entity", "P63-45"),
    "export": ("--index", "PAPI", "--period", "1999"),
    "lineage": (),
    "why": ("--index", "PAPI", "--entity", "P63-45", "--from", "2022", "--to", "2023"),
    "plan": ("--index", "PAPI", "--entity", "P63-45", "--period", "1999", "--to-rank", "1"),
    "trajectory": ("--index", "PAPI", "--entity", "P63-45"),
    "status": ("--on", "2026-09-21"),
    "digest": ("--on", "2026-09-21"),
    "letters": ("--on", "2026-09-21", "--period", "1999-Q1"),
    "report": ("--period", "1999-Q1"),
    "brief": ("--on", "2026-09-21"),
    "undo": ("999999", "--note", "thử"),
    "import": ("thu.csv",),
    "templates": (),
    "periods": (),
    "periods lock": (),
}


def test_every_command_stands_in_the_table_once() -> None:
    assert set(commands.COMMANDS) == {name.split()[0] for name in COMMANDS} | set(OF_THE_OPERATOR)
    assert set(ASKED) == set(COMMANDS)


@pytest.fixture
def asked(
    shipped_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[object]:
    """``asked(name, role)``: whether the command let this person in."""

    @contextmanager
    def at_hand(**_how: object) -> Iterator[Office]:
        yield shipped_office

    for module, name in ((terminal, "open_office"), (files, "open_office"), (files, "office_to_look_at")):
        monkeypatch.setattr(module, name, at_hand)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thu.csv").write_text("a;b\n1;2\n", "utf-8")
    refusal = texts().services.not_allowed.format(name="Lan")

    def is_let_in(name: str, role: Role) -> bool:
        for module in (terminal, files, periods):
            monkeypatch.setattr(module, "acting", lambda: bearer(role))
        command, _, deed = name.partition(" ")
        words = ["lock", " "] if deed else list(ASKED[name])
        cli.main([command, *words])
        told = capsys.readouterr()
        return refusal not in told.err + told.out

    yield is_let_in


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_lets_in_whom_the_table_names_and_nobody_else(
    name: str, asked: object, shipped_office: Office
) -> None:
    before = shipped_office.version
    let_in = {role for role in Role if asked(name, role)}  # type: ignore[operator]
    assert let_in == {role for role in Role if is_command_for(name, role)}
    assert shipped_office.version == before
