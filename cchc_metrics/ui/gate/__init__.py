"""The middleware and the routes that the application is declared with."""

from starlette.middleware import Middleware

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import load_settings
from cchc_metrics.labels import texts
from cchc_metrics.ui.gate.gate import Gate
from cchc_metrics.ui.gate.memory import UploadMemory
from cchc_metrics.ui.gate.policy import content_hash
from cchc_metrics.ui.gate.serving import LOCAL, bound_addresses, identity_of, why_not_to_start
from cchc_metrics.ui.gate.vouching import Vouching
from cchc_metrics.ui.languages import Switch
from cchc_metrics.ui.login.elsewhere import CALLBACK, START, declare
from cchc_metrics.ui.login.pages import ACCOUNT, SIGN_IN
from cchc_metrics.ui.login.routes import Doors
from cchc_metrics.ui.probes import PROBES
from cchc_metrics.ui.scripts import SETTLE, WAYS
from cchc_metrics.ui.style import early, stylesheet
from cchc_metrics.ui.visiting import VISITS, keep_language

_settings = load_settings()
_is_local = _settings.login == LOCAL
_identity = identity_of(_settings)
if _identity is not None and _settings.login == "oidc":
    declare(_identity)
if _refusal := why_not_to_start(_settings, bound_addresses()):
    # Said before anything listens; a traceback would hide the sentence.
    raise SystemExit(_refusal)
MIDDLEWARE = (
    Middleware(
        Gate,
        addresses=_settings.addresses,
        visits=VISITS,
        # One person works at the machine: whoever opens a page there is that person.
        newcomer=lambda: LOCAL_OPERATOR if _is_local else None,
        memory=UploadMemory(_settings.uploads_session_mb, _settings.uploads_mb),
        scripts=(content_hash(SETTLE),),
        only_here=_is_local,
        sign_in="" if _is_local else SIGN_IN,
        account=ACCOUNT,
        signing_in=(START, CALLBACK) if _settings.login == "oidc" else (),
        vouching=Vouching(_identity) if _identity is not None and _settings.login == "proxy" else None,
        opening=WAYS,
        links=early(),
        look=lambda: stylesheet(texts().shell),
    ),
)
ROUTES = (
    *PROBES,
    Switch(None if _is_local else keep_language).route(),
    *(() if _is_local else Doors(access_of(_settings), VISITS, _settings.login, _identity).routes()),
)

__all__ = ["MIDDLEWARE", "ROUTES"]
