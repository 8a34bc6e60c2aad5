"""Reports as one HTML page that needs nothing else."""

from __future__ import annotations

import base64
import math
import re
import uuid
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, gdal_array

from .errors import ScarpError
from .gdal_calls import attempt
from .packages.requirements import INSTALL_EXTRACTION

NOTHING = "–"
NUMERIC = re.compile(r"[-+−]?[\d.,\s]*\d( ?%)?|[-+−]?∞|" + NOTHING)

STYLE = """
body { background: #ffffff; color: #1b1f23; font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 60em;
       padding: 0 1em; }
h1 { font-size: 1.6em; margin-bottom: 0; }
h2 { border-bottom: 1px solid #b0b7bf; font-size: 1.2em; margin-top: 2em; padding-bottom: 0.2em; }
.subtitle, caption, figcaption { color: #59636e; }
.subtitle { margin-top: 0.2em; }
.table { overflow-x: auto; }
table { border-collapse: collapse; margin: 1em 0; }
caption, figcaption { font-size: 0.9em; padding: 0.3em 0; text-align: left; }
th, td { border-bottom: 1px solid #d5dae0; padding: 0.25em 0.8em; text-align: left; }
th { border-bottom: 2px solid #b0b7bf; vertical-align: bottom; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
figure { margin: 1em 0; }
svg { height: auto; max-width: 100%; }
img { height: auto; image-rendering: pixelated; width: 100%; }
td { overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #14181c; color: #e4e8ec; }
  h2, th { border-color: #57606a; }
  th, td { border-bottom-color: #3a424a; }
  .subtitle, caption, figcaption { color: #a0a8b0; }
}
@media print { body { max-width: none; } figure, tr { page-break-inside: avoid; } }
"""


class HtmlReport:
    """A report in the making; what is added stands in the order in which it was added, and is escaped.

    Args:
        title: of the page.
        subtitle: beneath it; may be empty.
    """

    def __init__(self, title: str, subtitle: str = "") -> None:
        self._title = title
        self._parts = [f"<h1>{escape(title)}</h1>"]
        if subtitle:
            self._parts.append(f'<p class="subtitle">{escape(subtitle)}</p>')

    def heading(self, text: str) -> None:
        """Add the heading of a section."""
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        """Add a paragraph."""
        self._parts.append(f"<p>{escape(text)}</p>")

    def table(self, header: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "") -> None:
        """Add a table; numbers stand at the right, and those that are no text yet are written by ``number``.

        Args:
            header: names of the columns.
            rows: cells, as many as columns.
            caption: above the table; may be empty.
        """
        cells = [[_text(cell) for cell in row] for row in rows]
        columns: list[Sequence[str]] = list(zip(*cells)) or [() for _ in header]
        filled = [[cell for cell in column if cell] for column in columns]
        kinds = [' class="number"' if column and all(map(NUMERIC.fullmatch, column)) else "" for column in filled]
        lines = ['<div class="table"><table>']
        lines += [f"<caption>{escape(caption)}</caption>"] if caption else []
        lines.append(_row("th", header, kinds))
        lines += [_row("td", row, kinds) for row in cells]
        self._parts.append("\n".join([*lines, "</table></div>"]))

    def chart(self, svg: str, caption: str = "") -> None:
        """Add a chart.

        Args:
            svg: as ``charts.line_chart`` gives it; where it is empty, the report says what is missing.
            caption: beneath it; may be empty.
        """
        if svg:
            self._figure(svg, caption)
            return
        missing = f"is not drawn, because the Python package matplotlib is not installed. {INSTALL_EXTRACTION}."
        self.paragraph(f"A chart {missing} It shows: {caption}" if caption else f"A chart {missing}")

    def picture(self, png: bytes, caption: str = "") -> None:
        """Add a picture.

        Args:
            png: the bytes of a PNG file.
            caption: beneath it; may be empty.
        """
        text = base64.b64encode(png).decode("ascii")
        self._figure(f'<img alt="{escape(caption)}" src="data:image/png;base64,{text}">', caption)

    def _figure(self, element: str, caption: str) -> None:
        below = f"\n<figcaption>{escape(caption)}</figcaption>" if caption else ""
        self._parts.append(f"<figure>\n{element}{below}\n</figure>")

    def html(self) -> str:
        """Return the page."""
        head = (
            '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{escape(self._title)}</title>\n<style>{STYLE}</style>"
        )
        body = "\n".join(self._parts)
        return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'

    def write(self, path: Path) -> None:
        """Write the page to a file.

        Raises:
            ScarpError: if it cannot be written.
        """
        try:
            path.write_text(self.html(), encoding="utf-8")
        except OSError as error:
            raise ScarpError(
                f"The report cannot be written to {path} ({error.strerror}). Make room there, or choose another place."
            ) from error


def _text(cell: object) -> str:
    """A cell as it is shown."""
    is_number = isinstance(cell, (int, float, np.integer, np.floating)) and not isinstance(cell, bool)
    if cell is None or is_number:
        return number(cell)  # type: ignore[arg-type]
    return str(cell)


def _row(tag: str, cells: Sequence[str], kinds: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}{kind}>{escape(cell)}</{tag}>" for cell, kind in zip(cells, kinds)) + "</tr>"


def png(pixels: NDArray[np.uint8]) -> bytes:
    """A picture as a PNG file.

    Args:
        pixels: shape (3, height, width), red, green and blue; or (4, height, width), with alpha.

    Returns:
        The bytes of the file.

    Raises:
        ScarpError: if GDAL cannot write it.
        ValueError: if the shape or the type is another.
    """
    if pixels.ndim != 3 or pixels.shape[0] not in (3, 4) or pixels.dtype != np.uint8:
        raise ValueError(f"a picture has 3 or 4 bands of bytes, not {pixels.dtype} of shape {pixels.shape}")
    folder = f"/vsimem/scarp-{uuid.uuid4().hex}"
    name = f"{folder}/picture.png"
    picture = gdal_array.OpenArray(np.ascontiguousarray(pixels))
    try:
        _, reason = attempt(gdal.GetDriverByName("PNG").CreateCopy, name, picture)
        size = gdal.VSIStatL(name)
        if reason or size is None:
            raise ScarpError(f"A picture for the report cannot be made ({reason or 'GDAL gives no reason'}).")
        file = gdal.VSIFOpenL(name, "rb")
        content = bytes(gdal.VSIFReadL(1, size.size, file))
        gdal.VSIFCloseL(file)
        return content
    finally:
        attempt(gdal.RmdirRecursive, folder)


def number(value: float | int | None, decimals: int = 3) -> str:
    """A number as a report shows it.

    Args:
        value: whole numbers are shown without decimals.
        decimals: of the others.

    Returns:
        The number, thousands separated; a dash for nothing and NaN.
    """
    if value is None or math.isnan(value):
        return NOTHING
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:,}" if isinstance(value, (int, np.integer)) else f"{value:,.{decimals}f}"
