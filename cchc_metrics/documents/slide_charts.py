"""Charts of slides: PowerPoint's own, with their data in a sheet behind them, in the look of ours."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from cchc_metrics.documents.content import plain
from cchc_metrics.model import Drawn, Picture, Strand

_INK, _MUTED, _GRID, _OTHERS, _HOME, _QUIET = "1C2127", "69717D", "E4E0D8", "9AA3AE", "B3151F", "C5CBD3"
# How far a label goes aside where it would lie on a mark or another label, as a share of the chart's height.
_LIFT = 0.07
_KINDS = {
    Drawn.DOTS: XL_CHART_TYPE.LINE_MARKERS,
    Drawn.LINES: XL_CHART_TYPE.LINE_MARKERS,
    Drawn.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
}


def chart_data(picture: Picture) -> tuple[Any, CategoryChartData]:
    """The kind of chart and its sheet: a row for each category, a column for each strand, empty where none is known."""
    sheet = CategoryChartData(number_format=_format(picture))
    sheet.categories = [plain(name) for name in picture.categories]
    for strand in picture.strands:
        sheet.add_series(plain(strand.name), strand.values)
    return _KINDS[picture.drawn], sheet


def dress(chart: Any, picture: Picture, caption: str) -> None:
    """The look: letters, caption, axes, ours told apart by shape and label as well as by colour."""
    chart.font.size, chart.font.color.rgb = Pt(12), RGBColor.from_string(_INK)
    chart.has_title = bool(caption)
    if caption:
        run = chart.chart_title.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold = plain(caption), Pt(13), True
    chart.has_legend = picture.drawn is Drawn.BARS and len(picture.strands) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    {Drawn.DOTS: _dots, Drawn.LINES: _lines, Drawn.BARS: _bars}[picture.drawn](chart, picture)


def _format(picture: Picture) -> str:
    number = "0." + "0" * picture.decimals if picture.decimals else "0"
    return f"+{number};−{number};{number}" if picture.signed else number


def _upright(chart: Any, picture: Picture) -> None:
    """The axis of values on the range that they have; its unit beside it."""
    steps, axis = picture.steps(), chart.value_axis
    axis.minimum_scale, axis.maximum_scale = steps[0], steps[-1]
    axis.major_unit = round(steps[1] - steps[0], 6)
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(_GRID)
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False
    axis.tick_labels.font.color.rgb = RGBColor.from_string(_MUTED)
    axis.has_title = True
    run = axis.axis_title.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.font.bold = plain(picture.unit), Pt(11), False


def _marker(series: Any, strand: Strand, size: int) -> None:
    series.marker.style = XL_MARKER_STYLE.DIAMOND if strand.own else XL_MARKER_STYLE.CIRCLE
    series.marker.size = size
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(_HOME if strand.own else _OTHERS)
    if strand.own:
        series.marker.format.line.color.rgb = RGBColor.from_string(_INK)
    else:
        series.marker.format.line.fill.background()


def _named(
    series: Any, strand: Strand, at: int, *, name: bool, value: bool, left: bool = False, lift: float = 0.0
) -> None:
    """A label at one point that says the strand's name, its value, or both, and follows the sheet.

    lift: how far above its place, as a share of the chart's height; below it where negative.
    """
    label = series.points[at].data_label
    label.position = XL_LABEL_POSITION.LEFT if left else XL_LABEL_POSITION.RIGHT
    label.font.bold, label.font.size = strand.own, Pt(13 if strand.own else 11)
    label.font.color.rgb = RGBColor.from_string(_HOME if strand.own else _MUTED)
    shown = {"c:showVal": value, "c:showSerName": name, "c:showCatName": False, "c:showLegendKey": False}
    for tag, on in shown.items():
        for held in label._dLbl.xpath(tag):
            held.set("val", "1" if on else "0")
    if lift:
        xml = f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="0"/><c:y val="{-lift}"/></c:manualLayout></c:layout>'
        label._dLbl.xpath("c:idx")[0].addnext(parse_xml(xml))
    label._dLbl.xpath("c:showBubbleSize")[0].addnext(parse_xml(f"<c:separator {nsdecls('c')}> </c:separator>"))


def _dots(chart: Any, picture: Picture) -> None:
    _upright(chart, picture)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart.category_axis.format.line.color.rgb = RGBColor.from_string(_GRID)
    for series, strand in zip(chart.plots[0].series, picture.strands, strict=True):
        series.smooth = False
        series.format.line.fill.background()
        _marker(series, strand, 14 if strand.own else 6)
        at = strand.last()
        if strand.own and at is not None:
            left = at > len(picture.categories) / 2
            _named(series, strand, at, name=True, value=True, left=left, lift=-_LIFT if left else _LIFT)


def _lines(chart: Any, picture: Picture) -> None:
    _upright(chart, picture)
    chart.category_axis.format.line.color.rgb = RGBColor.from_string(_MUTED)
    ends = [strand.values[at] for strand in picture.strands if (at := strand.last()) is not None]
    low, high = picture.reach()
    close = [value for value in ends if value is not None and abs(value - (ends[-1] or 0.0)) < (high - low) / 12]
    newest = {strand.name: number for number, strand in enumerate(picture.strands)}
    for number, (series, strand) in enumerate(zip(chart.plots[0].series, picture.strands, strict=True)):
        series.smooth = False
        series.format.line.color.rgb = RGBColor.from_string(_HOME if strand.own else _MUTED)
        series.format.line.width = Pt(3 if strand.own else 1.75)
        if strand.dashed:
            series.format.line.dash_style = MSO_LINE.DASH
        if strand.own:
            _marker(series, strand, 7)
        else:
            series.marker.style = XL_MARKER_STYLE.NONE
        at = strand.last()
        if newest[strand.name] == number and at is not None:
            lift = 0.0 if strand.own or strand.values[at] not in close else _LIFT
            below = (strand.values[at] or 0.0) <= (ends[-1] or 0.0)
            _named(series, strand, at, name=not strand.own, value=strand.own, lift=-lift if below else lift)


def _bars(chart: Any, picture: Picture) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 55, 100
    axis = chart.category_axis
    axis.reverse_order = True
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = RGBColor.from_string(_MUTED)
    axis.tick_labels.font.size = Pt(11 if len(picture.categories) > 5 else 12)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    low, high = picture.reach()
    chart.value_axis.minimum_scale = round(low * 1.25, 3) if low < 0 else 0
    chart.value_axis.maximum_scale = round(high * 1.3, 3) if high > 0 else 0
    for series, strand in zip(plot.series, picture.strands, strict=True):
        series.format.fill.solid()
        color = picture.hue.lstrip("#").upper() if strand.own else _QUIET
        series.format.fill.fore_color.rgb = RGBColor.from_string(color)
        series.invert_if_negative = False
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = _with_unit(picture), False
        labels.font.size, labels.font.bold = Pt(12), True


def _with_unit(picture: Picture) -> str:
    """The format of a number with its unit behind it."""
    unit = f'" {plain(picture.unit)}"'
    return ";".join(part + unit for part in _format(picture).split(";"))
