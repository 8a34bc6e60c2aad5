"""The models on the options page: what is there, with cards, and how they come and go."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QTextTable
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .model_card import card, kind, resolution, size
from .notice import Notice
from .options_runs import IMPORT, MODELS, REMOVE, OptionsRuns
from .parameter_form import ParameterForm
from .run import Run, State
from .run_rows import RunRows

LINES_OF_TABLE, LINES_OF_CARD = 8, 12
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
"""Of Markdown; the pictures of the cards stay in the repository."""


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return QCoreApplication.translate("ModelsBox", text)


def models_folder() -> Path:
    """The analyst's own models, as the algorithms find them; it need not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "models"


def show_card(browser: QTextBrowser, card_file: Path) -> None:
    """Show a card in a small pane: without its pictures, and without the empty heads of its tables."""
    try:
        text = card_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    browser.setMarkdown(PICTURE.sub("", text))
    for table in browser.document().rootFrame().childFrames():
        if isinstance(table, QTextTable):
            cells = [table.cellAt(0, column) for column in range(table.columns())]
            if not any(cell.firstCursorPosition().block().text() for cell in cells):
                table.removeRows(0, 1)


class Removal(QWidget):
    """Asks once more before a model goes, in the page: something may be running.

    Args:
        remove: is called with the model's name where the analyst says so.

    Attributes:
        notice: with the question.
        remove, keep: answer it.
    """

    def __init__(self, remove: Callable[[str], None]) -> None:
        super().__init__()
        self._name, self._remove = "", remove
        self.notice, self.remove, self.keep = Notice(), QPushButton(tr("Remove")), QPushButton(tr("Keep"))
        self.remove.clicked.connect(self._act)
        self.keep.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addLayout(row)
        self.hide()

    def ask(self, model: dict[str, Any]) -> None:
        """Ask for one model, as ``scarp:listmodels`` lists it."""
        self._name = model["name"]
        text = tr('Remove the model "{}"? Its file {} is deleted.').format(model["name"], model["path"])
        self.notice.say(text, Qgis.MessageLevel.Warning)
        self.show()

    def _act(self) -> None:
        self.hide()
        self._remove(self._name)


class ModelsBox(QgsCollapsibleGroupBox):
    """Models: list, card, import, removal, folder.

    Args:
        work: that runs.
        parent: of the widget.
    """

    def __init__(self, work: OptionsRuns, parent: QWidget | None = None) -> None:
        super().__init__(tr("Models"), parent)
        self.setObjectName("ScarpModels")
        self._work = work
        self._models: list[dict[str, Any]] = []
        self._shown: dict[str, Any] | None = None
        self._importing: Run | None = None
        self.table, self.card = self._made_table(), self._made_card()
        self.remove, self.folder = QPushButton(tr("Remove…")), QPushButton(tr("Open folder"))
        self.remove.setToolTip(tr("Remove the chosen model; those that come with Scarp stay."))
        self.folder.setToolTip(str(models_folder()))
        self.removal, self.rows, self.notice = Removal(work.remove_model), RunRows(), Notice()
        self.form = ParameterForm(IMPORT, ["FILE", "URL", "SHA256", "NAME", "OVERWRITE", "AUTHENTICATION"])
        self.import_model = QPushButton(tr("Import"))
        self.import_model.setObjectName("import")
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._choose)
        self.remove.clicked.connect(self._ask)
        self.folder.clicked.connect(self._open_folder)
        self.import_model.clicked.connect(self._import)
        work.changed.connect(self.refresh)
        self.refresh()

    def _made_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setObjectName("models")
        table.setHeaderLabels([tr("Model"), tr("Finds landslides"), tr("Ground resolution"), tr("Size"), tr("From")])
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setFixedHeight(table.fontMetrics().lineSpacing() * LINES_OF_TABLE)
        return table

    def _made_card(self) -> QTextBrowser:
        card = QTextBrowser()
        card.setObjectName("card")
        card.setOpenLinks(False)
        card.anchorClicked.connect(self._follow)
        card.setMinimumHeight(card.fontMetrics().lineSpacing() * LINES_OF_CARD)
        return card

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        how = QgsCollapsibleGroupBox(tr("Import a model"))
        how.setObjectName("importing")
        how.setCollapsed(True)
        rows = QVBoxLayout(how)
        rows.addWidget(self.form)
        rows.addWidget(self.import_model, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(self.card)
        column.addLayout(buttons)
        for widget in (self.removal, how, self.rows, self.notice):
            column.addWidget(widget)

    def refresh(self) -> None:
        """Show what is known."""
        work = self._work
        if work.models is not None and work.models != self._models:
            self._fill_table(work.models)
        self.rows.show_runs(work.shown(MODELS))
        self.notice.say(*work.outcomes[MODELS])
        self.import_model.setEnabled(not work.is_busy(IMPORT))
        self._choose()

    def _fill_table(self, models: list[dict[str, Any]]) -> None:
        chosen = self._chosen()
        self._models = models
        self.table.clear()
        for model in models:
            origin = tr("Scarp") if model["bundled"] else tr("you")
            stated = ("", "") if model["error"] else (kind(model), resolution(model))
            item = QTreeWidgetItem([model["name"], *stated, size(model), origin])
            item.setData(0, Qt.ItemDataRole.UserRole, model["name"])
            if model["error"]:
                item.setIcon(0, QgsApplication.getThemeIcon("/mIconWarning.svg"))
            for column in range(self.table.columnCount()):
                item.setToolTip(column, card(model))
            self.table.addTopLevelItem(item)
            if chosen is not None and model["name"] == chosen["name"]:
                self.table.setCurrentItem(item)
        if self._chosen() is None and self.table.topLevelItemCount():
            self.table.setCurrentItem(self.table.topLevelItem(0))

    def _chosen(self) -> dict[str, Any] | None:
        """The model whose row is chosen."""
        names = [item.data(0, Qt.ItemDataRole.UserRole) for item in self.table.selectedItems()]
        return next((model for model in self._models if model["name"] in names), None)

    def _choose(self) -> None:
        """Show the card of the chosen model."""
        model = self._chosen()
        is_removed = self._work.is_busy(REMOVE)
        self.remove.setEnabled(model is not None and not model["bundled"] and not is_removed)
        if model == self._shown:
            return
        self._shown = model
        self.removal.hide()
        file = Path(model["card"]) if model is not None else Path()
        if model is None:
            self.card.clear()
        elif file.suffix == ".md" and hasattr(self.card, "setMarkdown"):  # Qt 5.14
            show_card(self.card, file)
        else:
            report = f'<p><a href="{QUrl.fromLocalFile(str(file)).toString()}">{tr("Report of its training")}</a></p>'
            self.card.setHtml(card(model) + (report if model["card"] else ""))

    def _follow(self, link: QUrl) -> None:
        """Open what a card links to, beside QGIS; a card that links to another is not followed."""
        if link.scheme() in ("http", "https", "file"):
            QDesktopServices.openUrl(link)

    def _ask(self) -> None:
        model = self._chosen()
        if model is not None:
            self.removal.ask(model)

    def _open_folder(self) -> None:
        folder = models_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = tr("The folder {} cannot be made ({}).").format(folder, error.strerror)
            self.notice.say(text, Qgis.MessageLevel.Critical)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _import(self) -> None:
        self._importing = self._work.import_model(self.form.values())
        self._importing.finished.connect(self._imported)

    def _imported(self) -> None:
        """Make room for the next, where this one is there."""
        if self._importing is not None and self._importing.state is State.DONE:
            self.form.clear()
        self._importing = None
