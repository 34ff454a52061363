"""What is there is documented, and what is documented is there."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from timeline.chronology.querytext import PARAMETERS
from timeline.cli.main import VERBS, main, parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text()
SHELL = re.findall(r"^    timeline (.+?)(?:\s+#.*)?$", README, re.M)


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_is_in_the_readme_and_has_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"timeline {verb}" in README
    with pytest.raises(SystemExit) as stopped:
        main([verb, "--help"])
    assert stopped.value.code == 0
    assert f"timeline {verb}" in capsys.readouterr().out.split("examples:")[1]


def test_the_readmes_shell_lines_parse() -> None:
    """Every `timeline ...` line of the README is one the command line takes."""
    assert SHELL
    for line in SHELL:
        parser().parse_args(shlex.split(line))


def test_the_readmes_shell_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order, as a reader would; the page is another test's."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    for line in SHELL:
        if not line.startswith("serve"):
            assert main(shlex.split(line)) == 0, line
    written = {path.name for path in tmp_path.iterdir()}
    assert {"war.chronology", "war.svg", "war.pdf"} <= written
    assert len([name for name in written if name.endswith(".png")]) > 1


def test_the_readmes_make_targets_exist() -> None:
    targets = set(re.findall(r"^    make (\w+)", README, re.M))
    assert targets == {"run", "test"}
    for target in targets:
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


def test_the_readmes_files_exist() -> None:
    for path in re.findall(r"`((?:data|tests|timeline|assets)/[\w./-]+)`|\]\((assets/[\w./-]+)\)", README):
        assert (ROOT / (path[0] or path[1])).exists(), path


def test_the_readmes_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.+?)```", README, re.S)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(ROOT / "data")
    names: dict[str, object] = {}
    exec(code, names)
    assert len(names["may"])  # type: ignore[arg-type]
    assert (tmp_path / "may.png").stat().st_size > 10_000


def test_every_field_of_a_query_is_in_the_readme() -> None:
    for parameter in PARAMETERS:
        assert f"`{parameter.name}`" in README
