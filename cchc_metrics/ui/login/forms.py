"""What a form sent, and what the gate found out about who sent it."""

from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.requests import Request

from cchc_metrics.access.visits import Visit

Fields = Callable[[str], str]
_MOST_BYTES = 8_192


async def read_form(request: Request) -> Fields:
    """The fields of a form, empty where there is none; one that is too long has none at all."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            body = b""
            break
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=20)
    except ValueError:
        fields = {}
    return lambda name: fields.get(name, [""])[0]


def origin_of(request: Request) -> str:
    """The address at which the request came in."""
    return str(request.scope["cchc"][0])


def visit_of(request: Request) -> Visit | None:
    """The visit of the browser; None where it is not known."""
    found: Visit | None = request.scope["cchc"][1]
    return found
