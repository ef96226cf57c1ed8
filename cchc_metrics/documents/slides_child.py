"""How the child makes slides: ``main()`` with the deck and the template on stdin, the file on stdout."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from lxml.etree import LxmlError
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.slide import SlideLayout
from pptx.util import Emu, Pt

from cchc_metrics.documents.by_child import refuse_outsize, serve
from cchc_metrics.documents.content import plain
from cchc_metrics.documents.parcel import repacked
from cchc_metrics.documents.slide_charts import chart_data, dress
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.model import Drawn, Picture, Slide, Strand

_MOST_UNPACKED, _MOST_PARTS = 60_000_000, 800
# Layouts and frames by their names, as the template's own window of selections shows them.
FINDING, DECISIONS = "Kể nhanh", "Việc cần quyết định"
WORDS, CHART, SOURCE, MARK = "Nội dung", "Biểu đồ", "Nguồn", "Dấu"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
# Of a letter's height: how wide letters are on average, bold and not.
_WIDE, _BOLD = 0.53, 0.58
_LEAST_TITLE, _LEAST_WORDS, _LEADING = 18, 11, 1.22


def main() -> None:
    """Fill, answer with the file or with the sentence why not, and leave."""
    serve(lambda job, template: ({}, made(template, job["deck"], datetime.fromisoformat(job["as_of"]))))


def made(template: bytes, deck: dict[str, Any], as_of: datetime) -> bytes:
    """The presentation. Raises UnreadableFileError as ``slides.slides`` does."""
    t = texts().story
    refuse_outsize(template, _MOST_PARTS, _MOST_UNPACKED, unreadable=t.slides_unreadable, costly=t.slides_costly)
    try:
        show = Presentation(io.BytesIO(template))
        layouts = {layout.name: layout for master in show.slide_masters for layout in master.slide_layouts}
    except (PythonPptxError, LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableFileError(t.slides_unreadable) from error
    _refuse_lacking(layouts)
    _drop_slides(show)
    for raw in deck["slides"]:
        slide = _slide(raw)
        _fill(show.slides.add_slide(layouts[DECISIONS if slide.numbered else FINDING]), slide, deck)
    properties = show.core_properties
    properties.title, properties.subject = plain(deck["title"]), plain(deck["under"])
    properties.revision = 1
    raw_file = io.BytesIO()
    show.save(raw_file)
    return _same_bytes(raw_file.getvalue(), as_of)


def _slide(raw: dict[str, Any]) -> Slide:
    drawn = raw["picture"]
    picture = None
    if drawn is not None:
        strands = tuple(Strand(**{**each, "values": tuple(each["values"])}) for each in drawn["strands"])
        fields = {"drawn": Drawn(drawn["drawn"]), "categories": tuple(drawn["categories"]), "strands": strands}
        picture = Picture(**{**drawn, **fields})
    return Slide(**{**raw, "picture": picture, "lines": tuple(raw["lines"])})


def _refuse_lacking(layouts: dict[str, SlideLayout]) -> None:
    """Says which layout and which frame the template has not."""
    missing = []
    for name in (FINDING, DECISIONS):
        if name not in layouts:
            missing.append(f"«{name}»")
            continue
        held = {frame.name: frame for frame in layouts[name].placeholders}
        titled = any(frame.placeholder_format.idx == 0 for frame in layouts[name].placeholders)
        missing += [] if titled else [f"«{name}» – tiêu đề"]
        missing += [f"«{name}» – «{frame}»" for frame in (WORDS, CHART, SOURCE, MARK) if frame not in held]
    if missing:
        raise UnreadableFileError(texts().story.slides_lack.format(missing=", ".join(missing)))


def _drop_slides(show: Any) -> None:
    """Slides that the office left in its template as examples are not shown."""
    listed = show.slides._sldIdLst
    for each in list(listed):
        show.part.drop_rel(each.rId)
        listed.remove(each)


def _fill(at: Any, slide: Slide, deck: dict[str, Any]) -> None:
    """A slide; below it of whom it tells, for one may be shown without the others."""
    names = {frame.placeholder_format.idx: frame.name for frame in at.slide_layout.placeholders}
    frames = {names[frame.placeholder_format.idx]: frame for frame in at.placeholders}
    _write(at.shapes.title, [slide.title], _LEAST_TITLE, bold=True)
    words = [f"{number}. {line}" for number, line in enumerate(slide.lines, 1)] if slide.numbered else slide.lines
    _place_picture(at, frames, slide)
    _write(frames[WORDS], list(words), _LEAST_WORDS)
    _write(frames[SOURCE], [". ".join(part for part in (deck["title"], slide.source) if part)], 8)
    _write(frames[MARK], [deck["mark"]], 8, bold=True)


def _place_picture(at: Any, frames: dict[str, Any], slide: Slide) -> None:
    """The chart in its frame; a large figure there where nothing can be drawn; all room for the words where neither."""
    frame = frames[CHART]
    if slide.picture is not None:
        if not slide.lines:
            words = frames[WORDS]
            right = max(words.left + words.width, frame.left + frame.width)
            frame.left, frame.top, frame.width, frame.height = frame.left, frame.top, right - frame.left, frame.height
        chart = frame.insert_chart(*chart_data(slide.picture))
        dress(chart.chart, slide.picture, slide.caption)
        chart._element.nvGraphicFramePr.cNvPr.set("descr", plain(f"{slide.title}. {slide.caption}"))
        return
    place = (frame.left, frame.top, frame.width, frame.height)
    frame._element.getparent().remove(frame._element)
    if slide.big:
        box = at.shapes.add_textbox(*place).text_frame
        box.word_wrap = True
        run = box.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = plain(slide.big), Pt(66), True
        return
    words = frames[WORDS]
    left, right = min(words.left, place[0]), max(words.left + words.width, place[0] + place[2])
    words.left, words.top, words.width, words.height = left, words.top, right - left, words.height


def _write(frame: Any, lines: list[str], least: int, *, bold: bool = False) -> None:
    """Lines in a frame, in letters small enough for all of them; an empty frame goes."""
    told = [plain(line) for line in lines if line]
    if not told:
        frame._element.getparent().remove(frame._element)
        return
    text = frame.text_frame
    size = _size(told, frame, least, bold=bold)
    for number, line in enumerate(told):
        paragraph = text.paragraphs[0] if number == 0 else text.add_paragraph()
        run = paragraph.add_run()
        run.text = line
        if size:
            run.font.size = Pt(size)


def _size(lines: list[str], frame: Any, least: int, *, bold: bool) -> int:
    """The size in points at which the lines fit the frame; 0 where the template's own does."""
    usual = _template_size(frame)
    wide, high = Emu(frame.width).pt, Emu(frame.height).pt
    for size in range(usual, least, -1):
        if _height(lines, size, wide, bold=bold) <= high:
            return size if size != usual else 0
    return least


def _height(lines: list[str], size: int, wide: float, *, bold: bool) -> float:
    each = size * (_BOLD if bold else _WIDE)
    rows = sum(-(-len(line) * each // wide) for line in lines)
    return float(rows * size * _LEADING + (len(lines) - 1) * 6)


def _template_size(frame: Any) -> int:
    idx = frame.placeholder_format.idx
    for held in frame.part.slide_layout.placeholders:
        if held.placeholder_format.idx == idx:
            sizes = held._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
            return int(sizes[0]) // 100 if sizes else 18
    return 18


def _same_bytes(raw: bytes, as_of: datetime) -> bytes:
    """Packed anew: parts in order with one date for all, days of making those of the data, inside too."""
    day = as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()

    def part(name: str, content: bytes) -> bytes:
        if name.endswith("core.xml"):
            return _DATES.sub(rb"\g<1>" + day + rb"\g<2>", content)
        return _same_bytes(content, as_of) if name.endswith(".xlsx") else content

    return repacked(raw, part)
