"""A result as a card in the leaders' grammar: value, group, rank, places gained, target, distance, small trend."""

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.sparkline import sparkline_svg
from cchc_metrics.charts.views import Badge, BadgeKind, CardLink, StatCard
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.exact import difference as exact_difference
from cchc_metrics.model import Period
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.catalogue import EntityInfo
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.phrases import PERCENT, amount, difference, quartile_name
from cchc_metrics.services.results import Result
from cchc_metrics.services.series import Series
from cchc_metrics.services.standing import comparability
