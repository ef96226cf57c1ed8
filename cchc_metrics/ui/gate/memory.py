"""How much of the machine's memory the files that visitors chose may take, and when it is given back."""

import asyncio

from streamlit import config
from streamlit.runtime import Runtime, exists, get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

_MEGABYTE = 1024 * 1024
# Streamlit lets a visitor come back to a session for its own while and then forgets that there was one, its files left
# where they are: it is closed just before.
_BEFORE = 2


class UploadMemory:
    """The files held for sessions, against a limit for one session and one for all. Used on the event loop only."""

    def __init__(self, session_mb: int, process_mb: int) -> None:
        self._session, self._process = session_mb * _MEGABYTE, process_mb * _MEGABYTE
        self._coming: dict[str, int] = {}

    def exceeded(self, session_id: str, size: int) -> int | None:
        """The limit in MB that a file of so many bytes would exceed; None when there is room."""
        storage = _files().file_storage
        held = {one: sum(len(file.data) for file in files.values()) for one, files in list(storage.items())}
        if held.get(session_id, 0) + self._coming.get(session_id, 0) + size > self._session:
            return self._session // _MEGABYTE
        if sum(held.values()) + sum(self._coming.values()) + size > self._process:
            return self._process // _MEGABYTE
        return None

    def comes(self, session_id: str, size: int) -> None:
        """A file of so many bytes is on its way."""
        self._coming[session_id] = self._coming.get(session_id, 0) + size

    def came(self, session_id: str, size: int) -> None:
        """It is there, or will not come."""
        self._coming[session_id] -= size
        if not self._coming[session_id]:
            del self._coming[session_id]

    def left(self, session_id: str) -> None:
        """The window of a session is closed: give back what it holds once nobody can come back to it."""
        wait = max(int(config.get_option("server.disconnectedSessionTTL")) - _BEFORE, 0)
        asyncio.get_running_loop().call_later(wait, _give_back, session_id)


def _give_back(session_id: str) -> None:
    if exists() and not get_instance().is_active_session(session_id):
        get_instance().close_session(session_id)
        _files().remove_session_files(session_id)


def _files() -> MemoryUploadedFileManager:
    runtime: Runtime = get_instance()
    manager = runtime.uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        raise TypeError("uploads are held elsewhere than in memory")
    return manager
