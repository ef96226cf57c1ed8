"""The templates of Word and PowerPoint: those that are shipped, and the office's own in their place.

An office's template is an attachment like any file that was taken in: archived, versioned, taken back by «khôi phục».
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd

from cchc_metrics import documents
from cchc_metrics.access import Deed, may, require
from cchc_metrics.config import PROJECT
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.labels import OFFICIAL, language, official, speaking, texts
from cchc_metrics.model import Deck, Drawn, Entry, Key, Picture, Slide, Strand
from cchc_metrics.schema import ATTACHMENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data
from cchc_metrics.services.reporting.documents.attachments import archive, newest
from cchc_metrics.services.storing import storing

SHIPPED = PROJECT / "data" / "templates"
_ABOUT = "mau:"


class TemplateName(StrEnum):
    """The templates there are; the value is the file's name without its ending."""

    LETTER = "cong-van-don-doc"
    REPORT = "bao-cao-tong-hop"
    BRIEF = "ban-tin-lanh-dao"
    STORY = "ke-nhanh"
    STORY_WORD = "ke-nhanh-word"

    @property
    def ending(self) -> str:
        """The ending of its file's name."""
        return "pptx" if self is TemplateName.STORY else "docx"


_FRAME = dict.fromkeys(
    (
        "dau",
        "noi_ban_hanh_tren",
        "noi_ban_hanh",
        "ky_hieu",
        "dia_danh",
        "so",
        "ngay",
        "thang",
        "nam",
        "hinh_thuc_ky",
        "chuc_vu_ky",
        "nguoi_ky",
        "kinh_gui",
    ),
    "x",
) | {"noi_nhan": ["x"]}
_ITEM = dict.fromkeys(("ten", "han", "tinh_trang"), "x") | {"thieu": ["x"], "them": ["x"]}
_SECTION = {"cap": 1, "ten": "x", "doan": [{"don_vi": True, "chu": "x"}, {"don_vi": False, "chu": "x"}]}
_TABLE = documents.Sheet(("x",), (("x",),), (1,))
_ANNEX = {
    **dict.fromkeys(("ten", "so_phu_luc", "tieu_de", "kem_theo", "loi_dan"), "x"),
    "bang": [{"ten": "x", "bang": _TABLE}],
}
# One value for everything that a template may ask for, by which the office's own is tried.
_PICTURE = Picture(Drawn.BARS, ("x",), (Strand("x", (1.0,), own=True),), "x", "#000000")
_DECK = Deck("x", "x", (Slide("x", ("x",), "x", _PICTURE, "x"), Slide("x", ("x",), "x", numbered=True)), "x")
SAMPLES: Mapping[TemplateName, Mapping[str, Any]] = {
    TemplateName.LETTER: _FRAME
    | dict.fromkeys(("trich_yeu", "can_cu", "den_ngay", "don_vi_tong_hop", "lan_truoc", "han_bo_sung"), "x")
    | {"muc": [_ITEM]},
    TemplateName.REPORT: _FRAME
    | {Key.PERIOD: "x", "loi_ket": "x", "can_cu": ["x"], "mo_dau": ["x"], "muc": [_SECTION]}
    | {"phu_luc": [_ANNEX]},
    TemplateName.BRIEF: {
        **dict.fromkeys(("dau", "noi_lap", "nguon"), "x"),
        **{key: ["x"] for key in ("thay_doi", "chua_dat", "cham", "quyet_dinh")},
        "bang_chi_so": _TABLE,
    },
}
# Theirs are the words of the story, in whatever language.
_WORDLESS = (TemplateName.STORY, TemplateName.STORY_WORD)


def template(desk: Desk, name: TemplateName) -> bytes:
    """The template in use; in another language than Vietnamese the shipped one of it.

    Raises UnknownNameError when the office's own was removed from the archive.
    """
    require(desk.actor, Deed.READ_ALL)
    if language() != OFFICIAL and name not in _WORDLESS:
        return (SHIPPED / language() / f"{name}.docx").read_bytes()
    own = newest(desk, f"{_ABOUT}{name}")
    return desk.office.store.original(own.seq)[1] if own else _shipped(name)


def story_template(desk: Desk, name: TemplateName) -> bytes:
    """A template of stories for whoever reads published figures: the office's own for those who see its files."""
    require(desk.actor, Deed.READ)
    return template(desk, name) if may(desk.actor, Deed.READ_ALL) else _shipped(name)


def _shipped(name: TemplateName) -> bytes:
    return (SHIPPED / f"{name}.{name.ending}").read_bytes()


def is_own(desk: Desk, name: TemplateName) -> bool:
    """Whether the office's own template is in use."""
    return newest(desk, f"{_ABOUT}{name}") is not None


def replace(desk: Desk, name: TemplateName, file_name: str, data: bytes) -> Entry | None:
    """Put the office's template in use, once it has been filled with made-up values.

    Raises UnreadableFileError, saying why, when it cannot be; CchcError when it is the one in use already.
    """
    require(desk.actor, Deed.IMPORT)
    if not file_name.lower().endswith(f".{name.ending}"):
        said = texts()
        raise UnreadableFileError(
            said.story.slides_unreadable if name is TemplateName.STORY else said.documents.template_unreadable
        )
    with speaking(OFFICIAL):
        used = template(desk, name)
    if data == used:
        raise CchcError(texts().documents.template_same)
    if name is TemplateName.STORY:
        documents.slides(data, _DECK, as_of_data(desk))
    else:
        documents.fill(data, _sample(name), as_of_data(desk))
    return archive(desk, file_name, data, f"{_ABOUT}{name}", official().documents.templates[name])


def _sample(name: TemplateName) -> Mapping[str, Any]:
    """A made-up value for everything that a Word template may ask for."""
    if name is not TemplateName.STORY_WORD:
        return SAMPLES[name]
    from cchc_metrics.documents.story_word import story_values  # noqa: PLC0415 it draws: loaded when a file is tried

    return story_values(_DECK)


def restore(desk: Desk, name: TemplateName) -> int:
    """Put the shipped template in use again; returns how many of the office's were taken out of force."""
    require(desk.actor, Deed.EDIT)
    held: pd.DataFrame = desk.office.store.facts(ATTACHMENTS, {"about": [f"{_ABOUT}{name}"]}, provenance=True)
    if held.empty:
        return 0
    storing.remove(desk.office, desk.actor, ATTACHMENTS, held, official().documents.template_restored_note)
    return len(held)
