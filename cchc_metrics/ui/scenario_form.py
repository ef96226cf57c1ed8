"""Asking for a plan: parts to move, a goal and its terms; and keeping a plan, as a scenario or as targets."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import SCALE, Key
from cchc_metrics.services.office.clock import NOW
from cchc_metrics.services.office.desk import Desk, this_year
from cchc_metrics.services.planning.field import Place
from cchc_metrics.services.planning.scenarios import (
    TargetWish,
    Written,
    discard,
    save,
    target_entities,
    write_targets,
)
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import download, notice, page_link, section
from cchc_metrics.ui.components.markup import mark_of
from cchc_metrics.ui.faults import faults, lacking
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.state import choose, choose_many, write_text
from cchc_metrics.views.scenario.file import export
from cchc_metrics.views.scenario.page import (
    TARGET,
    ScenarioChoices,
    ScenarioView,
    Sought,
    Tried,
)
from cchc_metrics.views.scenario.sliders import PartOffer, slider_words
from cchc_metrics.views.targets import YEARS_AHEAD

SLUG = "kich-ban"
_MOVE = "nang-"
FORMS = Forms("scenario")
_key = FORMS.key
_STEPS = ("0", "0.01", "0.05", "0.1", "0.5")
SLIDER, NUMBER = "keo", "go"
_LARGEST = 1e6


def _years() -> int:
    """How long the others drift."""
    t = texts().scenario
    years = choose(t.years_ahead, ["1", "2", "3"], Key.AHEAD, format=lambda code: t.years_choice.format(years=code))
    return int(years)


def ask_moves(place: Place, offered: ScenarioChoices) -> Tried:
    """A slider or a field per part, each kept in the address."""
    t = texts().scenario
    names = {SLIDER: t.by_slider, NUMBER: t.by_number}
    how = choose(t.input_by, list(names), Key.TYPED_BY, format=lambda code: names[code], look="buttons")
    typed = [(part.code, _slider(part) if how == SLIDER else _field(part)) for part in offered.parts]
    return Tried(place, tuple((code, text) for code, text in typed if text and text != "0"), _years())


def _slider(part: PartOffer) -> str:
    """The slider of a part; a change between its marks that the address asks for becomes a mark of its own."""
    key = _MOVE + part.code
    options = list(part.options)
    held = str(st.session_state.get(key) or "")
    for asked in (*st.query_params.get_all(key)[:1], held):
        if asked and asked not in part.options and _size(asked) is not None:
            options = sorted({*options, asked}, key=lambda text: _size(text) or 0.0)
    return choose(part.label, options, key, "0", partial(_slider_words, part), look="slider")


def _slider_words(part: PartOffer, text: str) -> str:
    return part.options.get(text) or slider_words(part.exact, round((_size(text) or 0.0) * SCALE), part.best)


def _size(text: str) -> float | None:
    """A size as the address or a slider says it; None when it is no number that a score could have."""
    try:
        size = float(text.replace(",", "."))
    except ValueError:
        return None
    return size if abs(size) < _LARGEST else None


def _field(part: PartOffer) -> str:
    return write_text(part.typed_label, _MOVE + part.code, placeholder="0,5")


def ask_goal(place: Place, offered: ScenarioChoices) -> Sought:
    """The goal and its terms."""
    t = texts().scenario
    kinds = {TARGET: t.goal_target} if offered.targets else {}
    kinds |= {"rank": t.goal_rank} if offered.ranks else {}
    kinds |= {"group": t.goal_group} if offered.groups else {}
    kinds |= {"value": t.goal_value}
    kind = choose(t.goal, list(kinds), Key.AIM, format=lambda code: kinds[code], look="buttons")
    if kind == TARGET:
        goal = choose(t.target_field, list(offered.targets), Key.TARGET, format=lambda code: offered.targets[code])
    elif kind == "rank":
        goal = choose(t.goal_rank, list(offered.ranks), Key.RANK, "5", lambda code: offered.ranks[code])
    elif kind == "group":
        goal = choose(t.goal_group, list(offered.groups), Key.PEERS, format=lambda code: offered.groups[code])
    else:
        goal = write_text(t.value_field.format(unit=offered.unit), Key.TOTAL, placeholder="45,5")
    aims = dict(t.aims)
    aim = choose(t.aim, list(aims), Key.FAVOUR, format=lambda code: aims[code])
    caps = {"attainable": t.cap_attainable, "best": t.cap_best, "max": t.cap_max}
    cap = choose(t.cap, list(caps), Key.CAP, format=lambda code: caps[code])
    step = choose(t.step, _STEPS, Key.STEP, format=_step_words)
    fixed = choose_many(
        t.fixed, list(offered.names), Key.KEEP, format=lambda code: offered.names[code], placeholder=t.fixed_none
    )
    efforts = write_text(t.efforts, Key.EFFORT, help=t.efforts_help) if aim == "effort" else ""
    return Sought(place, kind, goal, aim, cap, float(step), fixed, efforts, _years())


def _step_words(code: str) -> str:
    t = texts().scenario
    return t.step_any if code == "0" else t.step_points.format(step=fmt.plain(float(code)))


def address_of(place: Place, gains: Mapping[str, str]) -> dict[str, str]:
    """The address that opens these moves among the tried ones."""
    base = {Key.INDEX: place.index, Key.PERIOD: place.period, Key.PROVINCE: place.entity, Key.NODE: place.parent}
    return base | {_MOVE + code: text for code, text in gains.items()}


def keep(desk: Desk, place: Place, offered: ScenarioChoices, view: ScenarioView) -> None:
    """Save under a name, open saved ones, take the table away, turn into targets."""
    t = texts().scenario
    gains = dict(view.exact)
    if not offered.saved:
        notice(t.saved_none.format(name=desk.catalogue.name_of(place.entity), index=place.index, period=place.period))
    for name, moves in offered.saved.items():
        page_link(SLUG, t.open_saved.format(name=name), **address_of(place, moves))
    if not closed_in_the_past(desk):
        _save_form(desk, place, gains)
        if offered.saved:
            _discard_form(desk, place, list(offered.saved))
    file_name = f"{view.png_name}-{desk.office.version}-{mark_of(*(part for move in view.gains for part in move))}.xlsx"
    download(t.export, partial(export, desk, place, gains), file_name, key="tai-kich-ban")
    if desk.clock == NOW:
        section(t.targets_section, t.targets_lead)
        _target_form(desk, place, gains)


def _save_form(desk: Desk, place: Place, gains: Mapping[str, int]) -> None:
    t = texts().scenario
    with st.form(_key("luu"), border=False):
        with st.container(horizontal=True, gap="small"):
            name = st.text_input(t.name_field, key=_key("ten")) or ""
            note = st.text_input(t.note_field, key=_key("ghi-chu")) or ""
        pressed = st.form_submit_button(t.save, type="primary")
    if pressed and not lacking([(t.name_field, _key("ten"), name)]):
        _written(partial(save, desk, place, gains, name, note), lambda seq: t.saved.format(name=name.strip(), seq=seq))


def _discard_form(desk: Desk, place: Place, names: Sequence[str]) -> None:
    t = texts().scenario
    with st.expander(t.delete_section), st.form(_key("xoa"), border=False):
        name = (
            st.selectbox(t.delete_choose, names, key=_key("xoa-ten"), placeholder=texts().shell.select_placeholder)
            or ""
        )
        reason = st.text_input(t.delete_reason, key=_key("xoa-ly-do")) or ""
        pressed = st.form_submit_button(t.delete)
    if not pressed or lacking([(t.delete_reason, _key("xoa-ly-do"), reason)]):
        return
    _written(lambda: Written(discard(desk, place, name, reason)), lambda seq: t.deleted.format(name=name, seq=seq))


def _target_form(desk: Desk, place: Place, gains: Mapping[str, int]) -> None:
    t, words = texts().scenario, texts().targets
    now = int(this_year(desk))
    years = [str(year) for year in range(now, now + YEARS_AHEAD + 1)]
    year = choose(t.target_year, years, Key.TARGET_YEAR)
    holders = {info.id: info.name for info in target_entities(desk, place, year)}
    if not holders:
        notice(t.no_target_entity.format(year=year, entity=desk.catalogue.name_of(place.entity)), "warning")
        return
    with st.form(_key("muc-tieu"), border=False):
        entity = st.selectbox(
            t.target_entity,
            list(holders),
            format_func=lambda code: holders[code],
            key=_key(f"don-vi-{year}"),
            placeholder=texts().shell.select_placeholder,
        )
        basis = st.text_input(words.legal_basis_required, key=_key("can-cu"), placeholder=words.legal_basis_example)
        sure = st.checkbox(t.target_confirm, key=_key("xac-nhan"))
        pressed = st.form_submit_button(t.target_save)
    if not pressed or lacking([(words.legal_basis_required, _key("can-cu"), basis)]):
        return
    if not sure:
        faults([(t.target_unconfirmed, _key("xac-nhan"))])
        return
    wish = TargetWish(place, gains, entity or "", year, basis or "")
    _written(partial(write_targets, desk, wish), lambda seq: t.targets_saved.format(seq=seq))


def _written(write: Callable[[], Written], words: Callable[[int], str]) -> None:
    """Write, and say what came of it: on the next run when something was written."""
    with refusals():
        done = write()
        for problem in done.problems:
            notice(problem, "warning")
        if done.entry is not None:
            FORMS.done(words(done.entry.seq))
        if not done.problems:
            notice(texts().scenario.targets_unchanged)
