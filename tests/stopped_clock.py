"""A stopped clock for tests about past days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, tzinfo

import pytest

from cchc_metrics.storage import writing


@contextmanager
def on(day: date, hour: int = 12) -> Iterator[None]:
    """The store's clock stands at that hour of that day of the office's zone."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Stopped":
            return cls(day.year, day.month, day.day, hour, tzinfo=tz)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "datetime", Stopped)
        yield
