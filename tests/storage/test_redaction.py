"""A personal value taken out of history: nothing of it is left, everything else is, and what was done can be proved."""

import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, ConflictError
from cchc_metrics.model import Action, Finding, Severity
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, backup, lines, rebuild, redacting, redaction, repair, restore, verify
from cchc_metrics.storage.aside import Reason, keep_bytes
from cchc_metrics.storage.seal import Seal
from cchc_metrics.storage.spelling import wanted
from tests.storage.builders import ACTOR, plan_of, prints, put, score, settings_in

pytestmark = pytest.mark.usefixtures("few_kinds")

CITIZEN = "045099001234"
NOTE = f"Bà Lê Thị B, CCCD {CITIZEN}, nộp ngày 12/3"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = settings_in(tmp_path / "data")
    return Settings(**{**_fields(settings), "key_file": tmp_path / "keys" / "journal.key"})


def _fields(settings: Settings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in ("data_dir", "reference_dir", "reader")}


def named(settings: Settings) -> Store:
    """A citizen's number in facts old and new, in a note, a finding, a file name and two files."""
    store = Store.open(settings)
    put(store, score("A", 1.0, note="không có gì"), score("B", 2.0))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as workbook:
        workbook.writestr("xl/sharedStrings.xml", f"<si><t>{NOTE}</t></si>" * 50)
    told = Finding("personal_citizen", Severity.WARNING, f"Ô H2 có số {CITIZEN}", "Sheet1", "H2", CITIZEN)
    plan = plan_of(store, [score("A", 1.5, "change", note=NOTE), score("C", 3.0)], original=packed.getvalue())
    store.commit(_with(plan, findings=(told,), file_name=f"diem {CITIZEN}.xlsx"), ACTOR, f"theo giấy {CITIZEN}")
    put(store, score("A", 1.75, "change", note="đã sửa"), action=Action.EDIT)
    put(store, score("C", 3.5, "change", note=f"{CITIZEN}; {CITIZEN}"))
    store.undo(3, ACTOR, "nhầm")
    return store


def _with(plan: object, **others: object) -> object:
    from dataclasses import replace

    return replace(plan, **others)  # type: ignore[type-var]


def traces(folder: Path, text: str) -> list[str]:
    """Every place of a closed data folder where the text can be read, spelled out or packed."""
    return [place for place, data in _readable(folder) if text.encode() in data]


def _readable(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if not file.is_file():
            continue
        data = file.read_bytes()
        yield str(file), data
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as packed:
                for name in packed.namelist():
                    yield f"{file}:{name}", _decoded(packed.read(name))
        elif file.suffix == ".duckdb":
            with duckdb.connect(str(file), read_only=True) as database:
                for (table,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall():
                    yield f"{file}:{table}", str(database.table(table).to_arrow_table().to_pylist()).encode()
        else:
            yield f"{file}:", _decoded(data)


def _decoded(data: bytes) -> bytes:
    if data[:4] != b"PAR1":
        return data
    table = pq.read_table(BytesIO(data))
    return str(table.to_pylist()).encode() + b"".join((table.schema.metadata or {}).values())


def test_a_citizens_number_is_gone_from_everything_and_the_rest_is_as_it_was(settings: Settings) -> None:
    store = named(settings)
    keep_bytes(settings.data_dir, "journal.jsonl", NOTE.encode(), Reason.TORN)
    before, known = store.entries(), [_cells(store, seq) for seq in range(6)]
    store.close()
    assert len({place.split(":")[0] for place in traces(settings.data_dir, CITIZEN)}) == 7
    store = Store.open(settings)
    found = store.found_text(CITIZEN)
    assert found.cells == {("scores", "note"): 3}
    assert found.places == {("scores", "note"): (2, 4, 5)}
    assert (found.entries, found.lines, found.originals, found.unread) == ((2, 4, 5), (2,), (2, 4), ())
    entry = store.redact(CITIZEN, ACTOR, "người dân yêu cầu")
    mark = f"[đã che, lượt {entry.seq}]"
    assert (entry.action, entry.redacts, entry.redacted_cells, entry.seq) == (Action.REDACT, (2, 4, 5), 3, 8)
    for seq, then in enumerate(known):
        assert _cells(store, seq) == {cell: _marked(value, mark) for cell, value in then.items()}
    after = {one.seq: one for one in store.entries()}
    assert all(
        (one.recorded_at, one.actor, one.action, one.counts, one.original_sha256)
        == (after[one.seq].recorded_at, after[one.seq].actor, one.action, one.counts, one.original_sha256)
        for one in before
    )
    assert after[2].note == f"theo giấy {mark}"
    assert verify(store).ok
    expected = prints(store)
    store.close()
    assert traces(settings.data_dir, CITIZEN) == []
    again = rebuild(settings)
    assert (prints(again), again.checksum_before == again.checksum()) == (expected, True)
    again.close()


def _cells(store: Store, seq: int) -> dict[tuple[str, str], tuple[float, str | None]]:
    held = store.facts(SCORES, as_known_at=seq)
    return {
        (row.entity_id, row.period_id): (row.value, row.note if isinstance(row.note, str) else None)
        for row in held.itertuples()
    }


def _marked(value: tuple[float, str | None], mark: str) -> tuple[float, str | None]:
    return value[0], value[1] and value[1].replace(CITIZEN, mark)


def spelled_otherwise(settings: Settings) -> Store:
    """The same telephone number as a number, in a code, and in three spellings; a name in capitals and apart."""
    store = Store.open(settings)
    put(store, score("A", 912345678.0, note="ĐT +84 912 345 678"), score("B", 2.0, max_score=912345678.0))
    put(store, score("P0912345678", 3.0, note="0912.345.678"), score("P0912.345.678", 4.0, note="NGUYỄN THỊ HOÀ"))
    put(store, score("A", 5.0, "change", note=unicodedata.normalize("NFD", "Nguyễn Thị Hòa")))
    return store


def test_other_spellings_numbers_and_codes_go_too_and_no_two_facts_become_one(settings: Settings) -> None:
    store = spelled_otherwise(settings)
    found = store.found_text("0912 345 678")
    assert found.places == {
        ("scores", "value"): (1,),
        ("scores", "max_score"): (1,),
        ("scores", "note"): (1, 2),
        ("scores", "entity_id"): (2,),
    }
    assert (found.stuck, sum(found.cells.values()), len(found.ways)) == ((), 6, 3)
    entry = store.redact("0912 345 678", ACTOR, "yêu cầu")
    name = store.redact("nguyễn thị hòa", ACTOR, "yêu cầu")
    assert (name.redacts, name.redacted_cells) == ((2, 3), 2)
    first = store.facts(SCORES, as_known_at=1).set_index("entity_id")
    assert pd.isna(first.loc["A", "value"]) and first.loc["A", "state"] == "missing"
    assert pd.isna(first.loc["B", "max_score"]) and first.loc["B", "value"] == 2.0
    now = store.facts(SCORES)
    assert set(now["entity_id"]) == {"A", "B", f"Pda-che-{entry.seq}", f"Pda-che-{entry.seq}-3"}
    assert now.set_index("entity_id").loc["A", "note"] == f"[đã che, lượt {name.seq}, cách viết 2]"
    assert verify(store).ok
    store.undo(3, ACTOR, "nhầm")
    store.close()
    everything = b"".join(data for _, data in _readable(settings.data_dir))
    assert not wanted("0912345678").is_in(everything.decode("utf-8", "ignore"))
    assert not wanted("Nguyễn Thị Hoà").is_in(everything.decode("utf-8", "ignore"))


def test_another_spelling_in_an_older_backup_is_redacted_again(settings: Settings) -> None:
    store = spelled_otherwise(settings)
    made = backup.make(store, settings.backups)
    phone, name = (store.redact(one, ACTOR, "yêu cầu") for one in ("(+84) 912-345-678", "Nguyễn Thị Hoà"))
    store.close()
    done = restore(settings, made.path, ACTOR)
    assert (done.redone, done.notes) == ((phone.seq, name.seq), ())
    again = Store.open(settings)
    assert again.found_text("0912345678").nothing and again.found_text("NGUYỄN THỊ HOÀ").nothing
    again.close()


def test_undo_goes_on_across_a_redaction(settings: Settings) -> None:
    store = named(settings)
    entry = store.redact(CITIZEN, ACTOR, "yêu cầu")
    taken_back = store.undo(5, ACTOR, "lấy lại bản sau")
    assert store.facts(SCORES, {"entity_id": ["A"]})["value"].tolist() == [1.75]
    store.undo(taken_back.seq, ACTOR, "lấy lại bản trước")
    held = store.facts(SCORES, {"entity_id": ["A"]})
    assert held["value"].tolist() == [1.5]
    assert held["note"].tolist() == [NOTE.replace(CITIZEN, f"[đã che, lượt {entry.seq}]")]
    with pytest.raises(ConflictError, match="không hoàn tác được"):
        store.undo(entry.seq, ACTOR, "nhầm")
    assert verify(store).ok
    store.close()


def test_what_was_redacted_is_known_again_with_the_key_and_cannot_be_guessed_without(settings: Settings) -> None:
    store = named(settings)
    head = store.parts.journal.head
    listed = list(redaction.every_text(store.parts))
    entry = store.redact(CITIZEN, ACTOR, "yêu cầu")
    seal, other = Seal(settings.key_file), Seal(settings.data_dir.parent / "other.key")
    assert entry.replaced_code == seal.code_of(head)
    assert redaction.text_behind(entry.redacted_code, entry.redacted_length, listed, seal) == CITIZEN
    assert redaction.text_behind(entry.redacted_code, entry.redacted_length, listed, other) is None
    raw = settings.journal.read_text(encoding="utf-8")
    assert head not in raw
    assert all(not one.facts_sha256 for one in store.entries() if 2 <= one.seq <= 5)
    assert store.newest() is not None
    assert store.newest().facts_sha256 == store.checksum()  # type: ignore[union-attr]
    store.close()


def test_an_older_program_says_that_it_is_too_old_only_where_something_was_redacted(settings: Settings) -> None:
    store = named(settings)
    assert {one.format for one in store.entries()} == {2}
    store.redact(CITIZEN, ACTOR, "yêu cầu")
    assert [one.format for one in store.entries()] == [3, 2, 2, 2, 2, 2, 2, 2]
    assert b"redacted" not in lines.encode(store.entry(2))
    store.close()


@pytest.mark.parametrize(
    ("text", "reason", "says"),
    [
        ("045", "yêu cầu", "ít nhất 4 ký tự"),
        ("079000000000", "yêu cầu", "Không tìm thấy"),
        (CITIZEN, f"che {CITIZEN}", "Lý do không được chứa"),
        ("PAPI", "yêu cầu", "cột mã"),
    ],
)
def test_what_cannot_be_taken_out_is_said_and_nothing_changes(
    settings: Settings, text: str, reason: str, says: str
) -> None:
    store = named(settings)
    whole = settings.journal.read_bytes()
    with pytest.raises(CchcError, match=says):
        store.redact(text, ACTOR, reason)
    assert settings.journal.read_bytes() == whole
    assert not (settings.data_dir / redacting.UNREADY).exists()
    store.close()


@pytest.mark.parametrize("at", range(1, 9))
def test_an_exchange_that_breaks_off_is_finished_by_the_next_write_or_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    store = named(settings)
    calls = iter(range(1, 100))
    real = {name: getattr(Path, name) for name in ("rename", "replace", "unlink")}

    def failing(name: str) -> object:
        def call(self: Path, *rest: object, **named_: object) -> object:
            if redacting.is_pending(settings) and next(calls) == at:
                raise OSError(5, "Input/output error")
            return real[name](self, *rest, **named_)

        return call

    with monkeypatch.context() as patched:
        for name in real:
            patched.setattr(Path, name, failing(name))
        try:
            store.redact(CITIZEN, ACTOR, "yêu cầu")
            broken = False
        except CchcError as error:
            assert "làm nốt" in str(error)
            broken = True
    if broken and at % 2:
        assert put(store, score("Z", 9.0)).seq == 9
    store.close()
    assert not broken or at % 2 or redacting.is_pending(settings) or not traces(settings.data_dir, CITIZEN)
    again = Store.open(settings)
    assert verify(again).ok
    assert again.entry(8).action is Action.REDACT
    again.close()
    assert traces(settings.data_dir, CITIZEN) == []


def test_a_lost_end_is_repaired_behind_a_redaction(settings: Settings) -> None:
    store = named(settings)
    store.redact(CITIZEN, ACTOR, "yêu cầu")
    expected = prints(store)
    store.close()
    whole = settings.journal.read_bytes()
    settings.database.unlink()
    settings.journal.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    repair(settings)
    assert settings.journal.read_bytes() == whole
    again = Store.open(settings)
    assert prints(again) == expected
    again.close()


TEXTS = st.sampled_from(["", "đúng", NOTE, CITIZEN, f"{CITIZEN}{CITIZEN}", "04509900123", "[đã che]"])
STEPS = st.lists(st.tuples(st.sampled_from("ABC"), TEXTS, TEXTS, st.booleans()), min_size=1, max_size=6)


@limits(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_without_a_text_is_the_history_with_a_mark_in_its_place(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    settings = Settings(**{**_fields(settings_in(folder / "data")), "key_file": folder / "key"})
    store = Store.open(settings)
    held: set[str] = set()
    for number, (entity, note, words, takes_back) in enumerate(steps):
        op = "change" if entity in held else "add"
        plan = plan_of(store, [score(entity, float(number), op, note=note or None)], original=b"file %d" % number)
        store.commit(plan, ACTOR, words)
        held.add(entity)
        if takes_back:
            store.undo(store.version, ACTOR, words)
            held = set(store.facts(SCORES)["entity_id"])
    known = [_cells(store, seq) for seq in range(store.version + 1)]
    if store.found_text(CITIZEN).nothing:
        store.close()
        return
    entry = store.redact(CITIZEN, ACTOR, "yêu cầu")
    mark = f"[đã che, lượt {entry.seq}]"
    for seq, then in enumerate(known):
        assert _cells(store, seq) == {cell: _marked(value, mark) for cell, value in then.items()}
    assert verify(store).ok
    store.close()
    assert traces(settings.data_dir, CITIZEN) == []
