"""Locked periods."""

from cchc_metrics.labels.texts.locks import LocksTexts

LOCKS = LocksTexts(
    locked=(
        "Period {period} is locked, so nothing can be written. A reviewer asks to unlock it; once a second person "
        "agrees, it can be changed."
    ),
    no_period="“{period}” is not the code of a period; examples: 2026-Q1, 2025.",
    locked_already="Period {period} is locked.",
    not_locked="Period {period} is not locked.",
    reason_missing="Give the reason for unlocking.",
    nobody_asked="Nobody has asked to unlock period {period}, or it is not locked.",
    second_person="Whoever asks cannot unlock the period alone: a second person must agree.",
    title="Lock a reporting period",
    lead="In a locked period nobody can add, change or undo. Unlocking takes a reason and a second person.",
    lock="Lock period {period}",
    ask="Ask to unlock",
    reason="Reason for unlocking",
    grant="Agree to unlock",
    is_locked="Period {period} is locked, by {by}.",
    is_asked="{by} asks to unlock: {reason}",
    done="Recorded.",
    help_periods="lock a period, ask to unlock it, agree to unlock it; lists the periods if no act is given",
    help_act="lock: lock · ask: ask to unlock · unlock: agree to unlock",
    nothing_locked="No period is locked.",
)
