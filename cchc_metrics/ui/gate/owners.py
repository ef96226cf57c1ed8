"""Who began a session and to whom a file was offered, so that nobody else gets at them by knowing a name."""

from collections import OrderedDict, deque

_MOST_SESSIONS = 4_096
_MOST_FILES = 4_096


class Owners:
    """Sessions and files by the visit they belong to. Used on the event loop only."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, str] = OrderedDict()
        self._files: OrderedDict[str, deque[str]] = OrderedDict()

    def began(self, session_id: str, visit_id: str) -> None:
        """Note whose session this is; the first one stays its owner."""
        self._sessions.setdefault(session_id, visit_id)
        self._sessions.move_to_end(session_id)
        while len(self._sessions) > _MOST_SESSIONS:
            self._sessions.popitem(last=False)

    def owns(self, visit_id: str, session_id: str) -> bool:
        """Whether the session is known and the visit's own."""
        return self._sessions.get(session_id) == visit_id

    def offered(self, files: set[str], visit_id: str) -> None:
        """Note that a page of the visit holds the addresses of these files."""
        if not files:  # as of most frames
            return
        held = self._files.setdefault(visit_id, deque(maxlen=_MOST_FILES))
        held.extend(files.difference(held))
        self._files.move_to_end(visit_id)
        while len(self._files) > _MOST_SESSIONS:
            self._files.popitem(last=False)

    def may_fetch(self, visit_id: str, file: str) -> bool:
        """Whether the file was offered to the visit."""
        return file in self._files.get(visit_id, ())
