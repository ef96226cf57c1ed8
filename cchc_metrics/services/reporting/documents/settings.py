"""What documents say of the office itself: settings by name, and visible gaps where it has said nothing."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

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
    LETTER_SYMBOL = "ky-hieu-cong-van"
    REPORT_SYMBOL = "ky-hieu-bao-cao"
    LETTER_RECIPIENTS = "noi-nhan-cong-van"
    REPORT_RECIPIENTS = "noi-nhan"
    REPORT_TO = "kinh-gui-bao-cao"
    DAYS_TO_COMPLETE = "so-ngay-bo-sung"


# What a document may do without: the form TL./KT. of a head who signs himself, an addressee, a second deadline.
OPTIONAL = frozenset({Setting.SIGNED_FOR, Setting.REPORT_TO, Setting.DAYS_TO_COMPLETE})
# Written by hand when the document is issued: a draft never has them.
AT_ISSUE = ("so", "ngay", "thang", "nam")


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

    def frame(self, symbol: Setting, recipients: Setting) -> dict[str, object]:
        """What every official document has around its body. The number and the date are always gaps: a draft."""
        named = self.reporting.settings.get(recipients, "")
        return {
            "noi_ban_hanh_tren": self.get(Setting.ABOVE).upper(),
            "noi_ban_hanh": self.get(Setting.ISSUER).upper(),
            "ky_hieu": self.get(symbol),
            "dia_danh": self.get(Setting.PLACE),
            **dict.fromkeys(AT_ISSUE, texts().documents.short_gap),
            "hinh_thuc_ky": self.get(Setting.SIGNED_FOR),
            "chuc_vu_ky": self.get(Setting.SIGNER_TITLE).upper(),
            "nguoi_ky": self.get(Setting.SIGNER),
            "noi_nhan": list(split(named)) or [self.gap(texts().documents.settings[recipients])],
        }

    def compiler(self) -> str:
        """The unit that compiles the reports."""
        found = [unit.name for unit in self.reporting.units.values() if unit.compiles]
        return found[0] if found else self.gap(texts().documents.compiling_unit)

    def until(self, day: date) -> date | None:
        """By when a chased unit is to complete its report; None where the office has not set a number of days."""
        days = self.get(Setting.DAYS_TO_COMPLETE)
        return day + timedelta(days=int(days)) if days.isdecimal() and len(days) < 4 else None
