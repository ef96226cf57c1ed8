"""Every cell of the table of roles: through the service, the page and the command line."""

import importlib
import inspect
from typing import Any
from unittest.mock import MagicMock

import pytest

from cchc_metrics.access.people import Deed, Role
from cchc_metrics.access.places import may_open
from cchc_metrics.errors import NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui import session
from cchc_metrics.ui.navigation import ENTRIES
from tests.access_table import ACCESS_TABLE, Service, access_table, services
from tests.pages.conftest import OpenPage, empty_office, open_page, shown

__all__ = ["empty_office", "open_page"]

SERVICES = [one for one in services() if one.deeds is not None]
UNIT_ROLES = (Role.HEAD, Role.UNIT)


def bearer(role: Role) -> Actor:
    return Actor("lan", "Lan", f"{role}:TCD" if role in UNIT_ROLES else role.value)


def forgetful() -> MagicMock:
    """An office that keeps no answer: every question is asked."""
    office = MagicMock()
    for kept in (office.kept.answers, office.kept.facts):
        kept.answer.side_effect = lambda _asked, make: make()
    return office


def is_let_in(service: Service, actor: Actor) -> bool:
    """Call a service as somebody, with nothing in hand: it refuses before it looks at anything else, or stumbles."""
    called = getattr(importlib.import_module(service.module), service.name)
    given: dict[str, Any] = {
        name: "TCD" if name in ("unit_id", "unit") else MagicMock(unit_id="TCD")
        for name, one in inspect.signature(called).parameters.items()
        if one.default is inspect.Parameter.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    }
    given |= {"actor": actor} if "actor" in given else {}
    given |= {"desk": Desk(forgetful(), actor, MagicMock())} if "desk" in given else {}
    # Some take the desk by its place alone.
    desk = [given.pop("desk")] if next(iter(given), "") == "desk" else []
    try:
        called(*desk, **given)
    except NotAllowedError:
        return False
    except Exception:
        return True
    return True


@pytest.mark.parametrize("role", list(Role))
def test_each_service_lets_in_whom_the_table_names_and_nobody_else(role: Role) -> None:
    assert len(SERVICES) > 50
    let_in = {f"{one.module}.{one.name}" for one in SERVICES if is_let_in(one, bearer(role))}
    assert let_in == {f"{one.module}.{one.name}" for one in SERVICES if one.is_for(role)}


def test_the_operator_of_a_single_machine_is_let_in_everywhere() -> None:
    operator = Actor("local", "x", "operator")
    assert [one.name for one in SERVICES if not is_let_in(one, operator)] == []


def test_the_document_is_that_of_the_code() -> None:
    assert ACCESS_TABLE.read_text("utf-8") == access_table(), "run: python tasks.py docs"


@pytest.mark.parametrize("role", list(Role))
def test_a_deep_link_to_a_page_of_others_answers_in_one_sentence(
    role: Role, open_page: OpenPage, empty_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entry in ENTRIES:
        if may_open(bearer(role), entry.slug) or not entry.slug:
            continue
        page = open_page(empty_office, entry.slug, actor=bearer(role))
        assert "không thuộc quyền" in shown(page), entry.slug
        assert not page.main.get("button"), entry.slug


@pytest.mark.parametrize("role", [Role.UNIT, Role.ADMIN, Role.GUEST])
def test_the_menu_holds_ones_own_pages(role: Role) -> None:
    own = {entry.slug for entry in ENTRIES if may_open(bearer(role), entry.slug)}
    expected = {
        Role.UNIT: {"tien-do", "nop-bao-cao", "chi-tieu"},
        Role.ADMIN: {"tinh-trang"},
        Role.GUEST: {"", "xep-hang", "xu-huong", "tra-cuu", "sap-xep-tinh", "ban-do", "doi-chieu", "phuong-phap"},
    }
    assert own >= expected[role]
    assert session.visitor is not None
    assert not any(may_open(bearer(role), slug) for slug in ("nap-du-lieu", "muc-tieu", "tong-hop"))
    assert Deed.ENTER in Deed
