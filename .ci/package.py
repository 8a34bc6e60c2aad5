"""Make the zips from the last commit: one for the plugin site, and one with all models. Check what the site checks.

usage: python .ci/package.py build

makes build/scarp.zip, without the models that are too large for the site, and build/scarp-full.zip.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LARGEST_BYTES = 25_000_000
"""The site takes fewer."""
NEEDED = (
    "metadata.txt", "LICENSE", "__init__.py", "models/bundled/unet.onnx", "models/bundled/unet.md",
    "resources/i18n/scarp_es.qm", "resources/i18n/scarp_fr.qm", "resources/i18n/scarp_ja.qm",
    "resources/i18n/scarp_zh_CN.qm",
)  # fmt: skip
NOT_FOR_THE_SITE = ("models/bundled/maskrcnn.onnx",)
"""Too large for it; "Install a model" puts them in place."""
INDEX = "models/bundled/SHA256SUMS"
REPOSITORY = Path(__file__).resolve().parent.parent


def main(folder: Path, repository: Path = REPOSITORY) -> int:
    """0 when both zips are made and the site would take its own."""
    folder.mkdir(parents=True, exist_ok=True)
    store, full = folder / "scarp.zip", folder / "scarp-full.zip"
    archive(repository, store, NOT_FOR_THE_SITE)
    archive(repository, full, ())
    problems = {
        store: too_large(store) + missing(store, NEEDED) + scan(store),
        full: missing(full, (*NEEDED, *indexed_models(full))) + scan(full),
    }
    for target, found in problems.items():
        for problem in found:
            print(f"{target}: {problem}", file=sys.stderr)
        if not found:
            models = ", ".join(Path(name).stem for name in names(target) if name.endswith(".onnx"))
            print(f"{target}: {target.stat().st_size:,} bytes, {len(names(target))} files, models: {models}")
    return 1 if any(problems.values()) else 0


def archive(repository: Path, target: Path, left_out: tuple[str, ...]) -> None:
    """Make a zip of the last commit, without some files, whether they are there or not."""
    subprocess.run(
        ["git", "archive", "--format=zip", "-9", "--prefix=scarp/", "-o", str(target.resolve()), "HEAD", "--", ".",
         *(f":(exclude,top){name}" for name in left_out)],
        cwd=repository, check=True,
    )  # fmt: skip


def names(target: Path) -> list[str]:
    """What a zip holds, without the plugin's folder before it."""
    with zipfile.ZipFile(target) as zipped:
        return [name[len("scarp/") :] for name in zipped.namelist()]


def indexed_models(target: Path) -> list[str]:
    """The bundled models that a zip's index names."""
    with zipfile.ZipFile(target) as zipped:
        lines = zipped.read(f"scarp/{INDEX}").decode().splitlines() if INDEX in names(target) else []
    return [f"models/bundled/{line.split('  ', 1)[1]}" for line in lines]


def too_large(target: Path) -> list[str]:
    """What keeps the site from taking a zip of this size."""
    size = target.stat().st_size
    return [f"the zip has {size:,} bytes, the site takes fewer than {LARGEST_BYTES:,}"] if size >= LARGEST_BYTES else []


def missing(target: Path, needed: tuple[str, ...]) -> list[str]:
    """What a zip lacks."""
    held = set(names(target))
    return [f"{name} is missing" for name in needed if name not in held]


def scan(target: Path) -> list[str]:
    """What bandit and detect-secrets find in a zip."""
    with zipfile.ZipFile(target) as zipped, tempfile.TemporaryDirectory() as folder:
        zipped.extractall(folder)
        return scanned(Path(folder) / "scarp")


def scanned(plugin: Path) -> list[str]:
    """What bandit and detect-secrets find in a folder."""
    found = []
    tools = Path(sys.executable).parent
    bandit = subprocess.run(
        [str(tools / "bandit"), "-r", "-q", "-f", "json", str(plugin)], capture_output=True, text=True, check=False
    )
    for issue in json.loads(bandit.stdout)["results"]:
        where = Path(issue["filename"]).relative_to(plugin)
        found.append(f"bandit: {where}:{issue['line_number']}: {issue['test_id']} {issue['issue_text']}")
    secrets = subprocess.run(
        [str(tools / "detect-secrets"), "scan", "--all-files", "."], cwd=plugin, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    for name, entries in json.loads(secrets.stdout)["results"].items():
        found += [f"detect-secrets: {name}:{entry['line_number']}: {entry['type']}" for entry in entries]
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
