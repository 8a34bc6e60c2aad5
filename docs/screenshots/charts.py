"""Turn the charts of an HTML report into one picture, two side by side.

usage: QT_QPA_PLATFORM=offscreen python docs/screenshots/charts.py report.html charts.png [--first 4]
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, QRectF
from qgis.PyQt.QtGui import QColor, QGuiApplication, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

WIDTH = 700
"""Of a chart, in pixels."""


def main() -> int:
    """Draw; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--first", type=int, default=4, help="how many charts (4)")
    given = parser.parse_args()
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    charts = re.findall(r"<svg.*?</svg>", given.report.read_text(encoding="utf-8"), re.DOTALL)[: given.first]
    if not charts:
        raise SystemExit(f"{given.report} holds no chart.")
    renderers = [QSvgRenderer(QByteArray(chart.encode())) for chart in charts]
    sizes = [renderer.defaultSize() for renderer in renderers]
    height = max(round(WIDTH * size.height() / size.width()) for size in sizes)
    columns = min(2, len(charts))
    image = QImage(columns * WIDTH, math.ceil(len(charts) / columns) * height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for number, renderer in enumerate(renderers):
        row, column = divmod(number, columns)
        renderer.render(painter, QRectF(column * WIDTH, row * height, WIDTH, height))
    painter.end()
    image.save(str(given.picture))
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
