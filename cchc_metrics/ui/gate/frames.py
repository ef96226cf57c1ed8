"""What travels over a socket: what a browser may ask for, and what it need not be told."""

import re
from collections.abc import Callable

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# A page draws itself anew, sends its files and fetches what it was promised. Not: the server's caches, its settings,
# the state of the folder its program lies in, or anything to be installed there.
_ASKED = frozenset({"rerun_script", "stop_script", "file_urls_request", "app_heartbeat"})
# The announcement of a run is far shorter; figures and tables, which are not, are not decoded.
_MOST_ANNOUNCED = 65_536
_FILE = re.compile(rb"/media/([0-9a-f]{32,128})")
# A file that is made on demand is promised under a name of 32 letters, written with its length before it.
_PROMISE = re.compile(rb"\x20([0-9a-f]{32})")


def may_ask(frame: bytes, is_promised: Callable[[str], bool]) -> bool:
    """Whether a frame is one that our pages send; a file made on demand is only for whom it was promised to.

    What cannot be read is left to Streamlit, which closes the socket.
    """
    try:
        message = BackMsg.FromString(frame)
    except DecodeError:
        return True
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        asked = message.backend_operation_request
        return asked.WhichOneof("payload") == "deferred_file" and is_promised(asked.deferred_file.file_id)
    return kind in _ASKED


def announced(frame: bytes) -> tuple[bytes, str]:
    """(the frame without what it tells of the machine, the id of the session that it announces or nothing)."""
    if len(frame) > _MOST_ANNOUNCED:
        return frame, ""
    message = ForwardMsg.FromString(frame)
    match message.WhichOneof("type"):
        case "new_session":
            session = message.new_session
            session.ClearField("main_script_path")
            # Empty, not absent: the browser's side reads fields of them.
            for telling in (session.initialize.user_info, session.initialize.environment_info):
                telling.Clear()
                telling.SetInParent()
            return message.SerializeToString(), session.initialize.session_id
        case "git_info_changed":
            message.git_info_changed.Clear()
            return message.SerializeToString(), ""
    return frame, ""


def files_offered(frame: bytes) -> set[str]:
    """Names, without their endings, of the files whose addresses stand in a frame or that it promises."""
    return {name.decode() for names in (_FILE, _PROMISE) for name in names.findall(frame)}


def file_asked(path: str) -> str:
    """The name, without its ending, of the file at an address; empty where there is none."""
    found = _FILE.match(path.encode())
    return found.group(1).decode() if found else ""
