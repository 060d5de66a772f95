"""The package itself: what it takes, what it raises, threads, exit. What the calls compute is the vectors' business."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import re
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import milkglass
from milkglass import _native

HERE = Path(__file__).parent


def run_python(code: str, *, timeout: float = 30) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=timeout, check=False
    )


class TestInput:
    def test_every_kind_of_data_gives_the_same_bytes(self, events: bytes) -> None:
        redactor = milkglass.Redactor(milkglass.Config())
        expected = redactor.redact(events).bytes
        for data in (events.decode(), bytearray(events), memoryview(events), memoryview(b"x" + events)[1:]):
            assert redactor.redact(data).bytes == expected

    def test_other_types_are_refused(self) -> None:
        redactor = milkglass.Redactor(milkglass.Config())
        for data in (None, 1, [b"x"], {"type": 4}):
            with pytest.raises(TypeError):
                redactor.redact(data)  # type: ignore[arg-type]

    def test_a_lone_surrogate_is_an_input_error(self) -> None:
        with pytest.raises(milkglass.InputError) as caught:
            milkglass.Redactor(milkglass.Config()).redact("[\ud800")
        assert (caught.value.code, caught.value.offset) == ("input.utf8", 1)
        with pytest.raises(milkglass.InputError):
            milkglass.scan("\ud800")

    def test_configurations_come_from_files_text_and_mappings(self, tmp_path: Path) -> None:
        toml, as_json = tmp_path / "milkglass.toml", tmp_path / "milkglass.json"
        toml.write_text('[privacy]\nprofile = "strict"\n')
        as_json.write_text('{"privacy": {"profile": "strict"}}')
        prints = {
            milkglass.Config.from_file(toml).fingerprint,
            milkglass.Config.from_file(str(as_json)).fingerprint,
            milkglass.Config.from_toml(toml.read_text()).fingerprint,
            milkglass.Config.from_json(as_json.read_text()).fingerprint,
            milkglass.Config.from_dict({"privacy": {"profile": "strict"}}).fingerprint,
        }
        assert len(prints) == 1 and milkglass.Config().fingerprint not in prints
        assert milkglass.Config.schema()["type"] == "object"

    def test_spans_cut_the_text(self) -> None:
        text = "größer 😀 erika@example.com"
        (span,) = milkglass.scan(text)
        assert text[span.start : span.end] == "erika@example.com" and 0 < span.confidence <= 1


class TestErrors:
    def test_every_code_has_its_class_and_fields(self) -> None:
        table = json.loads(_native.error_table())
        assert len(table) >= 30
        for entry in table:
            with pytest.raises(milkglass.MilkglassError) as caught:
                _native.test_error(entry["number"])
            error = caught.value
            assert type(error).__name__.lower() == entry["kind"] + "error"
            assert (error.code, error.kind, error.retryable) == (entry["code"], entry["kind"], entry["retryable"])
            assert error.offset == 7 and str(error).endswith("(at byte 7)")

    def test_errors_cross_process_pools(self) -> None:
        error = milkglass.StorageError("storage.full", "full", retryable=True, offset=3)
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is milkglass.StorageError
        assert (copy.code, copy.message, copy.retryable, copy.offset) == ("storage.full", "full", True, 3)

    def test_a_missing_file_is_a_config_error(self) -> None:
        with pytest.raises(milkglass.ConfigError) as caught:
            milkglass.Config.from_file("/does/not/exist.toml")
        assert caught.value.code == "config.read"

    def test_an_error_quotes_no_visitor_data(self) -> None:
        with pytest.raises(milkglass.InputError) as caught:
            milkglass.Redactor(milkglass.Config()).redact('[{"type":3,"data":{"text":"Erika Muster')
        assert "Erika" not in str(caught.value) + repr(caught.value)

    def test_a_panic_is_an_exception(self) -> None:
        for _ in range(3):
            with pytest.raises(milkglass.InternalError) as caught:
                _native.test_panic()
            assert caught.value.code == "internal.panic"


class TestSessions:
    def test_a_visit(self, offline: milkglass.Config, events: bytes) -> None:
        with milkglass.Recorder(offline) as recorder:
            recorder.pause()
            assert recorder.fingerprint == offline.fingerprint
            decision = recorder.decide(explicit={"granted": True}, headers={"Cookie": ["a=b", "c=d"], "Host": None})
            assert decision.allow and decision.fingerprint == offline.fingerprint
            session = recorder.session("s-1", decision, visitor="v-1")
            assert session.id == "s-1"
            session.know(name="Erika Muster", email=["erika@example.com", "e@example.org"])
            receipt = session.record(events)
            assert (receipt.verdict, receipt.events) == ("accepted", 1)
            assert receipt.report["events_in"] == 1
            assert recorder.resume(session.save(), decision, visitor="v-1").id == "s-1"
            stats = recorder.stats()
            assert (stats["accepted"], stats["pending"], stats["paused"]) == (1, 1, True)
            assert recorder.notices() == []
            session.withdraw()
            assert session.record(events).verdict == "gated"
            assert recorder.stats()["dropped"] == {"withdrawn": 1}
            recorder.erase_visitor("v-1")
            recorder.unpause()

    def test_without_consent_nothing_is_kept(self, offline: milkglass.Config, events: bytes) -> None:
        with milkglass.Recorder(offline) as recorder:
            decision = recorder.decide(explicit={"granted": False})
            assert not decision.allow and decision.to_dict()["allow"] is False
            assert recorder.session("s-1", decision).record(events).verdict == "gated"
            assert recorder.stats()["accepted"] == 0

    def test_signals_that_can_not_be_read_are_an_error(self, offline: milkglass.Config) -> None:
        with milkglass.Recorder(offline) as recorder, pytest.raises(milkglass.ConsentError):
            recorder.decide(explicit={"grantd": False})

    def test_states(self, offline: milkglass.Config, events: bytes) -> None:
        recorder = milkglass.Recorder(offline)
        decision = recorder.decide(explicit={"granted": True})
        with pytest.raises(milkglass.StateError) as caught:
            recorder.session("", decision)
        assert caught.value.code == "state.argument"
        with pytest.raises(milkglass.StateError) as caught:
            recorder.resume(b"no state", decision)
        assert caught.value.code == "state.foreign"
        with pytest.raises(milkglass.StateError) as caught:
            recorder.flush(timeout=-1)
        session = recorder.session("s-1", decision)
        recorder.close(timeout=0)
        with pytest.raises(milkglass.StateError) as caught:
            session.record(events)
        assert caught.value.code == "state.closed"

    def test_asyncio(self, offline: milkglass.Config, events: bytes) -> None:
        async def visit() -> str:
            with milkglass.Recorder(offline) as recorder:
                recorder.pause()
                session = recorder.session("s-1", recorder.decide(explicit={"granted": True}))
                return (await asyncio.to_thread(session.record, events)).verdict

        assert asyncio.run(visit()) == "accepted"


class TestThreads:
    def test_threads_share_a_redactor(self, events: bytes) -> None:
        redactor = milkglass.Redactor(milkglass.Config())
        expected = redactor.redact(events).bytes
        with ThreadPoolExecutor(4) as pool:
            assert all(got.bytes == expected for got in pool.map(redactor.redact, [events] * 400))

    def test_the_gil_is_released(self) -> None:
        redactor = milkglass.Redactor(milkglass.Config())
        event = '{"type":5,"timestamp":1,"data":{"tag":"t","payload":{"text":"%s"}}}' % ("word " * 200)
        chunk = ("[" + ",".join([event] * 2000) + "]").encode()
        ticks = 0
        with ThreadPoolExecutor(1) as pool:
            work = pool.submit(redactor.redact, chunk)
            while not work.done():
                ticks += 1
                time.sleep(0)
        # With the GIL held this loop would stand still for the whole call.
        assert ticks > 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this platform")
class TestProcesses:
    def test_a_child_records_after_a_fork(self) -> None:
        done = run_python(
            """
            import os, milkglass
            os.environ["MILKGLASS_KEY"] = "test"
            config = milkglass.Config.from_dict({"upload": {"endpoint": "http://127.0.0.1:9/v1/batches", "durability": "memory"}})
            recorder = milkglass.Recorder(config)
            decision = recorder.decide(explicit={"granted": True})
            event = b'[{"type":4,"timestamp":1,"data":{"href":"https://shop.example/","width":1,"height":1}}]'
            assert recorder.session("parent", decision).record(event).verdict == "accepted"
            pid = os.fork()
            if pid == 0:
                ok = recorder.session("child", decision).record(event).verdict == "accepted"
                ok = ok and recorder.stats()["accepted"] == 1
                os._exit(0 if ok else 1)
            assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
            assert recorder.stats()["accepted"] == 1
            print("both")
            """
        )
        assert done.stdout == "both\n", done.stderr

    def test_exit_is_bounded_though_nobody_answers(self) -> None:
        started = time.monotonic()
        done = run_python(
            """
            import os, socket, milkglass
            os.environ["MILKGLASS_KEY"] = "test"
            server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen()   # accepts, and never answers
            recorders = []
            for _ in range(3):
                upload = {"endpoint": f"http://127.0.0.1:{server.getsockname()[1]}/v1/batches", "durability": "memory"}
                recorder = milkglass.Recorder(milkglass.Config.from_dict({"upload": upload}))
                session = recorder.session("s", recorder.decide(explicit={"granted": True}))
                session.record(b'[{"type":4,"timestamp":1,"data":{"href":"https://shop.example/","width":1,"height":1}}]')
                recorders.append(recorder)
            print("bye")
            """
        )
        assert (done.stdout, done.returncode) == ("bye\n", 0), done.stderr
        assert time.monotonic() - started < 8

    def test_importing_starts_no_thread(self) -> None:
        done = run_python("import milkglass, os; print(len(os.listdir('/proc/self/task')))")
        assert done.stdout == "1\n", done.stderr


def readme_blocks(language: str) -> "list[str]":
    text = (HERE.parent / "README.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (toml,) = readme_blocks("toml")
    (tmp_path / "milkglass.toml").write_text(toml)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MILKGLASS_KEY", "test")
    blocks = readme_blocks("python")
    assert len(blocks) >= 5
    # Joined, as a reader would type them one after the other.
    exec(compile("\n".join(blocks), "README.md", "exec"), {"__name__": "readme"})


class TestTypes:
    def test_mypy_strict(self) -> None:
        pytest.importorskip("mypy")
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "-p", "milkglass"], capture_output=True, text=True, cwd=HERE, check=False
        )
        assert done.returncode == 0, done.stdout

    def test_the_stub_is_that_of_the_module(self) -> None:
        pytest.importorskip("mypy")
        done = subprocess.run(
            [sys.executable, "-m", "mypy.stubtest", "milkglass._native"], capture_output=True, text=True, cwd=HERE, check=False
        )
        assert done.returncode == 0, done.stdout

    def test_everything_public_is_documented(self) -> None:
        for name in milkglass.__all__:
            assert getattr(milkglass, name).__doc__, name
