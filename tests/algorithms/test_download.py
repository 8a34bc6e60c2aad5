from __future__ import annotations

from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
from qgis.core import QgsNetworkAccessManager
from scarp.algorithms import download as module
from scarp.algorithms.download import REDIRECTS, download
from scarp.engine.errors import Cancelled, ScarpError
from scarp.tests.algorithms.served import serving

CONTENT = bytes(range(256)) * 40_000
"""10 MB: more than is kept in memory."""


@pytest.fixture
def server(qgis_app):
    with serving() as server:
        server.pages["/m.onnx"] = CONTENT
        yield server


@pytest.fixture
def fetch(server, tmp_path, progress):
    """Downloads a path of the server and returns what came."""

    def call(path="/m.onnx", most=1 << 30, authentication="", url=""):
        def check_size(size):
            if size > most:
                raise ScarpError(f"{size} bytes are too many")

        download(url or server.url(path), tmp_path / "got", check_size, authentication, progress)
        return (tmp_path / "got").read_bytes()

    return call


def refusal(fetch, *arguments, **named):
    with pytest.raises(ScarpError) as caught:
        fetch(*arguments, **named)
    return str(caught.value)


def test_all_of_it_with_progress(fetch, progress):
    assert fetch() == CONTENT
    assert progress.values == sorted(progress.values) and progress.values[-1] == 100.0


def test_in_another_thread(fetch, qgis_app):
    got = []
    thread = Thread(target=lambda: got.append(fetch()))
    thread.start()
    thread.join(60)
    assert got == [CONTENT]


def test_nothing_at_all(fetch, server):
    server.pages["/none"] = b""
    assert fetch("/none") == b""


def test_a_missing_page(fetch, server):
    assert refusal(fetch, "/gone.onnx") == (
        f"{server.url('/gone.onnx')} cannot be fetched: the server answers 404 (Not Found). See whether the address is "
        "right."
    )


def test_a_redirect_is_followed(fetch, server):
    server.redirect("/latest", "/m.onnx")
    assert fetch("/latest") == CONTENT
    assert list(server.asked) == ["/latest", "/m.onnx"]


def test_redirects_end(fetch, server):
    for step in range(2 * REDIRECTS):
        server.redirect(f"/{step}", f"/{step + 1}")
    assert "cannot be fetched: Too many redirects. Look at the address" in refusal(fetch, "/0")
    assert list(server.asked) == [f"/{step}" for step in range(REDIRECTS + 1)]


def test_no_redirect_leads_to_a_local_file(fetch, server, tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    server.redirect("/away", (tmp_path / "secret").as_uri())
    assert "cannot be fetched" in refusal(fetch, "/away")
    assert (tmp_path / "got").read_bytes() == b""


def test_what_is_cut_off_is_refused(fetch, server):
    server.begin("/half", CONTENT[:1000], 2000)
    assert "/half cannot be fetched: Connection closed. Look at the address and at Settings" in refusal(fetch, "/half")


def test_cancelled_while_nothing_comes(fetch, server, progress):
    server.begin("/slow", CONTENT[:1000], 2000, waits=True)
    progress.cancel_at = 50.0
    with pytest.raises(Cancelled):
        fetch("/slow")
    assert progress.values[-1] == 50.0


def test_cancelled_before_it_begins(fetch, server, progress):
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        fetch()
    assert not server.asked


def test_too_much_is_refused_when_it_is_announced(fetch, server, progress):
    server.begin("/large", b"a", 5000, waits=True)
    assert refusal(fetch, "/large", most=4999) == "5000 bytes are too many"
    assert progress.values == []


def test_too_much_is_refused_when_nothing_was_announced(fetch, server, tmp_path):
    def answer(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"a" * 3000)
        handler.wfile.flush()
        server.over.wait(60)

    server.pages["/endless"] = answer
    assert "bytes are too many" in refusal(fetch, "/endless", most=2000)
    assert (tmp_path / "got").stat().st_size <= 2000


def test_a_silent_server(fetch, server):
    server.begin("/silent", b"a", 2, waits=True)
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(200)
    try:
        message = refusal(fetch, "/silent")
    finally:
        QgsNetworkAccessManager.setTimeout(before)
    assert message == (
        f"{server.url('/silent')} cannot be fetched: the server was silent for too long. Try again later, or set a "
        "longer timeout under Settings > Options > Network."
    )


def test_a_server_that_is_not_there(fetch, server):
    message = refusal(fetch, url="http://me:verborgen@127.0.0.1:1/m.onnx")
    assert message.startswith("http://****@127.0.0.1:1/m.onnx cannot be fetched: Connection refused. Look at")
    assert "verborgen" not in message


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk can be had on Linux only")
def test_a_disk_that_is_full(fetch, tmp_path):
    (tmp_path / "got").symlink_to("/dev/full")
    assert refusal(fetch) == (f"The file cannot be written to {tmp_path} (No space left on device); make room.")


def test_the_authentication_of_qgis(fetch, server, monkeypatch):
    def update(request, configuration):
        request.setRawHeader(b"Authorization", b"Basic dTpw")
        return configuration == "n1a2m3e", request

    kept = SimpleNamespace(authManager=lambda: SimpleNamespace(updateNetworkRequest=update))
    monkeypatch.setattr(module, "QgsApplication", kept)
    assert fetch(authentication="n1a2m3e") == CONTENT
    assert server.asked == {"/m.onnx": "Basic dTpw"}
    assert refusal(fetch, "/other", authentication="other") == (
        'The authentication "other" cannot be used; choose one of those under Settings > Options > Authentication.'
    )
    assert "/other" not in server.asked
