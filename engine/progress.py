"""How long runs report and how they are stopped.

The protocol is the part of ``QgsProcessingFeedback`` that the engine needs, under the same names, so that a
feedback object of QGIS can be handed in as it is and the engine still knows nothing of QGIS.
"""

from __future__ import annotations

from typing import Protocol

from .errors import Cancelled


class Progress(Protocol):
    """Receives progress and messages, and says whether the run is to stop."""

    def isCanceled(self) -> bool:
        """Whether the analyst has asked to stop."""
        ...

    def setProgress(self, progress: float) -> None:
        """Report how much is done, 0 to 100."""
        ...

    def pushInfo(self, info: str) -> None:
        """Report what was decided."""
        ...

    def pushWarning(self, warning: str) -> None:
        """Report what may make the result worse than expected."""
        ...


class Quiet:
    """Progress that nobody watches."""

    def isCanceled(self) -> bool:
        """Never."""
        return False

    def setProgress(self, progress: float) -> None:
        """Ignore."""

    def pushInfo(self, info: str) -> None:
        """Ignore."""

    def pushWarning(self, warning: str) -> None:
        """Ignore."""


class Part:
    """A slice of another progress: 0 to 100 here is ``start`` to ``end`` there."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def isCanceled(self) -> bool:
        """Whether the whole is to stop."""
        return self._whole.isCanceled()

    def setProgress(self, progress: float) -> None:
        """Report how much of this part is done, 0 to 100."""
        self._whole.setProgress(self._start + (self._end - self._start) * progress / 100.0)

    def pushInfo(self, info: str) -> None:
        """Hand on."""
        self._whole.pushInfo(info)

    def pushWarning(self, warning: str) -> None:
        """Hand on."""
        self._whole.pushWarning(warning)


def check(progress: Progress) -> None:
    """Stop here if the analyst has asked to.

    Raises:
        Cancelled: if so.
    """
    if progress.isCanceled():
        raise Cancelled
