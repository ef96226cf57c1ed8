"""The lists of a unit's tasks: solutions, initiatives, articles."""

from cchc_metrics.labels.texts.lists import AsidesTexts, ListsTexts

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

ASIDES = AsidesTexts(
    shape_unread=(
        "Text in a text box or shape on the sheet is not read. Copy it into a cell of the form, then delete the shape."
    ),
    picture_unread=(
        "A picture or chart on the sheet is not read. If it shows figures, enter them in the cells of the form; send "
        "supporting documents as evidence."
    ),
    print_unread="Text in the print header or footer of sheet «{sheet}» is not read. Copy it into a cell of the form.",
    struck_whole=(
        "The figure is struck through, so whether it still stands is not clear. If it does, remove the line; if not, "
        "delete the figure."
    ),
    struck_figure=(
        "Part of the cell is struck through («{words}»); read with the rest it becomes another number. Keep only the "
        "right number."
    ),
    struck_words="Text struck through in the cell is still read as ordinary text. Remove what is not used.",
    raised_figure=(
        "The cell has digits above or below the line («{words}»); read with the rest they become another number. Keep "
        "only the number; put remarks in the note column."
    ),
    shown_other=(
        "The number format of the cell shows another number than the cell holds, which is {number}. Enter the whole "
        "number and set the format to General."
    ),
    shown_words=(
        "The number format of the cell adds the words «{words}», which are not read; the cell holds {number} (unit: "
        "{measure}). If needed, put the words in the note column."
    ),
    shown_nothing="The number format of the cell hides the number; the cell holds {number}, which is still read.",
    shifted=(
        "All figures from {first} to {last} are there but one at the beginning or the end: the whole column may have "
        "been typed one row off. Check each figure against its indicator; where there is none yet, give the reason in "
        "the note column."
    ),
    file_type=(
        "A .{type} file has parts (cell comments, struck-through text, text boxes) that cannot all be read. Open the "
        "file, save it as .xlsx and send it again."
    ),
)
