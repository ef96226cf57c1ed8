"""What the use cases say of themselves: refusals, general reasons, notes of entries made by the system."""

from cchc_metrics.labels.texts.services import ServicesTexts

SERVICES = ServicesTexts(
    total="Total score",
    points="points",
    loading_reference="Loading published figures: {title}",
    loaded_reference="Published figures loaded",
    reference_refused="The shipped data file {name} is not valid at cell {cell}: {message}",
    reference_note="Published figures, shipped with the software",
    unknown_kind="There is no kind of data “{name}”. Kinds at hand: {names}.",
    reference_withdrawn=(
        "New edition of the figures shipped with the software; {count} rows of the edition before, which it no longer "
        "holds, are withdrawn"
    ),
    unknown_index="There is no index “{index}”. Indices at hand: {names}.",
    unknown_node="The criteria set of {index} for {period} has no criterion “{node}”.",
    unknown_entity="There is no entity “{name}”. Write the name as on the screen, for example “Quảng Trị (cũ)”.",
    no_scores="No scores yet for {index}, criterion {node}, {period}. Upload them or choose another period.",
    no_scores_on_base="{period} was published for {own} provinces; there are no figures for {base} provinces.",
    plan_has_errors="The file still has errors and was not uploaded. Correct the cells named, then choose it again.",
    reason_needed=(
        "The file still has warnings and was not uploaded. Give the reason for uploading it all the same in the note "
        "(command line: --note), then confirm again."
    ),
    framework_changed="The criteria set changed between the two years",
    max_changed="The criterion's maximum score changed between the two years",
    not_comparable="The two years cannot be compared",
    no_parts="{index} {period} has no table of the parts of “{node}” yet. Upload the criteria set to see the gaps.",
    note_names_citizen=(
        "The note holds a number that looks like a citizen identity number. The journal keeps notes for good and they "
        "cannot be deleted: remove the number and write the note again."
    ),
    not_allowed="{name} has no permission for this. Ask the administrator to grant it.",
    percentage_points="percentage points",
    percentage_points_short="pp",
    reading_file="Reading the file",
    checking_cells="Checking each cell",
    comparing="Comparing with the data at hand",
    and_word="and",
)
