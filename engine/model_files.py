"""A model file on its way into the analyst's models: the hash that was given for it, the copy, the check."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from .contract import Contract, read_contract
from .errors import ScarpError
from .onnx_file import inspect
from .progress import Progress, check

LARGEST_BYTES = 2_000_000_000
"""An ONNX file cannot hold more than 2 GiB in itself."""
BLOCK_BYTES = 1 << 20
GIVEN_HASH = re.compile(r"\\?(?:sha256:)?([0-9a-f]{64})(?:[ \t]+\*?\S[^\r\n]*)?", re.IGNORECASE)


def given_hash(text: str) -> str:
    """The SHA-256 in what was pasted: its digits alone, after "sha256:", or in a line that ``sha256sum`` wrote.

    Returns:
        64 digits in lower case; empty for blanks.

    Raises:
        ScarpError: if it holds none, or several lines.
    """
    text = text.strip()
    match = GIVEN_HASH.fullmatch(text)
    if text and match is None:
        shown = text if len(text) <= 20 else f"{text[:20]}…"
        raise ScarpError(
            f'"{shown}" is no SHA-256, which has 64 digits of 0 to 9 and a to f; copy it from where the model is '
            "offered, without other lines."
        )
    return match.group(1).lower() if match else ""


def check_size(size_bytes: int) -> None:
    """See that a file is not too large for a model.

    Raises:
        ScarpError: if it is.
    """
    if size_bytes > LARGEST_BYTES:
        raise ScarpError(
            f"The file is larger than {LARGEST_BYTES / 1e9:.3g} GB ({size_bytes / 1e9:.3g} GB so far) and no model; "
            "choose another."
        )


def file_hash(path: Path, sha256: str, progress: Progress) -> str:
    """The SHA-256 of a model file.

    Args:
        path: of the file.
        sha256: that it must have; empty for any.
        progress: is told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if it has another, is too large, or cannot be read.
        Cancelled: if so.
    """
    digest = hashlib.sha256()
    try:
        for block in _blocks(path, progress):
            digest.update(block)
    except OSError as error:
        raise ScarpError(f"The model file {path} cannot be read ({error.strerror}); choose another.") from error
    found = digest.hexdigest()
    if sha256 and found != sha256:
        raise ScarpError(
            f"The SHA-256 of the model begins with {found[:12]}, that which was given with {sha256[:12]}: this is "
            "another file, or it was damaged on the way. Fetch it again, and copy the SHA-256 from where it is offered."
        )
    return found


def copy_model(source: Path, target: Path, progress: Progress) -> None:
    """Copy a model file.

    Args:
        source: a file.
        target: is written; what is written of it stays where the copy fails.
        progress: is told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if it is too large, or cannot be read or written.
        Cancelled: if so.
    """
    try:
        with target.open("wb") as file:
            for block in _blocks(source, progress):
                file.write(block)
    except OSError as error:
        raise ScarpError(
            f"The model file {source} cannot be copied to your models ({error.strerror}); make room, or choose another."
        ) from error


def whole_model(path: Path) -> Contract:
    """The contract of a model that is complete in its one file.

    Raises:
        ScarpError: if the file is no ONNX model, states no contract, or keeps its weights elsewhere.
    """
    elsewhere = sorted(inspect(path).external)
    if elsewhere:
        raise ScarpError(
            f"The model {path.name} keeps weights in other files ({elsewhere[0]}), which would be left behind; use one "
            "that holds its weights itself."
        )
    return read_contract(path)


def _blocks(path: Path, progress: Progress) -> Iterator[bytes]:
    """The content of a file, piece by piece.

    Raises:
        ScarpError: if it is too large.
        Cancelled: if so.
        OSError: if it cannot be read.
    """
    size = path.stat().st_size
    check_size(size)
    with path.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            check(progress)
            yield block
            progress.setProgress(min(100.0, 100.0 * file.tell() / max(size, 1)))
