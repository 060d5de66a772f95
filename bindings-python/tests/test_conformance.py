"""Runs the vectors of tests/conformance, whose README says what each key means."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any, Callable

import pytest

import milkglass
from milkglass import _native

FOLDER = Path(os.environ.get("MILKGLASS_VECTORS", Path(__file__).parents[2] / "tests/conformance/vectors"))
VECTORS: list[dict[str, Any]] = [vector for path in sorted(FOLDER.glob("*.json")) for vector in json.loads(path.read_text("utf-8"))]
# Recorders want a write key, though nothing is sent.
os.environ.setdefault("MILKGLASS_KEY", "conformance")
KEYS = {"name", "area", "config", "input", "input_b64", "signals", "expect"}


def test_there_are_vectors() -> None:
    names = [vector["name"] for vector in VECTORS]
    assert names, f"no vectors in {FOLDER}"
    assert len(set(names)) == len(names), "names are unique"
    assert all(vector.keys() <= KEYS for vector in VECTORS)
    print(f"conformance: python ran {len(names)} vectors")


def read_config(value: Any) -> milkglass.Config:
    if value is None:
        return milkglass.Config()
    return milkglass.Config.from_toml(value) if isinstance(value, str) else milkglass.Config.from_dict(value)


def read_input(vector: dict[str, Any]) -> bytes:
    if "input_b64" in vector:
        return base64.b64decode(vector["input_b64"], validate=True)
    value = vector.get("input", "")
    return (value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))).encode()


def matches(pattern: Any, value: Any) -> bool:
    if isinstance(pattern, dict):
        return isinstance(value, dict) and all(key in value and matches(part, value[key]) for key, part in pattern.items())
    if isinstance(pattern, list):
        return isinstance(value, list) and len(value) == len(pattern) and all(map(matches, pattern, value))
    return type(pattern) is type(value) and pattern == value or (is_number(pattern) and is_number(value) and pattern == value)


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def redact(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    redacted = milkglass.Redactor(read_config(vector.get("config"))).redact(read_input(vector))
    assert matches(expect.get("report", {}), redacted.report), redacted.report
    return redacted.bytes.decode("utf-8", "replace")


def consent(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    recorder = _native.Recorder(read_config(vector.get("config"))._native)
    decision = recorder.decide(read_input(vector).decode())
    assert matches(expect.get("decision", {}), json.loads(decision)), decision
    return decision


def session(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    with milkglass.Recorder(read_config(vector.get("config"))) as recorder:
        recorder.pause()
        decision = recorder.decide(**vector["signals"])
        receipt = recorder.session("conformance", decision).record(read_input(vector))
        stats = recorder.stats()
        recorder.close(timeout=0)
    assert matches(expect.get("receipt", {}), vars(receipt)), receipt
    assert matches(expect.get("stats", {}), stats), stats
    return ""


def notice(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    asked = dict(vector["input"])
    return milkglass.notice(read_config(vector.get("config")), asked.pop("language"), **asked)


def assess(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    assessment = milkglass.assess(read_config(vector.get("config")), **vector["input"])
    assert matches(expect.get("assessment", {}), assessment), assessment
    return json.dumps(assessment, ensure_ascii=False)


def lint(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    findings = milkglass.lint_page(read_input(vector).decode(), read_config(vector.get("config")))
    assert matches(expect.get("findings", findings), findings), findings
    assert expect.get("count", len(findings)) == len(findings), findings
    return json.dumps(findings, ensure_ascii=False)


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def replaced(vector: dict[str, Any], text: str) -> str:
    return text.replace(*vector["input"]["replace"]) if "replace" in vector["input"] else text


def accountability(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    papers = milkglass.accountability(read_config(vector.get("config")))
    assert matches(expect.get("papers", {}), papers), papers
    return compact(papers)


def check(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    asked, config = vector["input"], read_config(vector.get("config"))
    length = asked.get("length", "full")
    published = asked.get("published")
    if published is None:
        published = replaced(vector, milkglass.notice(config, asked["language"], length=length))
    result = milkglass.check_notice(config, asked["language"], published, length=length)
    assert matches(expect.get("check", {}), result), result
    return compact(result)


def renewal(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    result = milkglass.requires_renewal(read_config(vector.get("config")), read_config(vector["input"]))
    assert matches(expect.get("renewal", {}), result), result
    return compact(result)


def record(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    config, asked = read_config(vector.get("config")), vector["input"]
    # The native calls, because the package's method takes no unknown key.
    text = milkglass.ConsentRecord("r-1", "v-1").to_json()
    for event in asked["events"]:
        text = _native.consent_record_append(text, json.dumps(event), config._native)
    record = milkglass.ConsentRecord.from_json(replaced(vector, text), head=asked.get("head"))
    standing = record.standing(asked.get("now"))
    assert matches(expect.get("standing", {}), standing), standing
    return compact(record.to_json_ld())


def locales(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    found = milkglass.locales()
    assert expect.get("count", len(found)) == len(found)
    return compact(found)


def sarif(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    log = milkglass.lint_sarif(vector["input"]["pages"], read_config(vector.get("config")))
    assert matches(expect.get("sarif", {}), log), log
    return compact(log)


def snippet(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    return milkglass.snippet(read_config(vector.get("config")), **vector["input"])


def scan(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    text = read_input(vector).decode()
    found = [
        {"type": span.type, "text": text[span.start : span.end], "start": span.start, "end": span.end}
        for span in milkglass.scan(text, read_config(vector.get("config")))
    ]
    assert matches(expect.get("spans", found), found), found
    return ""


def config(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    fingerprint = read_config(vector.get("config")).fingerprint
    assert expect.get("fingerprint", fingerprint) == fingerprint
    if "same_as" in expect:
        assert read_config(expect["same_as"]).fingerprint == fingerprint
    if "differs_from" in expect:
        assert read_config(expect["differs_from"]).fingerprint != fingerprint
    return ""


def error(vector: dict[str, Any], expect: dict[str, Any]) -> str:
    _native.test_error(vector["input"]["number"])
    return ""


AREAS: dict[str, Callable[[dict[str, Any], dict[str, Any]], str]] = {
    area.__name__: area
    for area in (
        redact,
        consent,
        session,
        notice,
        assess,
        accountability,
        check,
        renewal,
        record,
        locales,
        lint,
        sarif,
        snippet,
        scan,
        config,
        error,
    )
}


@pytest.mark.parametrize("vector", [pytest.param(vector, id=vector["name"]) for vector in VECTORS])
def test_vector(vector: dict[str, Any]) -> None:
    expect = vector["expect"]
    call = AREAS[vector["area"]]
    if "error" in expect:
        with pytest.raises(milkglass.MilkglassError) as caught:
            call(vector, expect)
        assert caught.value.code == expect["error"]
        assert caught.value.offset == expect.get("offset", caught.value.offset)
        assert expect.get("message_contains", "") in caught.value.message
        assert caught.value.kind == expect.get("kind", caught.value.kind)
        assert caught.value.retryable == expect.get("retryable", caught.value.retryable)
        return
    output = call(vector, expect)
    assert output == expect.get("output", output)
    if "output_json" in expect:
        assert matches(expect["output_json"], json.loads(output)), output
    for text in expect.get("contains", []):
        assert text in output
    for text in expect.get("absent", []):
        assert text not in output
