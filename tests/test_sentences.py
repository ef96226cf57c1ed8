"""No text that holds what a person wrote is filled a second time, or read as Markdown."""

from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from tests.sentences import Reader

# Statements of the store: its own files, filled with names of its own tables.
STATEMENTS = "statements.py"
PRODUCT = sorted([*(PROJECT / "cchc_metrics").rglob("*.py"), *(PROJECT / "pages").glob("*.py")])


def test_only_sentences_of_ours_are_filled() -> None:
    assert list(Reader([path for path in PRODUCT if path.name != STATEMENTS]).filled_twice()) == []


@pytest.mark.parametrize(
    "code",
    [
        "def f(said, note): return (said.a + note).format(x=1)",
        "def f(note): return note.format(x=1)",
        "def f(entry): return entry.note.format(x=1)",
        "t = texts().a\ndef f(x):\n    words = t.b.format(x=x)\n    return words.format(y=1)",
        "t = texts().a\ndef g(done): return done.format(seq=1)\ndef f(x): return g(t.b.format(x=x))",
        "def f(x): return f'{x}'.format(y=1)",
        "def f(rows):\n    for row in rows:\n        row.format(x=1)",
        "t = texts().a\ndef f(x): return (t.b if x else x).format(y=1)",
        "def f(x): return compose(x, y=1)",
    ],
)
def test_a_filled_or_foreign_text_is_found(code: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert len(list(Reader([tmp_path / "a.py"]).filled_twice())) == 1


@pytest.mark.parametrize(
    "code",
    [
        "def f(): return texts().a.b.format(x=1)",
        "def f(x):\n    t = texts().a\n    words = t.b if x else t.c\n    return words.format(x=x)",
        "def f(t: GapTexts): return t.a.format(x=1)",
        "t = texts().a\ndef g(words, x): return words.format(x=x)\ndef f(x): return g(t.b, x)",
        "t = texts().a\ndef f(rows): return [words.format(x=x) for words, x in ((t.b, 1), (t.c, 2)) if x]",
        "def f(x): return texts().a.b[x].format(y=1)",
    ],
)
def test_a_sentence_of_ours_is_let_through(code: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert list(Reader([tmp_path / "a.py"]).filled_twice()) == []


def test_every_label_shows_text_as_text() -> None:
    assert list(Reader(PRODUCT).marked_up()) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f(row): st.text_input(row.name)", 1),
        ("def f(row): st.text_input(plain_label(row.name), help=row.note)", 1),
        ("def f(row): st.radio(texts().a, rows, format_func=lambda r: r.name)", 1),
        ("def f(row): st.radio(texts().a, rows, format_func=lambda r: plain_label(r.name))", 0),
        ("def f(row): st.expander(texts().a.b.format(x=row))", 1),
        ("def f(row):\n    label = plain_label(row.name)\n    st.button(label)", 0),
        ("def f(row): st.caption(texts().a.b)", 0),
    ],
)
def test_a_label_that_is_not_made_plain_is_found(code: str, found: int, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert len(list(Reader([tmp_path / "a.py"]).marked_up())) == found
