"""Digests by mail: to whom one is due, each with what that person may see; beside the work, once an hour."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from threading import Event, Thread
from zoneinfo import ZoneInfo

from cchc_metrics.access import Deed, require
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.wishes import HowOften
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import OFFICIAL, speaking
from cchc_metrics.model import Actor
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.mail import MailServer, mail_server, send
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.digest import last_before
from cchc_metrics.views.digest import as_text

logger = logging.getLogger(__name__)

_AFTER_START, _BETWEEN = timedelta(minutes=10), timedelta(hours=1)
_EARLIEST_HOUR = 7
_DAYS = {HowOften.WEEKLY: 7, HowOften.DAILY: 1}


class Post:
    """The digests of a process. now: in any zone."""

    def __init__(self, office: Office, now: Callable[[], datetime] = lambda: datetime.now().astimezone()) -> None:
        self._office, self._now, self._over = office, now, Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin; once is enough. Nothing begins where no mail server is declared."""
        if self._thread is None and self._office.settings.mail_file is not None:
            self._thread = Thread(target=self._run, name="post", daemon=True)
            self._thread.start()

    def look(self) -> int:
        """Send what is due; how many went. What fails is logged and tried again at the next look."""
        moment = self._now().astimezone(ZoneInfo(self._office.settings.timezone))
        return _sent(self._office, moment.date()) if moment.hour >= _EARLIEST_HOUR else 0

    def _run(self) -> None:
        wait = _AFTER_START
        while not self._over.wait(wait.total_seconds()):
            self.look()
            wait = _BETWEEN


def send_due(office: Office, actor: Actor, day: date) -> int:
    """Send the digests that are due on a day; how many went. Raises NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    return _sent(office, day)


def _sent(office: Office, day: date) -> int:
    try:
        server = mail_server(office.settings)
    except CchcError as error:
        logger.warning("no digest was sent: %s", error)
        return 0
    if server is None:
        return 0
    accounts = [one.id for one in access_of(office.settings).accounts.all() if not one.disabled]
    return sum(_to(office, server, account, day) for account in accounts)


def _to(office: Office, server: MailServer, account: str, day: date) -> bool:
    access = access_of(office.settings)
    wishes = access.people.wishes(account)
    period = f"{day:%G-W%V}" if wishes.how_often is HowOften.WEEKLY else day.isoformat()
    if wishes.how_often is HowOften.NEVER or not wishes.mail or access.people.sent(account) == period:
        return False
    actor, since = access.accounts.actor(account), day - timedelta(days=_DAYS[wishes.how_often])
    if not actor.role:
        return False
    try:
        desk, spoken = Desk.at(office, actor), access.people.language(account) or OFFICIAL
        with speaking(spoken, desk.catalogue.names_in(spoken)):
            subject, text = as_text(desk, last_before(office, since), since, day)
        if text:
            send(server, wishes.mail, subject, text)
    except CchcError as error:
        logger.warning("no digest went to %s: %s", account, error)
        return False
    access.people.note_sent(account, period)
    if text:
        access.audit.record(Kept.MAIL, actor, about="digest", text=period)
    return bool(text)
