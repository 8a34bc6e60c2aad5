from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from scarp.algorithms import training_folder
from scarp.algorithms.install_model import InstallModel
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.served import serving
from scarp.tests.algorithms.test_install_packages import qgis_process

REPOSITORY = Path(__file__).resolve().parents[2]


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def own(no_own_models, monkeypatch):
    """The analyst's models: none yet."""
    monkeypatch.setattr(training_folder, "models_folder", lambda: no_own_models)
    return no_own_models


@pytest.fixture
def tiny(model_file):
    """A small model that is to be installed."""
    pytest.importorskip("onnx")
    return model_file("first_band", name="tiny.onnx", resolution_m=(0.5, 5.0))


@pytest.fixture
def server(qgis_app, tiny):
    with serving() as server:
        server.pages["/models/tiny.onnx"] = tiny.read_bytes()
        yield server


@pytest.fixture
def install(provider, own, feedback):
    """Runs the algorithm as a script does."""
    import processing

    def call(feedback=feedback, **parameters):
        return processing.run("scarp:installmodel", parameters, feedback=feedback)

    return call


def refusal(install, **parameters):
    with pytest.raises(QgsProcessingException) as caught:
        install(**parameters)
    return str(caught.value)


def test_in_the_toolbox(qgis_app):
    algorithm = InstallModel().create()
    assert (algorithm.name(), algorithm.displayName()) == ("installmodel", "Install a model")
    assert (algorithm.group(), algorithm.groupId()) == ("Setup", "setup")
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    assert names == ["FILE", "URL", "SHA256", "NAME", "OVERWRITE", "AUTHENTICATION"]
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [p.name() for p in algorithm.parameterDefinitions() if p.flags() & advanced] == ["AUTHENTICATION"]
    assert [output.name() for output in algorithm.outputDefinitions()] == ["MODEL", "NAME"]
    assert "A file of another fingerprint is refused." in algorithm.shortHelpString()


def test_a_file_is_copied_under_its_name(install, own, tiny, feedback):
    assert install(FILE=str(tiny)) == {"MODEL": str(own / "tiny.onnx"), "NAME": "tiny"}
    assert (own / "tiny.onnx").read_bytes() == tiny.read_bytes() and tiny.is_file()
    assert feedback.infos[:2] == [
        f'The model "tiny" is installed: {own / "tiny.onnx"}.',
        "Kind: semantic; bands: red, green, blue; ground resolution: 0.5 to 5 m. "
        'Choose "tiny" as the model of Extract landslides.',
    ]
    assert list(own.iterdir()) == [own / "tiny.onnx"]


def test_it_can_be_chosen_by_name(install, run, tiny):
    name = install(FILE=str(tiny), NAME=" Kumamoto 2016 ")["NAME"]
    assert name == "Kumamoto 2016"
    results = run(MODEL_FILE="", MODEL=name)
    assert results["COUNT"] == 3 and results["AREA_M2"] == pytest.approx(105.0, rel=1e-3)
    assert {landslide["model"] for landslide in results["OUTPUT"].getFeatures()} == {name}


def test_an_instance_model_too(install, own, model_file):
    from scarp.tests import model_files

    properties = {**model_files.contract(kind="instance").properties(), "scarp_score": "0.5"}
    assert install(FILE=str(model_file(name="many.onnx", properties=properties)))["NAME"] == "many"


def test_from_an_address(install, own, tiny, server, feedback):
    url = server.url("/models/tiny.onnx")
    results = install(URL=f" {url} ", SHA256=f"{sha256(tiny).upper()} *tiny.onnx\n")
    assert results == {"MODEL": str(own / "tiny.onnx"), "NAME": "tiny"}
    assert (own / "tiny.onnx").read_bytes() == tiny.read_bytes()
    assert feedback.infos[0] == f"Fetching {url}."
    assert list(own.iterdir()) == [own / "tiny.onnx"]


def test_from_an_address_in_the_background(provider, own, tiny, server, feedback):
    parameters = {"URL": server.url("/models/tiny.onnx"), "SHA256": sha256(tiny)}
    done, context, loop = [], QgsProcessingContext(), QEventLoop()
    task = QgsProcessingAlgRunnerTask(provider.algorithm("installmodel"), parameters, context, feedback)
    task.executed.connect(lambda ok, results: (done.append((ok, results)), loop.quit()))
    QTimer.singleShot(60000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert done == [(True, {"MODEL": str(own / "tiny.onnx"), "NAME": "tiny"})]
    assert (own / "tiny.onnx").read_bytes() == tiny.read_bytes()


def test_from_an_address_that_leads_on(install, own, tiny, server):
    server.redirect("/latest?file=m", "/models/tiny.onnx")
    assert install(URL=server.url("/latest?file=m"), SHA256=sha256(tiny))["NAME"] == "latest"


def test_from_the_address_of_a_local_file(install, own, tiny, tmp_path):
    file = tmp_path / "a folder" / "größer.onnx"
    file.parent.mkdir()
    shutil.copy(tiny, file)
    assert install(URL=file.as_uri(), SHA256=sha256(tiny))["NAME"] == "größer"
    assert (own / "größer.onnx").read_bytes() == tiny.read_bytes()


def test_what_fails_leaves_nothing_behind(install, own, tiny, server):
    wrong = "ab" * 32
    said = f"begins with {sha256(tiny)[:12]}, that which was given with abababababab: this is another file, or it was"
    assert said in refusal(install, FILE=str(tiny), SHA256=wrong)
    assert said in refusal(install, URL=server.url("/models/tiny.onnx"), SHA256=wrong)
    assert said in refusal(install, URL=tiny.as_uri(), SHA256=wrong)
    assert "the server answers 404 (Not Found)" in refusal(install, URL=server.url("/gone.onnx"), SHA256=wrong)
    server.begin("/half.onnx", tiny.read_bytes()[:100], 1000)
    assert "Connection closed" in refusal(install, URL=server.url("/half.onnx"), SHA256=sha256(tiny))
    assert list(own.iterdir()) == []


def test_what_is_no_model_is_refused(install, own, model_file, tmp_path):
    page = tmp_path / "page.onnx"
    page.write_text("<html>Please log in</html>")
    assert "page.onnx is not an ONNX model" in refusal(install, FILE=str(page), SHA256=sha256(page))
    bare = model_file(name="bare.onnx", properties={})
    assert "bare.onnx lacks the property 'scarp_kind'" in refusal(install, FILE=str(bare))
    assert list(own.iterdir()) == []


def test_weights_elsewhere_are_refused(install, own, tmp_path):
    from scarp.tests import model_files

    path = model_files.write(tmp_path / "m.onnx", model_files.with_external_weights(model_files.build(), "m.bin"))
    assert "The model m.onnx keeps weights in other files (m.bin)" in refusal(install, FILE=str(path))
    assert list(own.iterdir()) == []


def test_cancelled_while_it_is_fetched(install, own, tiny, server):
    server.begin("/slow.onnx", tiny.read_bytes()[:100], 200, waits=True)
    feedback = Feedback(cancel_at=20.0)
    with pytest.raises(QgsProcessingException, match="The run was cancelled; nothing was written"):
        install(feedback=feedback, URL=server.url("/slow.onnx"), SHA256=sha256(tiny))
    assert list(own.iterdir()) == []


def test_the_same_model_again_is_no_error(install, own, tiny, server, feedback):
    install(FILE=str(tiny))
    before = (own / "tiny.onnx").stat().st_mtime_ns
    url = server.url("/models/tiny.onnx")
    assert install(URL=url, SHA256=sha256(tiny)) == install(FILE=str(tiny)) == install(FILE=str(own / "tiny.onnx"))
    assert not server.asked
    assert (own / "tiny.onnx").stat().st_mtime_ns == before
    assert feedback.infos.count(f'This model is there already as "tiny": {own / "tiny.onnx"}.') == 3


def test_another_model_of_that_name_stays_unless_it_is_to_be_replaced(install, own, tiny, server, model_file):
    other = model_file("mean", name="other.onnx")
    install(FILE=str(other), NAME="tiny")
    said = (
        f'There is a model "tiny" already ({own / "tiny.onnx"}); choose another name, or set "Replace a model of that '
        'name".'
    )
    assert said in refusal(install, FILE=str(tiny))
    assert said in refusal(install, URL=server.url("/models/tiny.onnx"), SHA256=sha256(tiny))
    assert not server.asked and (own / "tiny.onnx").read_bytes() == other.read_bytes()
    assert "begins with" in refusal(install, FILE=str(tiny), SHA256="0" * 64, OVERWRITE=True)
    assert (own / "tiny.onnx").read_bytes() == other.read_bytes()
    install(FILE=str(tiny), OVERWRITE=True)
    assert (own / "tiny.onnx").read_bytes() == tiny.read_bytes() and len(list(own.iterdir())) == 1


def test_a_folder_that_cannot_be_made(install, own, tiny):
    own.write_text("a file")
    assert f"The folder of your models {own} cannot be made (File exists)" in refusal(install, FILE=str(tiny))


HASH = "cd" * 32


@pytest.mark.parametrize(("parameters", "why"), [
    ({}, "Neither a file nor an address is given for the model; give one of them."),
    ({"FILE": "a.onnx", "URL": "https://example.org/a.onnx", "SHA256": HASH},
     "A file and an address are given for the model; give one of them."),
    ({"FILE": "/no/such.onnx"}, "There is no model file /no/such.onnx; choose another."),
    ({"URL": "file:///no/such.onnx", "SHA256": HASH}, "There is no model file /no/such.onnx; choose another."),
    ({"URL": "ftp://me:verborgen@example.org/a.onnx", "SHA256": HASH},
     "ftp://****@example.org/a.onnx is no address of a model; one starts with https://, http:// or file://."),
    ({"URL": "https://example.org/a.onnx"},
     "A model from an address needs its SHA-256, by which another file or a damaged one is told; copy it from where "
     "the model is offered."),
    ({"URL": "https://example.org/a.onnx", "SHA256": "12ab"},
     '"12ab" is no SHA-256, which has 64 digits of 0 to 9 and a to f; copy it from where the model is offered, without '
     "other lines."),
    ({"URL": "https://example.org/", "SHA256": HASH},
     "The model has no name; give one, by which Extract landslides will list it."),
    ({"URL": "https://example.org/unet.onnx", "SHA256": HASH},
     '"unet" is a model that comes with Scarp; choose another name.'),
    ({"URL": "https://example.org/a.onnx", "SHA256": HASH, "NAME": "a/b"},
     '"a/b" cannot be the name of a model; use letters, digits, spaces and . _ - + ( ), at most 100, beginning with a '
     "letter or digit and not ending with a dot or space."),
])  # fmt: skip
def test_what_is_refused_before_a_run(qgis_app, own, parameters, why):
    possible, reason = InstallModel().create().checkParameterValues(parameters, QgsProcessingContext())
    assert (possible, reason) == (False, why)


def test_without_a_window(tiny, server, tmp_path):
    """As a user without a window fetches a model into a fresh profile."""
    default = tmp_path / "qgis" / "profiles" / "default"
    (default / "QGIS").mkdir(parents=True)
    (default / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nprocessing=true\nscarp=true\n", encoding="utf-8")
    (default / "python" / "plugins").mkdir(parents=True)
    (default / "python" / "plugins" / "scarp").symlink_to(REPOSITORY)
    variables = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    variables |= {"QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "qgis"), "QT_QPA_PLATFORM": "offscreen"}
    values = (f"URL={server.url('/models/tiny.onnx')}", f"SHA256={sha256(tiny)}", "NAME=fetched")
    command = [qgis_process(), "run", "--json", "scarp:installmodel", "--", *values]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    installed = default / "scarp" / "models" / "fetched.onnx"
    results = json.loads(done.stdout[done.stdout.index("{\n") :])["results"]
    assert results == {"MODEL": str(installed), "NAME": "fetched"}
    assert installed.read_bytes() == tiny.read_bytes()
