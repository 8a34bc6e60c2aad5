"""What becomes of runs when the panel, the layers, the project, the plugin or QGIS itself goes."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import textwrap
import weakref
from pathlib import Path
from threading import Event

import numpy as np
import pytest
import scarp
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.algorithms import model_choice, training, training_folder, training_run
from scarp.algorithms.extract_landslides import ExtractLandslides
from scarp.engine.progress import check
from scarp.tests.algorithms.training_ground import made_up_worker, roi_layer, scene_pixels
from scarp.tests.ui.interface import Interface, deliver_deletions
from scarp.ui.actions import AREA, IS_OPEN
from scarp.ui.extract_step import ExtractStep
from scarp.ui.runs import State
from scarp.ui.state import IMAGE, LANDSLIDES, PROBABILITY

WORKS_ON = "Path(r'{}').write_text(str(__import__('os').getpid())); time.sleep(600)"
"""What a worker does after its first epoch: it writes down its number, and goes on for longer than any test."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="child processes are looked for in /proc")


@pytest.fixture(autouse=True)
def no_error(monkeypatch, capfd):
    """Fails where anything is raised behind the scenes, or a child process is left."""
    raised = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: raised.append(error))
    before = children()
    yield
    deliver_deletions()
    QTest.qWait(1)
    gc.collect()
    assert raised == []
    assert children() - before == set()
    assert QgsApplication.taskManager().activeTasks() == []
    errors = capfd.readouterr().err
    assert "Traceback" not in errors and "wrapped C/C++" not in errors and "QObject" not in errors


@pytest.fixture
def iface(qgis_processing, qgis_new_project, tmp_path, model_file, monkeypatch):
    """QGIS's interface; the places of models and trainings are those of the test."""
    models = tmp_path / "models"
    models.mkdir()
    model_file("first_band", name="models/first.onnx")
    for module in (model_choice, training_folder):
        monkeypatch.setattr(module, "models_folder", lambda: models)
    monkeypatch.setattr(training_folder, "scarp_folder", lambda: tmp_path / "profile")
    for module in (training, training_run):
        monkeypatch.setattr(module, "training_python", lambda: Path(sys.executable))
    QgsSettings().setValue(IS_OPEN, True)
    interface = Interface()
    interface.window.show()
    yield interface
    QgsProject.instance().clear()
    interface.close()
    for entry in (AREA, IS_OPEN):
        QgsSettings().remove(entry)


@pytest.fixture
def load(iface, wait):
    """Loads the plugin: ``load()`` -> it, once its panel has looked what is there."""
    loaded = []

    def load():
        plugin = scarp.classFactory(iface)
        plugin.initGui()
        loaded.append(plugin)
        wait(lambda: not list(panel(plugin).runs) and not QgsApplication.taskManager().activeTasks())
        return plugin

    yield load
    for plugin in loaded:
        plugin.unload()
    deliver_deletions()


@pytest.fixture
def gate(monkeypatch):
    """Extractions wait here until it is set, or until they are cancelled."""
    gate, work = Event(), ExtractLandslides.work

    def wait_and_work(self, parameters, context, feedback, stack):
        feedback.setProgress(50.0)
        while not gate.wait(0.01):
            check(feedback)
        return work(self, parameters, context, feedback, stack)

    monkeypatch.setattr(ExtractLandslides, "work", wait_and_work)
    return gate


@pytest.fixture
def worker(model_file, tmp_path, monkeypatch):
    """The file with the number of the training's process."""
    number = tmp_path / "worker.pid"
    command = made_up_worker(model_file("first_band", name="made.onnx"), WORKS_ON.format(number))
    monkeypatch.setattr(training_run, "worker_command", command)
    return number


def children():
    """Numbers of the child processes of this one that still live."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            _, _, state = (entry / "stat").read_text().rpartition(")")
        except OSError:
            continue
        kind, parent = state.split()[:2]
        if int(parent) == os.getpid() and kind != "Z":
            found.add(int(entry.name))
    return found


def panel(plugin):
    return plugin._actions.panel


def step(plugin):
    (found,) = [step for step in panel(plugin).steps if isinstance(step, ExtractStep)]
    return found


def image(raster, name="event"):
    pixels = np.full((3, 60, 80), 26, np.uint8)
    pixels[0, 30:40, 40:50] = 204
    layer = QgsRasterLayer(raster(pixels, f"{name}.tif"), name)
    QgsProject.instance().addMapLayer(layer)
    return layer


def extract(plugin, layer):
    """The run that a click on Extract starts."""
    panel(plugin).state.set_layer(IMAGE, layer)
    panel(plugin).state.set_model("first")
    runs = []
    panel(plugin).runs.added.connect(runs.append)
    QTest.mouseClick(step(plugin).extract, Qt.MouseButton.LeftButton)
    panel(plugin).runs.added.disconnect(runs.append)
    (run,) = [run for run in runs if run.algorithm == "scarp:extractlandslides"]
    return run


def train(plugin, raster, tmp_path, name="mine"):
    """A run that trains."""
    scene = QgsRasterLayer(raster(scene_pixels(), "scene.tif"), "scene")
    rois = roi_layer()
    QgsProject.instance().addMapLayers([scene, rois])
    parameters = {"INPUT": [scene.id()], "ROIS": [rois.id()], "NAME": name, "START": "nothing",
                  "FOLDER": str(tmp_path / f"training {name}")}  # fmt: skip
    return panel(plugin).runs.start("scarp:trainunet", parameters, "Train", queue="training")


def test_a_run_goes_on_while_the_panel_is_closed(load, gate, raster, wait, iface):
    plugin = load()
    dock = panel(plugin)
    wait(dock.isVisible)
    run = extract(plugin, image(raster))
    wait(lambda: run.percent > 0)
    dock.close()
    QTest.qWait(1)
    assert run.state is State.RUNNING and dock.isHidden()
    plugin._actions.toggle.trigger()
    wait(dock.isVisible)
    assert step(plugin).rows.isVisible()
    dock.close()
    gate.set()
    wait(lambda: run.state.is_over)
    assert run.state is State.DONE and dock.state.vector(LANDSLIDES).featureCount() == 1
    assert [text for text, _ in iface.said()] == ["Landslides: 1; area: 0.01 ha (0.0001 km²); threshold: 0.50."]
    plugin._actions.toggle.trigger()
    wait(step(plugin).outcome.isVisible)
    assert step(plugin).outcome.label.text().startswith("Landslides: 1; ")


def test_the_image_in_use_can_be_removed(load, gate, raster, wait):
    plugin = load()
    layer = image(raster)
    run, waits = extract(plugin, layer), extract(plugin, layer)
    wait(lambda: run.percent > 0)
    QgsProject.instance().removeMapLayer(layer.id())
    del layer
    assert panel(plugin).state.raster(IMAGE) is None and not step(plugin).extract.isEnabled()
    gate.set()
    wait(lambda: run.state.is_over and waits.state.is_over)
    assert run.state is State.DONE and panel(plugin).state.vector(LANDSLIDES).featureCount() == 1
    assert waits.error.startswith('The layer "event" was removed before the run could begin')
    probability = panel(plugin).state.layer(PROBABILITY)
    QgsProject.instance().removeAllMapLayers()
    del probability
    assert panel(plugin).state.layer(PROBABILITY) is panel(plugin).state.layer(LANDSLIDES) is None


@pytest.mark.parametrize("other", ["new", "opened"])
def test_another_project_gets_nothing_unasked(load, gate, raster, wait, tmp_path, other, iface):
    plugin = load()
    run = extract(plugin, image(raster))
    wait(lambda: run.percent > 0)
    if other == "new":
        QgsProject.instance().clear()
    else:
        file = tmp_path / "other.qgs"
        project = QgsProject()
        project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory"))
        assert project.write(str(file)) and QgsProject.instance().read(str(file))
        del project
    layers = set(QgsProject.instance().mapLayers())
    gate.set()
    wait(lambda: run.state.is_over)
    assert (run.state, run.held_back) == (State.DONE, True)
    assert set(QgsProject.instance().mapLayers()) == layers
    assert "Add to this project" in iface.messageBar().items()[0].findChild(type(step(plugin).extract)).text()
    plugin.unload()
    assert (iface.said(), set(QgsProject.instance().mapLayers())) == ([], layers)


def test_a_training_goes_on_in_another_project(load, raster, wait, tmp_path, model_file, monkeypatch):
    number, goes_on = tmp_path / "worker.pid", tmp_path / "goes on"
    more = f"Path(r'{number}').touch()\nwhile not Path(r'{goes_on}').exists(): time.sleep(0.01)"
    monkeypatch.setattr(
        training_run, "worker_command", made_up_worker(model_file("first_band", name="made.onnx"), more)
    )
    plugin = load()
    run = train(plugin, raster, tmp_path)
    wait(number.exists)
    QgsProject.instance().clear()
    goes_on.touch()
    wait(lambda: run.state.is_over)
    assert (run.state, run.held_back) == (State.DONE, False)
    assert Path(run.results["MODEL_FILE"]).is_file()


def test_the_plugin_is_reloaded_twice_while_it_works(load, gate, worker, raster, wait, tmp_path, iface):
    before = children()

    def load_and_unload(name):
        plugin = load()
        dock = weakref.ref(panel(plugin))
        extraction, waits = (extract(plugin, image(raster, f"event {name}")) for _ in range(2))
        training, later = (train(plugin, raster, tmp_path, f"{what} {name}") for what in ("model", "later"))
        working = [extraction, training]
        wait(lambda: any(run.state.is_over for run in working) or (extraction.percent and worker.exists()))
        assert [(run.state, run.error) for run in working] == [(State.RUNNING, "")] * 2
        wait(worker.read_text)
        assert int(worker.read_text()) in children() - before
        plugin.unload()
        assert [run.state for run in (extraction, waits, training, later)] == [State.CANCELLED] * 4
        assert children() == before
        assert QgsApplication.taskManager().activeTasks() == []
        assert (tmp_path / f"training model {name}" / "last.pt").is_file()
        return dock

    for name in ("first", "second"):
        panel_of_it = load_and_unload(name)
        deliver_deletions()
        assert (iface.docks(), iface.menu, iface.toolbar, iface.factories, iface.said()) == ([], [], [], [], [])
        worker.unlink()
        QgsProject.instance().clear()
        QTest.qWait(20)
        gc.collect()
        assert panel_of_it() is None


QUIT = """
import sys
from pathlib import Path
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
app = QgsApplication([], True)
app.initQgis()
sys.path.append(str(Path(app.pkgDataPath()) / "python" / "plugins"))
from processing.core.Processing import Processing
Processing.initialize()
import scarp
from qgis.PyQt.QtCore import QTimer
from scarp.algorithms import training, training_folder, training_run
from scarp.tests.algorithms.training_ground import made_up_worker, roi_layer
from scarp.tests.ui.interface import Interface
folder, number = Path(r"FOLDER"), Path(r"NUMBER")
training_folder.models_folder = lambda: folder
training_folder.scarp_folder = lambda: folder / "profile"
training.training_python = training_run.training_python = lambda: Path(sys.executable)
training_run.worker_command = made_up_worker(folder / "made.onnx", WORKS_ON)
iface = Interface()
iface.window.show()
plugin = scarp.classFactory(iface)
plugin.initGui()
QgsProject.instance().addMapLayer(QgsRasterLayer(r"SCENE", "scene"))
scene, = QgsProject.instance().mapLayers()
runs = plugin._actions.panel.runs
run = runs.start("scarp:trainunet", {"INPUT": [scene], "ROIS": [roi_layer()], "NAME": "mine", "START": "nothing",
                                     "FOLDER": str(folder / "training")}, "Train", queue="training")
waits = runs.start("scarp:trainunet", {"NAME": "other"}, "Train", queue="training")
timer = QTimer()
timer.timeout.connect(lambda: app.quit() if number.exists() or run.state.is_over else None)
timer.start(20)
app.exec()
print(run.state.value, waits.state.value, run.error)
timer.stop()
plugin.unload()
QgsProject.instance().clear()
iface.close()
app.exitQgis()
print("left")
"""


def test_qgis_is_quit_while_it_works(raster, model_file, tmp_path):
    number = tmp_path / "worker.pid"
    model_file("first_band", name="made.onnx")
    script = QUIT.replace("WORKS_ON", repr(WORKS_ON.format(number))).replace("FOLDER", str(tmp_path))
    script = script.replace("NUMBER", str(number)).replace("SCENE", raster(scene_pixels(), "scene.tif"))
    variables = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "qgis"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=300, env=variables
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert (done.returncode, done.stdout.splitlines()[-2:]) == (0, ["cancelled cancelled ", "left"]), done.stderr
    assert not Path(f"/proc/{number.read_text()}").exists()
