"""A real browser opens a page of an attacker's on the same machine, and finds nothing of ours there."""

import http.server
import os
import threading
from collections.abc import Iterator

import pytest

from tests.browser.conftest import NewVisit
from tests.security.conftest import Served

pytestmark = pytest.mark.browser

# Everything such a page can try with no bug of the browser: a frame, a socket, requests with and without the right
# to read, a script, a form.
ATTACK = """<!doctype html><title>x</title><body><iframe id="f" src="{own}/"></iframe>
<iframe name="form"></iframe>
<form id="p" method="post" target="form" action="{own}/_stcore/upload_file/a/b" enctype="multipart/form-data"></form>
<script>
window.found = {{}};
const note = (what, how) => (found[what] = how);
const s = new WebSocket("{socket}/_stcore/stream", ["streamlit"]);
s.onopen = () => note("socket", "open");
s.onerror = () => note("socket", "refused");
const tried = (what, request) => request.then(() => note(what, "open"), () => note(what, "refused"));
tried("read", fetch("{own}/_stcore/health", {{credentials: "include"}}));
tried("blind", fetch("{own}/", {{mode: "no-cors", credentials: "include"}}));
const i = new Image(); i.onload = () => note("image", "open"); i.onerror = () => note("image", "refused");
i.src = "{own}/app/static/mark.svg";
const c = document.createElement("script"); c.onload = () => note("script", "open");
c.onerror = () => note("script", "refused"); c.src = "{own}/static/js/x.js"; document.body.append(c);
document.getElementById("p").submit();
</script>"""


@pytest.fixture
def hostile(served: Served) -> Iterator[str]:
    """The address of the attacker's page, on another port."""
    page = ATTACK.format(own=served.address, socket=served.address.replace("http", "ws")).encode()

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_a_page_on_another_port_gets_hold_of_nothing(served: Served, hostile: str, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(served.address)  # the victim is at work: its cookies go to every port of the machine
    visit.page.goto(hostile)
    visit.page.wait_for_function("() => Object.keys(found).length === 5", timeout=20_000)
    assert set(visit.page.evaluate("found").values()) == {"refused"}
    texts = [frame.evaluate("document.body ? document.body.innerText : ''") for frame in visit.page.frames[1:]]
    assert not any("CCHC" in text or "Xếp hạng" in text for text in texts)


def test_a_rebound_name_shows_nothing_of_ours(served: Served, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.page.goto(f"http://evil.example:{served.port}/")
    assert "Hệ thống không phục vụ ở địa chỉ này" in visit.text
    assert f"http://127.0.0.1:{served.port}" in visit.text
    assert "Xếp hạng" not in visit.text


LONG = ("", "xep-hang?chi-so=PAPI", "ban-do", "phuong-phap#nguon", "nap-du-lieu", "tinh-trang")
# In every run a page with a map and one that takes files; all of them in ``make attack``.
WALKED = LONG if os.environ.get("CCHC_ATTACK") else ("ban-do", "nap-du-lieu")


def test_our_pages_work_under_the_policy(served: Served, new_visit: NewVisit) -> None:
    visit = new_visit()
    said: list[str] = []
    visit.page.on("console", lambda message: said.append(message.text))
    visit.page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (e) => console.error('POLICY', e.violatedDirective, "
        "e.blockedURI))"
    )
    for path in WALKED:
        visit.open(f"{served.address}/{path}")
    visit.page.wait_for_timeout(500)
    # A library offers its faster way first and takes the plain one when it is refused.
    assert [text for text in said if "POLICY" in text and "wasm-eval" not in text] == []
    assert visit.page.evaluate("document.documentElement.lang") == "vi"
    assert visit.outside == []


def test_two_offices_on_one_machine_do_not_take_each_other_s_visits(served: Served, new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.open(served.address)
    own = {cookie["name"] for cookie in visit.page.context.cookies()}
    assert f"cchc-{served.port}" in own
    held = next(cookie for cookie in visit.page.context.cookies() if cookie["name"] == f"cchc-{served.port}")
    assert held["httpOnly"]
    assert held["sameSite"] == "Lax"
