"""What ships: the wheel holds assets and data, and needs nothing that is not declared."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~\[; ]", line)[0].lower().replace("_", "-") for line in requirements}


def declared() -> set[str]:
    return named(project()["dependencies"])


def extras() -> set[str]:
    return set().union(*(named(lines) for extra, lines in project()["optional-dependencies"].items() if extra != "dev"))


def imported(*, at_once: bool) -> set[str]:
    """Names of packages that are imported anywhere, or, `at_once`, when a module is loaded."""
    names = set()
    for path in (ROOT / "timeline").rglob("*.py"):
        tree = ast.parse(path.read_text())
        for node in tree.body if at_once else ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"timeline"}


# What comes with a declared package as its own foundation, and is part of that package's interface.
COMES_WITH = {"flask": "dash", "numpy": "pandas", "pillow": "matplotlib", "werkzeug": "dash"}


def test_every_import_is_declared() -> None:
    distributions = packages_distributions()
    for at_once, known in ((True, declared()), (False, declared() | extras())):
        for name in sorted(imported(at_once=at_once)):
            offered = {one.lower().replace("_", "-") for one in distributions.get(name, [name])}
            assert offered & known or COMES_WITH.get(next(iter(offered))) in known, f"{name} is not in pyproject.toml"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has the built wheel, and sees the dependencies but not the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT],
        check=True,
        cwd=folder,
    )
    (wheel,) = folder.glob("timeline-*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    python = folder / "env" / "bin" / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
        ).stdout.strip()
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel], check=True, cwd=folder
    )
    # The dependencies are those of the running environment; a .pth path is searched after the environment's own packages.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def test_a_wheel_serves_the_samples_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = """
import pathlib, timeline, timeline.resources
from timeline.app import create_app
from timeline.cli.serve import build_sample, samples
assert "env" in timeline.resources.DATA.parts, timeline.resources.DATA
folder = pathlib.Path("stores"); folder.mkdir()
for name in samples():
    client = create_app(build_sample(name, folder)).server.test_client()
    assert client.get("/", headers={"Host": "127.0.0.1:8050"}).status_code == 200
    assert client.get("/assets/timeline.css", headers={"Host": "127.0.0.1:8050"}).status_code == 200
    print(name)
"""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([installed, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "south-atlantic-1982" in done.stdout
