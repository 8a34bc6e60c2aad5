from __future__ import annotations

import pytest
from scarp.engine.packages.proxy import proxy_url, proxy_variables, without_secrets


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("http", "proxy.example", 8080, "", ""), "http://proxy.example:8080"),
        (("http", "proxy.example", 0, "", ""), "http://proxy.example"),
        (
            ("http", "proxy.example", 3128, "me@work", "a:b/c @d"),
            "http://me%40work:a%3Ab%2Fc%20%40d@proxy.example:3128",  # pragma: allowlist secret
        ),
        (("socks5h", "proxy.example", 1080, "", "unused"), "socks5h://proxy.example:1080"),
        (("http", "", 8080, "me", "x"), ""),
    ],
)
def test_address(parts: tuple[str, str, int, str, str], expected: str) -> None:
    assert proxy_url(*parts) == expected


def test_variables() -> None:
    assert proxy_variables("") == {}
    assert proxy_variables("http://p:1") == {
        "HTTP_PROXY": "http://p:1", "HTTPS_PROXY": "http://p:1", "http_proxy": "http://p:1", "https_proxy": "http://p:1",
    }  # fmt: skip
    assert proxy_variables("http://p:1", ["localhost", "10.0.0.1"])["NO_PROXY"] == "localhost,10.0.0.1"
    assert proxy_variables("http://p:1", ["localhost"])["no_proxy"] == "localhost"


def test_passwords_are_not_shown() -> None:
    url = proxy_url("http", "proxy.example", 3128, "me", "geheim@:/")
    said = f"Looking in indexes: https://token@pypi.example/simple, via {url}"
    assert without_secrets(said) == (
        "Looking in indexes: https://****@pypi.example/simple, via http://****@proxy.example:3128"
    )
    plain = "Downloading https://files.pythonhosted.org/a@b/x.whl for me@work"
    assert without_secrets(plain) == plain
