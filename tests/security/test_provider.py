"""Signing in at a real OpenID provider: claims become roles and units, the rest is as with an account of our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Route, expect

from cchc_metrics.access import LOCAL_OPERATOR, Held, Role, held_by
from cchc_metrics.access.identity import read_identity
from cchc_metrics.access.keeping import Access, access_of
from cchc_metrics.config import PROJECT
from cchc_metrics.errors import CchcError
from tests.browser.conftest import PATIENCE, NewVisit
from tests.browser.serving import started
from tests.conftest import settings_at
from tests.security.provider import identity_file, provider
from tests.security.windows import Answer, ask, cookie_header

ROLES = (
    {"claim": "groups", "value": "cchc-chuyen-vien", "role": "specialist"},
    {"claim": "groups", "value": "cchc-don-vi", "role": "head", "unit_claim": "don_vi"},
    {"claim": "groups", "value": "cchc-quan-tri", "role": "admin"},
)
LAN = {
    "sub": "u-lan",
    "preferred_username": "lan.nt@qt.vn",
    "name": "Lan <b>Nguyễn</b>",
    "groups": ["cchc-chuyen-vien"],
}
HOA = {"sub": "u-hoa", "preferred_username": "hoa", "groups": ["cchc-don-vi", "x"], "don_vi": ["TCD", "A+admin"]}
KHACH = {"sub": "u-khach", "preferred_username": "khach", "groups": "none"}
QUYEN = {"sub": "u-quyen", "preferred_username": "quan.tri", "groups": ["cchc-quan-tri"]}


@dataclass
class Door:
    """A server that asks the provider."""

    address: str
    access: Access
    provider: str

    def get(self, path: str, cookies: dict[str, str] | None = None) -> Answer:
        return ask(self.address, path, headers={"Cookie": cookie_header(cookies or {})})

    def sign_in(self, sub: str, onward: str = "/") -> Answer:
        """All of the way as a browser goes it, without one."""
        first = self.get(f"/dang-nhap/co-quan?{urlencode({'tiep': onward})}")
        assert first.status == 302, first.text
        there = urlsplit(first.headers["location"])
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        back = ask(self.provider, f"{there.path}?{there.query}", "POST", kind, urlencode({"sub": sub}).encode())
        parts = urlsplit(back.headers["location"])
        return self.get(f"{parts.path}?{parts.query}", dict(first.cookies))

    def browser(self, sub: str) -> dict[str, str]:
        answer = self.sign_in(sub)
        assert answer.status == 303, answer.text
        return {name: value for name, value in answer.cookies.items() if name.startswith("cchc-")}


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    folder = tmp_path_factory.mktemp("provider")
    access = access_of(settings_at(folder / "data"))
    access.accounts.add(LOCAL_OPERATOR, "quan.tri", "Quản trị")
    access.accounts.give(LOCAL_OPERATOR, "quan.tri", Role.ADMIN)
    with provider(LAN, HOA, KHACH, QUYEN) as at:
        file = identity_file(folder, at, "http://127.0.0.1:{port}", ROLES)
        with started(PROJECT / "app.py", folder / "data", {"CCHC_LOGIN": "oidc", "CCHC_IDENTITY_FILE": str(file)}) as (
            address,
            _,
        ):
            yield Door(address, access, at)


def test_there_is_one_button_and_no_password(door: Door) -> None:
    answer = door.get("/dang-nhap?tiep=%2Fxep-hang")
    assert "Đăng nhập bằng tài khoản cơ quan" in answer.text
    assert "password" not in answer.text
    form = {"Origin": door.address, "Content-Type": "application/x-www-form-urlencoded"}
    assert ask(door.address, "/dang-nhap", "POST", form, b"tai-khoan=quan.tri&mat-khau=x").status == 405
    assert door.get("/xep-hang").headers["location"].startswith("/dang-nhap?")


@pytest.mark.browser
def test_a_person_comes_in_from_the_deep_link_and_is_ended_like_anybody(door: Door, new_visit: NewVisit) -> None:
    visit = new_visit(390, 844)
    visit.page.route("https://cdn.jsdelivr.net/**", _refuse)
    visit.page.goto(f"{door.address}/xep-hang?chi-so=PAPI&ky=2024")
    visit.page.get_by_role("link", name="Đăng nhập bằng tài khoản cơ quan").click()
    visit.page.get_by_role("button", name="u-lan", exact=True).click()
    visit.page.wait_for_url(f"{door.address}/xep-hang?chi-so=PAPI&ky=2024", timeout=PATIENCE, wait_until="commit")
    visit.page.wait_for_selector(".cchc-head h1", timeout=PATIENCE)
    visit.settle()
    assert "PAPI 2024" in visit.heading
    assert [one["name"] for one in visit.page.context.cookies() if "streamlit_user" in str(one["name"])] == []
    visit.page.goto(f"{door.address}/tai-khoan")
    assert "Lan <b>Nguyễn</b> · chuyên viên" in visit.text
    assert "Mật khẩu của tài khoản này do hệ thống xác thực của cơ quan giữ" in visit.text
    (session,) = [one for one in door.access.signing_in.sessions(LOCAL_OPERATOR) if one.account == "lan.nt"]
    door.access.signing_in.end(LOCAL_OPERATOR, session.id)
    visit.page.goto(f"{door.address}/xep-hang")
    expect(visit.page.get_by_role("heading", name="Đăng nhập")).to_be_visible(timeout=PATIENCE)


def _refuse(route: Route) -> None:
    route.abort()


def test_claims_give_roles_and_units_and_nothing_that_is_not_told(door: Door) -> None:
    hoa = door.browser("u-hoa")
    assert held_by(door.access.accounts.actor("hoa")) == (Held("head", "TCD"),)
    assert "hoa · trưởng đơn vị TCD" in door.get("/tai-khoan", hoa).text
    khach = door.browser("u-khach")
    assert door.get("/xep-hang", khach).headers["location"] == "/tai-khoan"
    assert "chưa được giao quyền" in door.get("/tai-khoan", khach).text


def test_an_account_of_our_own_is_not_had_by_taking_its_name(door: Door) -> None:
    answer = door.sign_in("u-quyen")
    assert (answer.status, answer.cookies.keys() & {"_streamlit_user"}) == (403, set())
    assert "đã thuộc một tài khoản khác" in answer.text
    door.access.accounts.entrust(LOCAL_OPERATOR, "quan.tri")
    assert door.sign_in("u-quyen").status == 303
    assert not door.access.accounts.find("quan.tri").disabled
    with pytest.raises(CchcError, match="cấp lại ở đó"):
        door.access.accounts.reset(LOCAL_OPERATOR, "quan.tri")


def test_a_closed_account_stays_closed_whatever_the_provider_says(door: Door) -> None:
    cookies = door.browser("u-hoa")
    door.access.accounts.disable(LOCAL_OPERATOR, "hoa")
    assert door.get("/tien-do", cookies).status == 303
    assert door.sign_in("u-hoa").status == 403
    door.access.accounts.disable(LOCAL_OPERATOR, "hoa", disabled=False)


def test_what_streamlit_would_believe_opens_nothing(door: Door) -> None:
    for path in ("/auth/login?provider=default", "/auth/logout"):
        assert door.get(path).status == 404
    for query in ("", "?code=x&state=y", "?error=access_denied&error_description=%3Cb%3E"):
        answer = door.get(f"/oauth2callback{query}")
        assert (answer.status, "<b>" in answer.text) == (403, False)
        assert "không xác nhận" in answer.text
    forged = {"_streamlit_user": "eyJpc19sb2dnZWRfaW4iOnRydWV9.x.y", "_streamlit_session": "x"}
    assert door.get("/xep-hang", forged).status == 303
    first = door.get("/dang-nhap/co-quan?tiep=https://evil.example/")
    state = next(part for part in urlsplit(first.headers["location"]).query.split("&") if part.startswith("state="))
    assert door.get(f"/oauth2callback?code=forged&{state}", dict(first.cookies)).status == 403
    assert door.sign_in("u-lan", "https://evil.example/").headers["location"] == "/"


def test_idle_sessions_end_and_the_log_tells_of_the_provider(door: Door) -> None:
    cookies = door.browser("u-lan")
    assert door.get("/tai-khoan", cookies).status == 200
    door.access.ledger.set("session-idle-minutes", "0")
    assert door.get("/tai-khoan", cookies).status == 303
    door.access.ledger.set("session-idle-minutes", "30")
    told = [(line.act.value, line.account, line.about, line.text) for line in door.access.audit.lines()]
    assert ("sign-in", "lan.nt", "127.0.0.1", "oidc") in told
    assert ("refused", "", "quan.tri", "127.0.0.1") in told
    assert ("role", "identity", "hoa", "") in told
    assert door.access.audit.verify() == []
    assert "u-lan" not in door.access.audit.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('server_metadata_url = "http://idp.example.vn/x"', "server_metadata_url"),
        ('redirect_uri = "https://cchc.example.vn/"', "redirect_uri"),
        ('cookie_secret = "short"', "cookie_secret"),
        ("client_id = ", "không có hoặc không phải"),
    ],
)
def test_an_unsafe_declaration_is_refused_before_anything_listens(tmp_path: Path, line: str, told: str) -> None:
    file = identity_file(tmp_path, "https://idp.example.vn", "https://cchc.example.vn", ROLES)
    name = line.split(" ", maxsplit=1)[0]
    lines = [line if one.startswith(name) else one for one in file.read_text("utf-8").splitlines()]
    assert read_identity(file, "oidc").provider == "idp.example.vn"
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(CchcError, match=told):
        read_identity(file, "oidc")
