"""Tests of .ci/package.py, on a made-up plugin."""

from __future__ import annotations

import importlib.util
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / ".ci" / "package.py"
MODELS = "models/bundled"


@pytest.fixture
def package():
    if not SCRIPT.is_file() or shutil.which("git") is None:
        pytest.skip("what makes the zips, or git, is not here")
    spec = importlib.util.spec_from_file_location("scarp_package", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def plugin(tmp_path):
    """Commits a plugin of some files: ``plugin({name: content}, without=[...])`` -> its folder."""

    def make(more, without=()):
        folder = tmp_path / "plugin"
        files = {"metadata.txt": b"", "LICENSE": b"", "__init__.py": b"", f"{MODELS}/unet.onnx": b"u" * 900,
                 f"{MODELS}/unet.md": b"", "tests/test_a.py": b"", ".gitattributes": b"tests export-ignore\n",
                 f"{MODELS}/SHA256SUMS": b"00  unet.onnx\n",
                 **{f"resources/i18n/scarp_{name}.qm": b"" for name in ("es", "fr", "ja", "zh_CN")},
                 **more}  # fmt: skip
        for name in set(files) - set(without):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(files[name])
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
            who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
            subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)
        return folder

    return make


BOTH = b"00  maskrcnn.onnx\n00  unet.onnx\n"
LARGE = random.Random(1).randbytes(30_000)
"""What no zip makes smaller."""


@pytest.fixture
def unscanned(package, monkeypatch):
    monkeypatch.setattr(package, "scan", lambda target: [])
    monkeypatch.setattr(package, "LARGEST_BYTES", 20_000)


def held(target):
    with zipfile.ZipFile(target) as zipped:
        return {name for name in zipped.namelist() if not name.endswith("/")}


def test_the_large_model_is_in_the_full_zip_alone(package, unscanned, plugin, tmp_path, capsys):
    repository = plugin({f"{MODELS}/maskrcnn.onnx": LARGE, f"{MODELS}/maskrcnn.md": b"", f"{MODELS}/SHA256SUMS": BOTH})
    assert package.main(tmp_path / "build", repository) == 0
    store, full = held(tmp_path / "build" / "scarp.zip"), held(tmp_path / "build" / "scarp-full.zip")
    assert full - store == {"scarp/models/bundled/maskrcnn.onnx"} and store <= full
    assert {"scarp/metadata.txt", "scarp/models/bundled/maskrcnn.md", "scarp/models/bundled/unet.onnx"} <= store
    assert "scarp/tests/test_a.py" not in full
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("models: unet") and second.endswith("models: maskrcnn, unet")


def test_both_zips_without_the_large_model(package, unscanned, plugin, tmp_path):
    assert package.main(tmp_path / "build", plugin({})) == 0
    assert held(tmp_path / "build" / "scarp.zip") == held(tmp_path / "build" / "scarp-full.zip")


def test_a_store_zip_that_is_too_large(package, unscanned, plugin, tmp_path, capsys):
    repository = plugin({f"{MODELS}/other.onnx": LARGE})
    assert package.main(tmp_path / "build", repository) == 1
    size = (tmp_path / "build" / "scarp.zip").stat().st_size
    assert capsys.readouterr().err == (
        f"{tmp_path / 'build' / 'scarp.zip'}: the zip has {size:,} bytes, the site takes fewer than 20,000\n"
    )


def test_what_is_missing_is_said(package, unscanned, plugin, tmp_path, capsys):
    gone = ["LICENSE", "resources/i18n/scarp_ja.qm"]
    assert package.main(tmp_path / "build", plugin({f"{MODELS}/SHA256SUMS": BOTH}, without=gone)) == 1
    store, full = tmp_path / "build" / "scarp.zip", tmp_path / "build" / "scarp-full.zip"
    assert capsys.readouterr().err.splitlines() == [
        f"{store}: LICENSE is missing",
        f"{store}: resources/i18n/scarp_ja.qm is missing",
        f"{full}: LICENSE is missing",
        f"{full}: resources/i18n/scarp_ja.qm is missing",
        f"{full}: models/bundled/maskrcnn.onnx is missing",
    ]


def test_both_zips_are_scanned(package, plugin, tmp_path, capsys):
    tools = Path(sys.executable).parent
    if not (tools / "bandit").exists() or not (tools / "detect-secrets").exists():
        pytest.skip("bandit and detect-secrets are not installed")
    code = b"import subprocess\nsubprocess.run('ls', shell=True)\n"
    assert package.main(tmp_path / "build", plugin({"risky.py": code})) == 1
    said = capsys.readouterr().err.splitlines()
    for target in ("scarp.zip", "scarp-full.zip"):
        assert any(line.startswith(f"{tmp_path / 'build' / target}: bandit: risky.py:2: B602") for line in said)
