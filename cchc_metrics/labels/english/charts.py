"""Words inside charts, in English."""

from cchc_metrics.labels.texts.charts import ChartsTexts

CHARTS = ChartsTexts(
    target_name="Target",
    target_mark="Target {value}",
    median_mark="Median ({name}) {value}",
    before="previous period",
    median="national median",
    best="highest",
    change_header="Change",
    quartile_1="highest",
    quartile_2="high average",
    quartile_3="low average",
    quartile_4="lowest",
    break_mark="not comparable",
    break_hover="{before} and {after} cannot be compared: {reason}",
    mean_line="Mean of provinces",
    band_hover=(
        "{period}: half of the provinces lie between {low} and {high} {unit}; the mean of provinces is {mean} {unit}."
    ),
    target_hover="The target for {period} is {value} {unit}.",
    running_header="running total",
    higher="higher",
    lower="lower",
    gap_left="{gap} {unit} short",
    gap_met="reference level met",
    gap_unknown="no data",
    gap_axis="Gap to {reference} ({unit})",
    svg_button="Download SVG",
    png_button="Download PNG",
    png_working="Making the picture",
    png_failed="The picture could not be made. Try again.",
    png_done="Picture downloaded",
)
