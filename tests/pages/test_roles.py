"""Every page that is somebody's own draws for that person: no error, and nothing of others on it."""

import pytest

from cchc_metrics.access import Role
from cchc_metrics.access.places import may_open
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.navigation import ENTRIES
from tests.access.test_access_table import bearer
from tests.pages.conftest import OpenPage, shown

# One role of each kind of reading; the others read as one of them does.
ROLES = (Role.HEAD, Role.GUEST, Role.ADMIN, Role.APPROVER)
PAGES = [
    (role, entry.slug)
    for role in ROLES
    for entry in ENTRIES
    if may_open(bearer(role), entry.slug) and (role is not Role.APPROVER or entry.slug in ("tien-do", "tong-hop"))
]


@pytest.mark.parametrize(("role", "slug"), PAGES, ids=[f"{role}-{slug or 'first'}" for role, slug in PAGES])
def test_ones_own_page_draws(role: Role, slug: str, open_page: OpenPage, shipped_office: Office) -> None:
    seen = shown(open_page(shipped_office, slug, actor=bearer(role)))
    assert "cchc-head" in seen
    assert texts().shell.error_title not in seen, seen[:400]
    assert "không thuộc quyền" not in seen
