"""Both eras drawn, in English."""

from cchc_metrics.labels.texts.atlas import AtlasTexts

ATLAS = AtlasTexts(
    eyebrow="Map · {index}",
    title_plain="Map of {subject}, {base}",
    title_estimate="{name}: estimate {told}, {subject}",
    heading="Map",
    base="{count} provinces and cities",
    bases={"63": "63 (to 30/6/2025)", "34": "34 (from 01/7/2025)"},
    filter_base="Province base",
    filter_show="Colour by",
    way_weighted="Average: {name}",
    show_group="Group",
    show_value="Result",
    show_change="Change",
    captions={"nhom": "Group", "diem": "Result", "thay-doi": "Change since the year before"},
    rank="rank {rank}",
    rank_computed="computed rank {rank}",
    nothing="no published figure",
    bounded_group="group {group}",
    best_group="Provinces and cities in the highest group: {count}",
    best_group_region=(
        "Provinces and cities in the highest group: {count}, the largest number in {region} ({here} of its {members})"
    ),
    in_group="provinces and cities in group {group}: {count}",
    reach=(
        "{high} is highest ({high_value}) and {low} lowest ({low_value}) of the {count} provinces and cities with a "
        "figure."
    ),
    only="Only {name} has a figure so far ({value}).",
    moves_hidden=", {count} not significant",
    moves="Compared with {period}: provinces and cities up {up}, down {down}{hidden}; {name} rose most ({change}).",
    moves_none="Compared with {period}: provinces and cities up {up}, down {down}{hidden}.",
    absent_few="No published figure: {names}.",
    absent_many="{count} of {total} provinces and cities have no published figure.",
    estimated="Merged provinces are estimates, {way}; not published figures.",
    moved_hidden="{change} since {period}, not significant",
    risen="up {change} since {period}",
    fallen="down {change} since {period}",
    level="same as in {period}",
    legend_bounded="Group {group} ({count})",
    legend_below="below the groups ({count})",
    legend_high="highest {value}",
    legend_middle="midpoint {value}",
    legend_low="lowest {value}",
    legend_up="largest rise {change}",
    legend_up_hidden="largest difference {change}, not significant",
    legend_level="unchanged",
    legend_down="largest fall {change}",
    legend_down_hidden="largest difference {change}, not significant",
    legend_missing="no published figure ({count})",
    legend_not_compared="not comparable ({count})",
    list_caption="{subject}: {count}/{base} provinces and cities",
    list_absent="No published figure ({count}): {names}",
    list_estimates="* Estimate, {way}; not a published figure.",
    column_change="Since {period}",
    boundaries=(
        "Boundaries: Viet Nam Publishing House of Natural Resources, Environment and Cartography; the two archipelagos "
        "are drawn reduced in frames"
    ),
    empty_title="No data to draw a map yet",
    empty_body=(
        "The data store holds no index yet. The data officer uploads the list of provinces, a criteria set and scores "
        "from the templates."
    ),
    no_scores_title="{index}: no province has scores yet",
    no_scores_body="The criteria set of {index} is there, but no scores. Upload a file of scores to draw the map.",
)
