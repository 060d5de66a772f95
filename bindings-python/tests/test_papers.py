"""Papers, checks and consent records: what is Python's own about them, and SARIF against its schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import milkglass

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tests/schemas/sarif-schema-2.1.0.json"
PAGES = sorted((ROOT / "core/tests/lint_pages").glob("*.html"))


def test_sarif_is_valid_by_its_schema() -> None:
    validator = pytest.importorskip("jsonschema_rs", reason="SKIPPED sarif schema: jsonschema-rs is not installed")
    # One pattern of the published schema has a bracket that readers of today's regular expressions want escaped.
    text = SCHEMA.read_text("utf-8").replace("[a-zA-Z]{2}]?$", r"[a-zA-Z]{2}\\]?$")
    schema = validator.validator_for(json.loads(text))
    assert not schema.is_valid({"version": "2.1.0", "runs": [{"results": [{"message": {}}]}]}), "the schema checks nothing"
    assert len(PAGES) == 40
    pages = {path.name: path.read_text("utf-8") for path in PAGES}
    for chosen in (pages, {"a path with spaces/ü.html": "<input name=iban>"}, {}):
        log = milkglass.lint_sarif(chosen, milkglass.Config())
        assert [str(error) for error in schema.iter_errors(log)] == []
    assert len(milkglass.lint_sarif(pages, milkglass.Config())["runs"][0]["results"]) > 60


def test_a_consent_record_is_kept_and_read_again() -> None:
    config = milkglass.Config.from_dict({"controller": {"legal_name": "Glass Shop Ltd"}})
    record = milkglass.ConsentRecord("r-1", "visitor-1")
    assert record.standing()["state"] == "unknown"
    record.append("requested", config, notice="We record visits.", language="en", at=1_790_000_000)
    record.append("given", config, notice="We record visits.", language="en", at=1_790_000_005)
    again = milkglass.ConsentRecord.from_json(record.to_json(), head=record.head)
    assert again.standing(1_790_000_010)["state"] == "given"
    assert again.to_json_ld()["@context"]
    assert "visitor-1" not in repr(again) and "2 events" in repr(again)
    with pytest.raises(milkglass.ConsentError) as caught:
        milkglass.ConsentRecord.from_json(record.to_json().replace("1790000005", "1790000006"))
    assert caught.value.code == "consent.broken"
    with pytest.raises(milkglass.StateError):
        again.append("given", config, notice="We record visits.", language="en", at=1_790_000_006)


def test_the_signal_of_a_record_decides() -> None:
    config = milkglass.Config.from_dict({"site": {"jurisdictions": ["DE"]}, "upload": {"endpoint": "http://127.0.0.1:9/v1/batches", "durability": "memory"}})
    record = milkglass.ConsentRecord("r-1", "visitor-1")
    record.append("given", config, notice="We record visits.", language="en", at=1_790_000_005)
    signal = record.standing(1_790_000_010)["signal"]
    with milkglass.Recorder(config) as recorder:
        assert recorder.decide(explicit=signal, now=1_790_000_010).allow
        assert not recorder.decide(explicit=signal, now=1_790_000_010 + 365 * 86_400).allow


def test_pages_are_a_mapping_and_numbers_are_checked() -> None:
    with pytest.raises(AttributeError):
        milkglass.lint_sarif([("a", "b")], milkglass.Config())  # type: ignore[arg-type]
    record = milkglass.ConsentRecord("r-1", "v-1")
    with pytest.raises(OverflowError):
        record.standing(-1)
