"""The lists of a unit's tasks: solutions, initiatives, articles."""

from cchc_metrics.labels.texts.lists import ListsTexts

LISTS = ListsTexts(
    title="Lists of solutions, initiatives and articles",
    lead="Each row carries over to the next period until it is completed or stopped.",
    none="No row is being followed in this period.",
    caption="Lists by task in the period",
    columns=("Task", "No.", "Title", "Carries out", "State", "In charge", "Deadline", "Evidence", "Since"),
    edit="Add or update a row",
    row="Row",
    new="Add a new row",
    named="{task}.{number} {title}",
    task="Task",
    name="Title of the solution, initiative or article",
    tied_to="Document carried out",
    tied_example="for example 34/CTr-UBND",
    state="State",
    owner="Person in charge",
    due="Deadline",
    evidence="Evidence",
    save="Save the row",
    title_missing="Give the title of the solution, initiative or article.",
    state_unknown="Choose a state from the list.",
    note="List of task {task} of {unit} updated, row {number}",
    told="{title}{tied} – {state}",
    tied=" (carrying out {basis})",
    sheet="Lists",
    sheet_lead=(
        "Solutions, initiatives, articles: one row each, carried over to the next period until completed or stopped. "
        "Leave existing titles as they are; put new items in the empty rows."
    ),
    sheet_headers=(
        "Item code",
        "Title of the solution, initiative or article",
        "Document carried out",
        "State",
        "Person in charge",
        "Deadline",
        "Supporting document",
    ),
    row_taken="Item {code} of the unit's list is “{title}”. Restore that title; put new items in the empty rows.",
    row_state="Choose one state: {states}.",
    row_due="The deadline cannot be read. Write day/month/year, for example 30/6/2026.",
)
