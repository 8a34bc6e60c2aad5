"""What Scarp sees in an image, in two narrow columns."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

BANDS, PIXELS, RESOLUTION, VALUES, NODATA, MODEL, TIME = (
    "bands", "pixels", "resolution", "values", "nodata", "model", "time"
)  # fmt: skip
MINUTE_S, HOUR_S = 60, 3600
UNKNOWN, NOTHING = "…", "–"


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return QCoreApplication.translate("ImageFacts", text)


class ImageFacts(QWidget):
    """The facts; hidden until there is an image.

    Args:
        parent: of the widget.

    Attributes:
        values: the label of each fact, by its name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not a QFormLayout, which does not always give wrapped text the height that it needs.
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(self.fontMetrics().lineSpacing() // 4)
        self.values: dict[str, QLabel] = {}
        for row, (name, title) in enumerate(titles().items()):
            self.values[name] = self._label()
            # Beside the first line of a long fact.
            grid.addWidget(QLabel(title, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.values[name], row, 1)
        self.clear()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        return label

    def clear(self) -> None:
        """Show nothing: there is no image."""
        self._set({})
        self.hide()

    def wait(self) -> None:
        """The image is being looked at."""
        self._set(dict.fromkeys(self.values, UNKNOWN))
        self.show()

    def show_summary(self, summary: dict[str, Any]) -> None:
        """Show what was seen.

        Args:
            summary: as ``scarp:describeimage`` gives it.
        """
        self._set(texts(summary))
        for name, tip in tips(summary).items():
            self.values[name].setToolTip(tip)
        self.show()

    def _set(self, found: dict[str, str]) -> None:
        for name, label in self.values.items():
            label.setText(found.get(name, ""))
            label.setToolTip("")


def titles() -> dict[str, str]:
    """What each fact is called, in the order in which they stand."""
    return {
        BANDS: tr("Bands"), PIXELS: tr("Pixels"), RESOLUTION: tr("Resolution"), VALUES: tr("Values"),
        NODATA: tr("Nodata"), MODEL: tr("Suggested"), TIME: tr("Time"),
    }  # fmt: skip


def texts(summary: dict[str, Any]) -> dict[str, str]:
    """Each fact, for people; argument as of ``ImageFacts.show_summary``."""
    locale, types = QLocale(), dict.fromkeys(band["type"] for band in summary["bands"])
    return {
        BANDS: _bands(summary["bands"]),
        PIXELS: f"{locale.toString(summary['width'])} × {locale.toString(summary['height'])}, {', '.join(types)}",
        RESOLUTION: _resolution(summary), VALUES: _values(summary["values"]), NODATA: _nodata(summary["nodata"]),
        MODEL: _model(summary["suggested"]), TIME: _time(summary["time"], summary["work"]),
    }  # fmt: skip


def tips(summary: dict[str, Any]) -> dict[str, str]:
    """What more can be said of some facts; argument as of ``ImageFacts.show_summary``."""
    values, suggested = summary["values"], summary["suggested"]
    ranges = [
        tr("Band {band}: {low} to {high}").format(band=band, low=_number(low), high=_number(high))
        for band, low, high in zip(summary["bands_read"], values["low"], values["high"])
    ]
    estimate = tr("From {} pixels, which are not all.").format(QLocale().toString(values["pixels"]))
    sampled = [estimate] if values["is_estimate"] else []
    return {
        VALUES: "\n".join([tr("What the model sees as darkest and brightest ({}):").format(values["stretch"]), *ranges,
                           *sampled]),
        NODATA: "\n".join(sampled), MODEL: suggested["why"] if suggested else "", TIME: summary["time"]["basis"],
        RESOLUTION: " – ".join(part for part in (summary["crs"], summary["crs_name"]) if part),
    }  # fmt: skip


def _number(value: float) -> str:
    return QLocale().toString(float(value), "g", 5)


def _bands(bands: list[dict[str, Any]]) -> str:
    read = [tr("{number}\u00a0{name}").format(number=band["number"], name=band["taken_for"]) for band in bands
            if band["taken_for"]]  # fmt: skip
    others = len(bands) - len(read)
    if not read:
        return QLocale().toString(len(bands))
    return ", ".join([*read, tr("{} not used").format(others)] if others else read)


def _resolution(summary: dict[str, Any]) -> str:
    own, working = summary["resolution_m"], summary["working_resolution_m"]
    if own is None:
        return tr("not known: no coordinate system")
    if own == working:
        return tr("{}\u00a0m").format(_number(own))
    return tr("{own}\u00a0m, worked on at {working}\u00a0m").format(own=_number(own), working=_number(working))


def _values(values: dict[str, Any]) -> str:
    if not values["smallest"]:
        return tr("no valid pixel found")
    found = tr("{low} to {high}").format(low=_number(min(values["smallest"])), high=_number(max(values["largest"])))
    ways = {
        "8 bit, as they are": tr("as they are"), "as the model was trained": tr("as they are"),
        "2nd to 98th percentile": tr("stretched"),
    }  # fmt: skip
    return f"{found} ({ways.get(values['stretch'], values['stretch'])})"


def _nodata(nodata: dict[str, Any]) -> str:
    if nodata["share"] == 0.0:
        return tr("none found") if nodata["is_estimate"] else tr("none")
    share = QLocale().toString(100.0 * nodata["share"], "f", 1)
    return (tr("about {}\u00a0%") if nodata["is_estimate"] else tr("{}\u00a0%")).format(share)


def _model(suggested: dict[str, Any] | None) -> str:
    if suggested is None:
        return tr("none; train one on this image")
    low, high = suggested["resolution_m"]
    return tr("{name}, for {low} to {high}\u00a0m").format(name=suggested["name"], low=_number(low), high=_number(high))


def _time(time: dict[str, Any], work: dict[str, Any] | None) -> str:
    if work is None:
        return NOTHING
    if time["seconds"] is None:
        return tr("not known. {}").format(time["basis"])
    device = "GPU" if time["device"].startswith("CUDA") else "CPU"
    return tr("about {time} on the {device}").format(time=duration(time["seconds"]), device=device)


def duration(seconds: float) -> str:
    """A time in the unit that suits it."""
    if seconds < 1.5 * MINUTE_S:
        return tr("{}\u00a0s").format(max(1, round(seconds)))
    if seconds < 1.5 * HOUR_S:
        return tr("{}\u00a0min").format(round(seconds / MINUTE_S))
    return tr("{}\u00a0h").format(QLocale().toString(seconds / HOUR_S, "f", 1))
