from __future__ import annotations

import pytest
from scarp.engine.packages.failures import RULES, recognise

RETRY = (
    "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken "
    "by "
)
NO_MATCH = "ERROR: No matching distribution found for onnxruntime<1.32,>=1.17"
IGNORED = "WARNING: Location 'file:///srv/simple/onnxruntime/' is ignored: it is neither a file nor a directory."

OUTPUTS = {
    "no network": [
        f"{RETRY}'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7fb03ad19b10>: "
        "Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/onnxruntime/",
        "ERROR: Could not find a version that satisfies the requirement onnxruntime<1.32,>=1.17 (from versions: none)",
        NO_MATCH,
    ],
    "proxy password": [
        f"{RETRY}'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication "
        "Required'))': /simple/onnxruntime/",
        NO_MATCH,
    ],
    "proxy": [
        f"{RETRY}'ProxyError('Cannot connect to proxy.', NewConnectionError('<pip._vendor.urllib3.connection."
        "HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno 111] Connection refused'))': "
        "/simple/onnxruntime/",
        NO_MATCH,
    ],
    "SOCKS": ["ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support."],
    "certificate": [
        f"{RETRY}'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
        "self-signed certificate in certificate chain (_ssl.c:1006)'))': /simple/onnxruntime/",
        "Could not fetch URL https://pypi.org/simple/onnxruntime/: There was a problem confirming the ssl certificate",
        NO_MATCH,
    ],
    "no space": [
        "Installing collected packages: triton, torch",
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    ],
    "damaged download": [
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package "
        "versions, please update the hashes.",
    ],
    "file in use": [
        "ERROR: Could not install packages due to an OSError: [WinError 32] The process cannot access the file because "
        "it is being used by another process: 'C:\\\\Users\\\\a\\\\scarp\\\\onnxruntime.dll'",
        "Check the permissions.",
    ],
    "long path": [
        "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: 'C:\\\\x.h'",
        "HINT: This error might have occurred since this system does not have Windows Long Path support enabled. You "
        "can find information on how to enable this at https://pip.pypa.io/warnings/enable-long-paths",
    ],
    "Visual C++": [
        "OSError: [WinError 1114] A dynamic link library (DLL) initialization routine failed. Error loading "
        "\"C:\\\\scarp\\\\Lib\\\\site-packages\\\\torch\\\\lib\\\\c10.dll\" or one of its dependencies.",
    ],
    "mixed PyTorch": ["RuntimeError: operator torchvision::nms does not exist"],
    "NumPy": ["ImportError: numpy.core.multiarray failed to import"],
    "externally managed": [
        "error: externally-managed-environment",
        "× This environment is externally managed",
        "╰─> To install Python packages system-wide, try apt install python3-xyz",
    ],
    "no ensurepip": [
        "The virtual environment was not created successfully because ensurepip is not",
        "available.  On Debian/Ubuntu systems, you need to install the python3-venv",
        "package using the following command.",
    ],
    "conflict": [
        "ERROR: Cannot install onnx because these package versions have conflicting dependencies.",
        "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/",
    ],
    "no permission": [
        "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/opt/scarp/lib'",
    ],
    "no wheel": [
        "Looking in links: /media/wheels",
        "ERROR: Could not find a version that satisfies the requirement torch<2.16,>=2.5 (from versions: none)",
        "ERROR: No matching distribution found for torch<2.16,>=2.5",
    ],
}  # fmt: skip


def test_each_rule_has_an_output() -> None:
    assert set(OUTPUTS) == {kind for kind, _, _ in RULES}


@pytest.mark.parametrize("kind", OUTPUTS)
def test_usual_failures(kind: str) -> None:
    found = recognise([IGNORED, "Collecting onnxruntime<1.32,>=1.17", IGNORED, *OUTPUTS[kind], IGNORED])
    assert found.kind == kind
    assert found.advice == next(advice for name, _, advice in RULES if name == kind)
    assert str(found) == f"{found.advice} ({found.line})"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("PermissionError: [WinError 5] Access is denied: 'C:\\\\scarp'", "file in use"),
        ("OSError: [Errno 30] Read-only file system: '/app/lib'", "no permission"),
        ("OSError: [Errno 122] Disk quota exceeded", "no space"),
        ("/usr/bin/python3.11: No module named pip", "no ensurepip"),
        ("/usr/bin/python3: No module named ensurepip", "no ensurepip"),
        ("ModuleNotFoundError: No module named 'pipeline'", "unknown"),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", "no network"),
        ("ReadTimeoutError: HTTPSConnectionPool(host='pypi.org', port=443): Read timed out.", "no network"),
        ("zipfile.BadZipFile: File is not a zip file", "damaged download"),
        ("ImportError: DLL load failed while importing onnxruntime_pybind11_state: [WinError 126]", "Visual C++"),
        ("[WinError 206] The filename or extension is too long", "long path"),
    ],
)
def test_other_ways_of_saying_it(line: str, kind: str) -> None:
    assert recognise([line]).kind == kind


def test_what_each_advises() -> None:
    advice = {kind: text for kind, _, text in RULES}
    assert "python3-venv" in advice["no ensurepip"]
    assert "Microsoft Visual C++ Redistributable" in advice["Visual C++"]
    assert all("Settings > Options > Network" in advice[kind] for kind in ("proxy", "proxy password", "no network"))
    assert "pip cache purge" in advice["damaged download"]
    assert "global.cert" in advice["certificate"]


def test_places_that_are_not_there_are_no_failure() -> None:
    found = recognise([IGNORED, "Something new happened", IGNORED])
    assert (found.kind, found.line) == ("unknown", "Something new happened")


def test_an_unknown_failure_gives_its_last_lines_without_passwords() -> None:
    lines = [f"line {number}" for number in range(20)]
    found = recognise([*lines, "", "from https://user:secret@index.example/simple"])
    assert found.line.splitlines() == [*lines[-5:], "from https://****@index.example/simple"]
    assert str(found).startswith("This is not one of the usual failures; it ended with:\nline 15\n")
    assert recognise([]).line == "It wrote nothing."


def test_long_lines_are_shortened() -> None:
    found = recognise(["a" * 400 + " No space left on device"])
    assert found.line == "a" * 200 + " ... " + "a" * 66 + " No space left on device"
