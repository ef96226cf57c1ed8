"""Documents of the reporting cycle: ``letters``, ``report``, ``brief``."""

import argparse
from datetime import date
from pathlib import Path

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of
from cchc_metrics.cli.written import write_file, write_files
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.compile import brief as brief_of
from cchc_metrics.views.compile import letters, report, sheets
from cchc_metrics.views.compile.marks import Copy


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().documents
    one = _shared(add("letters", _letters, t.help_letters))
    one.add_argument("--period", metavar="PERIOD", help=t.help_period)
    one.add_argument("--out", metavar="DIR", help=t.help_out_folder)
    one = _shared(add("report", _report, t.help_report))
    one.add_argument("--period", metavar="PERIOD", required=True, help=t.help_period)
    one.add_argument("--form", metavar="FORM", help=t.help_form)
    one.add_argument("--out", metavar="FILE.docx", help=t.help_out_file)
    one.add_argument("--sheet", metavar="FILE.xlsx", help=t.help_sheet)
    woven = texts().weaving
    one.add_argument("--final", action="store_true", help=woven.help_final)
    one.add_argument("--reason", default="", metavar="TEXT", help=woven.help_reason)
    one.add_argument("--sources", metavar="FILE.xlsx", help=woven.help_sources)
    one = _shared(add("brief", _brief, t.help_brief))
    one.add_argument("--out", metavar="FILE.docx|FILE.html", help=t.help_out_file)


def _shared(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    t = texts().documents
    parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help=t.help_on)
    parser.add_argument("--mark", default="", metavar="TEXT", help=t.help_mark)
    return parser


def _letters(office: Office, options: argparse.Namespace) -> int:
    t, desk = texts().documents, desk_of(office)
    batch = letters.letters(desk, options.on or today(desk), options.period, mark=options.mark)
    answer = letters.answer(batch)
    if options.out:
        folder = Path(options.out)
        files = {letter.file_name: letter.data for letter in batch.letters}
        if files:
            messages = "\n\n".join(letter.message for letter in batch.letters)
            write_files(folder, {**files, letters.MESSAGES: messages.encode()})
        answer |= {"folder": str(folder)}
    words = [letter.message for letter in batch.letters] or [t.nobody_to_chase]
    say(options, answer, "\n\n".join([*words, *_to_the_author(batch.gaps, batch.unreviewed)]))
    return 0


def _report(office: Office, options: argparse.Namespace) -> int:
    desk = desk_of(office)
    copy = Copy.CLEAN if options.final else Copy.WORKING
    asked = (options.period, options.form, options.on)
    made = report.report(desk, *asked, mark=options.mark, copy=copy, reason=options.reason)
    if options.out:
        write_file(Path(options.out), made.data)
    answer = report.answer(made.compiled, made.gaps, options.out or "")
    if options.sheet:
        write_file(Path(options.sheet), sheets.software_sheet(desk, made.compiled, mark=options.mark))
        answer |= {"sheet": options.sheet}
    if options.sources:
        made_of = sheets.sources_sheet(desk, made.compiled, made.reason, mark=options.mark)
        write_file(Path(options.sources), made_of)
        answer |= {"sources_file": options.sources}
    counted, found = made.compiled.tally, made.compiled.found
    words = texts().documents.report_made.format(
        file=options.out or made.file_name,
        period=fmt.period(found.window.period.id),
        received=counted.received,
        owed=counted.owed,
        faults=len(made.compiled.faults),
    )
    missing = [texts().documents.not_received_line.format(unit=found.name(unit)) for unit in counted.missing]
    notes = _to_the_author(made.gaps, made.compiled.bases.unreviewed)
    if gone := made.compiled.bases.left_out:
        notes.append(texts().weaving.left_out.format(year=found.window.period.year, bases="; ".join(gone)))
    say(options, answer, "\n".join([words, *missing, *notes]))
    return 0


def _brief(office: Office, options: argparse.Namespace) -> int:
    desk = desk_of(office)
    content = brief_of.brief(desk, options.on or today(desk))
    if options.out:
        path = Path(options.out)
        build = brief_of.as_page if path.suffix.lower() in (".html", ".htm") else brief_of.as_word
        write_file(path, build(desk, content, mark=options.mark))
    lines = [" · ".join(str(cell) for cell in row) for row in content.cards.rows]
    parts = (lines, content.moved, content.lost, content.late, content.decisions)
    titles = texts().documents.brief_sections
    words = "\n\n".join("\n".join((title, *part)) for title, part in zip(titles, parts, strict=True))
    say(options, brief_of.answer(content, options.out or ""), words)
    return 0


def _to_the_author(gaps: tuple[str, ...], unreviewed: tuple[str, ...]) -> list[str]:
    """What stays open and what nobody has reviewed."""
    t = texts().documents
    lines = [t.gaps_note.format(gaps="; ".join(gaps))] if gaps else []
    return lines + ([t.unreviewed_note.format(bases=", ".join(unreviewed))] if unreviewed else [])
