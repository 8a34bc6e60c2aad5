"""The proxy that QGIS is set to use."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy

from ..engine.packages.proxy import proxy_url

KINDS = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


@dataclass(frozen=True)
class Proxy:
    """A proxy, as programs outside of QGIS want it.

    Attributes:
        url: its address with user and password; empty where QGIS uses none.
        direct: hosts that are reached without it.
    """

    url: str
    direct: tuple[str, ...]


def qgis_proxy() -> Proxy:
    """The proxy under Settings > Options > Network, that of the system where QGIS is set to use it.

    To be called in the main thread.
    """
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    url = proxy_url(KINDS.get(proxy.type(), ""), proxy.hostName(), proxy.port(), proxy.user(), proxy.password())
    if proxy.type() not in KINDS:
        url = ""
    addresses = [*manager.excludeList(), *manager.noProxyList()]
    hosts = [QUrl.fromUserInput(address).host() for address in addresses if address]
    return Proxy(url, tuple(dict.fromkeys(host for host in hosts if host)))
