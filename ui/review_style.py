"""The named style "review" of a layer: by status, and what is not reviewed looks as it did before."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer, QgsSymbol, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QCoreApplication

from .review_rows import REVIEW_FIELD
from .review_table import ACCEPTED, REJECTED

STYLE = "review"
"""Name of the style in the layer's list of styles; it stays with the layer."""
translate = QCoreApplication.translate
FIELD = f'"{REVIEW_FIELD}"'


def show_style(layer: QgsVectorLayer) -> None:
    """Give a layer the style and switch to it, once: who switches back to another stays there."""
    styles = layer.styleManager()
    if STYLE in styles.styles() or not styles.addStyleFromLayer(STYLE):
        return
    styles.setCurrentStyle(STYLE)
    if not is_by_status(layer):  # as a copy of a layer under review is
        layer.setRenderer(by_status(layer))
    layer.emitStyleChanged()
    layer.triggerRepaint()


def is_by_status(layer: QgsVectorLayer) -> bool:
    """Whether a layer looks so already."""
    renderer = layer.renderer()
    rules = renderer.rootRule().children() if isinstance(renderer, QgsRuleBasedRenderer) else []
    return any(FIELD in rule.filterExpression() for rule in rules)


def by_status(layer: QgsVectorLayer) -> QgsRuleBasedRenderer:
    """Accepted ones green, rejected ones grey and crossed out, other classes blue, the rest as they are now."""
    rule = QgsRuleBasedRenderer.Rule
    root = rule(None)
    accepted, rejected = f"{FIELD} = '{ACCEPTED}'", f"{FIELD} = '{REJECTED}'"
    other = f"{FIELD} NOT IN ('{ACCEPTED}', '{REJECTED}', '')"
    for title, condition, symbol in (
        (translate("ReviewStyle", "Accepted"), accepted, _symbol("51,160,44", "solid", 30)),
        (translate("ReviewStyle", "Rejected"), rejected, _symbol("128,128,128", "diagonal_x", 110, "dash")),
        (translate("ReviewStyle", "Other class"), other, _symbol("31,120,180", "solid", 30)),
    ):
        root.appendChild(rule(symbol, 0, 0, condition, title))
    rest = rule(None, 0, 0, "", translate("ReviewStyle", "Not reviewed"))
    rest.setIsElse(True)
    before = QgsRuleBasedRenderer.convertFromRenderer(layer.renderer()) if layer.renderer() is not None else None
    children = before.rootRule().children() if before is not None else []
    if len(children) == 1 and not children[0].filterExpression() and children[0].symbol() is not None:
        rest.setSymbol(children[0].symbol().clone())
    elif children:
        for child in children:
            rest.appendChild(child.clone())
    else:
        rest.setSymbol(QgsSymbol.defaultSymbol(QgsWkbTypes.GeometryType.PolygonGeometry))
    root.appendChild(rest)
    return QgsRuleBasedRenderer(root)


def _symbol(colour: str, fill: str, alpha: int, line: str = "solid") -> QgsFillSymbol:
    """An outline, and a fill that lets the image be seen.

    Args:
        colour: red, green and blue with commas between them.
        fill: style of the fill.
        alpha: of the fill, 0 to 255.
        line: style of the outline.
    """
    return QgsFillSymbol.createSimple({
        "color": f"{colour},{alpha}", "style": fill, "outline_color": f"{colour},255", "outline_style": line,
        "outline_width": "0.5", "joinstyle": "round",
    })  # fmt: skip
