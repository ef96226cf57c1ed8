"""Backups, restores and sign-ins that are killed: ``python -m tests.storage.killed_keeping FOLDER ROUNDS SEED``.

Each is done over and over by a child that is killed at a random moment; another child then looks at what is left. This
process itself opens nothing, so that its children may.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import Settings
from cchc_metrics.storage import Store, backup, backup_folder, restore, verify
from tests.access.people import GOOD
from tests.killing import acknowledged, in_a_child, note, wrong_rounds
from tests.storage.builders import ACTOR, lived_in, put, score, settings_in

LONGEST = 0.6  # seconds that a child is given


def prepare(settings: Settings) -> None:
    """A lived-in folder with an account, a backup of it, and an entry that the backup has not."""
    store, access = lived_in(settings), access_of(settings)
    code = access.accounts.add(LOCAL_OPERATOR, "lan", "Lan")
    access.accounts.give(LOCAL_OPERATOR, "lan", Role.SPECIALIST)
    access.signing_in.change_password("lan", code, GOOD)
    backup.make(store, settings.backups)
    put(store, score("Z", 9.0))
    store.close()


def backing_up(settings: Settings) -> None:
    """Store and back up without end."""
    store = Store.open(settings)
    for number in range(1, 10_000):
        put(store, score(f"B{time.time_ns()}", float(number)))
        backup.make(store, settings.backups)


def restoring(settings: Settings) -> None:
    """Restore the first backup without end."""
    first = backup_folder.listed(settings.backups)[-1].path
    while True:
        restore(settings, first, ACTOR)


def signing_in(settings: Settings) -> None:
    """Sign in without end; each that was acknowledged is noted."""
    while True:
        secret, _ = access_of(settings).signing_in.attempt("lan", GOOD, "", "127.0.0.1")
        note(settings, secret)


def look(settings: Settings) -> None:
    """What must hold after any kill. Raises AssertionError."""
    store = Store.open(settings)
    try:
        report = verify(store)
        assert report.ok, report.problems
        assert put(store, score(f"L{time.time_ns()}", 1.0)).seq == store.version
    finally:
        store.close()
    for one in backup_folder.listed(settings.backups)[:2]:
        assert backup.drill(settings, one.path).problems == ()
    access = access_of(settings)
    assert access.audit.verify() == []


def look_at_sign_ins(settings: Settings) -> None:
    """Who was told to be in is in, and stands in the log. Raises AssertionError."""
    access, secrets = access_of(settings), acknowledged(settings)
    assert access.audit.verify() == []
    assert all(access.signing_in.visit(secret) is not None for secret in secrets)
    assert len([one for one in access.audit.lines() if one.act == "sign-in"]) >= len(secrets)


def main(folder: Path, rounds: int, seed: int) -> int:
    """How many rounds left something wrong."""
    settings = replace(settings_in(folder / "data"), key_file=folder / "key")
    if not in_a_child(prepare, settings):
        return 1
    acts = [(backing_up, look), (restoring, look), (signing_in, look_at_sign_ins)]
    return wrong_rounds(acts, settings, rounds, seed, (0.01, LONGEST))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
