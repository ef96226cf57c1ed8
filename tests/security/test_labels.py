"""Whatever stands in a label is read as it was written, in every kind of widget that reads Markdown."""

import os
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.ui.plain import plain_label
from tests.browser.conftest import PATIENCE, NewVisit
from tests.browser.serving import serve

HOSTILE = (
    *("![x](http://evil.example/i.png) z", "[l](http://evil.example)", "$x^2$ and $$y$$", "x [y](z)", "![a](b)"),
    *(":red[a] :material/home: :smile: :gray-badge[x] :small[q]", "**b** _i_ ~~s~~ `code`", "_x_ a*b* *", "***"),
    *("http://evil.example/a www.evil.example a@evil.example mailto:x@y.example", "[^1] [x]: http://evil.example"),
    *("<b>x</b> <img src=http://evil.example>", "<script>", "# h", "#1", "- li", "- x", "-1", "1. x", "12. a", "> q"),
    *("a\\b \\[x\\] &amp; &lt;", "&copy;", "a & b", "| a | b |", "12{x}/BC (50%) – Điểm_x*y*", "a -> b <- c -- d >= e"),
    *("- [ ] todo", "*", "a *", "xmpp:a@evil.example https\\://evil.example", "=", "-", "\\*x\\*", "a\\", "+1 (5)"),
    *("Tên đơn vị *", "a: b", "A:b", "1.5 điểm", "a < b", "Tải 3 công văn (Word), 41,5 %"),
)
# In every run each text in every fourth kind of widget, another four each; all in all in ``make attack``.
EVERY = 1 if os.environ.get("CCHC_ATTACK") else 4
SCRIPT = """
import streamlit as st
from cchc_metrics.ui.plain import plain_label as P
KINDS = [
    lambda h, L, k: st.text_input(L, key=k, help=L), lambda h, L, k: st.button(L, key=k),
    lambda h, L, k: st.radio(L, [h, "y"], format_func=P, key=k, captions=[L, ""]), lambda h, L, k: st.caption(L),
    lambda h, L, k: st.segmented_control(L, [h], format_func=P, key=k), lambda h, L, k: st.toggle(L, key=k),
    lambda h, L, k: st.selectbox(L, [h, "x"], key=k), lambda h, L, k: st.popover(L).html("x"),
    lambda h, L, k: st.multiselect(L, [h], default=[h], key=k), lambda h, L, k: st.tabs([L]),
    lambda h, L, k: st.checkbox(L, key=k), lambda h, L, k: st.date_input(L, key=k),
    lambda h, L, k: st.download_button(L, b"x", key=k, file_name="x"), lambda h, L, k: st.expander(L).html("in"),
    lambda h, L, k: st.select_slider(L, [h, "q"], format_func=P, key=k), lambda h, L, k: st.progress(0.5, text=L),
    lambda h, L, k: st.file_uploader(L, key=k),
]
for i, h in enumerate({hostile!r}):
    for j, widget in enumerate(KINDS):
        if (i + j) % {every} == 0:
            widget(h, P(h), f"{{i}}-{{j}}")
st.html("<div id='done'>done</div>")
"""
MADE = "a, img, strong, em, del, code, .katex, svg, [role=img], ul, ol, blockquote, h1, table"
READ = """(made) => [...document.querySelectorAll('[data-testid=stMarkdownContainer]')].map((one) => [
  one.innerText.replaceAll('\\u2060', '').trim(),
  one.querySelectorAll(made).length,
])"""


@pytest.mark.browser
def test_a_label_shows_what_was_written(new_visit: NewVisit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "labels.py"
    script.write_text(SCRIPT.format(hostile=HOSTILE, every=EVERY), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    with serve(script, tmp_path) as address:
        visit = new_visit()
        visit.page.goto(address)
        visit.page.wait_for_selector("#done", timeout=PATIENCE, state="attached")
        visit.page.wait_for_timeout(1_000)
        read = visit.page.evaluate(READ, MADE)
    assert [text for text, made in read if made] == []
    assert set(HOSTILE) - {text for text, _ in read} == set()
    assert visit.outside == []


@pytest.mark.parametrize("text", ["Tên đơn vị *", "Tải 3 công văn (Word), 41,5 %", "Cần tăng ở đâu: mở Kịch bản"])
def test_an_ordinary_label_stays_as_it_is(text: str) -> None:
    assert plain_label(text) == text
