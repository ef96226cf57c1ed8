"""A session, its uploads and its files belong to the browser they were begun for; knowing a name opens nothing."""

import re
import time
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from cchc_metrics.config import PROJECT
from tests.browser.serving import started
from tests.security.conftest import Served
from tests.security.windows import PATIENCE, Answer, Window, ask, cookie_header, visit, window

MEGABYTE = 1024 * 1024
REVOKING = """
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from cchc_metrics.ui.gate import MIDDLEWARE
from cchc_metrics.ui.visiting import VISITS

def end(request):
    for visit in list(VISITS._held.values()):
        VISITS.revoke(visit.id)
    return PlainTextResponse("")

app = st.App({main!r}, middleware=MIDDLEWARE, routes=[Route("/end", end)])
"""


def session_of(opened: Window, page: str = "") -> str:
    return str(opened.run(page).new_session.initialize.session_id)


def put(served: Served, session: str, cookies: dict[str, str], *, size: int = 100, name: str = "f") -> Answer:
    """Upload a file into a session."""
    head = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.xlsx"\r\n\r\n'
    said = {
        "Origin": served.address,
        "Cookie": cookie_header(cookies),
        "X-Xsrftoken": cookies.get("_streamlit_xsrf", ""),
        "Content-Type": "multipart/form-data; boundary=x",
    }
    body = head + b"0" * size + b"\r\n--x--\r\n"
    return ask(served.address, f"/_stcore/upload_file/{session}/{name}", "PUT", said, body)


def test_a_session_goes_on_in_its_own_browser(served: Served) -> None:
    cookies = visit(served.address)
    with window(served.address, cookies) as first:
        session = session_of(first)
    with window(served.address, cookies, resume=session) as second:
        assert session_of(second) == session


def test_a_session_id_taken_from_elsewhere_opens_a_session_of_its_own(served: Served) -> None:
    with window(served.address, visit(served.address)) as owner:
        session = session_of(owner)
        with window(served.address, visit(served.address), resume=session) as thief:
            assert session_of(thief) != session
        assert session_of(owner) == session


def test_nobody_uploads_into_a_session_of_another(served: Served) -> None:
    cookies = visit(served.address)
    with window(served.address, cookies) as owner:
        session = session_of(owner)
        assert put(served, session, visit(served.address)).status == 403
        assert put(served, session, {"_streamlit_xsrf": cookies["_streamlit_xsrf"]}).status == 403
        assert put(served, "ec2d7e1e-0000-0000-0000-000000000000", cookies).status == 403
        assert put(served, session, cookies).status == 204


def made(opened: Window, session: str, promise: str) -> str:
    """Ask for a file that is made on demand; its address, empty when nobody answers."""
    message = BackMsg()
    message.backend_operation_request.request_id, message.backend_operation_request.session_id = "r", session
    message.backend_operation_request.deferred_file.file_id = promise
    opened.ask(message)
    try:
        answer = opened.until("backend_operation_response", seconds=5)
    except TimeoutError:
        return ""
    return str(answer.backend_operation_response.deferred_file.url)


def test_a_file_is_made_for_and_fetched_by_only_whom_it_was_promised_to(served: Served) -> None:
    cookies, other = visit(served.address), visit(served.address)
    with window(served.address, cookies) as owner, window(served.address, other) as stranger:
        own, strange = session_of(owner, "ban-do"), session_of(stranger)
        promise = re.search(r'deferred_file_id: "([0-9a-f]{32})"', owner.texts)
        assert promise is not None
        assert made(stranger, strange, promise[1]) == ""
        address = made(owner, own, promise[1])
        assert address.startswith("/media/")
        assert ask(served.address, address, headers={"Cookie": cookie_header(cookies)}).status == 200
        assert ask(served.address, address).status == 403
        assert ask(served.address, address, headers={"Cookie": cookie_header(other)}).status == 403


def test_a_page_installs_nothing(served: Served) -> None:
    with window(served.address, visit(served.address)) as opened:
        opened.run()
        for payload in ("install_skills", "dismiss_skills_nudge"):
            message = BackMsg()
            getattr(message.backend_operation_request, payload).SetInParent()
            opened.ask(message)
        opened.run()
    assert "backend_operation_response" not in {each.WhichOneof("type") for each in opened.heard}


def test_a_browser_is_told_neither_paths_nor_versions(served: Served) -> None:
    with window(served.address, visit(served.address)) as opened:
        opened.run()
        git = BackMsg()
        git.load_git_info = True
        opened.ask(git)
        opened.run()
    told = opened.texts
    announced = next(each.new_session for each in opened.heard if each.WhichOneof("type") == "new_session")
    assert not announced.main_script_path
    assert not announced.initialize.environment_info.ByteSize()
    assert not announced.initialize.user_info.ByteSize()
    assert str(PROJECT) not in told
    assert "git_info_changed" not in told


def test_a_page_cannot_empty_the_caches_of_all(served: Served) -> None:
    with window(served.address, visit(served.address)) as opened:
        opened.run()
        clear = BackMsg()
        clear.clear_cache = True
        opened.ask(clear)
        opened.run()
    assert "session_event" not in {each.WhichOneof("type") for each in opened.heard}


def test_a_revoked_visit_is_at_its_end_everywhere(tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text(REVOKING.format(main=str(PROJECT / "cchc_metrics" / "ui" / "main.py")), encoding="utf-8")
    with started(script, tmp_path / "data", {"PYTHONPATH": str(PROJECT)}) as (address, process):
        served, cookies = Served(address, process.pid), visit(address)
        with window(address, cookies) as opened:
            session = session_of(opened)
            assert put(served, session, cookies).status == 204
            began = time.perf_counter()
            assert ask(address, "/end").status == 200
            with pytest.raises(ConnectionClosed):
                while True:
                    opened.socket.recv(PATIENCE)
            assert time.perf_counter() - began < 2
        assert put(served, session, cookies).status == 403
        with pytest.raises(InvalidHandshake), window(address, cookies, resume=session):
            pass
        with window(address, visit(address), resume=session) as anew:
            assert session_of(anew) != session


def test_chosen_files_stay_within_the_memory_set_for_them(served: Served) -> None:
    before = served.megabytes
    visits = [visit(served.address) for _ in range(3)]
    taken = 0
    for cookies in visits:
        with window(served.address, cookies) as opened:
            session = session_of(opened)
            answers = [put(served, session, cookies, size=19 * MEGABYTE, name=f"f{n}") for n in range(7)]
            statuses = [answer.status for answer in answers]
            assert statuses == [204] * 5 + [413] * 2
            assert "giới hạn 100 MB" in answers[-1].text
            taken += statuses.count(204)
    assert served.megabytes - before < 19 * (taken + 8)


def test_what_a_window_held_is_given_back_once_nobody_can_come_back_to_it(tmp_path: Path) -> None:
    environment = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    with started(PROJECT / "app.py", tmp_path / "data", environment) as (address, process):
        served, cookies = Served(address, process.pid), visit(address)
        with window(address, cookies) as opened:
            assert put(served, session_of(opened), cookies, size=19 * MEGABYTE).status == 204
            assert uploads_held(address) >= 19 * MEGABYTE
        deadline = time.monotonic() + 30
        while uploads_held(address) and time.monotonic() < deadline:
            time.sleep(6)  # the figures are told anew every five seconds
        assert uploads_held(address) == 0


def uploads_held(address: str) -> int:
    """Bytes of chosen files in the memory of the server, as it tells who sits at the machine."""
    told = ask(address, "/_stcore/metrics?families=cache_memory_bytes").text
    found = re.findall(r'cache_type="UploadedFileManager".*?\s(\d+)$', told, flags=re.MULTILINE)
    return sum(map(int, found))


def test_a_nonsensical_frame_ends_its_own_socket_only(served: Served) -> None:
    with window(served.address, visit(served.address)) as other, window(served.address, visit(served.address)) as bad:
        other.run()
        bad.run()
        bad.socket.send(b"\xff\xff\xff")
        with pytest.raises(ConnectionClosed):
            while True:
                ForwardMsg.FromString(bad.socket.recv(PATIENCE))
        assert session_of(other)
