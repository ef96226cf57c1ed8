"""What the first page of a process needs is made ready by whoever asks for the first document, and once."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Lock
from types import SimpleNamespace
from typing import Any

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.kept import Kept
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui import session
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.warming import Warming
from cchc_metrics.ui.warming.first_page import ask
from cchc_metrics.views import overview
from cchc_metrics.views.ranking.page import page as ranking

DOCUMENT = [(b"accept", b"text/html,*/*;q=0.8")]


async def _answer(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "answered", "path": scope["path"]})


def _asked(warming: Warming, path: str, headers: list[tuple[bytes, bytes]], kind: str = "http") -> list[Any]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": kind, "method": "GET", "path": path, "headers": headers}
    # In a thread of its own: where a browser is driven, this one has a loop that runs.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(warming(scope, None, send))).result()  # type: ignore[arg-type]
    return sent


def test_the_first_document_sets_it_going_and_is_answered_at_once() -> None:
    told, begun, goes_on = list[str](), Event(), Event()

    def make_ready(slug: str) -> None:
        told.append(slug)
        begun.set()
        goes_on.wait(20)

    warming = Warming(_answer, make_ready)
    for path, headers, kind in (("/_stcore/health", [(b"accept", b"*/*")], "http"), ("/x", DOCUMENT, "websocket")):
        assert _asked(warming, path, headers, kind) == [{"type": "answered", "path": path}]
    assert not told
    # Answered while it is still at it.
    assert _asked(warming, "/xep-hang", DOCUMENT) == [{"type": "answered", "path": "/xep-hang"}]
    assert begun.wait(20)
    assert _asked(warming, "/xu-huong", DOCUMENT) == [{"type": "answered", "path": "/xu-huong"}]
    goes_on.set()
    assert told == ["xep-hang"]


@pytest.mark.parametrize("fault", [CchcError("thư mục đang được dùng"), RuntimeError("?")])
def test_what_goes_wrong_leaves_the_server_alone(fault: Exception, caplog: pytest.LogCaptureFixture) -> None:
    done = Event()

    def make_ready(_: str) -> None:
        done.set()
        raise fault

    warming = Warming(_answer, make_ready)
    assert _asked(warming, "/", DOCUMENT)
    assert done.wait(20)
    assert _asked(warming, "/", DOCUMENT)


@pytest.mark.parametrize(("slug", "view"), [("", overview.page), ("xep-hang", ranking), ("nop-bao-cao", None)])
def test_the_views_of_the_page_are_there_for_everybody(shipped_office: Office, slug: str, view: Any) -> None:
    office = replace(shipped_office, kept=Kept())
    here = Desk.at(office, LOCAL_OPERATOR)
    ask(here, slug)
    made = [type(one).__name__ for one in office.kept.views]
    expected = {overview.page: "OverviewView", ranking: "RankingView"}
    assert [name for name in made if name.endswith("View") and name != "CertaintyView"] == (
        [] if view is None else [expected[view]]
    )
    if view is overview.page:
        before = len(made)
        shared(overview.page, here, overview.OverviewFilters(here.catalogue.home))
        shared(yearly_indices, here, ())
        assert len(list(office.kept.views)) == before


def test_who_comes_meanwhile_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    opened, is_open, told = SimpleNamespace(ready=Event(), preparing=Lock()), Event(), list[float]()
    is_open.set()
    taken = [0.25]

    @contextmanager
    def first_start(_: Any) -> Iterator[Any]:
        def report(share: float, words: str) -> None:
            assert words == texts().shell.starting
            told.append(share)
            if share == 0.25:
                taken.append(0.75)
            else:
                opened.ready.set()
                opened.preparing.release()

        yield report

    asked_after: list[bool] = []
    monkeypatch.setattr(session, "office", lambda: opened)
    monkeypatch.setattr(session, "_is_open", is_open)
    monkeypatch.setattr(session, "_taken", taken)
    monkeypatch.setattr(session, "first_start", first_start)
    monkeypatch.setattr(session, "prepare", lambda office, _: asked_after.append(office.ready.is_set()))
    opened.preparing.acquire()
    session.ensure_ready()
    assert (told, asked_after) == ([0.25, 0.75], [True])
