"""Who shares a view with whom."""

from cchc_metrics.model import Actor
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.cache import remembered, shared


def test_those_with_the_same_rights_share_a_view_that_names_none_of_them(shipped_office: Office) -> None:
    asked_by: list[Actor] = []

    def built(desk: Desk, _: tuple[()]) -> tuple[str, ...]:
        asked_by.append(desk.actor)
        return (desk.actor.name,)

    def seen_by(name: str, role: str) -> tuple[str, ...]:
        return shared(built, Desk.at(shipped_office, Actor(name.lower(), name, role)), ())

    first = seen_by("Lan", "leader")
    assert seen_by("Minh", "leader") is first == ("",)
    assert seen_by("Hoa", "unit:HC-TC") is not first and seen_by("An", "unit:KT") is not seen_by("Hoa", "unit:HC-TC")
    assert asked_by == [Actor("", "", role) for role in ("leader", "unit:HC-TC", "unit:KT")]


def test_a_view_of_one_s_own_is_built_for_each(shipped_office: Office) -> None:
    def built(desk: Desk, _: tuple[()]) -> tuple[str, ...]:
        return (desk.actor.name,)

    said = [remembered(built, Desk.at(shipped_office, Actor(name, name, "leader")), ()) for name in ("Lan", "Minh")]
    assert said == [("Lan",), ("Minh",)]
