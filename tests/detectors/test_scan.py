"""`milkglass scan`: what goes in, what comes out, and that it never prints the text."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

CLI = os.environ.get("MILKGLASS_CLI", str(Path(__file__).parents[2] / "target/fast/milkglass"))


def scan(arguments: list[str], text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CLI, "scan", *arguments], input=text, capture_output=True, text=True, check=False)


def test_lines_pass_their_id_and_count_code_points() -> None:
    lines = [
        {"id": "first", "text": "größer 😀 erika@example.org"},
        {"text": "no id, nothing found"},
        {"id": 3, "text": "Tel.: +49 30 1234567", "more": [1]},
        {"id": None, "text": ""},
    ]
    run = scan(["--jsonl", "-"], "\n\n".join(json.dumps(line) for line in lines))
    assert run.returncode == 0, run.stderr
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert answers == [
        {"id": "first", "spans": [{"start": 9, "end": 26, "type": "EMAIL", "confidence": 0.97}]},
        {"spans": []},
        {"id": 3, "spans": [{"start": 6, "end": 20, "type": "PHONE", "confidence": answers[2]["spans"][0]["confidence"]}]},
        {"id": None, "spans": []},
    ]
    assert "erika" not in run.stdout


def test_a_person_reads_the_reason_too() -> None:
    run = scan(["-"], "Mail erika@example.org")
    (span,) = json.loads(run.stdout)
    assert span.keys() == {"start", "end", "type", "confidence", "reason"}


def test_bad_lines_are_named_without_their_text() -> None:
    run = scan(["--jsonl", "-"], '{"text": "a"}\n{"txt": "erika@example.org"}\n')
    assert run.returncode != 0
    assert "line 2" in run.stderr and "erika" not in run.stderr


def test_settings_choose(tmp_path: Path) -> None:
    config = tmp_path / "milkglass.toml"
    config.write_text(
        '[privacy]\ndetectors = ["EMAIL"]\nmin_confidence = 0.9\nwords = { PROJECT = ["Blue Heron"] }\n'
        '[[privacy.pattern]]\nname = "MEMBER"\nregex = "M-[0-9]{4}"\n'
    )
    text = "blue heron, M-1234, erika@example.org, erika @ example.org, +49 30 1234567"
    run = scan(["--jsonl", "--config", str(config), "-"], json.dumps({"text": text}))
    (answer,) = map(json.loads, run.stdout.splitlines())
    assert [span["type"] for span in answer["spans"]] == ["PROJECT", "MEMBER", "EMAIL"]
    config.write_text('[[privacy.pattern]]\nname = "EXPLODES"\nregex = "((a{1000}){1000}){1000}"\n')
    run = scan(["--config", str(config), "-"], "a")
    assert run.returncode != 0 and "EXPLODES" in run.stderr
