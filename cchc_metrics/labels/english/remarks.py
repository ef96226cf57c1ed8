"""Notes of people on a day, a year or a figure; pins and saved views."""

from cchc_metrics.labels.texts.remarks import RemarksTexts, ShelfTexts

REMARKS = RemarksTexts(
    title="Notes of users",
    lead=(
        "Something that happened, not a break: the line goes on and scores compare. The mark in a box on the picture "
        "is that of this table."
    ),
    mark="N{number}",
    hover="Note on {when}: {text}",
    column_mark="Mark",
    column_when="When",
    column_about="About",
    column_text="Note",
    column_by="Written by",
    column_seq="Entry",
    caption="Notes on {node}",
    everybody="all provinces",
    past_title="Notes changed or withdrawn",
    column_until="Changed or withdrawn by entry",
    form="Add, change or withdraw a note",
    form_lead="Write down what helps to read the figures. A note is kept in the journal and can be undone.",
    form_figure="A note on this figure",
    year="Year of the note",
    day="Day it happened (if known)",
    day_help="With a day the note stands at that day on the line, without one at the year chosen.",
    part="Part the note is on",
    about="The note is about",
    text="Note",
    text_hint="New one-stop office since 2022",
    by="Name of the writer",
    save="Save the note",
    saved="Note saved (entry {seq}).",
    unchanged="This note is there already; nothing changed.",
    which="Note to change or withdraw",
    save_edit="Save the change",
    withdraw="Withdraw the note",
    done="Note withdrawn (entry {seq}); the journal keeps it.",
    bad_text="Write a note of at most {most} letters.",
    by_missing="Write the name of the writer.",
    no_year="{index} has no figures of {period}.",
    day_to_come="{day} is still to come. A note is of something that happened: choose a day past or today.",
    day_too_early="{index} has figures from {first} on; {day} is before all of them. Choose a later day.",
    written="Note on {index} {when}: {text}",
    rewritten="Note changed on {index} {when}: {text}",
    withdrawn="Note withdrawn on {index} {when}: {text}",
)

SHELF = ShelfTexts(
    title="Pins and saved views",
    pins="Provinces and parts pinned on every chart (at most {most})",
    pins_help=(
        "Pinned provinces stand on ranking, trend, gap, map and cross-index charts, each with a mark of its own. "
        "Pinned parts come first in every list of parts, bear a ★ on charts and have a picture of their own on Trends."
    ),
    part_of="{index} · {part}",
    pin="Pin {name}",
    unpin="Unpin {name}",
    too_many_pins="At most {most} provinces and parts can be pinned. Unpin one first.",
    views="Saved views",
    views_none="No view saved yet.",
    name="Name for the page on screen",
    name_hint="For example: Monday meeting – PAPI",
    save="Save the view",
    change="Rename or delete",
    which="View",
    new_name="New name",
    rename="Rename",
    drop="Delete",
    bad_name="Write a name of at most {most} letters for the view.",
    bad_address="This address cannot be saved.",
    too_many_views="At most {most} views can be saved. Delete some first.",
    name_taken="There is a view called “{name}” already, or the view to be renamed is gone.",
    pinned="Pinned provinces: {names}",
)
