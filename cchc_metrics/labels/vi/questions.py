"""Questions that a file raises: what a written name means, how a number is to be read."""

from cchc_metrics.labels.texts.questions import QuestionsTexts

TEXTS = QuestionsTexts(
    title="Câu hỏi về tên và số",
)
