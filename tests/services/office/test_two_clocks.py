"""A past day is looked at by two clocks: what the system knew then, and what had been published by then."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics import cli, storage
from cchc_metrics.access import LOCAL_OPERATOR, Deed, may
from cchc_metrics.errors import ConflictError, NotAllowedError
from cchc_metrics.schema import SCORES, SOURCES, TARGETS
from cchc_metrics.services.indices.explore import Query, find
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.indices.targets import TargetForm, TargetKey, save
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.clock import NOW, Clock, ClockKind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.happenings import keep_for
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.storage import Store
from cchc_metrics.views.kit.clock import clock_view
from cchc_metrics.views.origin.page import OriginFilters, page
from cchc_metrics.views.records import ranking as answers
from tests.services.intake.test_intake_path import score as score_row
from tests.services.intake.test_intake_path import workbook
from tests.stopped_clock import on
from tests.storage.builders import ACTOR, put, score, settings_in

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(settings_in(tmp_path / "data"))
    yield opened
    opened.close()


def release(source: str, day: date | None = None, corrects: str | None = None, op: str = "add") -> dict[str, object]:
    return {"op": op, "source": source, "published_on": day, "corrects": corrects}


def published(store: Store, day: date) -> dict[str, float]:
    frame = storage.published(store, SCORES, day)
    return dict(zip(frame["entity_id"], frame["value"], strict=True))


# -- as the system knew -------------------------------------------------------------------------------------------
CELLS = ("A", "B")
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),  # days since the step before
        st.integers(0, 23),
        st.one_of(
            st.fixed_dictionaries({cell: st.sampled_from(["leave", "remove", 1.0, 2.5]) for cell in CELLS}),
            st.integers(1, 4),  # undo of that entry
        ),
    ),
    min_size=1,
    max_size=5,
)


def _rows(store: Store, wishes: Mapping[str, object]) -> list[dict[str, object]]:
    held = set(store.facts(SCORES)["entity_id"])
    rows = []
    for cell, wish in wishes.items():
        if wish == "remove" and cell in held:
            rows.append(score(cell, None, "remove"))
        elif isinstance(wish, float):
            rows.append(score(cell, wish, "change" if cell in held else "add"))
    return rows


def _step(store: Store, wish: object) -> None:
    if isinstance(wish, dict):
        put(store, *_rows(store, wish))
    elif isinstance(wish, int) and wish <= store.version:
        try:
            store.undo(wish, ACTOR, "")
        except ConflictError:
            assert store.read_only_reason is None


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_as_known_on_a_day_is_what_an_office_stopped_that_evening_would_show(
    steps: list[tuple[int, int, object]],
) -> None:
    with TemporaryDirectory() as folder, closing(Store.open(settings_in(Path(folder)))) as store:
        day, evenings = MAY, {MAY - timedelta(days=1): store.facts(SCORES, provenance=True)}
        for later, hour, wish in steps:
            for passed in range(later):
                evenings[day + timedelta(days=passed)] = store.facts(SCORES, provenance=True)
            day += timedelta(days=later)
            with on(day, hour):
                _step(store, wish)
        evenings[day] = store.facts(SCORES, provenance=True)
        for evening, expected in evenings.items():
            seq = store.last_on(evening)
            assert store.facts(SCORES, provenance=True, as_known_at=seq).equals(expected)


def test_a_day_ends_at_midnight_of_the_office_and_not_of_utc(store: Store) -> None:
    with on(MAY, 23):
        put(store, score("A", 1.0))
    with on(MAY + timedelta(days=1), 0):
        put(store, score("A", 2.0, "change"))
    # 00:00 on 2 May at the office is still 1 May in UTC.
    assert store.last_on(MAY) == 1
    assert store.last_on(MAY - timedelta(days=1)) == 0


def corrected(office: Office) -> None:
    """Quảng Trị's D1 of PAPI 2024 corrected upwards, far in the future of the shipped facts."""
    plan = intake.plan(office, LOCAL_OPERATOR, "dinh-chinh.xlsx", workbook([score_row("9,5")]))
    with on(date(2099, 5, 1)):
        storing.commit(office, LOCAL_OPERATOR, plan, "đính chính")


KNOWN_BEFORE = Clock(ClockKind.KNOWN, date(2099, 4, 30))
D1 = OriginFilters("PAPI", "2024", "D1", "P63-45", "published")


def test_every_answer_goes_back_to_the_day_before_a_correction(stocked: Office) -> None:
    now = Desk.at(stocked, LOCAL_OPERATOR)
    before = answers.ranking(now, "PAPI", "2024", "D1"), answers.trend(now, "PAPI", "P63-45", "D1")
    shortfall = answers.shortfall(now, "PAPI", "2024", "P63-45")
    corrected(stocked)
    fresh, past = Desk.at(stocked, LOCAL_OPERATOR), Desk.at(stocked, LOCAL_OPERATOR, KNOWN_BEFORE)
    assert answers.ranking(fresh, "PAPI", "2024", "D1")[0]["name"] == "Quảng Trị (cũ)"
    assert (answers.ranking(past, "PAPI", "2024", "D1"), answers.trend(past, "PAPI", "P63-45", "D1")) == before
    assert answers.shortfall(past, "PAPI", "2024", "P63-45") == shortfall
    query = Query(("PAPI",), ("2024",), ("D1",), ("P63-45",))
    assert [find(desk, query)["value"].iloc[0] for desk in (fresh, past)] == [9.5, 5.480993]


def test_the_origin_of_a_past_figure_is_the_file_of_then(stocked: Office) -> None:
    corrected(stocked)
    past = page(Desk.at(stocked, LOCAL_OPERATOR, KNOWN_BEFORE), D1)
    assert past.file_name == "papi_dimension.csv"
    assert past.table is not None
    assert len(past.table.rows) == 1
    assert page(Desk.at(stocked, LOCAL_OPERATOR), D1).file_name == "dinh-chinh.xlsx"


def test_before_the_first_upload_nothing_is_known_and_that_is_said(shipped_office: Office) -> None:
    past = Desk.at(shipped_office, LOCAL_OPERATOR, Clock(ClockKind.KNOWN, date(2000, 1, 1)))
    assert past.catalogue.indices() == ()
    assert past.facts(SCORES).empty
    assert "chưa có số liệu nào" in clock_view(past).whole


def test_nothing_is_stored_by_somebody_who_looks_at_the_past(stocked: Office) -> None:
    past = Desk.at(stocked, LOCAL_OPERATOR, KNOWN_BEFORE)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "dinh-chinh.xlsx", workbook([score_row("9,5")]))
    key = TargetKey("P63-45", "PAPI", "TOTAL", "2025", "value")
    version = stocked.version
    with pytest.raises(NotAllowedError, match="ngày đã qua"):
        storing.commit(stocked, past.actor, plan, "đính chính")
    with pytest.raises(NotAllowedError, match="ngày đã qua"):
        storing.undo(stocked, past.actor, 1, "thử")
    with pytest.raises(NotAllowedError, match="ngày đã qua"):
        keep_for(past, 400)
    with pytest.raises(NotAllowedError, match="ngày đã qua"):
        save(past, TargetForm(key, "45", "kế hoạch"))
    assert stocked.version == version
    reading = {Deed.ENTER, Deed.READ, Deed.READ_ALL, Deed.READ_REPORTS, Deed.DOWNLOAD, Deed.AUDIT}
    assert {deed for deed in Deed if may(past.actor, deed)} == reading
    assert may(past.actor, Deed.DOWNLOAD)


def test_a_past_needs_a_day_and_a_present_has_none() -> None:
    with pytest.raises(ValueError, match="known"):
        Clock(ClockKind.KNOWN)
    with pytest.raises(ValueError, match="now"):
        Clock(ClockKind.NOW, MAY)
    assert Clock() == NOW


# -- as published -------------------------------------------------------------------------------------------------
def test_a_figure_appears_on_the_day_its_source_came_out_however_late_it_was_loaded(store: Store) -> None:
    put(store, release("S1", MAY), kind=SOURCES)
    with on(JULY):
        put(store, score("A", 1.0, source="S1"))
    assert published(store, MAY - timedelta(days=1)) == {}
    assert published(store, MAY) == {"A": 1.0}


def test_a_correction_holds_from_its_own_day_and_the_old_value_before_it(store: Store) -> None:
    put(store, release("S1", MAY), release("S2", JUNE, "S1"), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"), score("B", 5.0, source="S1"))
    put(store, score("A", 1.5, "change", source="S2"))
    assert published(store, JUNE - timedelta(days=1)) == {"A": 1.0, "B": 5.0}
    assert published(store, JUNE) == {"A": 1.5, "B": 5.0}


def test_the_uncorrected_file_loaded_again_does_not_overturn_the_correction(store: Store) -> None:
    put(store, release("S1", MAY), release("S2", JUNE, "S1"), release("S3", JULY, "S2"), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"))
    put(store, score("A", 3.0, "change", source="S3"))
    put(store, score("A", 1.0, "change", source="S1"))
    assert published(store, JUNE) == {"A": 1.0}
    # S3 corrects S2, which corrects S1: a correction of a correction counts.
    assert published(store, JULY) == {"A": 3.0}


def test_two_releases_that_correct_each_other_go_by_what_was_recorded_last(store: Store) -> None:
    put(store, release("S1", MAY, "S2"), release("S2", MAY, "S1"), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"))
    put(store, score("A", 2.0, "change", source="S2"))
    assert published(store, MAY) == {"A": 2.0}


def test_a_figure_of_unknown_day_is_left_out_and_counted(store: Store) -> None:
    put(store, release("S1", MAY), release("S0"), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"), score("B", 2.0, source="S0"), score("C", 3.0, source="unlisted"))
    put(store, score("D", 4.0))
    assert published(store, JULY) == {"A": 1.0}
    assert storage.undated(store, SCORES) == 3


def test_what_an_undo_took_back_was_never_published(store: Store) -> None:
    put(store, release("S1", MAY), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"))
    put(store, score("A", 9.0, "change", source="S1"), score("B", 9.0, source="S1"))
    store.undo(3, ACTOR, "nhầm tệp")
    assert published(store, MAY) == {"A": 1.0}
    store.undo(4, ACTOR, "đúng tệp")
    assert published(store, MAY) == {"A": 9.0, "B": 9.0}


def test_conditions_narrow_what_was_published(store: Store) -> None:
    put(store, release("S1", MAY), kind=SOURCES)
    put(store, score("A", 1.0, source="S1"), score("B", 2.0, source="S1"))
    found = storage.published(store, SCORES, MAY, {"entity_id": ["B"]}, reading=storage.Reading(provenance=True))
    assert (list(found["value"]), list(found["seq_from"])) == ([2.0], [2])
    assert list(found.columns[:3]) == list(store.facts(SCORES).columns[:3])


def test_the_published_clock_moves_scores_alone_and_says_what_it_leaves_out(shipped_office: Office) -> None:
    past = Desk.at(shipped_office, LOCAL_OPERATOR, Clock(ClockKind.PUBLISHED, MAY))
    now = Desk.at(shipped_office, LOCAL_OPERATOR)
    held, all_held = past.facts(SCORES), now.facts(SCORES)
    papi = held[held["index_code"] == "PAPI"]
    # The days of PAPI 2011, 2012 and 2014 are not known; those of every later year are.
    assert set(papi["period_id"]) == {"2013", *map(str, range(2015, 2025))}
    assert len(all_held) - len(held) == storage.undated(shipped_office.store, SCORES) > 0
    early = Desk.at(shipped_office, LOCAL_OPERATOR, Clock(ClockKind.PUBLISHED, date(2023, 4, 15)))
    assert set(early.facts(SCORES)["period_id"]) <= {str(year) for year in range(2011, 2023)}
    assert past.facts(TARGETS).equals(now.facts(TARGETS))
    assert past.catalogue.indices() == now.catalogue.indices()
    assert "chưa rõ ngày công bố" in clock_view(past).whole


def test_the_standing_of_a_published_day_ranks_what_was_out_by_then(stocked: Office) -> None:
    source = "CECODES, RTA và UNDP, papi.org.vn"
    put(stocked.store, release(source, MAY, op="change"), kind=SOURCES)
    past = Desk.at(stocked, LOCAL_OPERATOR, Clock(ClockKind.PUBLISHED, MAY))
    row = standing(past, Question("PAPI", "2024")).row("P63-45")
    assert row is not None
    assert (row["rank"], row["n_ranked"]) == (14, 61)
    early = Desk.at(stocked, LOCAL_OPERATOR, Clock(ClockKind.PUBLISHED, MAY - timedelta(days=1)))
    assert early.catalogue.periods("PAPI") == ()


# -- without a screen ---------------------------------------------------------------------------------------------
def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_line_looks_at_a_past_day(
    stocked: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    corrected(stocked)
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    ranking = ("ranking", "--index", "PAPI", "--period", "2024", "--node", "D1")
    assert "9,5  Quảng Trị (cũ)" in run(capsys, *ranking)[1]
    code, out, err = run(capsys, *ranking, "--known-on", "2099-04-30")
    assert (code, "9,5  Quảng Trị" in out, "5,480993  Quảng Trị" in out) == (0, False, True)
    assert "như hệ thống biết ngày 30/4/2099" in err
    # A file whose source has no day counts from the day of its index year: PAPI 2024 came out on 15/4/2025.
    assert run(capsys, *ranking, "--published-on", "2025-04-14")[0] == 1
    code, out, _ = run(capsys, *ranking, "--published-on", "2025-04-15")
    assert (code, "9,5  Quảng Trị" in out) == (0, True)
    entity = ("--index", "PAPI", "--entity", "P63-45", "--node", "D1", "--known-on", "2099-04-30")
    assert "2024  5,480993" in run(capsys, "trend", *entity)[1]
    parts = ("shortfall", "--index", "PAPI", "--period", "2024", "--entity", "P63-45", "--known-on", "2099-04-30")
    assert "D1  5,480993/10" in run(capsys, *parts)[1]
    target = tmp_path / "d1.csv"
    asked = ("--index", "PAPI", "--node", "D1", "--period", "2024", "--format", "csv", "--out", str(target))
    assert run(capsys, "export", *asked, "--known-on", "2099-04-30")[0] == 0
    assert "9,5" not in target.read_text(encoding="utf-8-sig")


def test_an_original_is_removed_without_a_screen(
    stocked: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected(stocked)
    seq = stocked.version
    stocked.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(stocked.settings.data_dir))
    assert run(capsys, "remove-original", str(seq), "--reason", " ")[0] == 1
    code, out, _ = run(capsys, "remove-original", str(seq), "--reason", "có số căn cước", "--json")
    assert (code, json.loads(out)["removes"]) == (0, [seq])
    code, out, _ = run(capsys, "verify")
    assert code == 0
    assert "có số căn cước" in out
