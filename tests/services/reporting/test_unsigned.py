"""A consolidated report that can be signed waits for the leader who signs, on the first page and in the digest."""

from dataclasses import replace
from datetime import date

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.wishes import Seen
from cchc_metrics.model import Actor
from cchc_metrics.schema import DUE_DATE_CHANGES, DUE_DAYS, REPORT_EVENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.documents.signing import SignForm, sign
from cchc_metrics.services.reporting.documents.unsigned import Unsigned, waiting_to_sign
from cchc_metrics.views import digest as digests
from cchc_metrics.views.overview import today
from tests.reporting_office import DUE, FORM, LOOKED_AT, PERIOD, event, keep

SIGNS = Actor("chanh", "Chánh Văn phòng", Role.APPROVING_LEADER.value)
READS = Actor("pho", "Phó Chánh Văn phòng", Role.LEADER.value)
LINE = "Báo cáo tổng hợp Quý III/2026 chờ ký: đã tiếp nhận báo cáo của "


def waiting(office: Office, actor: Actor = SIGNS, day: date = LOOKED_AT) -> tuple[Unsigned, ...]:
    return waiting_to_sign(Desk.at(office, actor), day)


def accept_all(office: Office) -> None:
    """Every unit's report of the period is accepted; the one that sent nothing is exempt."""
    sent = {"HC-TC": 2, "TCD": 2, "PV-HCC": 2, "TIN-HOC": 4, "KT": 2, "TT-HN": 2}
    keep(office, REPORT_EVENTS, [event("TIN-HOC", 3, "submitted", LOOKED_AT)])
    keep(office, REPORT_EVENTS, [event(unit, number, "accepted", LOOKED_AT) for unit, number in sent.items()])
    told = {"unit_id": "NOI-CHINH", "form_code": FORM, "period_id": PERIOD, "change": "exemption"}
    keep(office, DUE_DATE_CHANGES, [{**told, "reason": "thử", "allowed_by": "A", "decided_on": LOOKED_AT}])


def test_it_waits_once_all_reports_are_accepted_and_no_longer_once_it_is_signed(own: Office) -> None:
    assert waiting(own) == ()
    accept_all(own)
    (one,) = waiting(own)
    assert (one.form, one.period, one.accepted, one.owed, one.due) == (FORM, PERIOD, 6, 6, None)
    assert waiting(own, READS) == ()
    sign(Desk.at(own, LOCAL_OPERATOR), SignForm(PERIOD, FORM, "9/BC", LOOKED_AT, "A", reason="thử"))
    assert waiting(own) == ()


def test_from_the_offices_own_due_date_on_it_waits_with_what_came_in(own: Office) -> None:
    keep(own, DUE_DAYS, [{"link": "office", "window_code": "Q3", "year_from": 2022, "due_day": 20}])
    assert waiting(own, day=DUE) == ()
    (one,) = waiting(own)
    assert (one.accepted, one.owed, one.due) == (0, 7, date(2026, 9, 20))


def test_who_signs_reads_it_first_on_the_first_page_and_in_the_digest(own: Office) -> None:
    before = own.version
    accept_all(own)
    desk = Desk.at(own, SIGNS)
    access_of(own.settings).people.saw(SIGNS.id, Seen(before, DUE.isoformat()))
    (_, decisions), *_ = today(desk, LOOKED_AT.isoformat()).lists
    assert decisions[0] == f"{LINE}6/6 đơn vị."
    assert f"{LINE}6/6 đơn vị" in today(desk, LOOKED_AT.isoformat()).first
    assert not any(
        LINE in line for _, lines in today(Desk.at(own, READS), LOOKED_AT.isoformat()).lists for line in lines
    )
    told = dict(digests.page(desk, LOOKED_AT.isoformat()).lists)
    assert told["Chờ bạn duyệt"] == (f"{LINE}6/6 đơn vị",)
    newest = digests.digest(desk, before, DUE, LOOKED_AT)
    assert list(replace(newest, entries={}, reports={}).newest()) == [newest.unsigned[0].seq]
