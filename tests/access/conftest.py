"""Passwords are checked as in the product, with a hash that costs a thousandth of the time."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from cchc_metrics.access import passwords


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobody.cache_clear()
    yield
    passwords._nobody.cache_clear()
