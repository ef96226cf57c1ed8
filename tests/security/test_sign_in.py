"""An office with accounts, at a real server: who gets in, with what, and how it ends."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import pytest
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from cchc_metrics.access import LOCAL_OPERATOR, Held, Role
from cchc_metrics.access.keeping import Access, access_of
from cchc_metrics.access.people import LINK
from cchc_metrics.config import PROJECT
from tests.access.people import GOOD
from tests.browser.serving import started
from tests.conftest import settings_at
from tests.security.windows import Answer, ask, cookie_header, handshake, window


@dataclass
class Door:
    """A server with accounts, its access as the command line has it, and one-time codes."""

    address: str
    access: Access
    process: "subprocess.Popen[bytes]"

    def post(
        self, path: str, cookies: Mapping[str, str] | None = None, origin: str | None = None, **form: str
    ) -> Answer:
        headers = {
            "Origin": self.address if origin is None else origin,
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookie_header(cookies or {}),
        }
        fields = {name.replace("_", "-"): value for name, value in form.items()}
        return ask(self.address, path, "POST", headers, urlencode(fields).encode())

    def get(self, path: str, cookies: Mapping[str, str] | None = None) -> Answer:
        return ask(self.address, path, headers={"Cookie": cookie_header(cookies or {})})

    def person(self, account: str, role: Role) -> None:
        code = self.access.accounts.add(LOCAL_OPERATOR, account, account.title())
        self.access.accounts.give(LOCAL_OPERATOR, account, role)
        self.access.signing_in.change_password(account, code, GOOD)

    def sign_in(self, account: str, word: str = GOOD, onward: str = "") -> Answer:
        return self.post("/dang-nhap", tai_khoan=account, mat_khau=word, tiep=onward)

    def browser(self, account: str) -> dict[str, str]:
        """The cookies of somebody signed in."""
        return dict(self.sign_in(account).cookies) | dict(ask(self.address, "/_stcore/health").cookies)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder = tmp_path_factory.mktemp("accounts")
    access = access_of(settings_at(folder))
    with started(PROJECT / "app.py", folder, {"CCHC_LOGIN": "accounts"}) as (address, process):
        made = Door(address, access, process)
        made.person("lan", Role.SPECIALIST)
        yield made


def test_one_click_changes_the_language_before_signing_in_and_leads_back(door: Door) -> None:
    page = door.get("/dang-nhap")
    assert '<html lang="vi">' in page.text
    assert '<a href="/ngon-ngu/en" lang="en" hreflang="en">English</a>' in page.text
    came = ask(door.address, "/ngon-ngu/en", headers={"Referer": f"{door.address}/dang-nhap?tiep=%2Fxep-hang"})
    assert (came.status, came.headers["location"]) == (303, "/dang-nhap?tiep=%2Fxep-hang")
    english = dict(came.cookies)
    page = door.get("/dang-nhap", english)
    assert '<html lang="en"' in page.text
    assert "Sign in" in page.text
    assert "Tiếng Việt</a>" in page.text
    assert "Sai" not in door.post("/dang-nhap", english, tai_khoan="lan", mat_khau="nope").text
    assert '<html lang="vi"' in ask(door.address, "/dang-nhap", headers={"Accept-Language": "en-GB,en"}).text
    for asked in ("https://evil.example/x", "//evil.example", "/\\evil.example"):
        assert door.get(f"/ngon-ngu/en?{urlencode({'tiep': asked})}").headers["location"] == "/"
    assert door.get("/ngon-ngu/xx").cookies == {}


def test_a_language_is_kept_with_the_account(door: Door) -> None:
    door.person("huong", Role.SPECIALIST)
    cookies = dict(door.sign_in("huong").cookies)
    assert door.access.people.language("huong") == ""
    door.get("/ngon-ngu/en", cookies)
    assert door.access.people.language("huong") == "en"
    elsewhere = dict(door.sign_in("huong").cookies)
    assert '<html lang="en"' in door.get("/tai-khoan", elsewhere).text
    assert '<html lang="en"' in door.get("/xep-hang", elsewhere).text
    door.get("/ngon-ngu/vi", elsewhere)
    assert '<html lang="vi"' in door.get("/xep-hang", dict(door.sign_in("huong").cookies)).text


def test_who_is_not_signed_in_gets_the_form_and_nothing_else(door: Door) -> None:
    answer = door.get("/xep-hang?ky=2024")
    assert answer.status == 303
    assert answer.headers["location"] == "/dang-nhap?tiep=%2Fxep-hang%3Fky%3D2024"
    assert not answer.cookies
    assert "Đăng nhập" in door.get("/dang-nhap").text
    assert door.get("/tai-khoan/quan-ly").status == 303
    for path in ("/media/0", "/_stcore/upload_file/a/b"):
        assert door.get(path).status in (403, 405)
    for cookies in ({}, {f"cchc-{door.address.rsplit(':', 1)[1]}": "forged"}):
        with pytest.raises(InvalidHandshake), handshake(door.address, origin=door.address, cookies=cookies):
            pass


def test_signing_in_sets_a_cookie_that_no_script_reads_and_no_other_site_sends(door: Door) -> None:
    answer = door.sign_in("lan", onward="/xep-hang?ky=2024")
    assert (answer.status, answer.headers["location"]) == (303, "/xep-hang?ky=2024")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=Lax" in answer.headers["set-cookie"]
    with window(door.address, door.browser("lan")) as opened:
        opened.run("xep-hang")
        assert "tai-khoan" in opened.texts
        assert "cchc-head" in opened.texts


@pytest.mark.parametrize(
    "onward",
    [
        *("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"),
        *(
            "///evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "http:evil.example",
            "//evil@127.0.0.1",
            " //evil.example",
        ),
    ],
)
def test_signing_in_leads_to_no_other_site(door: Door, onward: str) -> None:
    assert door.sign_in("lan", onward=onward).headers["location"] == "/"


@pytest.mark.parametrize(
    "path",
    [
        "/dang-nhap",
        "/dang-xuat",
        "/tai-khoan/mat-khau",
        "/tai-khoan/phien",
        "/tai-khoan/ma-xac-thuc",
        "/tai-khoan/quan-ly",
    ],
)
def test_a_form_of_another_site_is_turned_away(door: Door, path: str) -> None:
    cookies = door.browser("lan")
    for origin in ("http://evil.example", "null", ""):
        assert door.post(path, cookies, origin=origin, mat_khau=GOOD, tai_khoan="lan").status == 403
    assert door.get("/tai-khoan", cookies).status == 200


def test_a_wrong_password_gets_one_sentence_with_its_words_escaped_and_no_cookie(door: Door) -> None:
    answer = door.sign_in('"><script>alert(1)</script>', "sai")
    assert answer.status == 403
    assert "không đúng" in answer.text
    assert "<script>alert" not in answer.text
    assert not answer.cookies
    assert "Traceback" not in door.post("/dang-nhap", tai_khoan="x" * 20_000).text


def test_the_one_time_code_opens_nothing_before_a_new_password_is_set(door: Door) -> None:
    code = door.access.accounts.add(LOCAL_OPERATOR, "moi", "Mới")
    door.access.accounts.give(LOCAL_OPERATOR, "moi", Role.SPECIALIST)
    answer = door.sign_in("moi", code)
    cookies = dict(answer.cookies) | {"_streamlit_xsrf": "x"}
    assert answer.headers["location"] == "/tai-khoan"
    assert door.get("/xep-hang", cookies).headers["location"] == "/tai-khoan"
    with pytest.raises(InvalidHandshake), handshake(door.address, origin=door.address, cookies=cookies):
        pass
    assert "không giống nhau" in door.post("/tai-khoan/mat-khau", cookies, cu=code, moi=GOOD, lai="khác").text
    assert "Đã lưu" in door.post("/tai-khoan/mat-khau", cookies, cu=code, moi=GOOD, lai=GOOD).text
    assert door.get("/xep-hang", cookies).status == 200


def closed_within(seconds: float, opened: object) -> bool:
    began = time.monotonic()
    with pytest.raises(ConnectionClosed):
        while time.monotonic() - began < seconds + 5:
            opened.socket.recv(seconds)  # type: ignore[attr-defined]
    return time.monotonic() - began < seconds


def test_signing_out_ends_every_window_and_the_cookie_opens_nothing_again(door: Door) -> None:
    cookies = door.browser("lan")
    with window(door.address, cookies) as opened:
        opened.run()
        assert door.post("/dang-xuat", cookies).status == 303
        assert closed_within(3, opened)
    assert door.get("/xep-hang", cookies).status == 303
    with pytest.raises(InvalidHandshake), window(door.address, cookies):
        pass


def test_a_session_that_the_command_line_ends_is_over_at_the_next_question(door: Door) -> None:
    cookies = door.browser("lan")
    with window(door.address, cookies) as opened:
        opened.run()
        for session in door.access.signing_in.sessions(LOCAL_OPERATOR):
            door.access.signing_in.end(LOCAL_OPERATOR, session.id)
        with pytest.raises(ConnectionClosed):
            opened.run("xep-hang")


def test_a_flood_of_sign_ins_is_refused_early_and_others_get_in(door: Door) -> None:
    door.person("minh", Role.SPECIALIST)
    form = urlencode({"tai-khoan": "minh2", "mat-khau": "sai"}).encode()
    said = {"Origin": door.address, "Content-Type": "application/x-www-form-urlencoded"}

    def guess(_number: int) -> int:
        return ask(door.address, "/dang-nhap", "POST", said, form, asker="127.0.0.9").status

    with ThreadPoolExecutor(80) as crowd:
        coming = [crowd.submit(guess, number) for number in range(160)]
        waits = []
        while not all(one.done() for one in coming):
            began = time.perf_counter()
            assert ask(door.address, "/healthz").status == 200
            waits.append(time.perf_counter() - began)
        statuses = {one.result() for one in coming}
    assert statuses == {403, 503}
    assert max(waits) < 2
    assert door.sign_in("minh").status == 303


def test_cookies_that_are_made_up_altered_or_ended_open_nothing(door: Door) -> None:
    cookies = door.browser("lan")
    (name,) = [one for one in cookies if one.startswith("cchc-")]
    secret = cookies[name]
    swapped = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    session = door.access.signing_in.sessions(door.access.accounts.actor("lan"))[0]
    for forged in (swapped, secret[:-1], f"{secret}x", secret.lower(), session.id, "", "a" * 5_000, f'"{secret}"x'):
        assert door.get("/tai-khoan", {name: forged}).status == 303, forged
    assert door.get("/tai-khoan", {"cchc-1": secret}).status == 303
    assert door.get("/tai-khoan", {name: secret}).status == 200
    door.post("/dang-xuat", cookies)
    assert door.get("/tai-khoan", {name: secret}).status == 303


def test_all_of_it_stands_in_the_audit_log(door: Door) -> None:
    acts = {line.act for line in door.access.audit.lines()}
    assert {"account", "role", "password", "sign-in", "refused", "sign-out", "session"} <= acts
    assert door.access.audit.verify() == []


def test_a_link_opens_one_page_without_an_account_until_it_is_revoked(door: Door) -> None:
    purpose = Held(LINK, "TCD", "CCHC", "2026-Q1")
    secret = door.access.links.make(LOCAL_OPERATOR, purpose, date.today())
    answer = door.get(f"/lien-ket/{secret}")
    assert answer.headers["location"] == "/nop-bao-cao?ky=2026-Q1&don-vi=TCD"
    cookies = dict(answer.cookies) | dict(ask(door.address, "/_stcore/health").cookies)
    assert door.get("/tai-khoan", cookies).status == 303
    with window(door.address, cookies) as opened:
        opened.run("nop-bao-cao")
        assert "TCD" in opened.texts
        door.access.links.revoke(LOCAL_OPERATOR, door.access.links.all(LOCAL_OPERATOR)[0].id)
        with pytest.raises(ConnectionClosed):
            opened.run("nop-bao-cao")
    assert door.get(f"/lien-ket/{secret}").status == 403
    assert door.get("/nop-bao-cao", cookies).status == 303


def test_an_administrator_keeps_accounts_on_a_page_and_nobody_else_does(door: Door) -> None:
    door.person("qt", Role.ADMIN)
    admin, lan = door.browser("qt"), door.browser("lan")
    manage = "/tai-khoan/quan-ly"
    made = door.post(manage, admin, viec="add", tai_khoan="hoa", ten="<b>Hoa</b>")
    code = made.text.split("lần này): ")[1].split("<")[0]
    assert "&lt;b&gt;Hoa" in made.text
    assert "<b>Hoa" not in made.text
    given = door.post(manage, admin, viec="give", tai_khoan="hoa", vai_tro="head", don_vi="TCD", den="2099-12-31")
    assert "trưởng đơn vị TCD đến hết 31/12/2099" in given.text
    assert door.sign_in("hoa", code).headers["location"] == "/tai-khoan"
    for fields in (
        {"viec": "give", "tai_khoan": "hoa", "vai_tro": "emperor"},
        {"viec": "give", "tai_khoan": "hoa", "vai_tro": "head"},
        {"viec": "give", "tai_khoan": "hoa", "vai_tro": "guest", "den": "mai"},
        {"viec": "take", "so": "x"},
        {"viec": "link", "don_vi": "TCD", "bieu": "CCHC", "ky": "2026-Q1", "den": "2099-01-01"},
    ):
        assert door.post(manage, admin, **fields).status == 400, fields
    for act in ("add", "give", "reset", "close", "take", "link", "revoke"):
        door.post(manage, lan, viec=act, tai_khoan="hoa", ten="x", vai_tro="admin", so="1", den="2099-01-01")
    assert door.get(manage, lan).headers["location"] == "/tai-khoan"
    assert [one.role for one in door.access.accounts.given("hoa")] == [Role.HEAD]
    assert not door.access.accounts.find("hoa").disabled
