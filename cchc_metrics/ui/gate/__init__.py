"""The middleware that the application is declared with."""

from starlette.middleware import Middleware

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.labels import texts
from cchc_metrics.ui.gate.gate import Gate
from cchc_metrics.ui.gate.memory import UploadMemory
from cchc_metrics.ui.gate.policy import content_hash
from cchc_metrics.ui.gate.serving import LOCAL, bound_addresses, why_not_to_start
from cchc_metrics.ui.scripts import SETTLE
from cchc_metrics.ui.visiting import VISITS

_settings = load_settings()
if _refusal := why_not_to_start(_settings, bound_addresses()):
    # Said before anything listens; a traceback would hide the sentence.
    raise SystemExit(_refusal)
MIDDLEWARE = (
    Middleware(
        Gate,
        addresses=_settings.addresses,
        visits=VISITS,
        # One person works at the machine: whoever opens a page there is that person.
        newcomer=lambda: LOCAL_OPERATOR,
        memory=UploadMemory(_settings.uploads_session_mb, _settings.uploads_mb),
        scripts=(content_hash(SETTLE),),
        title=texts().shell.product,
        only_here=_settings.login == LOCAL,
    ),
)

__all__ = ["MIDDLEWARE"]
