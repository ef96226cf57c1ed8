"""What is done once for Streamlit gives what Streamlit gives: each of these fails when an upgrade moves a seam."""

import asyncio
import inspect
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.app_session import AppSession, _populate_theme_msg
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest

from cchc_metrics.ui.lighter import Singly, Waiting, kept_theme

PIECE, ENDED = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS


def drawn_twice() -> None:
    import plotly.graph_objects as go
    import streamlit as st

    from cchc_metrics.ui.drawn import plot, put

    figure = go.Figure(go.Bar(x=[1, 2], y=["Quảng Trị", "<b>"]))
    st.html('<p class="cchc-lead">Quảng Trị</p>')
    put('<p class="cchc-lead">Quảng Trị</p>')
    st.plotly_chart(figure, theme=None, key="a", config={"locale": "vi"}, height=300, alt="Xếp hạng")
    plot(figure, "b", {"locale": "vi"}, 300, "Xếp hạng")


def test_what_is_put_on_the_page_ready_is_what_streamlit_would_put_there(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, Any, Any]] = []
    send = DeltaGenerator._enqueue

    def noted(place: DeltaGenerator, kind: str, proto: Any, layout_config: Any = None, **more: Any) -> Any:
        sent.append((kind, proto, layout_config))
        return send(place, kind, proto, layout_config, **more)

    monkeypatch.setattr(DeltaGenerator, "_enqueue", noted)
    page = AppTest.from_function(drawn_twice).run()
    assert not page.exception
    (kind, theirs, place), (own_kind, ours, own_place), (chart, figure, room), (own_chart, own_figure, own_room) = sent
    assert (kind, theirs, place) == (own_kind, ours, own_place)
    assert (chart, room) == (own_chart, own_room)
    assert figure.id != own_figure.id
    own_figure.id = figure.id
    assert figure == own_figure


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.sidebar", "theme.dark.sidebar"])
def test_the_look_that_is_kept_is_the_look_of_the_settings(section: str) -> None:
    kept = kept_theme(_populate_theme_msg)
    for _ in range(2):
        theirs, ours = CustomThemeConfig(), CustomThemeConfig()
        _populate_theme_msg(theirs, section)
        kept(ours, section)
        assert ours == theirs
    assert section != "theme" or len(theirs.font_faces) == 9


def test_pieces_of_a_page_go_on_together_in_their_order_and_its_end_at_once() -> None:
    handed: list[str] = []

    class Session:
        def __init__(self) -> None:
            self._event_loop = asyncio.get_running_loop()

        def _handle_scriptrunner_event_on_event_loop(self, _: str, event: ScriptRunnerEvent, name: str) -> None:
            handed.append(name)

    async def run() -> None:
        session = Session()
        waiting = Waiting(cast(AppSession, session))
        for name in "ab":
            waiting.add("run", {"event": PIECE, "name": name})
        await asyncio.sleep(0)
        assert handed == []
        waiting.add("run", {"event": ENDED, "name": "end"})
        await asyncio.sleep(0)
        assert handed == ["a", "b", "end"]
        waiting.add("run", {"event": PIECE, "name": "c"})
        await asyncio.sleep(0.1)
        assert handed == ["a", "b", "end", "c"]
        waiting.add("run", {"event": PIECE, "name": "of a window that is gone"})
        del session
        await asyncio.sleep(0.1)
        assert len(handed) == 4

    # In a thread of its own: where a browser is driven, this one has a loop that runs.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(run())).result()


def test_an_event_is_handed_on_as_streamlit_tells_it() -> None:
    told, handled = (
        list(inspect.signature(each).parameters)
        for each in (AppSession._on_scriptrunner_event, AppSession._handle_scriptrunner_event_on_event_loop)
    )
    assert told == handled
    assert told[:3] == ["self", "sender", "event"]


def test_a_widget_finds_its_value_in_the_state_without_all_of_it() -> None:
    state = SessionState()
    state["chosen"], state["empty"] = "PAPI", None
    safe = SafeSessionState(state, lambda: None)
    singly, whole = Singly(safe), state.filtered_state
    assert "chosen" in singly and singly["chosen"] == whole["chosen"]
    assert "empty" in singly and singly["empty"] is None
    assert "lacking" not in singly and "lacking" not in whole
    assert (dict(singly), len(singly), str(singly)) == (whole, len(whole), str(whole))
    assert isinstance(SafeSessionState.__dict__["filtered_state"], property)
