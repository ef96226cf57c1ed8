"""The gate's own judgement: addresses, owners, frames, the document."""

from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from cchc_metrics.labels import texts
from cchc_metrics.ui.gate.addresses import Addresses, is_own_page
from cchc_metrics.ui.gate.cookies import cookie_name, set_cookie
from cchc_metrics.ui.gate.frames import announced, file_asked, files_offered, may_ask
from cchc_metrics.ui.gate.owners import Owners
from cchc_metrics.ui.gate.policy import declared, headers_for
from cchc_metrics.ui.gate.serving import is_at_the_machine

DECLARED = Addresses(["https://cchc.example.vn", "http://10.0.0.5:8501"])


def scope(host: str, *, kind: str = "http", client: str = "127.0.0.1", **headers: str) -> dict[str, Any]:
    """A request to a server that listens on port 8501."""
    sent = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": kind,
        "scheme": "ws" if kind == "websocket" else "http",
        "method": "GET",
        "server": ("127.0.0.1", 8501),
        "client": (client, 40_000),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8501", "http://127.0.0.1:8501"),
        ("LOCALHOST:8501", "http://localhost:8501"),
        ("[::1]:8501", "http://[::1]:8501"),
        ("cchc.example.vn", "https://cchc.example.vn"),
        ("10.0.0.5:8501", "http://10.0.0.5:8501"),
        ("127.0.0.1", None),
        ("127.0.0.1:8502", None),
        ("cchc.example.vn:8501", None),
        ("cchc.example.vn.", None),
        ("evil.example:8501", None),
        ("", None),
    ],
)
def test_a_host_is_ours_to_the_letter_or_not_at_all(host: str, origin: str | None) -> None:
    assert DECLARED.asked(scope(host)) == origin


def test_behind_a_proxy_the_declared_origin_counts() -> None:
    public = "https://cchc.example.vn"
    assert is_own_page(scope("cchc.example.vn", kind="websocket", origin=public), public)
    assert not is_own_page(scope("cchc.example.vn", kind="websocket", origin="http://cchc.example.vn"), public)
    assert not is_own_page(scope("cchc.example.vn", kind="websocket"), public)


def test_the_machine_itself_is_told_from_a_proxy_on_it() -> None:
    assert is_at_the_machine(scope("127.0.0.1:8501"))
    assert not is_at_the_machine(scope("127.0.0.1:8501", x_forwarded_for="10.0.0.9"))
    assert not is_at_the_machine(scope("127.0.0.1:8501", client="10.0.0.9"))


def test_a_cookie_has_a_name_for_each_address_and_is_secure_where_it_can_be() -> None:
    assert cookie_name("http://127.0.0.1:8501") != cookie_name("http://127.0.0.1:8502")
    assert set_cookie("https://cchc.example.vn", "s").startswith(
        "__Host-cchc=s; Path=/; HttpOnly; SameSite=Lax; Secure"
    )
    assert "Secure" not in set_cookie("http://127.0.0.1:8501", "s")


def test_sessions_and_files_stay_with_their_first_visit() -> None:
    owners = Owners()
    owners.began("s", "a")
    owners.began("s", "b")
    owners.offered({"f"}, "a")
    assert owners.owns("a", "s")
    assert not owners.owns("b", "s")
    assert not owners.owns("a", "t")
    assert owners.may_fetch("a", "f")
    assert not owners.may_fetch("b", "f")


def asked(**fields: Any) -> bytes:
    message = BackMsg()
    for name, value in fields.items():
        setattr(message, name, value)
    return message.SerializeToString()


def test_of_the_frames_of_a_browser_only_those_of_our_pages_pass() -> None:
    run, file = BackMsg(), BackMsg()
    run.rerun_script.query_string = "ky=2024"
    file.backend_operation_request.deferred_file.file_id = "f"
    assert may_ask(run.SerializeToString(), lambda _: False)
    assert may_ask(file.SerializeToString(), lambda name: name == "f")
    assert not may_ask(file.SerializeToString(), lambda _: False)
    for refused in (asked(clear_cache=True), asked(load_git_info=True), asked(debug_shutdown_runtime=True), b""):
        assert not may_ask(refused, lambda _: True)


def test_an_announcement_loses_what_it_tells_of_the_machine_and_keeps_the_rest() -> None:
    message = ForwardMsg()
    message.new_session.main_script_path = "/home/a/cchc/main.py"
    message.new_session.page_script_hash = "h"
    message.new_session.initialize.session_id = "s"
    message.new_session.initialize.environment_info.streamlit_version = "1.67.0"
    frame, session = announced(message.SerializeToString())
    told = ForwardMsg.FromString(frame).new_session
    assert (session, told.page_script_hash, told.main_script_path) == ("s", "h", "")
    assert told.initialize.HasField("environment_info")
    assert not told.initialize.environment_info.streamlit_version


def test_files_are_known_by_their_address_and_by_their_promise() -> None:
    name, promised = "a1" * 28, "b2" * 16
    message = ForwardMsg()
    message.delta.new_element.download_button.url = f"/media/{name}.xlsx"
    message.delta.new_element.download_button.deferred_file_id = promised
    assert {name, promised} <= files_offered(message.SerializeToString())
    assert file_asked(f"/media/{name}.xlsx") == name
    assert file_asked("/media/../x") == ""


def test_the_document_is_vietnamese_and_holds_no_script_but_ours() -> None:
    linked = '<script src="./a.js"></script>'
    page = (
        f'<html lang="en"><head><title>Streamlit</title>\n<script>\nwindow.x = 1</script>{linked}</head><body></body>'
    )
    made = declared(page.encode(), "let us = 1", "<link>", "<style>a{}</style>").decode()
    head = f"<head><title>{texts().shell.product}</title>{linked}<link><script>let us = 1</script></head>"
    assert made == f'<html lang="vi" translate="no">{head}<body><style>a{{}}</style></body>'


def test_a_page_of_our_own_is_left_without_what_streamlits_document_needs() -> None:
    page = b'<html lang="vi"><head><title>CCHC</title></head></html>'
    assert declared(page, "let us = 1", "<link>", "<style>a{}</style>") == page


def test_a_policy_names_the_socket_of_its_own_address() -> None:
    policy = headers_for("/", "https://cchc.example.vn", ["sha256-x"])["content-security-policy"]
    assert "connect-src 'self' wss://cchc.example.vn" in policy
    assert "script-src 'self' 'sha256-x'" in policy
