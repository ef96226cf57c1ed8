"""What Streamlit does anew for every click though nothing of it changed, done once instead.

Three places inside Streamlit, each with a test that fails when an upgrade moves it
(docs/decisions/0120-a-click-costs-what-changed.md).
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from weakref import ref

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.state import SafeSessionState

# Seconds for which pieces of a page wait for each other: shorter than the eye sees, longer than most runs take.
TOGETHER = 0.02
_WAITING = "_cchc_waiting"


def lighten() -> None:
    """Once, before the first page is drawn."""
    for owner, name, other in (
        (app_session, "_populate_theme_msg", kept_theme(app_session._populate_theme_msg)),
        (app_session.AppSession, "_on_scriptrunner_event", _together),
        (SafeSessionState, "filtered_state", property(Singly)),
    ):
        setattr(owner, name, other)


def kept_theme(write: Callable[[CustomThemeConfig, str], None]) -> Callable[..., None]:
    """The look of an application, which its settings fix: written once per section instead of six times per run."""
    written: dict[str, bytes] = {}

    def write_kept(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in written:
            own = CustomThemeConfig()
            write(own, section)
            written[section] = own.SerializeToString()
        if written[section]:
            message.MergeFromString(written[section])

    return write_kept


class Waiting:
    """Events of the runs of one session, in order, on their way from the threads of runs to the event loop.

    Each woke the loop by itself: sixty times a page, and each time the run waited for its turn with the interpreter.
    """

    def __init__(self, session: app_session.AppSession) -> None:
        # The session holds this: it must not be held in turn, or it would outlive its window.
        self._session, self._loop = ref(session), session._event_loop
        self._held: deque[tuple[Any, Mapping[str, Any]]] = deque()
        self._called = False

    def add(self, sender: Any, told: Mapping[str, Any]) -> None:
        """From any thread. A piece of a page goes on soon, anything else now, with all that waits before it."""
        self._held.append((sender, told))
        if told["event"] is not ScriptRunnerEvent.ENQUEUE_FORWARD_MSG:
            self._loop.call_soon_threadsafe(self._hand_on)
        elif not self._called:
            self._called = True
            self._loop.call_soon_threadsafe(self._loop.call_later, TOGETHER, self._hand_on)

    def _hand_on(self) -> None:
        # Before the events are taken: one that comes meanwhile calls again.
        self._called, session = False, self._session()
        while self._held:
            sender, told = self._held.popleft()
            if session is not None:
                session._handle_scriptrunner_event_on_event_loop(sender, **told)


def _together(session: app_session.AppSession, sender: Any, **told: Any) -> None:
    """In the place of ``AppSession._on_scriptrunner_event``."""
    waiting: Waiting | None = session.__dict__.get(_WAITING)
    if waiting is None:
        waiting = session.__dict__[_WAITING] = Waiting(session)
    try:
        waiting.add(sender, told)
    except RuntimeError:
        # As Streamlit has it: what comes after the loop was closed is dropped.
        if not session._event_loop.is_closed():
            raise


class Singly(Mapping[str, Any]):
    """The state of a session by the keys of its widgets; all of it is gathered only for who wants all of it.

    Each widget looks up its own key, for which Streamlit gathers the whole state.
    """

    def __init__(self, safe: SafeSessionState) -> None:
        self._safe = safe

    def __getitem__(self, key: str) -> Any:
        with self._safe._lock:
            return self._safe._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __str__(self) -> str:
        return str(self._all())

    def _all(self) -> dict[str, Any]:
        with self._safe._lock:
            return self._safe._state.filtered_state
