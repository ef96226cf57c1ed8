"""The questions of a file as a form, and what becomes of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cchc_metrics.importing import questions
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import FileMapping, ImportPlan, Question

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question. where: the first cell and how many there are · choices: value -> words, the likeliest first."""

    number: int
    prompt: str
    where: str
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """At most ten questions of a file."""

    lead: str
    pages: int
    questions: tuple[QuestionView, ...]


def question_page(plan: ImportPlan, page: int = 1) -> QuestionPage:
    """One page of the questions of a plan; a page that does not exist is the last."""
    t, asked = texts().questions, plan.questions
    pages = max(1, -(-len(asked) // PER_PAGE))
    start = (min(page, pages) - 1) * PER_PAGE
    shown = tuple(_view(start + at, one) for at, one in enumerate(asked[start : start + PER_PAGE]))
    return QuestionPage(t.lead.format(count=fmt.integer(len(asked))), pages, shown)


def _view(number: int, question: Question) -> QuestionView:
    t = texts().questions
    place = " ".join(part for part in (question.sheet, question.cell) if part)
    words = t.where_many if question.count > 1 else t.where_one
    where = words.format(place=place, count=fmt.integer(question.count)) if place else ""
    return QuestionView(number, question.prompt, where, question.choices)


def answered(plan: ImportPlan, given: FileMapping | None, answers: Mapping[int, str]) -> FileMapping:
    """How the file is to be read after these answers (place of the question -> value).

    given: what a person said before of the reading. Where nobody corrected it, the tables stay to be understood anew:
    an answer may make more of the file understood.
    """
    mapping = plan.mapping or FileMapping(plan.kind, ())
    for number, value in answers.items():
        mapping = questions.answered(mapping, plan.questions[number], value)
    by_person = (given is not None and given.tables) or any(one.code == "layout_remembered" for one in plan.findings)
    return mapping if by_person else replace(mapping, tables=())
