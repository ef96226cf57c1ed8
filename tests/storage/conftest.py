"""Tables of a few kinds, for the tests of how the store works whatever the kinds are; and its suites on a shared store.

With ``CCHC_TESTS_ON_LAKE=1`` or ``=bucket`` whoever asks ``settings_in`` for a store runs on a shared one. Those
named here are about bytes of a data folder, or about what a shared store refuses in words; each says why.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_metrics.storage import tables
from tests.on_lake import leave_out
from tests.storage.lake_office import few_kinds as few

_FILES_OF_A_FOLDER = {
    "test_damage.py": "harms blocks of the database file of a folder",
    "test_failures.py": "fails writes of the database file and of journal.jsonl",
    "test_folders.py": "read-only, copied, packed and locked data folders",
    "test_gateway.py": "the database file, its log and its lock",
    "test_journal.py": "the bytes of journal.jsonl and its checkpoint",
    "test_killed_keeping.py": "a process killed at each file operation of a folder; a shared store has its campaign",
    "test_kind_versions.py": "no store at all",
    "test_older_folders.py": "folders that earlier programs wrote",
    "test_redaction.py": "refused on a shared store",
    "test_repair.py": "rewrites journal.jsonl; of a shared journal test_lake.py tells",
    "test_spelling.py": "no store at all",
}
_RESTORES = "restores into the place of a folder; test_lake_bucket.py restores into an empty shared store"
_OF_A_FOLDER = {
    "test_backup.py": {
        "test_a_backup_made_while_the_office_works_restores_to_the_same_facts": _RESTORES,
        "test_a_changed_backup_is_found_by_the_drill_and_not_restored": _RESTORES,
        "test_a_restore_is_refused_while_the_office_is_open": _RESTORES,
        "test_a_folder_that_no_longer_reads_or_is_gone_is_restored": _RESTORES,
        "test_a_restore_that_died_between_its_renames_is_finished_by_the_next_start": _RESTORES,
        "test_what_was_redacted_since_is_redacted_again_in_a_restored_backup": "redaction is refused on a shared store",
        "test_a_redaction_that_cannot_be_made_again_is_said": "redaction is refused on a shared store",
        "test_an_encrypted_backup_restores_with_its_phrase_only": _RESTORES,
    },
    "test_originals.py": {
        "test_a_file_that_the_disk_will_not_let_go_is_said_and_goes_later": "the disk of a folder",
        "test_copies_set_aside_by_an_earlier_crash_go_as_well": "nothing is put aside where others store too",
        "test_a_journal_of_before_removals_is_read_as_it_is": "writes journal.jsonl",
        "test_an_emptied_journal_beside_a_single_entry_is_refused": "empties journal.jsonl",
        "test_a_first_import_that_died_leaves_a_store_that_opens": "what died is left to compact, a day later",
    },
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name what a shared store has not, with its reason."""
    leave_out(items, Path(__file__).parent, {**_FILES_OF_A_FOLDER, **_OF_A_FOLDER})


@pytest.fixture(scope="module")
def few_kinds() -> Iterator[None]:
    """Three kinds instead of all: making, checking and fingerprinting their tables takes a tenth of the time.

    ``test_store.py``, ``test_tables.py`` and ``test_older_folders.py`` have them all.
    """
    with pytest.MonkeyPatch.context() as patch:
        few(patch)
        yield
    tables.fingerprint.cache_clear()
