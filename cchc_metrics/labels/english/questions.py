"""Questions that a file raises: what a written name means, how a number is to be read."""

from cchc_metrics.labels.texts.questions import QuestionsTexts

QUESTIONS = QuestionsTexts(
    title="Questions on names and numbers",
    entity="Which entity is “{written}”?",
    entity_in_era="Which entity is “{written}” among the {era} provinces and cities?",
    node="Which criterion of {index} is “{written}”?",
    decimal="Which number is “{number}” in the file?",
    decimal_mark="“{number}” is {words} (the {mark} marks the decimals)",
    thousands_mark="“{number}” is {words} (the {mark} separates the thousands)",
    comma="comma",
    point="point",
    font="The text in the file seems to be typed in {font}. Convert it to Unicode?",
    font_convert="Convert from {font}: “{written}” becomes “{converted}”",
    font_keep="Keep it as in the file",
    font_tcvn3="TCVN3 (ABC) fonts",
    font_vni="VNI fonts",
    digits="zero|one|two|three|four|five|six|seven|eight|nine",
    teens="ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
    tens="twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety",
    behind_ten="one|two|three|four|five|six|seven|eight|nine",
    last_four="four",
    no_hundred="",
    odd="",
    hundred="hundred",
    thousand="thousand",
    point_word="point",
    lead="Only you can answer these questions: {count}. Answers are remembered for later files once you confirm.",
    where_one="cell {place}",
    where_many="{count} cells, first {place}",
    not_answered="Not answered",
    apply="Answer and check again",
    none_answered=(
        "Choose at least one answer and press again. Where you are not sure, leave it open and correct the cell in the "
        "file."
    ),
    progress="Answered: {answered} of {count}.",
    previous="Previous questions",
    next="Next questions",
    page_of="Page {page} of {pages}",
)
