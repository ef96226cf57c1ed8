"""Page Xu hướng."""

from cchc_metrics.labels.texts.trend import TrendTexts

TREND = TrendTexts(
    heading="Trends",
    title="Trends in {index} {years}: {names}",
    several="{name} and {count} more",
    filter_entities="Compare with (at most {most})",
    filter_nodes="Components (at most {most})",
    until="{label} (until {year})",
    latest="{name}: {value} in {year}",
    risen="up {change} from {before}",
    fallen="down {change} from {before}",
    hidden_again="{change} from {before}, not significant either",
    hidden="{change} from {before}, not significant (noise between two measurements often reaches ±{least})",
    unchanged="equal to {before}",
    group_and_rank="{group}, computed rank {rank}",
    rank_published="published rank {rank}",
    no_figure="{name} in {year}: {note}",
    rank_only="{name}: published rank {rank} in {year}, no score yet",
    not_ranked="too few provinces with data to rank",
    above="{apart} above the {mean}",
    below="{apart} below the {mean}",
    level="equal to the {mean}",
    near="{apart} from the {mean}, not significant",
    mean_computed="mean of the provinces",
    mean_published="published national mean",
    incomparable="not compared with {before}: {reason}",
    stretch_risen="up {change} since {start}, the first comparable year",
    stretch_fallen="down {change} since {start}, the first comparable year",
    stretch_hidden="{change} apart from {start}, the first comparable year, not significant",
    stretch_unchanged="unchanged since {start}, the first comparable year",
    parts_counted="{name}, components in {year} against the year before: {counts}.",
    parts_risen="{count} up",
    parts_hidden="{count} not significant",
    parts_fallen="{count} down",
    parts_unchanged="{count} unchanged",
    parts_broken="{count} not comparable or without enough data",
    caption="{node}, {index} {years}",
    hover="{name}, {year}: {value}; {standing}.",
    hover_mean="{name}, {year}: {value}, as published.",
    named_by="The source says: ",
    note_band=(
        "Grey band: the middle half of the provinces (first to third quartile); grey line: mean of the provinces with "
        "data, computed"
    ),
    note_means="“{name}” is a published figure; too few provinces have data to compute a national band",
    note_alone="Only some provinces have data, so no national mean or band is drawn",
    note_survey="A survey index carries sampling error: small differences prove nothing",
    table_caption="{node}, {index}: results by year ({unit})",
    table_caption_computed="{node}, {index}: results by year ({unit}), computed ranks",
    table_section="Table",
    table_lead="Newest year first. “From the year before” is empty when that year has no data.",
    change_header="From the year before",
    rank_header_computed="Group · rank",
    rank_header_published="Published rank",
    group_rank="{group} · {rank}",
    rank_incomplete="not enough data",
    band_mean_header="Mean of the provinces",
    band_header="Middle half of the provinces",
    band_range="{low} – {high}",
    published_mean_header="{name} (published)",
    not_compared="not compared",
    withheld="withheld",
    ranks_caption="Rank over the years: {node}, {index} {years}, with {group} in the background",
    ranks_caption_alone="Rank over the years: {node}, {index} {years}",
    ranks_hover="{name}, {year}: rank {rank}.",
    ranks_note="Lines stop where the measurement changes; ranks are among the provinces with a score in that year",
    breaks_section="Why the line breaks",
    breaks_lead=(
        "The years on both sides of a dotted line are not compared; the distance between them is no rise or fall."
    ),
    breaks_caption="Where years do not compare, {index}",
    break_nodes="Components",
    break_between="Between",
    break_years="{before} and {after}",
    break_number="No. in the figure",
    break_reason="Reason",
    empty_title="No data yet to draw trends",
    empty_body=(
        "The data store holds no index. The data officer uploads the criteria set and the scores from the templates; "
        "the chart appears as soon as the upload is confirmed."
    ),
    nothing_chosen_title="No province or component chosen",
    nothing_chosen_body="Choose at least one province or city and one component in the filters above.",
    no_values_title="{names}: no data on {node}, {index}",
    no_values_body=(
        "No published result of this component was found. The data officer uploads the scores once a source publishes "
        "them."
    ),
    successor_title="{name}: no published result yet",
    successor_body=(
        "The province was formed on 01/7/2025. Figures of earlier years belong to {names} and are not added up."
    ),
    see_before="See {names}",
)
