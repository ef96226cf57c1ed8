"""A session, its uploads and its files belong to the browser they were begun for; knowing a name opens nothing."""

import re
import stat
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from cchc_metrics.config import PROJECT
from cchc_metrics.ui.gate.crowd import MOST_OPEN
from tests.browser.serving import started
from tests.security.conftest import Served
from tests.security.windows import PATIENCE, Answer, Window, ask, cookie_header, visit, window

MEGABYTE = 1024 * 1024
# Of the second server.
SESSION_MB, PROCESS_MB = 40, 100
REVOKING = """
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from cchc_metrics.ui.gate import MIDDLEWARE
from cchc_metrics.ui.lifespan import lifespan
from cchc_metrics.ui.visiting import VISITS

def end(request):
    for visit in list(VISITS._held.values()):
        VISITS.revoke(visit.id)
    return PlainTextResponse("")

app = st.App({main!r}, lifespan=lifespan, middleware=MIDDLEWARE, routes=[Route("/end", end)])
"""


@pytest.fixture(scope="module")
def other_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that ends every visit when asked, soon forgets closed windows and holds little for uploads; its folder
    stood open before."""
    place = tmp_path_factory.mktemp("other")
    script = place / "app.py"
    script.write_text(REVOKING.format(main=str(PROJECT / "cchc_metrics" / "ui" / "main.py")), encoding="utf-8")
    folder = place / "data"
    folder.mkdir(mode=0o755)
    environment = {"PYTHONPATH": str(PROJECT), "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    environment |= {"CCHC_UPLOADS_SESSION_MB": str(SESSION_MB), "CCHC_UPLOADS_MB": str(PROCESS_MB)}
    with started(script, folder, environment) as (address, process):
        yield Served(address, process.pid, folder)


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


def test_a_body_in_chunks_is_taken_by_no_length_that_is_said_beside_it(served: Served) -> None:
    cookies = visit(served.address)
    with window(served.address, cookies) as owner:
        path, said = f"/_stcore/upload_file/{session_of(owner)}/f", {"Origin": served.address}
        told = {**said, "Cookie": cookie_header(cookies), "X-Xsrftoken": cookies["_streamlit_xsrf"]}
        for more in ({}, {"Content-Length": "5"}):
            headers = {**told, **more, "Transfer-Encoding": "chunked"}
            assert ask(served.address, path, "PUT", headers, b"5\r\nhello\r\n0\r\n\r\n").status in (400, 411)


def test_a_browser_that_opens_windows_without_end_is_refused_and_others_are_served(served: Served) -> None:
    cookies, refused = visit(served.address), 0
    with ExitStack() as held:
        for _ in range(MOST_OPEN + 5):
            try:
                held.enter_context(window(served.address, cookies))
            except InvalidHandshake:
                refused += 1
        assert refused == 5
        with window(served.address, visit(served.address)) as other:
            assert session_of(other)
    with window(served.address, cookies) as again:
        assert session_of(again)


def test_twenty_browsers_at_once_hear_each_only_of_their_own(served: Served) -> None:
    numbers = (1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31)
    provinces = [f"P63-{number:02d}" for number in numbers]

    def look(province: str) -> tuple[str, set[str]]:
        """(id of the session, provinces that its links carry along) of one browser."""
        with window(served.address, visit(served.address)) as own:
            session = own.run("muc-tieu", f"chi-so=PAPI&tinh={province}").new_session.initialize.session_id
            return str(session), set(re.findall(r"tinh=(P\d\d-\d\d)", own.texts))

    with ThreadPoolExecutor(20) as crowd:
        seen = list(crowd.map(look, provinces))
    assert len({session for session, _ in seen}) == 20
    assert [carried for _, carried in seen] == [{province} for province in provinces]


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


def test_a_revoked_visit_is_at_its_end_everywhere(other_server: Served) -> None:
    address, cookies = other_server.address, visit(other_server.address)
    with window(address, cookies) as opened:
        session = session_of(opened)
        assert put(other_server, session, cookies).status == 204
        began = time.perf_counter()
        assert ask(address, "/end").status == 200
        with pytest.raises(ConnectionClosed):
            while True:
                opened.socket.recv(PATIENCE)
        assert time.perf_counter() - began < 2
    assert put(other_server, session, cookies).status == 403
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
            with ThreadPoolExecutor(7) as crowd:
                coming = [
                    crowd.submit(put, served, session, cookies, size=19 * MEGABYTE, name=f"f{n}") for n in range(7)
                ]
                began = time.perf_counter()
                assert ask(served.address, "/_stcore/health").status == 200
                assert time.perf_counter() - began < 2
                answers = sorted((one.result() for one in coming), key=lambda answer: answer.status)
            # All at once: what is on its way counts too.
            assert [answer.status for answer in answers] == [204] * 5 + [413] * 2
            assert "giới hạn 100 MB" in answers[-1].text
            taken += 5
    assert served.megabytes - before < 19 * (taken + 8)


def test_a_flood_of_uploads_from_many_browsers_takes_the_memory_set_for_all_and_no_more(other_server: Served) -> None:
    before, size = other_server.megabytes, 19 * MEGABYTE
    with ExitStack() as held, ThreadPoolExecutor(20) as crowd:
        visits = [visit(other_server.address) for _ in range(5)]
        sessions = [session_of(held.enter_context(window(other_server.address, cookies))) for cookies in visits]
        coming = [
            crowd.submit(put, other_server, session, cookies, size=size, name=f"f{number}")
            for number in range(4)
            for session, cookies in zip(sessions, visits, strict=True)
        ]
        began = time.perf_counter()
        with window(other_server.address, visit(other_server.address)) as reader:
            assert session_of(reader, "xep-hang")
        assert time.perf_counter() - began < 5
        statuses = [one.result().status for one in coming]
        most = PROCESS_MB * MEGABYTE // size
        assert (statuses.count(204), statuses.count(413)) == (most, len(coming) - most)
        assert uploads_held(other_server.address) <= PROCESS_MB * MEGABYTE
        assert other_server.megabytes - before < 19 * (most + 8)


def test_what_a_window_held_is_given_back_once_nobody_can_come_back_to_it(other_server: Served) -> None:
    address, cookies = other_server.address, visit(other_server.address)
    with window(address, cookies) as opened:
        assert put(other_server, session_of(opened), cookies, size=19 * MEGABYTE).status == 204
        assert uploads_held(address) >= 19 * MEGABYTE
    deadline = time.monotonic() + 30
    while uploads_held(address) and time.monotonic() < deadline:
        time.sleep(6)  # the figures are told anew every five seconds
    assert uploads_held(address) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_a_server_keeps_its_folder_to_itself_even_one_that_stood_open(other_server: Served) -> None:
    with window(other_server.address, visit(other_server.address)) as opened:
        opened.run()
    folder = other_server.folder
    assert (folder / "journal.jsonl").exists()
    assert [str(one) for one in (folder, *folder.rglob("*")) if stat.S_IMODE(one.stat().st_mode) & 0o077] == []


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
