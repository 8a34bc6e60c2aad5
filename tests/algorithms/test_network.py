from __future__ import annotations

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy
from scarp.algorithms.network import Proxy, qgis_proxy

KIND = QNetworkProxy.ProxyType


@pytest.fixture
def manager(qgis_app):
    """QGIS's, put back as it was."""
    own = QgsNetworkAccessManager.instance()
    before = own.fallbackProxy(), own.excludeList(), own.noProxyList()
    yield own
    own.setFallbackProxyAndExcludes(*before)


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        (KIND.HttpProxy, "http://me:a%40b@proxy.example:3128"),  # pragma: allowlist secret
        (KIND.HttpCachingProxy, "http://me:a%40b@proxy.example:3128"),  # pragma: allowlist secret
        (KIND.Socks5Proxy, "socks5h://me:a%40b@proxy.example:3128"),  # pragma: allowlist secret
        (KIND.NoProxy, ""),
        (KIND.DefaultProxy, ""),
    ],
)
def test_proxy_of_qgis(kind, url, manager):
    proxy = QNetworkProxy(kind, "proxy.example", 3128, "me", "a@b")
    direct = ["localhost", "https://intranet.example"]
    manager.setFallbackProxyAndExcludes(proxy, ["http://intranet.example/maps"], direct)
    assert qgis_proxy() == Proxy(url, ("intranet.example", "localhost"))


def test_no_proxy(manager):
    manager.setFallbackProxyAndExcludes(QNetworkProxy(), [], [])
    assert qgis_proxy() == Proxy("", ())
