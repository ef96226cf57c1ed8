"""The stylesheet, with the words that replace Streamlit's English ones."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st

from cchc_metrics.charts import theme
from cchc_metrics.labels.texts.shell import ShellTexts

STATIC = Path(__file__).resolve().parent / "static"
MARK = STATIC / "mark.svg"
_MODULES = ("PlotlyChart", "TextInput", "Selectbox", "ButtonGroup", "PageLink")
_FONT_FILES = [
    f"be-vietnam-pro-{part}-{weight}-normal.woff2" for part in ("latin", "vietnamese") for weight in (400, 600, 700)
]


def early() -> str:
    """Links in the head of the document: letters and what draws the page are there while the page is prepared.

    Text is then not set anew when its letters come, and neither chart nor list waits for its module after all else: the
    browser has made programs of the five megabytes of charts by then, beside what the page is doing.
    """
    font = '<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/fonts/{}">'
    module = '<link rel="modulepreload" crossorigin href="./static/js/{}">'
    return "".join((*map(font.format, _FONT_FILES), *map(module.format, _modules())))


@lru_cache(maxsize=1)
def _modules() -> list[str]:
    """The files of Streamlit that every page of ours draws with."""
    library = Path(st.__file__).parent / "static" / "static" / "js"
    return [file.name for name in _MODULES for file in sorted(library.glob(f"{name}.*.js"))]


def dress(words: ShellTexts, who: str = "") -> None:
    """Give the page that is being drawn its words: its language may be another than that of the document, which has
    the rules. who: a quiet word below the menu on who is asking.
    """
    # Twice the root: more exact than the document's, which stand after it. No colours: those of a meeting hold.
    st.html(f"<style>:root{_declared(_words(words, who))}</style>")


@lru_cache(maxsize=4)
def stylesheet(words: ShellTexts) -> str:
    """The style element of the document: colours and words as variables, then static/style.css."""
    rules = (STATIC / "style.css").read_text(encoding="utf-8")
    return f"<style>{_declared(_colors() | _words(words))}\n{rules}</style>"


def _declared(told: Mapping[str, str]) -> str:
    return f":root{{{''.join(f'--{name}:{value};' for name, value in told.items())}}}"


def _colors() -> dict[str, str]:
    names = {
        "ink": theme.INK,
        "soft": theme.SOFT,
        "muted": theme.MUTED,
        "rule": theme.RULE,
        "ground": theme.GROUND,
        "paper": theme.PAPER,
        "home": theme.HOME,
        "title-strip": f"{theme.TITLE_STRIP}px",
        "source-strip": f"{theme.SOURCE_STRIP}px",
    }
    return names | {f"q{number}": color for number, color in enumerate(theme.QUARTILES, start=1)}


def _words(words: ShellTexts, who: str = "") -> dict[str, str]:
    """Words for ``content:`` of the stylesheet, quoted as CSS strings."""
    said = {
        "w-brand": words.brand,
        "w-brand-line": words.brand_line,
        "w-upload-here": words.upload_here,
        "w-upload-browse": words.upload_browse,
        "w-upload-refused": words.upload_refused,
        "w-choose-again": words.choose_again,
        "w-building-file": words.building_file,
        "w-select-none": words.select_none,
        "w-not-found": words.page_not_found,
        "w-server-lost": words.server_lost,
        "w-drawing": words.drawing,
        "w-opening": words.opening,
        "w-working": words.working,
        "w-sideways": words.sideways,
        "w-who": who,
        **{f"w-{part}": words.hidden[part] for part in ("day", "month", "year")},
    }
    return {name: json.dumps(text, ensure_ascii=False).replace("<", "\\3c ") for name, text in said.items()}
