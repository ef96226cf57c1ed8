"""Backups, restores and sign-ins that are killed: ``python -m tests.storage.killed_keeping FOLDER ROUNDS SEED``.

Each is done over and over by a child that is killed at a random moment; another child then looks at what is left. This
process itself opens nothing, so that its children may.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import Settings
from cchc_metrics.storage import Store, backup, backup_folder, restore, verify
from tests.access.people import GOOD
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
    noted = settings.data_dir.with_name("acknowledged")
    while True:
        secret, _ = access_of(settings).signing_in.attempt("lan", GOOD, "", "127.0.0.1")
        with noted.open("a", encoding="ascii") as file:
            file.write(f"{secret}\n")


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
    access, noted = access_of(settings), settings.data_dir.with_name("acknowledged")
    secrets = noted.read_text("ascii").split() if noted.exists() else []
    assert access.audit.verify() == []
    assert all(access.signing_in.visit(secret) is not None for secret in secrets)
    assert len([one for one in access.audit.lines() if one.act == "sign-in"]) >= len(secrets)
    noted.unlink(missing_ok=True)


def in_a_child(what: Callable[[Settings], None], settings: Settings, seconds: float | None = None) -> bool:
    """Do it in a child, killed after so many seconds; whether it was killed or ended well."""
    child = os.fork()
    if not child:
        try:
            what(settings)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] in (0, signal.SIGKILL)


def main(folder: Path, rounds: int, seed: int) -> int:
    """How many rounds left something wrong."""
    chance = random.Random(seed)
    settings = replace(settings_in(folder / "data"), key_file=folder / "key")
    wrong = 0 if in_a_child(prepare, settings) else 1
    acts = [(backing_up, look), (restoring, look), (signing_in, look_at_sign_ins)]
    for number in range(rounds):
        act, judge = acts[number % len(acts)]
        lived = in_a_child(act, settings, chance.uniform(0.01, LONGEST))
        if not (lived and in_a_child(judge, settings)):
            sys.stderr.write(f"round {number}: {act.__name__}\n")
            wrong += 1
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
