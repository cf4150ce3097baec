"""The built wheel carries everything and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

TEXT = """\
---
id: wheel-1
title: SPbPU and Tsinghua University sign an agreement
lang: en
published: 2021-04-12
source: https://english.spbstu.ru/media/news/
---

On April 9, 2021, Peter the Great St. Petersburg Polytechnic University and Tsinghua University signed a cooperation \
agreement in Beijing.
"""


def run(*command: str | Path, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "KG_", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )
    assert done.returncode == code, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, root, cwd=out)
    (built,) = out.glob("srac_kg-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it: its dependencies are seen, this checkout is not."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", venv, cwd=venv.parent)
    home = venv / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    # A plain path in a .pth file: the .pth files inside it, the one that leads to this checkout too, are not followed.
    (home / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = venv / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", wheel, cwd=venv)
    return venv / "bin"


def test_wheel_carries_ontology_registry_and_language_data(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    shipped = {
        f"kg/_data/{path.relative_to(root).as_posix()}"
        for home in (root / "ontology", root / "data" / "registry", root / "data" / "curation")
        for path in home.rglob("*")
        if path.is_file()
    }
    assert any(name.endswith(".ttl") for name in shipped), "the checkout has no ontology"
    assert any("/registry/" in name for name in shipped), "the checkout has no registry"
    assert shipped <= inside
    # The network page is shipped as its bundle; what that is built from stays behind.
    sources = root / "kg" / "views" / "network" / "frontend"
    code = {
        path.relative_to(root).as_posix()
        for path in (root / "kg").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.is_relative_to(sources)
    }
    assert "kg/views/network/bundle/page.js" in code
    assert not any(name.startswith(sources.relative_to(root).as_posix()) for name in inside)
    assert any(name.startswith("kg/languages/en/") and not name.endswith(".py") for name in code)
    assert code <= inside
    assert not any(name.startswith(("tests/", "data/", "benchmarks/")) for name in inside)


@pytest.mark.slow
def test_wheel_builds_a_graph_outside_the_checkout(installed: Path, tmp_path: Path, root: Path) -> None:
    where = run(installed / "python", "-c", "import kg; print(kg.__file__)", cwd=tmp_path).stdout.strip()
    assert not Path(where).is_relative_to(root)
    assert Path(where).is_relative_to(installed.parent)
    (tmp_path / "news.md").write_text(TEXT, encoding="utf-8")
    built = run(installed / "kg", "build", "news.md", cwd=tmp_path)
    assert "signed" in built.stdout
    stats = run(installed / "kg", "stats", cwd=tmp_path)
    assert "University" in stats.stdout
    signers = run(
        installed / "kg",
        "query",
        "PREFIX srac: <https://w3id.org/srac/ontology#> SELECT ?who { ?who srac:signed ?what } ORDER BY ?who",
        "--format",
        "csv",
        cwd=tmp_path,
    )
    assert "https://w3id.org/srac/id/organization/spbpu" in signers.stdout.splitlines()
    assert "conforms" in run(installed / "kg", "validate", cwd=tmp_path).stdout
    assert run(installed / "kg", "questions", cwd=tmp_path).stdout.strip()


@pytest.mark.slow
def test_wheel_evaluates_annotations_that_are_named(installed: Path, tmp_path: Path, root: Path) -> None:
    refused = run(installed / "kg", "evaluate", cwd=tmp_path, code=2)
    assert "no annotations" in refused.stderr
    gold = root / "data" / "gold" / "en-005.json"
    done = run(installed / "kg", "evaluate", gold, "--errors", "errors.html", cwd=tmp_path)
    assert "English, development: 1 document" in done.stdout
    assert "en-005" in (tmp_path / "errors.html").read_text(encoding="utf-8")
