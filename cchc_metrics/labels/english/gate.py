"""What the gate before the pages says when it turns somebody away, in English."""

from cchc_metrics.labels.texts.gate import GateTexts

GATE = GateTexts(
    wrong_address=(
        "The system does not serve this address. On the computer where it is installed, open http://127.0.0.1:{port}; "
        "for use over a network, ask the administrator to declare the address in CCHC_ADDRESSES."
    ),
    local_mark="One person on this computer, no sign-in needed.",
    needs_login=(
        "No sign-in is declared, so the system serves only whoever sits at the computer where it is installed "
        "(127.0.0.1), not the address {address}. To share it over a network: create accounts with “python -m "
        "cchc_metrics accounts add”, then restart with the environment variable CCHC_LOGIN=accounts."
    ),
    needs_https=(
        "The address {address} is not encrypted, so passwords would be exposed on the network. Put nginx with TLS in "
        "front and declare only https addresses in CCHC_ADDRESSES."
    ),
    foreign_page=(
        "The request came from another website, so it was refused. Open the system in a browser tab of its own."
    ),
    no_visit="The session is no longer valid. Reload the page to continue.",
    not_yours="This file does not belong to the session of this browser. Reload the page to continue.",
    closed="There is no such address.",
    too_much=(
        "The files held in memory have reached the limit of {limit} MB. Upload or discard chosen files, or try again "
        "in a few minutes."
    ),
)
