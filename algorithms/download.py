"""Files from the network, as QGIS fetches them: through its proxy, with its certificates and authentications."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ..engine.errors import Cancelled, ScarpError
from ..engine.packages.proxy import without_secrets
from ..engine.progress import Progress, check

REDIRECTS = 10
BUFFER_BYTES = 4 << 20
"""Kept in memory where the disk is slower than the network."""
POLL_MS = 100
"""How often a download that brings nothing asks whether to stop."""


def download(
    url: str, target: Path, check_size: Callable[[int], None], authentication: str, progress: Progress
) -> None:
    """Fetch a file, in any thread.

    QGIS's own QgsFileDownloader follows redirects without end, and takes a full disk for a finished download.

    Args:
        url: of the file; http or https.
        target: is written; what is written of it stays where the download fails.
        check_size: is called with the bytes announced and with those received, and raises a ScarpError for too many.
        authentication: id of one of QGIS's authentication configurations; empty for none.
        progress: is told how far it is, where the server says how much there is, and asked whether to stop.

    Raises:
        ScarpError: if it cannot be fetched or written, or is too large.
        Cancelled: if so.
    """
    check(progress)
    request = QNetworkRequest(QUrl(url))
    request.setMaximumRedirectsAllowed(REDIRECTS)
    for attribute, value in (
        (QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy),
        (QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
        (QNetworkRequest.Attribute.CacheSaveControlAttribute, False),
    ):
        request.setAttribute(attribute, value)
    manager = QgsApplication.authManager()
    if authentication and not manager.updateNetworkRequest(request, authentication)[0]:
        raise ScarpError(
            f'The authentication "{authentication}" cannot be used; choose one of those under Settings > Options > '
            "Authentication."
        )
    try:
        with target.open("wb") as file:
            reply = QgsNetworkAccessManager.instance().get(request)
            _Transfer(reply, file, check_size, progress).run()
    except OSError as error:
        raise ScarpError(f"The file cannot be written to {target.parent} ({error.strerror}); make room.") from error


class _Transfer:
    """The answer of a server on its way into a file.

    Args:
        reply: that has just begun.
        file: to write to.
        check_size: raises a ScarpError for too many bytes.
        progress: is told, and asked whether to stop.
    """

    def __init__(
        self, reply: QNetworkReply, file: IO[bytes], check_size: Callable[[int], None], progress: Progress
    ) -> None:
        self._reply, self._file, self._check_size, self._progress = reply, file, check_size, progress
        self._received = 0
        self._error: Exception | None = None

    def run(self) -> None:
        """Wait until all is there.

        Raises:
            ScarpError: if it cannot be fetched, or is too large.
            Cancelled: if so.
            OSError: if it cannot be written.
        """
        loop, timer = QEventLoop(), QTimer()
        self._reply.setReadBufferSize(BUFFER_BYTES)
        self._reply.readyRead.connect(lambda: self._guarded(self._take))
        self._reply.finished.connect(loop.quit)
        timer.timeout.connect(lambda: self._guarded(self._look))
        timer.start(POLL_MS)
        try:
            if not self._reply.isFinished():
                loop.exec()
            timer.stop()
            self._guarded(self._take)
            if self._error is not None:
                raise self._error
            if self._reply.error() != QNetworkReply.NetworkError.NoError:
                raise ScarpError(self._failure())
        finally:
            self._reply.deleteLater()

    def _guarded(self, step: Callable[[], None]) -> None:
        """Take a step of the event loop, through which no exception comes: the first one ends the download."""
        if self._error is None:
            try:
                step()
            except (ScarpError, OSError) as error:
                self._error = error
                self._reply.abort()

    def _take(self) -> None:
        """Write what has come."""
        # What a server says about a failure is no part of the file.
        if self._reply.error() != QNetworkReply.NetworkError.NoError:
            return
        announced = self._reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader) or 0
        block = bytes(self._reply.readAll())
        self._received += len(block)
        self._check_size(max(self._received, announced))
        self._file.write(block)
        if announced:
            self._progress.setProgress(min(100.0, 100.0 * self._received / announced))

    def _look(self) -> None:
        """Stop if the analyst has asked to."""
        if self._progress.isCanceled():
            raise Cancelled

    def _failure(self) -> str:
        """Why there is no file, and what to do."""
        status = self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        where = without_secrets(self._reply.url().toString())
        if self._reply.error() == QNetworkReply.NetworkError.OperationCanceledError:
            return (
                f"{where} cannot be fetched: the server was silent for too long. Try again later, or set a longer "
                "timeout under Settings > Options > Network."
            )
        if status is not None and status >= 400:
            reason = self._reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute) or "no reason given"
            return (
                f"{where} cannot be fetched: the server answers {status} ({reason}). See whether the address is right."
            )
        reason = without_secrets(self._reply.errorString()).rstrip(".")
        return f"{where} cannot be fetched: {reason}. Look at the address and at Settings > Options > Network."
