"""Without a login the product serves whoever sits at the machine, however it is started, and says the next step."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.ui.gate.serving import is_at_the_machine, why_not_to_start
from tests.browser.serving import answered, free_port
from tests.security.windows import ask

EVERYWHERE = "0.0.0.0"
STARTS = {
    "an option": (["streamlit", "run", "app.py", "--server.address", EVERYWHERE], {}),
    "a variable": (["streamlit", "run", "app.py"], {"STREAMLIT_SERVER_ADDRESS": EVERYWHERE}),
    "a declared address": (["streamlit", "run", "app.py"], {"CCHC_ADDRESSES": "https://cchc.example.vn"}),
    "another server": (["uvicorn", "app:app", "--host", EVERYWHERE], {}),
}


@pytest.mark.parametrize("how", STARTS)
def test_a_start_at_another_address_without_a_login_is_refused_with_the_next_step(how: str, tmp_path: Path) -> None:
    command, environment = STARTS[how]
    port = ["--port" if command[0] == "uvicorn" else "--server.port", str(free_port())]
    ended = subprocess.run(
        [sys.executable, "-m", *command, *port],
        cwd=PROJECT,
        env={**os.environ, "CCHC_DATA_DIR": str(tmp_path / "data"), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = ended.stderr.decode()
    assert ended.returncode not in (0, None)
    assert "Chưa khai báo đăng nhập" in said
    assert "CCHC_LOGIN=accounts" in said
    assert "Traceback" not in said
    assert not (tmp_path / "data").exists()


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The application under a server that no command line tells of, listening at every address of the machine."""
    port, folder = free_port(), tmp_path_factory.mktemp("everywhere")
    program = f"import uvicorn; uvicorn.run('app:app', host='{EVERYWHERE}', port={port}, log_level='error')"
    environment = {**os.environ, "CCHC_DATA_DIR": str(folder), "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen([sys.executable, "-c", program], cwd=PROJECT, env=environment)
    try:
        answered(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield port
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.parametrize(
    "path", ["/", "/xep-hang", "/_stcore/health", "/app/static/style.css", "/_stcore/upload_file/a/b"]
)
def test_a_request_at_a_second_address_is_refused_with_the_next_step(everywhere: int, path: str) -> None:
    host = f"127.0.0.1:{everywhere}"
    answer = ask(f"http://127.0.0.2:{everywhere}", path, headers={"Host": host})
    assert answer.status == 403
    assert "CCHC_LOGIN=accounts" in answer.text
    assert not answer.cookies


def test_the_machine_itself_is_served_meanwhile_and_a_proxy_on_it_is_not(everywhere: int) -> None:
    own = f"http://127.0.0.1:{everywhere}"
    assert ask(own, "/").status == 200
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        answer = ask(own, "/", headers={name: "for=10.0.0.7"})
        assert answer.status == 403, name
        assert not answer.cookies


@pytest.mark.parametrize("at", ["127.0.0.2", "10.0.0.5", "::ffff:10.0.0.5", ""])
def test_no_other_address_counts_as_the_machine(at: str) -> None:
    here = {"type": "http", "server": ("127.0.0.1", 1), "client": ("127.0.0.1", 2), "headers": []}
    assert is_at_the_machine(here)
    assert not is_at_the_machine({**here, "server": (at, 1)})
    assert not is_at_the_machine({**here, "client": (at, 2)})
    assert not is_at_the_machine({**here, "client": None})
    assert not is_at_the_machine({**here, "server": ("/run/cchc.sock", None)})


def test_with_a_login_any_address_may_be_served() -> None:
    local = load_settings({})
    assert why_not_to_start(local, ["127.0.0.1"]) == ""
    assert EVERYWHERE in why_not_to_start(local, [EVERYWHERE])
    assert why_not_to_start(replace(local, login="accounts"), [EVERYWHERE]) == ""


def test_a_login_that_is_not_known_is_no_login() -> None:
    with pytest.raises(ValueError, match="CCHC_LOGIN"):
        load_settings({"CCHC_LOGIN": "none"})
