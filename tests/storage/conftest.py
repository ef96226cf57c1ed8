"""Tables of a few kinds, for the tests of how the store works whatever the kinds are."""

from collections.abc import Iterator

import pytest

from cchc_metrics.storage import tables
from tests.storage.lake_office import few_kinds as few


@pytest.fixture(scope="module")
def few_kinds() -> Iterator[None]:
    """Three kinds instead of all: making, checking and fingerprinting their tables takes a tenth of the time.

    ``test_store.py``, ``test_tables.py`` and ``test_older_folders.py`` have them all.
    """
    with pytest.MonkeyPatch.context() as patch:
        few(patch)
        yield
    tables.fingerprint.cache_clear()
