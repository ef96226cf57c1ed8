"""What documents say of the office itself: settings by name, and visible gaps where it has said nothing."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.obligations import split
from cchc_metrics.services.reporting.duties import Reporting


class Setting(StrEnum):
    """Names of facts of the kind «office-settings» that documents ask for; in Vietnamese: ``documents.settings``."""

    ABOVE = "noi-ban-hanh-tren"
    ISSUER = "noi-ban-hanh"
    PLACE = "dia-danh"
    SIGNED_FOR = "hinh-thuc-ky"
    SIGNER_TITLE = "chuc-vu-ky"
    SIGNER = "nguoi-ky"
    REPORT_SIGNED_FOR = "hinh-thuc-ky-bao-cao"
    REPORT_SIGNER_TITLE = "chuc-vu-ky-bao-cao"
    REPORT_SIGNER = "nguoi-ky-bao-cao"
    LETTER_SYMBOL = "ky-hieu-cong-van"
    REPORT_SYMBOL = "ky-hieu-bao-cao"
    LETTER_RECIPIENTS = "noi-nhan-cong-van"
    REPORT_RECIPIENTS = "noi-nhan"
    REPORT_TO = "kinh-gui-bao-cao"
    DAYS_TO_COMPLETE = "so-ngay-bo-sung"
    DAYS_TO_REMIND = "so-ngay-nhac"


# What a document may do without: the form TL./KT. of a head who signs himself, an addressee, a second deadline, a
# signer of reports other than that of letters.
_OF_REPORTS = (Setting.REPORT_SIGNED_FOR, Setting.REPORT_SIGNER_TITLE, Setting.REPORT_SIGNER)
_DAYS = (Setting.DAYS_TO_COMPLETE, Setting.DAYS_TO_REMIND)
# Several lines each, kept with a bar between them.
LISTED = frozenset({Setting.LETTER_RECIPIENTS, Setting.REPORT_RECIPIENTS})
OPTIONAL = frozenset({Setting.SIGNED_FOR, Setting.REPORT_TO, *_DAYS, *_OF_REPORTS})
# Written by hand when the document is issued: a draft never has them.
AT_ISSUE = ("so", "ngay", "thang", "nam")


class Frame(NamedTuple):
    """What one kind of document has around its body: its symbol, its recipients, who signs (form, title, name)."""

    symbol: Setting
    recipients: Setting
    signer: tuple[Setting, Setting, Setting]


_USUAL = (Setting.SIGNED_FOR, Setting.SIGNER_TITLE, Setting.SIGNER)
LETTER = Frame(Setting.LETTER_SYMBOL, Setting.LETTER_RECIPIENTS, _USUAL)
REPORT = Frame(Setting.REPORT_SYMBOL, Setting.REPORT_RECIPIENTS, _OF_REPORTS)


@dataclass(slots=True)
class OfficeWords:
    """The office's own words for one document. gaps: names of what it has not set, as they were asked for."""

    reporting: Reporting
    gaps: list[str] = field(default_factory=list)

    def get(self, setting: Setting) -> str:
        """The value, else a visible gap (nothing for what a document may do without)."""
        held = self.reporting.settings.get(setting, "").strip()
        if held or setting in OPTIONAL:
            return held
        return self.gap(texts().documents.settings[setting])

    def gap(self, name: str) -> str:
        """A gap, remembered under this name."""
        if name not in self.gaps:
            self.gaps.append(name)
        return texts().documents.gap

    def frame(self, kind: Frame) -> dict[str, object]:
        """What every official document has around its body. The number and the date are always gaps: văn thư writes
        them. A kind without a signer of its own is signed as letters are.
        """
        named = self.reporting.settings.get(kind.recipients, "")
        own = any(self.reporting.settings.get(one, "").strip() for one in kind.signer[1:])
        signed_for, title, signer = kind.signer if own else _USUAL
        return {
            "noi_ban_hanh_tren": self.get(Setting.ABOVE).upper(),
            "noi_ban_hanh": self.get(Setting.ISSUER).upper(),
            "ky_hieu": self.get(kind.symbol),
            "dia_danh": self.get(Setting.PLACE),
            **dict.fromkeys(AT_ISSUE, texts().documents.short_gap),
            "hinh_thuc_ky": self.get(signed_for),
            "chuc_vu_ky": self.get(title).upper(),
            "nguoi_ky": self.get(signer),
            "noi_nhan": list(split(named)) or [self.gap(texts().documents.settings[kind.recipients])],
        }

    def compiler(self) -> str:
        """The unit that compiles the reports."""
        found = [unit.name for unit in self.reporting.units.values() if unit.compiles]
        return found[0] if found else self.gap(texts().documents.compiling_unit)

    def until(self, day: date) -> date | None:
        """By when a chased unit is to complete its report; None where the office has not set a number of days."""
        days = self.get(Setting.DAYS_TO_COMPLETE)
        return day + timedelta(days=int(days)) if days.isdecimal() and len(days) < 4 else None
