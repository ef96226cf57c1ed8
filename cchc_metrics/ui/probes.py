"""What a supervisor of the machine asks: ``/healthz`` – does the server answer; ``/readyz`` – can work be done.

Neither tells names, paths or figures; both are open to whoever the gate lets near.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cchc_metrics import __version__
from cchc_metrics.services.office import backups
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.opened import OPENED

_NOT_KEPT = {"Cache-Control": "no-store"}


async def healthz(_request: Request) -> Response:
    """Always 200 while the process answers."""
    return JSONResponse({"status": "ok", "version": __version__}, headers=_NOT_KEPT)


def readyz(_request: Request) -> Response:
    """200 when the office can store and its backups restore, or was not opened yet; else 503 with what is wrong.

    data: the number of the last entry · lacking: of "write", "checks", "drill", "backup".
    """
    if not OPENED:
        return JSONResponse({"status": "idle"}, headers=_NOT_KEPT)
    office = OPENED[-1]
    lacking = [name for name, wrong in _wrong(office).items() if wrong]
    answer = {"status": "not ready" if lacking else "ready", "data": office.version, "lacking": lacking}
    return JSONResponse(answer, 503 if lacking else 200, headers=_NOT_KEPT)


def _wrong(office: Office) -> dict[str, bool]:
    stands = backups.state(office.settings)
    return {
        "write": office.store.read_only_reason is not None,
        "checks": bool(office.watch.found),
        "drill": stands.drill is not None and bool(stands.drill.problems),
        "backup": stands.is_old,
    }


PROBES = (Route("/healthz", healthz), Route("/readyz", readyz))
