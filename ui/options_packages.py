"""The packages on the options page: what is there, what it is needed for, and how to get the rest."""

from __future__ import annotations

import shlex
import subprocess  # nosec B404
import sys
from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .notice import Notice
from .options_runs import DIAGNOSE, INSTALL, PACKAGES, OptionsRuns
from .parameter_form import ParameterForm
from .run_rows import RunRows
from .settings import Settings

LINES_OF_DIAGNOSIS = 12


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return QCoreApplication.translate("PackagesBox", text)


def command(parameters: Mapping[str, Any]) -> str:
    """The command line that installs packages.

    Args:
        parameters: of ``scarp:installpackages``.
    """
    words = ["qgis_process", "run", INSTALL, "--", *(f"{name}={value}" for name, value in parameters.items())]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def copy(text: str) -> None:
    """Put a text into the clipboard."""
    clipboard = QgsApplication.clipboard()
    if clipboard is not None:
        clipboard.setText(text)


class SetOfPackages(QWidget):
    """One set: how it is, a button that installs it, and the command that does the same.

    Args:
        packages: the set, as ``scarp:installpackages`` calls it.
        install: is called with it when the button is clicked.

    Attributes:
        notice: says how it is.
        install: does it.
        command: does the same, typed.
    """

    def __init__(self, packages: str, install: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName(packages)
        self.packages = packages
        self.notice, self.command, self.install = Notice(), QLineEdit(), QPushButton()
        self.install.clicked.connect(lambda: install(packages))
        self.command.setReadOnly(True)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.command.setToolTip(tr("The same by hand, in a terminal: the command, with the options below."))
        icon = QgsApplication.getThemeIcon("/mActionEditCopy.svg")
        action = self.command.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(tr("Copy the command"))
        action.triggered.connect(lambda: copy(self.command.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.addWidget(self.command, 1)
        row.addWidget(self.install)
        column.addLayout(row)

    def show_state(self, state: Mapping[str, Any], device: str, card: str) -> None:
        """Say how it is.

        Args:
            state: of the set, as ``scarp:diagnose`` gives it; empty where it is not known yet.
            device: that the analyst has chosen for runs.
            card: name of the NVIDIA card; empty for none.
        """
        titles = {"extraction": tr("Extraction"), "training": tr("Training")}
        title, missing = titles.get(self.packages, self.packages), ", ".join(state.get("missing", []))
        level = Qgis.MessageLevel.Warning
        if not state:
            text, level = tr("{}: looking…").format(title), Qgis.MessageLevel.Info
        elif not state["ready"]:
            text = tr("{}: not possible yet. Missing: {}.").format(title, missing)
        else:
            on_card = state["device"] == "cuda" and device != "cpu"
            where = tr("the graphics card ({})").format(card) if on_card else tr("the processor")
            text = tr("{}: ready. It runs on {}.").format(title, where)
            if missing:
                text += " " + tr("Missing: {}.").format(missing)
            else:
                level = Qgis.MessageLevel.Success
        self.notice.say(text, level)
        self.install.setText(tr("Install again") if level == Qgis.MessageLevel.Success else tr("Install"))


class PackagesBox(QgsCollapsibleGroupBox):
    """Packages: state, installation, diagnosis.

    Args:
        work: that runs.
        parent: of the widget.
    """

    def __init__(self, work: OptionsRuns, parent: QWidget | None = None) -> None:
        super().__init__(tr("Packages"), parent)
        self.setObjectName("ScarpPackages")
        self._work = work
        self.options = ParameterForm(INSTALL, ["DEVICE", "WHEELS", "INDEX_URL"])
        self.sets = self._made_sets()
        self.table = self._made_table()
        self.rows, self.notice = RunRows(), Notice()
        self.diagnose = QPushButton(tr("Diagnose"))
        self.diagnose.setToolTip(tr("Look at Python, packages, graphics card and network, and say what to do."))
        self.copy = QPushButton(QgsApplication.getThemeIcon("/mActionEditCopy.svg"), tr("Copy the diagnosis"))
        self.diagnosis = QPlainTextEdit()
        self.diagnosis.setObjectName("diagnosis")
        self.diagnosis.setReadOnly(True)
        self.diagnosis.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.diagnosis.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.diagnosis.setMinimumHeight(self.diagnosis.fontMetrics().lineSpacing() * LINES_OF_DIAGNOSIS)
        self._is_asked = False
        self._lay_out()
        self.diagnose.clicked.connect(self._diagnose)
        self.copy.clicked.connect(lambda: copy(self.diagnosis.toPlainText()))
        self.options.changed.connect(self._write_commands)
        work.changed.connect(self.refresh)
        self._write_commands()
        self.refresh()

    def _made_sets(self) -> list[SetOfPackages]:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(INSTALL)
        names = algorithm.parameterDefinition("PACKAGES").options() if algorithm is not None else []
        return [SetOfPackages(name, self._install) for name in names]

    def _made_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setObjectName("packages")
        table.setHeaderLabels([tr("Package"), tr("Version"), tr("Needed for")])
        table.setRootIsDecorated(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _lay_out(self) -> None:
        how = QgsCollapsibleGroupBox(tr("Options of the installation"))
        how.setObjectName("installation")
        how.setCollapsed(True)
        QVBoxLayout(how).addWidget(self.options)
        buttons = QHBoxLayout()
        buttons.addWidget(self.diagnose)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        for each in self.sets:
            column.addWidget(each)
        column.addWidget(self.rows)
        column.addWidget(self.notice)
        column.addWidget(self.table)
        column.addWidget(how)
        column.addLayout(buttons)
        column.addWidget(self.diagnosis)

    def refresh(self) -> None:
        """Show what is known."""
        work, device = self._work, Settings.load().device
        sets, card = work.packages.get("sets", {}), work.packages.get("card", "")
        for each in self.sets:
            each.show_state(sets.get(each.packages, {}), device, card)
            each.install.setEnabled(not work.is_busy(INSTALL))
        self.rows.show_runs(work.shown(PACKAGES))
        self.notice.say(*work.outcomes[PACKAGES])
        self.diagnose.setEnabled(not work.is_busy(DIAGNOSE))
        self.diagnosis.setPlainText(work.diagnosis)
        is_shown = self._is_asked and bool(work.diagnosis)
        self.diagnosis.setVisible(is_shown)
        self.copy.setVisible(is_shown)
        self._fill_table(sets, work.packages.get("versions", {}))

    def _fill_table(self, sets: Mapping[str, Any], versions: Mapping[str, str]) -> None:
        purposes = {
            "onnxruntime": tr("extraction; validation of a trained model"), "matplotlib": tr("charts in reports"),
            "torch": tr("training"), "torchvision": tr("training"), "onnx": tr("model files of trained models"),
            "onnxscript": tr("model files of trained models"), "scipy": tr("labels in training"),
            "tensorboard": tr("the log of a training for TensorBoard"),
        }  # fmt: skip
        self.table.clear()
        for name in dict.fromkeys(name for state in sets.values() for name in state["modules"]):
            item = QTreeWidgetItem([name, versions.get(name, tr("missing")), purposes.get(name, "")])
            lacking = [packages for packages, state in sets.items() if name in state["missing"]]
            if lacking:
                item.setIcon(1, QgsApplication.getThemeIcon("/mIconWarning.svg"))
            if lacking and name in versions:  # QGIS itself has it, the environment that trains has not
                item.setText(1, tr("{} (not for {})").format(versions[name], ", ".join(lacking)))
            self.table.addTopLevelItem(item)
        self.table.setVisible(bool(sets))
        self.table.updateGeometry()

    def _write_commands(self) -> None:
        for each in self.sets:
            each.command.setText(command(self._parameters(each.packages)))
            each.command.setCursorPosition(0)

    def _parameters(self, packages: str) -> dict[str, Any]:
        return {"PACKAGES": packages, **self.options.values()}

    def _install(self, packages: str) -> None:
        self._work.install(self._parameters(packages))

    def _diagnose(self) -> None:
        self._is_asked = True
        self._work.diagnose()
