"""The usual ways in which installing or importing packages fails, and what to do about each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .pip_output import is_noise
from .proxy import without_secrets

SHOWN_LINES = 6
"""Lines of the output that are shown where the failure is not a usual one."""


@dataclass(frozen=True)
class Failure:
    """What went wrong.

    Attributes:
        kind: short name; "unknown" where it is not a usual one.
        advice: sentences: what it is, and what to do.
        line: of the output that says so; the last ones for an unknown failure.
    """

    kind: str
    advice: str
    line: str

    def __str__(self) -> str:
        return f"{self.advice} ({self.line})" if self.kind != "unknown" else f"{self.advice}\n{self.line}"


RULES = (
    (
        "proxy password", r"407 Proxy Authentication|Tunnel connection failed: 407|407 authenticationrequired",
        "The proxy wants a user and a password. Set them in QGIS under Settings > Options > Network, or install from a "
        "folder of wheels.",
    ),
    (
        "SOCKS", r"Missing dependencies for SOCKS support",
        "pip cannot use a SOCKS proxy. Set an HTTP proxy in QGIS under Settings > Options > Network, or install from a "
        "folder of wheels.",
    ),
    (
        "proxy", r"ProxyError|Cannot connect to proxy|Tunnel connection failed",
        "The proxy refuses the connection or does not answer. Check its address in QGIS under Settings > Options > "
        "Network, and that it lets pypi.org and files.pythonhosted.org through.",
    ),
    (
        "certificate", r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLError|SSLCertVerificationError",
        "The certificate of the package index is not trusted; a firewall or antivirus program that opens encrypted "
        "connections does this. Ask for its certificate as a file and name it to pip: python3 -m pip config set "
        "global.cert FILE. Or install from a folder of wheels.",
    ),
    (
        "no space", r"No space left on device|Errno 28|WinError 112|There is not enough space on the disk|Errno 122|"
        r"Disk quota exceeded",
        "The disk is full. Free some space (extraction takes about 0.5 GB, training up to 10 GB while it installs), or "
        "set the variable SCARP_ENVIRONMENT to a folder on another disk.",
    ),
    (
        "damaged download", r"DO NOT MATCH THE HASHES|hash mismatch|BadZipFile|is an invalid wheel|"
        r"IncompleteRead|File is not a zip file|incorrect header check",
        "A download is damaged. Empty pip's cache (python3 -m pip cache purge) and install again; if it stays, a "
        "firewall or proxy changes the files.",
    ),
    (
        "file in use", r"WinError 32|being used by another process|WinError 5\b|Access is denied|WinError 225|"
        r"contains a virus",
        "A file is in use or was held back by an antivirus program. Close other windows of QGIS, have the folder of "
        "the QGIS profile left out of the scan, and install again.",
    ),
    (
        "long path", r"WinError 206|filename or extension is too long|Long Path support|File name too long|"
        r"enable-long-paths",
        "The path of a file is too long for Windows. Set the variable SCARP_ENVIRONMENT to a short folder such as "
        "C:\\scarp, or switch long paths on (LongPathsEnabled).",
    ),
    (
        "Visual C++", r"WinError 1114|c10\.dll|WinError 126|vcruntime140|Microsoft Visual C\+\+ Redistributable",
        "A library of Windows is missing or too old. Install the current Microsoft Visual C++ Redistributable (x64) "
        "from Microsoft, start Windows again, and install the packages again.",
    ),
    (
        "mixed PyTorch", r"operator torchvision::nms does not exist|Couldn't load custom C\+\+ ops",
        "PyTorch and torchvision come from different indexes and do not go together. Install again without an index of "
        "your own, or with one that has both.",
    ),
    (
        "NumPy", r"numpy\.core\.multiarray failed to import|compiled using NumPy 1\.x cannot be run|"
        r"_ARRAY_API not found|numpy\.dtype size changed",
        "A package was built for another NumPy than that of QGIS. Install the packages again; if QGIS itself is "
        "concerned, remove the NumPy that was installed for the user (python3 -m pip uninstall numpy).",
    ),
    (
        "externally managed", r"externally-managed-environment",
        "The system's Python refuses installations, and the environment is not used. Install again; Scarp makes an "
        "environment of its own, so no option of pip is needed.",
    ),
    (
        "no ensurepip", r"ensurepip is not|No module named ['\"]?(ensurepip|venv|pip\b)|python3[\d.]*-venv",
        "The Python of QGIS has no pip. On Debian and Ubuntu: sudo apt install python3-venv python3-pip. On Fedora: "
        "sudo dnf install python3-pip. In OSGeo4W: choose python3-pip and python3-setuptools in its setup. Then "
        "install again.",
    ),
    (
        "conflict", r"ResolutionImpossible|conflicting dependencies",
        "No versions of the packages go together with QGIS's NumPy, which stays. Use a newer QGIS, or report this with "
        "the text of Diagnose.",
    ),
    (
        "no network", r"Name or service not known|Temporary failure in name resolution|getaddrinfo failed|"
        r"nodename nor servname|Network is unreachable|Errno 101|Connection refused|ConnectTimeoutError|"
        r"ReadTimeoutError|Read timed out|NewConnectionError|Failed to establish a new connection|WinError 10060|"
        r"WinError 10061|Connection reset by peer|Connection aborted|RemoteDisconnected|Max retries exceeded",
        "The package index cannot be reached. Check the network, set the proxy in QGIS under Settings > Options > "
        "Network, or install from a folder of wheels.",
    ),
    (
        "no permission", r"Permission denied|Errno 13|PermissionError|Read-only file system|Errno 30|not writeable",
        "The folder cannot be written to. Set the variable SCARP_ENVIRONMENT to a folder of your own.",
    ),
    (
        "no wheel", r"No matching distribution found for|Could not find a version that satisfies|"
        r"is not a supported wheel on this platform",
        "There is no build of a package for this Python and system at the places that were asked. In a folder of "
        "wheels or an index of your own, add one; 32-bit systems and Intel Macs have no current PyTorch.",
    ),
)  # fmt: skip
"""Kind, pattern, advice; the first that matches is it, so what is caused by another comes after it."""


def recognise(lines: Sequence[str]) -> Failure:
    """What went wrong, from what a program wrote.

    Args:
        lines: of the output; what a configured place that is not there makes pip say is passed over.
    """
    said = [without_secrets(line) for line in lines if line.strip() and not is_noise(line)]
    for kind, pattern, advice in RULES:
        found = [line for line in said if re.search(pattern, line, re.IGNORECASE)]
        if found:
            # The last one is where it gave up.
            return Failure(kind, advice, _short(found[-1]))
    shown = said[-SHOWN_LINES:] or ["It wrote nothing."]
    return Failure("unknown", "This is not one of the usual failures; it ended with:", "\n".join(map(_short, shown)))


def _short(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 300 else f"{line[:200]} ... {line[-90:]}"
