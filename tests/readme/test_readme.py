"""The quick starts of the README run as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CLI = Path(os.environ.get("MILKGLASS_CLI", ROOT / "target" / "fast" / "milkglass"))
ENVIRONMENT = {**os.environ, "MILKGLASS_KEY": "a-key-for-the-test"}


def block(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert len(found) == 1, f"{len(found)} blocks of {language}"
    return str(found[0])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "milkglass.toml").write_text(block("toml"), encoding="utf-8")
    return tmp_path


def test_command_line(folder: Path) -> None:
    (folder / "recording.json").write_text('[{"type":4,"data":{"href":"https://shop.example/?k=c2VjcmV0"},"timestamp":1}]')
    (folder / "checkout.html").write_text('<form method="post"><input type="password" autocomplete="current-password"></form>')
    script = block("sh").replace("milkglass ", f"{CLI} ", 1).replace("\nmilkglass ", f"\n{CLI} ")
    done = subprocess.run(["bash", "-ec", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "c2VjcmV0" not in (folder / "clean.json").read_text()
    assert "Replay s.r.o." in done.stdout


def test_python(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", block("python")], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "accepted" in done.stdout


def test_node(folder: Path) -> None:
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "milkglass").symlink_to(ROOT / "bindings-node")
    (folder / "start.mjs").write_text(block("js"), encoding="utf-8")
    done = subprocess.run(["node", "start.mjs"], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "accepted" in done.stdout


def test_c(folder: Path) -> None:
    stage = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "c" / "stage"
    if not stage.is_dir():
        subprocess.run(["make", "-s", "-C", ROOT / "bindings-c", "stage", "PROFILE=fast"], check=True)
    (folder / "start.c").write_text(block("c"), encoding="utf-8")
    flags = ["-I", str(stage / "include"), "-L", str(stage / "lib"), "-lmilkglass", f"-Wl,-rpath,{stage / 'lib'}"]
    subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "start.c", "-o", "start", *flags], cwd=folder, check=True)
    subprocess.run(["./start"], cwd=folder, check=True)
