"""Make the zip for the plugin site from the last commit, and check what the site checks.

usage: python .ci/package.py build/scarp.zip
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LARGEST_BYTES = 25_000_000
NEEDED = ("metadata.txt", "LICENSE", "__init__.py", "models/bundled/unet.onnx", "models/bundled/unet.md")
REPOSITORY = Path(__file__).resolve().parent.parent


def main(target: Path) -> int:
    """0 when the zip is made and the site would take it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["git", "archive", "--format=zip", "-9", "--prefix=scarp/", "-o", str(target.resolve()), "HEAD"],
        cwd=REPOSITORY, check=True,
    )  # fmt: skip
    problems = []
    size = target.stat().st_size
    if size >= LARGEST_BYTES:
        problems.append(f"the zip has {size:,} bytes, the site takes fewer than {LARGEST_BYTES:,}")
    with zipfile.ZipFile(target) as archive, tempfile.TemporaryDirectory() as folder:
        names = set(archive.namelist())
        problems += [f"{name} is missing" for name in NEEDED if f"scarp/{name}" not in names]
        archive.extractall(folder)
        problems += scan(Path(folder) / "scarp")
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"{target}: {size:,} bytes, {len(names)} files")
    return 1 if problems else 0


def scan(plugin: Path) -> list[str]:
    """What bandit and detect-secrets find."""
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
