"""The errors that Scarp raises on purpose."""

from __future__ import annotations


class ScarpError(Exception):
    """What went wrong, in a sentence for the analyst: what, which value, and what to do."""


class Cancelled(ScarpError):  # noqa: N818 - it is no error of anyone's
    """The analyst cancelled the run."""

    def __init__(self, said: str = "The run was cancelled; nothing was written.") -> None:
        super().__init__(said)
