"""Every page, every answer of the command line and every document, as they read on one stopped day.

A golden file is what a person sees: sentences, table cells, labels and options of the filters, words and values of
the pictures. ``README.md`` beside the files says how a change is accepted.
"""

import hashlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pytest
import time_machine
from docx.oxml.ns import qn
from streamlit.testing.v1 import AppTest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.schema import KINDS, SqlType
from cchc_metrics.services.demo.build import build
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.navigation import ENTRIES, PLACES, PageEntry
from tests.conftest import settings_at
from tests.pages.conftest import OpenPage
from tests.pages.reading import labelled, words

HERE = PROJECT / "tests" / "golden" / "pages"
DAY = datetime(2026, 11, 30, 10, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
# The pages on which an index, a period, a part or a province is chosen are read more than once.
ASKED: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "xep-hang": (
        {"chi-so": "PAPI", "ky": "2024"},
        {"chi-so": "PAPI", "ky": "2018", "tieu-chi": "D7", "tinh": "P63-45", "hien": "tat-ca"},
        {"chi-so": "PAPI", "ky": "2023", "he": "34", "cach": "band"},
        {"chi-so": "PAR INDEX", "ky": "2023"},
        {"chi-so": "SIPAS", "ky": "2022"},
    ),
    "xu-huong": (
        {"chi-so": "PAPI"},
        {"chi-so": "PAPI", "tieu-chi": "D5"},
        {"chi-so": "PAR INDEX"},
        {"chi-so": "SIPAS"},
    ),
    "khoang-cach": ({"chi-so": "PAPI", "ky": "2024"}, {"chi-so": "PAPI", "ky": "2022"}, {"chi-so": "PAR INDEX"}),
    "bien-dong": ({"chi-so": "PAPI"}, {"chi-so": "PAPI", "tu": "2022", "den": "2023"}, {"chi-so": "PAR INDEX"}),
    "diem-chua-dat": ({"chi-so": "PAPI", "ky": "2024"}, {"chi-so": "PAR INDEX", "ky": "2023"}),
    "lo-trinh": ({"chi-so": "PAPI"}, {"chi-so": "PAPI", "tieu-chi": "D2"}, {"chi-so": "SIPAS"}),
    "kich-ban": ({"chi-so": "PAPI", "ky": "2024"}, {"chi-so": "PAPI", "ky": "2022"}),
    "sap-xep-tinh": ({"chi-so": "PAPI", "ky": "2024"}, {"chi-so": "SIPAS", "ky": "2023"}),
    "ban-do": ({"chi-so": "PAPI", "ky": "2024"}, {"chi-so": "PAPI", "ky": "2023", "tieu-chi": "D8"}),
    "tra-cuu": ({"chi-so": "PAPI", "ky": "2024"},),
    "tien-do": ({"ky": "2026-Q1"}, {"ky": "2026-Q3"}),
    "nop-bao-cao": ({"ky": "2026-Q1"},),
    "chi-tieu": ({"ky": "2026-Q1"}, {"ky": "2026-Q3"}),
    "tong-hop": ({"ky": "2026-Q1"}, {"ky": "2026-Q3"}),
}
# They tell of the machine and the moment.
OF_THE_MACHINE = ("tinh-trang", "nhat-ky-truy-cap")


def shown_in(name: str, item: PageEntry) -> bool:
    """Whether a page is read in an office: the try-out differs from the shipped facts in what units report."""
    return item.slug not in OF_THE_MACHINE and (name == "shipped" or item.place == "reports" or not item.slug)


PAGES = [
    (name, item.slug, asked)
    for name in ("shipped", "demo")
    for item in ENTRIES
    if shown_in(name, item)
    for asked in ({}, *ASKED.get(item.slug, ()))
]
VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
OURS = "Quảng Trị (cũ)"
PARAGRAPH, TEXT, HYPHEN = qn("w:p"), qn("w:t"), qn("w:noBreakHyphen")
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "ranking": ("ranking", "--index", "PAPI", "--period", "2024"),
    "ranking-d7": ("ranking", "--index", "PAPI", "--period", "2018", "--node", "D7"),
    "ranking-34": ("ranking", "--index", "PAPI", "--period", "2024", "--base", "34", "--method", "band"),
    "ranking-par": ("ranking", "--index", "PAR INDEX", "--period", "2023"),
    "ranking-en": ("ranking", "--index", "PAPI", "--period", "2024", "--lang", "en"),
    "trend": ("trend", "--index", "PAPI", "--entity", OURS),
    "trend-sipas": ("trend", "--index", "SIPAS", "--entity", OURS),
    "shortfall": ("shortfall", "--index", "PAPI", "--period", "2024", "--entity", OURS),
    "why": ("why", "--index", "PAPI", "--entity", OURS, "--from", "2023", "--to", "2024"),
    "plan": ("plan", "--index", "PAPI", "--entity", OURS, "--period", "2024", "--to-rank", "5"),
    "trajectory": ("trajectory", "--index", "PAPI", "--entity", OURS, "--target", "46.5", "--by", "2026"),
    "lineage": ("lineage",),
    "status": ("status", "--on", "2026-03-25"),
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Office]]:
    """The shipped facts, and the illustrative office as it stood on 25/3/2026, both stored on the stopped day."""
    with time_machine.travel(DAY, tick=False):
        facts = Office.open(settings_at(tmp_path_factory.mktemp("golden-shipped")))
        trial = Office.open(replace(settings_at(tmp_path_factory.mktemp("golden-trial")), illustrative=True))
        reference.prepare(facts)
        reference.prepare(trial)
        build(trial, date(2026, 3, 25))
    yield {"shipped": facts, "demo": trial}
    facts.close()
    trial.close()


@pytest.fixture(scope="module")
def folders(offices: Mapping[str, Office], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Copies of both data folders, which a command may open."""
    copies = {}
    for name, office in offices.items():
        copies[name] = tmp_path_factory.mktemp(f"golden-cli-{name}") / "data"
        shutil.copytree(office.settings.data_dir, copies[name])
    return copies


@pytest.fixture(scope="module")
def kept_words(offices: Mapping[str, Office]) -> Mapping[str, re.Pattern[str]]:
    """What stays Vietnamese in English, of both offices: thousands of words, put together once."""
    return {name: own_words(office) for name, office in offices.items()}


@pytest.mark.parametrize(("name", "slug", "address"), PAGES, ids=["-".join((n, s, *a.values())) for n, s, a in PAGES])
def test_a_page_reads_as_before(
    name: str, slug: str, address: Mapping[str, str], offices: Mapping[str, Office], open_page: OpenPage
) -> None:
    with time_machine.travel(DAY, tick=False):
        page = open_page(offices[name], slug, address)
    same("-".join((name, slug or "tong-quan", *address.values())), read(page))


@pytest.mark.parametrize("place", [one.code for one in PLACES])
def test_a_place_reads_in_english_as_before(place: str, offices: Mapping[str, Office], open_page: OpenPage) -> None:
    slug = next(item.slug for item in ENTRIES if item.place == place)
    office = offices["demo" if place == "reports" else "shipped"]
    with time_machine.travel(DAY, tick=False):
        page = open_page(office, slug, next(iter(ASKED.get(slug, ({},)))), language="en")
    same(f"en-{place}", read(page))


@pytest.mark.walk
@pytest.mark.parametrize(
    ("name", "slug"),
    # Where lists are kept they stand as they are.
    [(n, i.slug) for n in ("shipped", "demo") for i in ENTRIES if shown_in(n, i) and i.slug != "danh-muc-lich"],
)
def test_nothing_in_english_is_left_in_vietnamese(
    name: str,
    slug: str,
    offices: Mapping[str, Office],
    kept_words: Mapping[str, re.Pattern[str]],
    open_page: OpenPage,
) -> None:
    with time_machine.travel(DAY, tick=False):
        page = open_page(offices[name], slug, language="en")
    own = kept_words[name]
    # What is chosen is kept under its own name; what stands in quotes is to be typed or found as it is.
    lines = (re.sub(r"^(\[selectbox\][^|]*\|)[^|]*\|", r"\1", line) for line in read(page).splitlines())
    # Taking words away puts no Vietnamese letter into a line that has none, and takes long.
    asked = (line for line in lines if VIETNAMESE.search(line))
    assert [line for line in asked if VIETNAMESE.search(own.sub("", re.sub("“[^”]*”", "", line)))] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_as_before(name: str, folders: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    where = "demo" if name == "status" else "shipped"
    said = run(folders[where], where, monkeypatch, *COMMANDS[name])
    same(f"lenh-{name}", said + run(folders[where], where, monkeypatch, *COMMANDS[name], "--json"))


@pytest.mark.parametrize("kind", ["report", "letters", "brief", "export"])
def test_a_document_reads_as_before(
    kind: str, folders: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = {
        "report": ("--period", "2026-Q1", "--out", str(tmp_path / "a.docx"), "--sheet", str(tmp_path / "b.xlsx")),
        "letters": ("--on", "2026-03-25", "--out", str(tmp_path / "letters")),
        "brief": ("--on", "2026-03-25", "--out", str(tmp_path / "a.docx")),
        "export": ("--index", "PAPI", "--period", "2024", "--format", "xlsx", "--out", str(tmp_path / "a.xlsx")),
    }[kind]
    said = run(folders["demo"], "demo", monkeypatch, kind, *arguments).replace(str(tmp_path), "…")
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert files
    same(f"van-ban-{kind}", said + "".join(f"\n== {path.name}\n{text_of(path)}" for path in files))


def own_words(office: Office) -> re.Pattern[str]:
    """What stays Vietnamese in English: names of provinces, and every text of the data that has no translation."""
    store, names = office.store, Desk.at(office, LOCAL_OPERATOR).catalogue.names_in("en")
    places = {str(name).partition(" (")[0] for name in store.snapshot().entities["display_name"]}
    held = {
        str(text)
        for kind in KINDS.values()
        for column in (*kind.grain, *kind.values)
        if column.type is SqlType.TEXT
        for text in store.facts(kind)[column.name].dropna().unique()
        if VIETNAMESE.search(str(text))
    }
    own = sorted({*places, *(held - names.keys()), "Tiếng Việt", "Hoàng Sa", "Trường Sa"}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, own)))


def run(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """What a command prints on its standard output, on the stopped day."""
    monkeypatch.setenv("CCHC_DATA_DIR", str(folder))
    monkeypatch.setenv("CCHC_DEMO", "1" if name == "demo" else "")
    out = io.StringIO()
    with time_machine.travel(DAY, tick=False), redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = cli.main(arguments)
    return f"{out.getvalue()}(exit {code})\n"


def text_of(path: Path) -> str:
    """The words of a document, or the cells of a workbook, a line each."""
    if path.suffix == ".docx":
        body = docx.Document(str(path)).element.body
        words = [
            "".join("-" if run.tag == HYPHEN else str(run.text or "") for run in line.iter(TEXT, HYPHEN))
            for line in body.iter(PARAGRAPH)
        ]
        return "\n".join(line for line in words if line)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        rows = [(sheet.title, row) for sheet in book for row in sheet.iter_rows(values_only=True)]
        return shortened([f"{title}: " + " | ".join("" if c is None else str(c) for c in row) for title, row in rows])
    return path.read_text("utf-8")


def shortened(lines: list[str], most: int = 60) -> str:
    """The first lines, and for the others how many and their hash."""
    rest = lines[most:]
    tail = [f"… {len(rest)} lines {_hash(chr(10).join(rest))}"] if rest else []
    return "\n".join([*lines[:most], *tail])


def read(page: AppTest) -> str:
    """A page as text: a block a line, in the page's order, the side bar last."""
    return "\n".join(line for part in (page.main, page.sidebar) for block in part for line in _lines(block)) + "\n"


def _lines(block: Any) -> Iterator[str]:
    kind = block.type
    if kind == "html":
        body = str(block.proto.body)
        if "<style>" not in body and "<script" not in body:
            yield from words(body)
    elif kind == "plotly_chart":
        yield from _figure(json.loads(block.proto.spec))
    elif hasattr(block, "children"):
        for child in block.children.values():
            yield from _lines(child)
    else:
        yield f"[{kind}] {labelled(block)}"


def _figure(spec: Mapping[str, Any]) -> Iterator[str]:
    """Names, hovers and annotations of a picture, and a hash of all that is drawn."""
    yield f"[picture] {len(spec['data'])} traces {_hash(json.dumps(spec, sort_keys=True))}"
    names = [f"{trace.get('type')}: {trace.get('name') or ''}" for trace in spec["data"]]
    yield from (f"  {name}" for name in dict.fromkeys(names))
    yield from (f"  {_bare(note.get('text', ''))}" for note in spec["layout"].get("annotations", []))


def _bare(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def same(name: str, actual: str) -> None:
    """Compare with the golden file; CCHC_ACCEPT_GOLDEN=1 writes it anew. What belongs to this machine is masked."""
    actual = re.sub(r"/\S*golden-\S+", "…", actual)
    slug = re.sub(r"[^\w-]+", "-", name)
    expected = HERE / f"{slug}.txt"
    if os.environ.get("CCHC_ACCEPT_GOLDEN"):
        expected.write_text(actual, "utf-8")
    beside = HERE / f"{slug}.actual"
    if not expected.exists() or expected.read_text("utf-8") != actual:
        beside.write_text(actual, "utf-8")
    assert expected.exists(), f"no golden file {expected.name}; see {HERE / 'README.md'}"
    assert actual == expected.read_text("utf-8"), f"see {beside.name} beside it; README.md there says how to accept"
