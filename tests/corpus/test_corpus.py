"""Recordings with planted secrets through the command, judged by an independent checker.

The corpus lies beside the checkout (`MILKGLASS_CORPUS` names another place); without it these tests say so and are skipped.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("MILKGLASS_CORPUS", ROOT.parent / "shared" / "corpus"))
CLI = Path(os.environ.get("MILKGLASS_CLI", ROOT / "target" / "fast" / "milkglass"))
RECORDINGS = sorted((CORPUS / "recordings").glob("*.json*")) if CORPUS.is_dir() else []
# (profile, policy of the checker)
JUDGED = [("strict", "strict"), ("balanced", "strict"), ("forms", "forms")]

pytestmark = pytest.mark.skipif(not RECORDINGS, reason=f"corpus: no recordings at {CORPUS}")


def load(path: Path) -> list[dict[str, object]]:
    raw = path.read_bytes()
    events = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    assert isinstance(events, list)
    return events


@pytest.fixture(scope="module")
def redacted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out = {}
    for profile, _ in JUDGED:
        folder = tmp_path_factory.mktemp(profile)
        for recording in RECORDINGS:
            subprocess.run([CLI, "redact", "--profile", profile, "-o", folder / recording.name, recording], check=True)
        out[profile] = folder
    return out


@pytest.mark.parametrize(("profile", "policy"), JUDGED)
def test_no_secret_is_left(redacted: dict[str, Path], profile: str, policy: str) -> None:
    command = [sys.executable, CORPUS / "leakcheck.py", "--dir", redacted[profile], CORPUS / "manifests", "--policy", policy, "--json"]
    total = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["total"]
    print(f"{profile}: {total['absent_leaked']}/{total['absent_total']} leaked, {total['decoys_lost']}/{total['decoys_total']} decoys lost")
    assert total["absent_leaked"] == 0, total["leaked"]
    if profile != "strict":
        assert total["decoys_lost"] <= 0.02 * total["decoys_total"], total["lost"]


@pytest.mark.parametrize("profile", [profile for profile, _ in JUDGED])
def test_what_comes_out_is_rrweb_and_stays(redacted: dict[str, Path], profile: str, tmp_path: Path) -> None:
    for recording in RECORDINGS:
        path = redacted[profile] / recording.name
        events = load(path)
        assert 0 < len(events) <= len(load(recording))
        assert any(event["type"] == 2 for event in events), "a full snapshot"
        again = tmp_path / recording.name
        subprocess.run([CLI, "redact", "--profile", profile, "-o", again, path], check=True)
        assert load(again) == events, f"{recording.name}: redacting twice changes something"
