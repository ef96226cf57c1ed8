"""The words of a page, block by block, as tests read them."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest


def labelled(block: Any) -> str:
    """Label, value and options of a field."""
    parts = [getattr(block, "label", ""), getattr(block, "value", ""), *getattr(block, "options", [])[:40]]
    return " | ".join(str(part) for part in parts if part not in ("", None))


def words(markup: str) -> Iterator[str]:
    """The lines of our own markup, the titles of its elements among them; of a picture only what it is called."""
    titles = re.sub(r'<[^>]*?\btitle="([^"]*)"[^>]*>', r" (\1) ", markup)
    rows = re.sub(r"</(tr|p|h1|h2|h3|li|div|caption|summary)>", "\n", re.sub(r"</t[dh]>", " | ", titles))
    text = unescape(re.sub(r"<[^>]+>", "", re.sub(r"<svg.*?</svg>", "", rows, flags=re.S)))
    for line in text.split("\n"):
        if line.strip():
            yield re.sub(r"[ \t]+", " ", line).strip()


def everything(page: AppTest) -> Iterator[str]:
    """Every sentence, cell, label and option of a page, and every text of its pictures: names, numbers, hovers."""
    for part in (page.main, page.sidebar):
        for block in part:
            yield from _all(block)


def _all(block: Any) -> Iterator[str]:
    if block.type == "html":
        body = str(block.proto.body)
        if "<style>" not in body and "<script" not in body:
            yield from words(body)
    elif block.type == "plotly_chart":
        yield from _texts(json.loads(block.proto.spec))
    elif hasattr(block, "children"):
        for child in block.children.values():
            yield from _all(child)
    else:
        yield labelled(block)


def _texts(spec: Any) -> Iterator[str]:
    if isinstance(spec, str):
        yield re.sub(r"<[^>]+>", " ", spec)
    elif isinstance(spec, dict):
        for name, value in spec.items():
            if "color" not in name:
                yield from _texts(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from _texts(value)
