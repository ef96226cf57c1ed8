"""Only our own page, at our own address, gets an answer; whoever else asks costs nothing."""

import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidHandshake

from tests.security.conftest import Outside, Served
from tests.security.windows import ask, handshake, visit, window

EVIL = "http://evil.example"
HANDSHAKES = {
    "another site": ("", EVIL),
    "another port of this machine": ("", "http://127.0.0.1:9000"),
    "another port by name": ("", "http://localhost:9000"),
    "no port": ("", "http://127.0.0.1"),
    "another scheme": ("", "https://127.0.0.1:{port}"),
    "our name at its other address": ("", "http://localhost:{port}"),
    "our address inside another": ("", "http://127.0.0.1:{port}.evil.example"),
    "our address behind a user": ("", "http://evil@127.0.0.1:{port}"),
    "a document without an origin": ("", "null"),
    "nobody": ("", None),
    "a rebound name": ("evil.example:{port}", "http://127.0.0.1:{port}"),
    "a rebound name that owns up": ("evil.example:{port}", "http://evil.example:{port}"),
    "this machine at another port": ("127.0.0.1:9000", "http://127.0.0.1:9000"),
    "every address": ("0.0.0.0:{port}", "http://0.0.0.0:{port}"),
    "our name with a dot behind it": ("localhost.:{port}", "http://localhost.:{port}"),
    "our address as one number": ("2130706433:{port}", "http://2130706433:{port}"),
    "our address, shortened": ("127.1:{port}", "http://127.1:{port}"),
    "our address in the other family": ("[::ffff:127.0.0.1]:{port}", "http://[::ffff:127.0.0.1]:{port}"),
    "our name before another": ("", "http://localhost.evil.example"),
    "our port with a zero before it": ("127.0.0.1:0{port}", "http://127.0.0.1:0{port}"),
    "our address with a path": ("", "http://127.0.0.1:{port}/"),
    "two origins": ("", "http://127.0.0.1:{port}, http://evil.example"),
    "an extension": ("", "chrome-extension://abcdefghijklmnop"),
    "a file": ("", "file://"),
}


def refused(served: Served, host: str, origin: str | None) -> float:
    """Try a handshake that is to be refused; returns the seconds it took."""
    cookies, started = visit(served.address), time.perf_counter()
    with (
        pytest.raises(InvalidHandshake),
        handshake(served.address, origin=origin, host=host, cookies=cookies, seconds=10),
    ):
        pass
    return time.perf_counter() - started


@pytest.mark.parametrize("who", HANDSHAKES)
def test_a_socket_opens_for_our_own_page_only(served: Served, who: str) -> None:
    host, origin = HANDSHAKES[who]
    said = None if origin is None else origin.format(port=served.port)
    assert refused(served, host.format(port=served.port), said) < 2


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_our_own_page_opens_its_socket_at_either_name(served: Served, name: str) -> None:
    own = f"http://{name}:{served.port}"
    cookies = visit(served.address)
    with window(served.address, cookies, host=urlsplit(own).netloc, origin=own) as opened:
        assert opened.run().new_session.initialize.session_id


def test_a_browser_without_a_visit_opens_no_socket(served: Served) -> None:
    without = {"_streamlit_xsrf": "x"}
    with pytest.raises(InvalidHandshake), handshake(served.address, origin=served.address, cookies=without):
        pass


def test_a_flood_of_foreign_handshakes_neither_stalls_the_server_nor_asks_outside(
    served: Served, outside: Outside
) -> None:
    waits = []
    with ThreadPoolExecutor(40) as crowd:
        tries = [crowd.submit(refused, served, "", f"http://{number}.evil.example") for number in range(200)]
        while not all(each.done() for each in tries):
            began = time.perf_counter()
            assert ask(served.address, "/_stcore/health").status == 200
            waits.append(time.perf_counter() - began)
    assert [each.exception() for each in tries] == [None] * 200
    assert max(waits) < 2
    assert outside.heard == []


REQUESTS = {
    "a rebound name": ({"Host": "evil.example:{port}"}, 421),
    "no port": ({"Host": "127.0.0.1"}, 421),
    "another site's script": ({"Origin": EVIL}, 403),
    "another port's script": ({"Origin": "http://127.0.0.1:9000"}, 403),
    "a picture on another site": ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
    "a picture on another port": ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}, 403),
    "a frame on another site": (
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        403,
    ),
}


@pytest.mark.parametrize("path", ["/", "/xep-hang", "/_stcore/health", "/static/js/x.js", "/app/static/style.css"])
@pytest.mark.parametrize("who", REQUESTS)
def test_a_request_of_another_page_is_turned_away_in_vietnamese(served: Served, who: str, path: str) -> None:
    headers, status = REQUESTS[who]
    answer = ask(served.address, path, headers={k: v.format(port=served.port) for k, v in headers.items()})
    assert answer.status == status
    assert "không phục vụ" in answer.text or "trang web khác" in answer.text
    assert not answer.cookies
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_a_link_on_another_page_opens_ours(served: Served) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    answer = ask(served.address, "/xep-hang", headers=link)
    assert answer.status == 200
    assert '<html lang="vi"' in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST", "OPTIONS"])
def test_what_may_change_something_must_say_where_it_comes_from(served: Served, method: str) -> None:
    assert ask(served.address, "/_stcore/upload_file/a/b", method).status == 403
    assert ask(served.address, "/_stcore/upload_file/a/b", method, {"Origin": EVIL}).status == 403


@pytest.mark.parametrize(
    "path", ["/", "/xep-hang", "/static/js/absent.js", "/_stcore/health", "/app/static/mark.svg", "/media/0"]
)
def test_every_answer_says_what_a_browser_may_do(served: Served, path: str) -> None:
    headers = ask(served.address, path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src", 1)[-1].split(";")[0] or "script-src" not in policy
    assert "frame-ancestors 'none'" in policy or "sandbox" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/_stcore/agent/openapi.json", "/_stcore/script-health-check", "/component/a/b", "/auth/login", "/oauth2callback"],
)
def test_what_the_product_does_not_use_is_closed(served: Served, path: str) -> None:
    assert ask(served.address, path).status == 404


FORWARDING = ("X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Host", "X-Real-IP", "CF-Connecting-IP", "X-Client-IP")


def test_metrics_are_for_whoever_sits_at_the_machine(served: Served) -> None:
    assert ask(served.address, "/_stcore/metrics").status == 200
    for name in FORWARDING:
        assert ask(served.address, "/_stcore/metrics", headers={name: "10.0.0.7"}).status == 403, name
