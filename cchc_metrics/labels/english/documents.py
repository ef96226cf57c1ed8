"""Word documents of the reporting cycle, in English."""

from cchc_metrics.labels.texts.documents import DocumentsTexts

DOCUMENTS = DocumentsTexts(
    settings={
        "noi-ban-hanh-tren": "body directly above",
        "noi-ban-hanh": "issuing body",
        "dia-danh": "place written on documents",
        "hinh-thuc-ky": "form of signature (TL., KT.)",
        "chuc-vu-ky": "signatory's position",
        "nguoi-ky": "signatory's full name",
        "hinh-thuc-ky-bao-cao": "form of signature on reports (if other than on letters)",
        "chuc-vu-ky-bao-cao": "position of the signatory of reports (if other than of letters)",
        "nguoi-ky-bao-cao": "full name of the signatory of reports (if other than of letters)",
        "ky-hieu-cong-van": "symbol of letters",
        "ky-hieu-bao-cao": "symbol of reports",
        "noi-nhan-cong-van": "recipients of chasing letters",
        "noi-nhan": "recipients of reports",
        "kinh-gui-bao-cao": "addressee of reports",
        "so-ngay-bo-sung": "days to complete a report after being chased",
        "so-ngay-nhac": "days before the due date to remind",
    },
    translation="Bản dịch làm việc / Working translation, not for signature",
    templates={
        "cong-van-don-doc": "Chasing letter",
        "bao-cao-tong-hop": "Consolidated report",
        "ban-tin-lanh-dao": "Leader's brief",
        "ke-nhanh": "Slides in brief",
        "ke-nhanh-word": "Word of the story in brief",
    },
    periods={
        "Q1": "first quarter of {year}",
        "6M": "first six months of {year}",
        "Q3": "third quarter of {year}",
        "FY": "year {year}",
    },
    item_parts={
        "value": "figure",
        "text": "text",
        "evidence": "evidence",
        "nil": "nothing to report",
    },
    check_names={
        "opening": "Opening balance",
        "cumulative": "Cumulative figure",
        "not_asked": "Scope of the report",
        "joint": "After the split",
    },
    compiling_unit="unit compiling the report",
    basis_gap="legal basis of the form",
    template_wrong=(
        "The document template has a wrong field: {reason}. Download the template in use, edit that copy and upload it "
        "again."
    ),
    template_undefined="the template calls a value that does not exist ({reason})",
    template_forbidden="an expression uses an operation or function that is not allowed ({reason})",
    template_syntax="syntax error ({reason})",
    template_failed="an expression cannot be computed ({reason})",
    template_costly=(
        "The document template takes too much time or memory to be filled. Remove loops, tables or pictures from it "
        "and upload it again."
    ),
    template_unreadable=(
        "This file is not a Word file (.docx) that can be opened. Save it as .docx and upload it again."
    ),
    template_too_large="The document template is too large. Remove pictures and upload it again.",
    template_same="This file is the same as the template in use, so nothing changes.",
    template_restored_note="Document template restored to the shipped one",
    attachment_size="An attachment must not be empty, nor larger than {limit} MB.",
    basis_ended=(
        "Legal bases are no longer in force, so the document cannot be made: {bases}. Update the list of legal bases, "
        "or remove these from the task and the form."
    ),
    ended_on="no longer in force from {day}",
    replaced_by="replaced by {basis}",
    basis_dated="{basis} of {day}",
    draft="DRAFT",
    made_again="REBUILT FOR COMPARISON (signed as no. {number} on {day})",
    letter_about="submission of the public administration reform report for {periods}",
    letter_task="Task {task}: {name}",
    letter_figures="{task} – no figure for {codes}",
    letter_comment="To be corrected: {comment}",
    letter_extended="The due date was extended; reason: {reason}.",
    letter_chased="Chased on {days}.",
    letter_held=(
        "The figures of this period are already in the report for {period}; please still submit the report of the "
        "period, or ask to be exempted."
    ),
    letter_until=" by {day}",
    not_sent="report not submitted",
    late_by=", {days}-day delay",
    sent_on="submitted on {day}",
    returned="{sent}; returned for correction and not submitted again",
    incomplete="{sent}; incomplete",
    earlier_period="{period} ({days}-day delay)",
    earlier_not_sent="{period} (still not submitted)",
    earlier="Of the {followed} earlier periods on record, the unit was late in {late}: {periods}.",
    message_head=(
        "To {unit}. As of the end of {day}, the following is outstanding in the unit's reporting on public "
        "administration reform:"
    ),
    message_item="{form}, {period} (due {due}): {state}",
    message_tasks="; tasks missing: {tasks}",
    message_foot="Please complete the above and submit it to {compiler}{until}. With kind regards.",
    chased_by_missing="Enter the full name of the person who chased.",
    nobody_to_chase="No unit has a late or incomplete report.",
    chased_note="Chased on {day}, units: {count}",
    no_form="No form is due in {period}.",
    not_asked="figures were given for indicators that this unit does not report: {codes}; left out of the totals",
    opening_differs="{name}: opening balance {given}, but {due} follows from the report for {period}",
    cumulative_below="{name}: cumulative figure {given} is less than {part}, already reported for {period}",
    source_typed="typed on screen (entry {seq})",
    source_file="file {file} (entry {seq}, {day})",
    typed="typed on screen",
    received="As of {day}, the Office had received the reports of {received}",
    units_end=" units that have to report.",
    not_received=(
        "As of {day}, no report had been received from {units}. The figures in this report do not include them."
    ),
    not_received_line="No report received from {unit}.",
    incomplete_units="Incomplete reports: {units}.",
    incomplete_unit="{unit} (tasks missing: {tasks})",
    nil_units="Units with nothing to report in the period: {units}.",
    returned_units="Reports returned for correction: {units}; the figures submitted are used for now.",
    exempt_units="Units exempt from reporting in the period: {units}.",
    unowned_tasks="Tasks with no unit declared: {tasks}. There are no figures for these tasks.",
    note_many="{period}: compiled from {count} units, sources {numbers} in the annex Sources of figures.",
    note_computed="Computed by the system from the reports submitted and received by the end of {day}.",
    follow_up=(
        "Reports the Office has to receive from its units: {owed}. Received: {received}; on time: {on_time}; late: "
        "{late}{of_missing}; not received: {missing}. Of those received, complete: {complete}; incomplete: "
        "{incomplete}."
    ),
    follow_up_missing=", of which not submitted: {count}",
    late_unit="{unit} ({days}-day delay)",
    late_units="Units that submitted late: {units}.",
    missing_late_units="Units overdue and not submitted: {units}.",
    undated_units=(
        "Reports with unknown submission date or no due date set, counted neither as on time nor as late: {count}."
    ),
    nothing_reported="No unit has reported on this yet.",
    closing="The above are the results of public administration reform for the {period}./.",
    annex_title="Annex {number}. {title}",
    annex_figures="Consolidated figures by indicator",
    annex_figures_lead=(
        "Figures for the {period}. “–”: no data, which is not 0; number in brackets: units with data in the period "
        "compared."
    ),
    annex_figures_marks=" Source: number in the annex Sources of figures.",
    annex_figures_head=(
        "Code",
        "Indicator",
        "Unit of measure",
        "Required level",
        "Units reporting",
        "Note",
        "Source",
    ),
    annex_tasks="Figures by task and unit",
    annex_tasks_lead=(
        "Figures for the {period}. “–”: not reported; nil: nothing to report; exempt: does not have to report; *: "
        "required level not met; blank: not asked."
    ),
    annex_faults="Conflicting figures to be clarified",
    annex_faults_lead="Results of cross-checks for the {period}.",
    annex_faults_head=("Unit", "Check", "Content", "Unit's explanation", "Source"),
    annex_sources="Sources of figures",
    annex_sources_lead="Unit reports used in the report for the {period}.",
    annex_sources_head=("No.", "Unit", "Reporting period", "File, entry"),
    task_title="Task {task}. {name}",
    unit="Unit",
    source="Source",
    sum="Total",
    bound_unmet="{bound} (not met)",
    nobody_owes="no reporting unit declared",
    remark_not_added="not added across units",
    remark_missing="not reported: {units}",
    remark_nil="nothing to report: {units}",
    remark_exempt="exempt: {units}",
    remark_failing="not met: {units}",
    so_many_units="{count} units",
    cell_nil="nil",
    cell_exempt="exempt",
    must_fix="none; the figures must be corrected",
    not_explained="none yet",
    software_title="Figures for entry in the ministry's software, {period}",
    software_head=(
        "Code",
        "Indicator",
        "Value",
        "Unit of measure",
        "Units reporting",
        "Units that have to report",
    ),
    signed_incomplete="Enter number, symbol and the signatory's full name.",
    not_a_pdf="The file is not a PDF. Scan the signed copy to PDF and choose it again.",
    pdf_damaged="The PDF cannot be read or has no pages. Scan or export it again and choose it again.",
    pdf_encrypted=(
        "The PDF is protected by a password, so it cannot be checked. Remove the password and choose it again."
    ),
    pdf_costly="The PDF is too complex to be checked. Print or scan it to a new PDF and choose that.",
    pdf_active="The PDF has {what}, so it is not accepted. Print or scan it to a PDF with pages only and choose that.",
    pdf_parts={
        "script": "code (JavaScript)",
        "program": "a command that starts a program",
        "form": "a form that sends data",
        "embedded": "another file embedded in it",
        "media": "multimedia content",
    },
    signature_unchecked="The signed copy is kept as received; a digital signature in it is not checked.",
    signed_file="Signed copy of report no. {number}",
    signed_note="Report for {period} signed as no. {number}",
    frozen_note="Figures of {period} frozen",
    no_signed_file="There is no signed copy for this period yet.",
    brief_title="LEADER'S BRIEF ON PUBLIC ADMINISTRATION REFORM",
    brief_made="{issuer}; data as of {day}",
    brief_head=("Index", "Province", "Result", "Rank, change"),
    brief_sections=(
        "1. Latest index results",
        "2. Notable changes",
        "3. Where the province trails the leaders, responsible units",
        "4. Late and incomplete reports",
        "5. To be decided",
    ),
    brief_none="No data yet.",
    brief_source="Source: published data and unit reports. {as_of}.",
    brief_more="and {count} more.",
    brief_undated="{periods}, reports not submitted and without a due date, so not counted as late: {count}.",
    brief_nobody_late="No report is late or incomplete.",
    moved_up="up most in {part} ({change} {unit})",
    moved_down="down most in {part} ({change} {unit})",
    moved_parts="{name}, {index}, {before} to {after}: {parts}.",
    moved_nothing="{name}, {index}, {before} to {after}: {change} {unit}; no component changed significantly.",
    moved_hidden="{name}, {index}, {before} to {after}: {change} {unit}, not significant.",
    moved_whole="{name}, {index}, {before} to {after}: {change} {unit}; there are no component scores to compare.",
    behind_part="{part}, {gap} behind {like}, {unit}",
    lost_part="{part}, {lost} lost, {unit}",
    nobody_assigned="not assigned",
    decide_late="Chase {unit}: {days}-day delay in the report for {period} (late reports in all: {count}).",
    decide_bound="Have the unmet indicators dealt with: {items}{more}.",
    decide_bound_item="{name} ({code}), {period}: {value}, required {bound}",
    decide_bound_more="; and {count} more",
    decide_worth=(
        "Assign work on {part} ({index} {period}, {name}): matching {like} means a rise of {rise} (achieved in {times} "
        "of {changes} province-years) and moves the rank from {before} to {after}; responsible: {unit}."
    ),
    decide_loss=(
        "Assign work on {part} ({index} {period}, {name}): {lost} lost, {share} of all points lost; responsible: "
        "{unit}."
    ),
    decide_unowned="Assign a unit to each undeclared task ({count}): {tasks}.",
    decide_undated="Set due dates for {periods}; reports not submitted and without one: {count}.",
    decide_ended="Replace the legal bases no longer in force but still cited by tasks ({count}): {bases}.",
    decide_unreviewed="Review the legal bases not yet checked for validity: {count}/{total}.",
    help_letters="chasing letters to units with late or incomplete reports",
    help_report="consolidated report of a period (Word)",
    help_brief="one-page brief for leaders (Word or HTML)",
    help_on=(
        "day as of which progress is seen, as YEAR-MONTH-DAY; letters, brief: today by default; report: day of the "
        "newest data"
    ),
    help_mark="words put on every page, for example “ILLUSTRATIVE DATA”",
    help_period="reporting period: 2026-Q1, 2026-6M, 2026-Q3, 2026-FY",
    help_form="form code; by default the first form due in the period",
    help_out_folder="folder to write the letters to",
    help_out_file="file to write",
    help_sheet="Excel file “figures for entry in the ministry's software”",
    report_made="{file}: {period}, reports received {received}/{owed}, conflicts: {faults}.",
    correction_needs_reason=(
        "The report is recorded as no. {number} of {day}. Changing the number, date, signatory or signed copy is a "
        "correction: give a reason."
    ),
    not_accepted="Reports not accepted yet: {count} ({units}). Accept them, or give a reason for signing without them.",
    sign_reason="Reason (if reports are not accepted yet, or for a correction)",
    not_accepted_note="Reports not accepted yet: {units}; signing now needs a reason.",
    gaps_note="Left blank because not declared: {gaps}.",
    unreviewed_note="Legal bases not yet checked for validity: {bases}.",
    title="Compile & sign {period}: {state}",
    state_draft="draft",
    state_signed="signed as no. {number} on {day}",
    finding=(
        "Reports received: {received}/{owed}; late {late}, incomplete {incomplete}; units to chase {chase}; conflicts "
        "{faults}."
    ),
    finding_undated=(
        "Reports received: {received}/{owed}; not sent: {undated}. No due date is set for this period, so nothing "
        "counts as late and nobody is listed for chasing; incomplete {incomplete}; conflicts {faults}."
    ),
    set_due="Set due dates",
    chase_no_due=(
        "No due date is set for {period}, so the units to chase are not known; units that have not submitted: {count}."
    ),
    chase_none_due="No report for {period} is overdue yet; units that have not submitted: {count}.",
    period="Reporting period",
    form="Form",
    empty_title="No reporting periods yet",
    empty_body=(
        "Upload reporting periods and forms first; this page then makes chasing letters and the consolidated report."
    ),
    refused="The report could not be made",
    chase_title="Chasing",
    chase_lead="One letter for each unit that is late or incomplete. As of the end of {day}.",
    chase_caption="Units to chase for {period}, as of {day}",
    chase_columns=(
        "Unit",
        "Due date",
        "State",
        "Tasks missing",
        "Late in earlier periods",
        "Chased",
    ),
    chase_nobody="No unit has a late or incomplete report for {period}.",
    chase_undated="Reports not submitted and without a due date, so lateness is unknown: {count}.",
    download_letters="Download the chasing letters ({count})",
    message_title="Chasing message",
    message_unit="Unit to message",
    chased_title="Record who was chased",
    chased_units="Units chased",
    chased_by="Chased by",
    chased_save="Record as chased",
    chased_done="Recorded as chased, entry {seq}.",
    report_title="Consolidated report",
    report_lead="A draft made from the reports received. The system issues no documents.",
    report_lead_signed=(
        "Rebuilt from the data of now, including corrections after signing; the signed copy and the corrections are "
        "below."
    ),
    download_sheet="Download the figures for the ministry's software",
    figures_caption="Consolidated figures, {period}",
    figures_columns=(
        "Code",
        "Indicator",
        "Unit of measure",
        "This period",
        "Required level",
        "Units reporting",
        "Note",
    ),
    faults_caption="Conflicting figures to be clarified",
    faults_columns=("Unit", "Check", "Content", "Explanation"),
    sign_title="Signature",
    sign_lead=(
        "Once the report is signed, enter its number, date, signatory and signed copy. The reporting period is then "
        "frozen; later changes are corrections."
    ),
    sign_number="Number, symbol",
    sign_day="Signed on",
    sign_signer="Signatory",
    sign_file="Signed copy (PDF)",
    sign_save="Record as signed, freeze the period",
    sign_done="Report recorded as signed, no. {number}; the reporting period is frozen.",
    sign_unchanged="Nothing has changed.",
    signed_words="The report for {period} was signed as no. {number} on {day} by {signer}.",
    download_signed="Download the signed copy",
    corrections_caption="Corrections after signing",
    corrections_columns=("Unit", "Code", "Signed figure", "New figure", "Changed by", "At", "Reason"),
    corrections_none="There are no corrections after signing.",
    brief_section="Leader's brief",
    brief_lead="One A4 page for leaders: results, changes, points lost, late reports, decisions needed.",
    download_brief="Download the brief (Word)",
    download_brief_page="Download the brief for printing (HTML)",
    templates_title="Document templates",
    templates_lead=(
        "Edit layout, fonts and fixed wording in the Word file itself, then upload it. Leave the fields in braces as "
        "they are."
    ),
    template_choose="Template",
    template_own="The Office's own template is in use.",
    template_shipped="The shipped template is in use.",
    template_download="Download the template in use",
    template_upload="The Office's template (.docx)",
    template_save="Use this template",
    template_restore="Restore the template",
    template_saved="Document template replaced.",
    template_restored="Document template restored.",
)
