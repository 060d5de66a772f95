"""docs/openapi.yaml against the running collector: schemathesis makes the requests and must find nothing.

A schema cannot say that a digest belongs to its body, that a header counts the lines, or that a batch id
is new. `consistent` puts that right in every request, so that a request is refused only for what
schemathesis broke on purpose, and accepted where it broke nothing.
"""

import base64
import hashlib
import json
import os
import pathlib
import re
import subprocess
import time
import uuid

import hypothesis
import pytest
import requests
import schemathesis
import zstandard
from schemathesis.specs.openapi.checks import negative_data_rejection

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("MILKGLASS_COLLECTOR", ROOT / "target/fast/milkglass-collector"))
EXAMPLES = int(os.environ.get("MILKGLASS_EXAMPLES", "60"))
KEY = "openapi-test-key-0123456789"
AUTHORIZED = {"Authorization": f"Bearer {KEY}"}
FINGERPRINT = "mg1-0123456789abcdef"
EVENT = {"type": 3, "timestamp": 1790000000000, "data": {"source": 1, "positions": []}}

BATCH_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.I)
DIGEST = re.compile(r"sha-256=:[A-Za-z0-9+/]{43}=:")


schema = schemathesis.openapi.from_path(ROOT / "docs/openapi.yaml")


@schemathesis.serializer("application/x-ndjson")
def as_lines(_, body):
    return ndjson(body)


def ndjson(value):
    """Each member of a list as a line; anything else as the only line."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return text.encode("utf-8", "surrogatepass")


def digest_of(body):
    return "sha-256=:" + base64.b64encode(hashlib.sha256(body).digest()).decode() + ":"


def batch_id():
    """A UUID of version 7."""
    number = int(time.time() * 1000) << 80 | int.from_bytes(os.urandom(10), "big")
    number = number & ~(0xF << 76) | 7 << 76
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 2 << 62))


def consistent(case):
    """What to send for a case: headers and body that agree wherever they are well-formed by themselves.

    The case itself stays as it was generated, since schemathesis judges the reply by it.
    """
    headers = dict(AUTHORIZED)
    if case.operation.label != "POST /v1/batches" or case.method != "POST":
        return {"headers": headers}
    if BATCH_ID.fullmatch(str(case.headers.get("Idempotency-Key"))):
        headers["Idempotency-Key"] = batch_id()
    if not isinstance(case.body, (list, dict, str, int, float, type(None))):
        return {"headers": headers}
    lines = case.body
    if isinstance(lines, list) and len(lines) > 1 and isinstance(lines[0], dict):
        lines = [dict(lines[0]), EVENT, *lines[1:]]
        count = lines[0].get("events")
        if isinstance(count, int) and not isinstance(count, bool) and count > 0:
            lines[0]["events"] = len(lines) - 1
    body = ndjson(lines)
    if case.headers.get("Content-Encoding") == "zstd":
        body = zstandard.compress(body)
    if DIGEST.fullmatch(str(case.headers.get("Content-Digest"))):
        headers["Content-Digest"] = digest_of(body)
    return {"headers": headers, "data": body}


@pytest.fixture(scope="module")
def collector(tmp_path_factory):
    """The address of a running collector."""
    directory = tmp_path_factory.mktemp("collector")
    arguments = ["serve", "--listen", "127.0.0.1:0", "--db", directory / "collector.db", "--rate", "1000000"]
    process = subprocess.Popen(
        [BINARY, *arguments, "--site-key", f"OpenAPI={KEY}"], stdout=subprocess.PIPE, text=True
    )
    try:
        for line in process.stdout:
            if line.startswith("listening on "):
                yield line.removeprefix("listening on ").strip()
                break
        else:
            pytest.fail("the collector ended before it listened")
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0


@schema.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)
def test_every_reply_is_as_described(case, collector):
    # HTTP lets a request carry any further header: one more is no reason to refuse it.
    free = any(name.startswith("x-schemathesis-unknown") for name in case.headers)
    excluded = [negative_data_rejection] if free else []
    case.call_and_validate(base_url=collector, excluded_checks=excluded, **consistent(case))


def put(address, lines, **headers):
    body = zstandard.compress(ndjson(lines))
    sent = {
        "Content-Type": "application/x-ndjson",
        "Content-Encoding": "zstd",
        "Idempotency-Key": batch_id(),
        "Content-Digest": digest_of(body),
        "Milkglass-Fingerprint": FINGERPRINT,
    }
    return requests.post(f"{address}/v1/batches", data=body, headers=AUTHORIZED | sent | headers, timeout=10)


def header(session, count):
    return {
        "milkglass": 1,
        "session": session,
        "visitor": None,
        "first": 0,
        "events": count,
        "fingerprint": FINGERPRINT,
    }


def test_the_documented_round_works(collector):
    """One good batch, its repetition, its erasure and a late batch: the replies match the schema too."""
    operation = schema["/v1/batches"]["POST"]
    name = batch_id()
    lines = [header("round", 2), EVENT, EVENT]
    for expected in ({"stored": 2, "duplicate": 0}, {"stored": 0, "duplicate": 2}):
        reply = put(collector, lines, **{"Idempotency-Key": name})
        operation.validate_response(reply)
        assert reply.status_code == 200
        assert reply.json() == {"batch": name, "verdicts": {**expected, "rejected": []}}
    other = put(collector, [header("round", 1), EVENT], **{"Idempotency-Key": name})
    operation.validate_response(other)
    assert (other.status_code, other.json()["code"]) == (422, "batch.conflict")
    for _ in range(2):
        erased = requests.delete(f"{collector}/v1/sessions/round", headers=AUTHORIZED, timeout=10)
        assert erased.status_code == 204
    late = put(collector, lines)
    operation.validate_response(late)
    assert {one["code"] for one in late.json()["verdicts"]["rejected"]} == {"session.erased"}


def test_a_large_refused_body_still_gets_its_reply(collector):
    """A sender must see the 413, not a broken connection: only then does it split the batch."""
    body = os.urandom(12 << 20)
    headers = {
        "Content-Type": "application/x-ndjson",
        "Content-Encoding": "zstd",
        "Idempotency-Key": batch_id(),
        "Content-Digest": digest_of(body),
        "Milkglass-Fingerprint": FINGERPRINT,
    }
    for data in (body, iter([body[: 6 << 20], body[6 << 20 :]])):
        reply = requests.post(f"{collector}/v1/batches", data=data, headers=AUTHORIZED | headers, timeout=30)
        assert (reply.status_code, reply.json()["code"]) == (413, "batch.too_large")
    reply = requests.post(f"{collector}/v1/batches", data=body, timeout=30)
    assert (reply.status_code, reply.json()["code"]) == (401, "key.unknown")
