"""What is new to each person, on the screen, in Word and by a real mail server; each by his own rights and wishes."""

import io
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from docx import Document

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.wishes import HowOften, Section, Seen, Wishes
from cchc_metrics.errors import CchcError, NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import REPORT_EVENTS, SCORES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.mail import mail_server
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.digest import Digest, digest, last_before
from cchc_metrics.services.storing import locks, storing
from cchc_metrics.views import digest as views
from cchc_metrics.views.post import Post, send_due
from tests.browser.serving import free_port
from tests.conftest import settings_at
from tests.reporting_office import DUE, LOOKED_AT, copy_of, event, keep

LEADER = Actor("lanh", "Lãnh đạo", Role.LEADER.value)
APPROVER = Actor("duyet", "Duyệt", Role.APPROVER.value)
HEAD = Actor("truong", "Trưởng", "head:TCD")
UNIT = Actor("tin", "Tin học", "unit:TIN-HOC")


@dataclass
class Told:
    """An office in which something happened after entry ``before``."""

    office: Office
    before: int

    def of(self, actor: Actor, day: date = LOOKED_AT) -> Digest:
        return digest(Desk.at(self.office, actor), self.before, DUE, day)

    def lines(self, actor: Actor) -> dict[str, tuple[str, ...]]:
        """The lists of the page for somebody who looked last at ``before``."""
        access_of(self.office.settings).people.saw(actor.id, Seen(self.before, DUE.isoformat()))
        desk = Desk.at(self.office, actor)
        return dict(views.since_seen(desk, views.asked_since(desk, self.before, DUE.isoformat())).lists)


@pytest.fixture(scope="module")
def told(shipped_office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    office = copy_of(shipped_office, tmp_path_factory.mktemp("told") / "data")
    before = office.version
    keep(office, REPORT_EVENTS, [event("TCD", 2, "approved", date(2026, 9, 19))])
    keep(office, REPORT_EVENTS, [event("KT", 2, "returned", date(2026, 9, 20), cell="4.2", text="Kiểm tra 4.2")])
    keep(office, REPORT_EVENTS, [event("TIN-HOC", 3, "submitted", date(2026, 9, 20))])
    rows = office.store.facts(SCORES, {"period_id": ["2024"]}).head(1)[[*SCORES.grain_names, *SCORES.value_names]]
    storing.edit(office, LOCAL_OPERATOR, SCORES, rows.assign(value=rows["value"] + 1), "đính chính")
    yield Told(office, before)
    office.close()


def keys(found: Digest, section: Section) -> set[str]:
    return {one.unit for one in found.reports.get(section, ())}


def test_a_leader_hears_of_everything_and_approves_nothing(told: Told) -> None:
    found = told.of(LEADER)
    assert [entry.note for entry in found.entries[Section.CORRECTIONS]] == ["đính chính"]
    assert keys(found, Section.SENT) == {"TIN-HOC"}
    assert keys(found, Section.RETURNED) == {"KT"}
    assert keys(found, Section.LATE) == {"NOI-CHINH"}
    assert keys(found, Section.WAITING) == set()
    # On its due day nothing is late, the day after it is.
    assert keys(told.of(LEADER, DUE), Section.LATE) == set()
    assert keys(told.of(LEADER, DUE + timedelta(days=1)), Section.LATE) == {"NOI-CHINH", "TCD"}


def test_what_waits_is_what_this_person_is_to_do(told: Told) -> None:
    assert keys(told.of(HEAD), Section.WAITING) == set()  # its report is approved
    head = Actor("tin.truong", "Trưởng", "head:TIN-HOC")
    assert keys(told.of(head), Section.WAITING) == {"TIN-HOC"}
    waiting = keys(told.of(APPROVER), Section.WAITING)
    assert {"TCD", "HC-TC", "TIN-HOC"} <= waiting
    assert "KT" not in waiting


def test_a_unit_hears_of_its_own_and_an_administrator_of_no_figures(told: Told) -> None:
    for section in (Section.SENT, Section.LATE, Section.RETURNED, Section.WAITING):
        assert keys(told.of(UNIT), section) <= {"TIN-HOC"}
    assert dict(told.of(UNIT).entries) == {}
    assert list(views.units_of(Desk.at(told.office, UNIT))) == ["TIN-HOC"]
    assert "Kiểm tra 4.2" not in str(told.lines(UNIT))
    admin = told.of(Actor("qt", "Quản trị", Role.ADMIN.value))
    assert (dict(admin.reports), dict(admin.entries)) == ({}, {})
    with pytest.raises(NotAllowedError):
        told.of(Actor("x", "x", ""))


def test_the_page_says_it_in_words_with_the_reason_of_a_return(told: Told) -> None:
    lists = told.lines(LEADER)
    (returned,) = lists["Bị trả lại, mở lại"]
    assert returned.endswith("Quý III/2026: ngày 20/9/2026 – Kiểm tra 4.2")
    assert "Quý III/2026: hạn 16/9/2026, trễ " in lists["Mới quá hạn, chưa gửi"][0]
    view = views.page(Desk.at(told.office, LEADER), LOOKED_AT.isoformat())
    assert view.finding.startswith("Trong bảy ngày:")


def test_who_looked_is_told_nothing_twice_and_never_goes_back(told: Told) -> None:
    desk = Desk.at(told.office, LEADER)
    views.note_seen(desk)
    assert views.seen_by(desk).seq == told.office.version
    access_of(told.office.settings).people.saw(LEADER.id, Seen(1, "2020-01-01"))
    assert views.seen_by(desk).seq == told.office.version
    assert views.since_seen(desk, views.asked_since(desk, told.office.version, LOOKED_AT.isoformat())).count == 0


def test_each_chooses_what_he_is_told_and_the_log_keeps_the_choice_not_the_address(told: Told) -> None:
    access = access_of(told.office.settings)
    reader = Actor("doc", "Đọc", Role.LEADER.value)
    access.people.wish(reader, Wishes(frozenset({Section.LATE}), HowOften.WEEKLY, "doc@qt.vn"))
    assert set(told.lines(reader)) == {"Mới quá hạn, chưa gửi"}
    line = access.audit.lines()[-1]
    assert (line.act.value, line.about, line.after) == ("setting", "digest", {"sections": "late", "mail": "weekly"})
    assert "doc@qt.vn" not in access.audit.path.read_text("utf-8")
    for mail in ("", "x", "a@b", "a@b.vn\nBcc: c@d.vn", "a b@c.vn"):
        with pytest.raises(CchcError, match="địa chỉ thư"):
            access.people.wish(reader, Wishes(how_often=HowOften.DAILY, mail=mail))


def test_who_may_unlock_hears_that_somebody_asked(told: Told) -> None:
    locks.lock(told.office, LOCAL_OPERATOR, "2020")
    locks.ask_to_unlock(told.office, APPROVER, "2020", "đính chính")
    assert told.of(APPROVER).unlocks == ()
    other = Actor("khac", "Khác", Role.APPROVER.value)
    assert told.of(other, date(2026, 9, 22)).unlocks == ("2020",)
    assert any("mở khoá" in line for line in told.lines(other)["Chờ bạn duyệt"])


def test_the_word_file_says_what_the_page_says_twice_the_same(told: Told) -> None:
    desk = Desk.at(told.office, LEADER)
    made = views.as_word(desk, LOOKED_AT.isoformat())
    assert made == views.as_word(desk, LOOKED_AT.isoformat())
    words = [paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs]
    assert words[0].startswith("Bản tin tuần: Từ 14/9/2026")
    for title, lines in views.page(desk, LOOKED_AT.isoformat()).lists:
        assert title in words
        assert all(f"- {line}" in words for line in lines)


def test_the_days_before_a_day_end_with_the_entry_before_it(told: Told) -> None:
    assert last_before(told.office, date(2000, 1, 1)) == 0
    assert last_before(told.office, date(2100, 1, 1)) == told.office.version


@dataclass
class Box:
    """What a real mail server took."""

    port: int
    messages: list[tuple[str, Message]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 aiosmtpd's name
        self.messages.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)))
        return "250 OK"


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    held = Box(0)
    held.port = free_port()
    server = Controller(held, hostname="127.0.0.1", port=held.port)
    server.start()
    yield held
    server.stop()


def declared(folder: Path, **told: object) -> Path:
    usual: dict[str, object] = {"host": "127.0.0.1", "port": 25, "security": "none", "sender": "cchc@qt.vn"}
    lines = [f"{name} = {value!r}" for name, value in (usual | told).items()]
    (folder / "mail.toml").write_text("\n".join(lines), "utf-8")
    return folder / "mail.toml"


def test_mail_goes_once_a_week_to_who_asked_with_what_he_may_see(told: Told, box: Box, tmp_path: Path) -> None:
    access = access_of(told.office.settings)
    office = replace(
        told.office,
        settings=replace(
            told.office.settings,
            mail_file=declared(tmp_path, port=box.port, domains=["qt.vn"]),
            addresses=frozenset({"https://cchc.qt.vn"}),
        ),
    )
    for account, role, unit in (
        ("thu.ld", Role.LEADER, ""),
        ("thu.th", Role.UNIT, "TIN-HOC"),
        ("thu.q", Role.ADMIN, ""),
    ):
        access.accounts.add(LOCAL_OPERATOR, account, account)
        access.accounts.give(LOCAL_OPERATOR, account, role, unit)
        actor = access.accounts.actor(account)
        access.people.wish(actor, Wishes(how_often=HowOften.WEEKLY, mail=f"{account}@qt.vn"))
    access.people.speak("thu.th", "en")
    today = datetime.now(UTC).date()
    assert send_due(office, LOCAL_OPERATOR, today) == 2  # an administrator has nothing to be told
    assert send_due(office, LOCAL_OPERATOR, today) == 0
    got = {to: message.get_payload(decode=True).decode() for to, message in box.messages}  # type: ignore[union-attr]
    assert set(got) == {"thu.ld@qt.vn", "thu.th@qt.vn"}
    assert "Kiểm tra 4.2" in got["thu.ld@qt.vn"]
    assert "https://cchc.qt.vn/ban-tin" in got["thu.ld@qt.vn"]
    assert "Kinh tế" not in got["thu.th@qt.vn"]
    assert "Kính gửi" in got["thu.ld@qt.vn"]
    assert "Dear" in got["thu.th@qt.vn"]
    assert [line.account for line in access.audit.lines() if line.act == "mail"] == ["thu.ld", "thu.th"]
    early = Post(office, lambda: datetime(2026, 11, 30, 23, 0, tzinfo=UTC))  # six in the morning here
    assert early.look() == 0
    with pytest.raises(NotAllowedError):
        send_due(office, LEADER, today)


def test_a_server_that_takes_nothing_is_tried_again_and_breaks_nothing(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    access = access_of(told.office.settings)
    access.accounts.add(LOCAL_OPERATOR, "thu.lai", "Thử lại")
    access.accounts.give(LOCAL_OPERATOR, "thu.lai", Role.LEADER)
    access.people.wish(access.accounts.actor("thu.lai"), Wishes(how_often=HowOften.DAILY, mail="lai@qt.vn"))
    office = replace(told.office, settings=replace(told.office.settings, mail_file=declared(tmp_path, port=1)))
    assert send_due(office, LOCAL_OPERATOR, datetime.now(UTC).date()) == 0
    assert access.people.sent("thu.lai") == ""
    monkeypatch.setattr(smtplib, "SMTP", lambda *_args, **_named: pytest.fail("mail went out"))
    held = replace(told.office.settings, mail_file=declared(tmp_path, domains=["example.vn"]))
    assert send_due(replace(told.office, settings=held), LOCAL_OPERATOR, datetime.now(UTC).date()) == 0


@pytest.mark.parametrize(
    "told_file", [{"host": "mail.qt.vn"}, {"security": "open"}, {"host": "mail.qt.vn", "security": "none"}]
)
def test_a_server_in_the_open_elsewhere_is_refused(tmp_path: Path, told_file: dict[str, object]) -> None:
    settings = replace(settings_at(tmp_path), mail_file=declared(tmp_path, **told_file))
    with pytest.raises(CchcError, match="security"):
        mail_server(settings)


def test_the_command_line_tells_the_same(
    told: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CCHC_DATA_DIR", str(told.office.settings.data_dir))
    assert cli.main(["digest", "--on", LOOKED_AT.isoformat()]) == 0
    printed = capsys.readouterr().out
    view = views.page(Desk.at(told.office, LOCAL_OPERATOR), LOOKED_AT.isoformat())
    for _, lines in view.lists[2:5]:
        assert all(line in printed for line in lines)


def test_what_ships_is_one_line_and_names_no_file(shipped: Desk) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    (figures,) = [lines for title, lines in views.page(shipped, tomorrow).lists if title == "Số liệu mới"]
    assert len(figures) == 1 and figures[0].startswith("Số liệu đã công bố kèm theo phần mềm: ")
    assert ".csv" not in figures[0]
