"""Proxies: an address from its parts, the variables that pip reads, and passwords kept out of sight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

SECRET = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^/\s@]*@", re.IGNORECASE)


def proxy_url(kind: str, host: str, port: int, user: str, password: str) -> str:
    """The address of a proxy, with what it wants to know.

    Args:
        kind: "http" or "socks5h".
        host: its name; empty gives an empty address.
        port: 0 for the usual one.
        user: may be empty.
        password: of the user.
    """
    if not host:
        return ""
    who = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"{kind}://{who}{host}{f':{port}' if port > 0 else ''}"


def proxy_variables(url: str, without: Sequence[str] = ()) -> dict[str, str]:
    """The environment variables that make pip use a proxy; none for an empty address.

    Args:
        url: of the proxy.
        without: hosts that are reached directly.
    """
    if not url:
        return {}
    variables = {"HTTP_PROXY": url, "HTTPS_PROXY": url}
    if without:
        variables["NO_PROXY"] = ",".join(without)
    # Where both spellings are set, programs differ in which they read.
    return {**variables, **{name.lower(): value for name, value in variables.items()}}


def without_secrets(text: str) -> str:
    """A text whose addresses show neither user nor password."""
    return SECRET.sub(lambda match: f"{match['scheme']}****@", text)
