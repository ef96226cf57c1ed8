"""What each person keeps at hand."""

from cchc_metrics.labels.texts.shelf import ShelfTexts

SHELF = ShelfTexts(
    title="Pins and saved views",
    pins="Provinces pinned on every chart (at most {most})",
    pins_help="Pinned provinces stand on ranking, trend, gap, map and cross-index charts, each with a mark of its own.",
    pin="Pin {name}",
    unpin="Unpin {name}",
    too_many_pins="At most {most} provinces can be pinned. Unpin one first.",
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
