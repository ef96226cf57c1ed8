"""Opening a page of the product as a visitor does, at an office of the test's choosing."""

import re
from collections.abc import Callable, Mapping

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.model import Actor
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui import session
from tests.kept import readers_in

MAIN = PROJECT / "cchc_metrics" / "ui" / "main.py"
Address = Mapping[str, str | list[str]]
OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """``open_page(office, "tra-cuu", {"ky": "2024"})``: the page as that link opens it in a new session.

    Fails when the page raised, or when something that is kept of it could read on. The office takes the place of the
    process-wide one, the local operator, or another actor, that of the visitor whom the gate let in.
    """
    seen: set[int] = set()

    def opened(
        office: Office,
        slug: str = "",
        address: Address | None = None,
        language: str = "vi",
        actor: Actor = LOCAL_OPERATOR,
    ) -> AppTest:
        monkeypatch.setattr(session, "office", lambda: office)
        monkeypatch.setattr(session, "visitor", lambda: actor)
        page = AppTest.from_file(str(MAIN), default_timeout=60)
        for name, value in (address or {}).items():
            page.query_params[name] = value
        page.session_state[session.LANGUAGE] = language
        if slug:
            # switch_page() would need a run of the first page before, whose filters then stay in the session.
            page._page_hash = calc_hash(slug)
        page.run()
        assert not page.exception
        assert readers_in([*office.kept.views, *office.kept.answers, *office.kept.facts], seen) == []
        return page

    return opened


@pytest.fixture
def empty_office(office: Office) -> Office:
    """An office that holds nothing at all, not even the shipped facts, and will not load them."""
    office.ready.set()
    return office


_TERM = re.compile(r'<span class="cchc-(?:term|whole)"[^>]*>([^<]*)</span>')


def shown(page: AppTest) -> str:
    """All markup that our own components printed on the page, one block a line; the stylesheet is not among it.

    A term stands as its word: that it explains itself is tried where terms are. So do words that one line holds.
    """
    told = "\n".join(str(block.proto.body) for block in page.main.get("html") if "<style>" not in block.proto.body)
    return _TERM.sub(r"\1", told)
