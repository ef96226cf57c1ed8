"""The woven report: its prose, its copies, its sections as the compiler edits them."""

from cchc_metrics.labels.texts.weaving import WeavingTexts

WEAVING = WeavingTexts(
    basis_types=(
        "Resolution",
        "Decree",
        "Decision",
        "Directive",
        "Programme",
        "Plan",
        "Official letter",
        "Circular",
        "Law",
    ),
    basis_numbered="{type} No. {basis}{day} {rest}",
    basis_day=" of {day}",
    carrying_out="Carrying out {bases}, {issuer} reports on public administration reform in {period} as follows:",
    reporting="{issuer} reports on public administration reform in {period} as follows:",
    issuer_of="{issuer}, {above}",
    merged=(
        "From {day}, {heirs} has taken over the tasks of {closed}; figures since the start of the year include what "
        "{closed} reported."
    ),
    dissolved=(
        "From {day}, {closed} has ceased to operate; figures since the start of the year include what it reported."
    ),
    topic="{letter}) {name}",
    letters="abcdefghijklmnopqrstuvwxyz",
    figure="{name}: ",
    share="{name}: ",
    rose=" (up {difference}{against})",
    fell=" (down {difference}{against})",
    same=" (unchanged{against})",
    against=" from {period}",
    other_units=" ({period}: {value}, units reporting: {count})",
    year_before="the same period last year",
    points="{number} percentage points",
    coverage=" ({count}/{owing} units with figures)",
    none_happened="Nothing to report: {names}.",
    yes_done="{name}: done",
    by_unit="{name}: {values}",
    unit_value="{unit} {value}",
    by_many="{name}: units reporting {count}, see Annex II",
    missed="Required level not met: ",
    missed_level=", required {bound}",
    missed_by=", required {bound} – {who}",
    missed_yes="{name} not fully done{who}",
    missed_reason=" (explanation: {reason})",
    missed_list="Indicators below the required level: {count} ({names}).",
    late_list="Units that submitted late or are overdue: {count} ({units}).",
    said_by=" ({units})",
    so_many="{count} units",
    parts={
        "ket-qua": "Results",
        "ton-tai": "Shortcomings",
        "nguyen-nhan": "Causes",
        "kien-nghi": "Proposals",
        "ky-toi": "Tasks for the next period",
    },
    bounds={
        "=": "{limit}",
        ">=": "at least {limit}",
        "<=": "at most {limit}",
        ">": "above {limit}",
        "<": "below {limit}",
    },
    bound_none="none allowed",
    bound_yes="to be done",
    bound_sum="equal to {formula}",
    plus=" plus ",
    minus=" less ",
    check_level="{message}: it says {left}",
    check_sides="{message}: {left} against {right} (check {expression})",
    annex_number="Annex {number}",
    annex_goes_with="(Attached to Report No. {number}/{symbol} of {day}/{month}/{year} by {issuer})",
    annex_words="Text of the units' reports",
    annex_words_lead="The units' own words in {period}, for the compiler to compare.",
    annex_words_head=("Task", "Section", "Unit", "Text", "Source"),
    sources_title="Sources of the public administration reform report, {period}",
    sources_head=("No", "Unit", "Reporting period", "File, entry", "Indicator"),
    final_reason="Signature copy made while reports are not yet accepted. Reason: {reason}",
    final_refused=(
        "Reports not yet accepted: {count} ({units}). Accept them, or give the reason for making the signature copy "
        "without them."
    ),
    final_note="Signature copy {period} made incomplete: {reason}",
    section_note="Section {section} of the report {period} written",
    section_dropped="Back to the system's draft",
    section_unknown="The outline has no section “{section}”.",
    section_empty="The section is empty. Write at least one sentence, or use the draft.",
    section_by_missing="Give the full name of the author.",
    left_out="Legal bases whose time of validity is over in {year}, left out of the report: {bases}.",
    stale="Figures or texts have changed since sections {sections} were written; look at these sections again.",
    no_number="No figure yet",
    nil_number="Nothing to report",
    exempt_number="Not concerned",
    nobody_number="No unit declared",
    number_of_unit="{unit}: {value}",
    edit_title="Edit each section",
    edit_lead=(
        "The system drafts from the units' figures and texts. Edit the wording here; one paragraph a line, a line "
        "beginning with “a) ” is a heading."
    ),
    edit_section="Section",
    edit_text="Text of the section",
    edit_by="Author",
    edit_save="Save the section",
    edit_restore="Back to the system's draft",
    edit_own="This section uses the text written by {by}.",
    edit_empty=(
        "No unit has reported on this yet. The copy for signature is without this section until there is something."
    ),
    tasks_untold=(
        "Outline of the report: tasks {tasks} stand in no section, so the text is silent about them. "
        "Add them to a section."
    ),
    sections_empty="Sections without content, left out of the copy for signature and renumbered: {sections}.",
    edit_drafted="This section uses the system's draft.",
    edit_changed="The units' figures or texts have changed since this section was written.",
    written_mark="{name} (edited)",
    download_working="Download the working copy (Word)",
    download_clean="Download the signature copy (Word)",
    download_sources="Download the sources (Excel)",
    clean_title="Signature copy",
    clean_lead=(
        "Without the word DRAFT, source marks and footnotes; the sources are a file of their own. While reports are "
        "not yet accepted, a reason is needed."
    ),
    clean_reason="Reason for the signature copy while reports are not yet accepted",
    clean_save="Record the reason, make the signature copy",
    help_final=(
        "signature copy: no source marks, no footnotes; refused while reports are not yet accepted and no reason is "
        "given"
    ),
    help_reason="reason for the signature copy while reports are not yet accepted",
    help_sources="Excel file of the sources",
)
