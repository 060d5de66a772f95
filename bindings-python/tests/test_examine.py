"""The host's callable: it may hide more, never less, sees no secret, and its failures hide what it was asked about."""

from __future__ import annotations

import gc
import json
import threading
import warnings
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable

import pytest

import milkglass
from milkglass import Seen

NOTE = "größer 😀 ticket T-41!"
ALL = "••••• ••••• •••• ••••"


def event(**payload: Any) -> bytes:
    return json.dumps([{"type": 5, "timestamp": 1, "data": {"tag": "t", "payload": payload}}]).encode()


def redact(examine: Callable[[Seen], Any], data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    redacted = milkglass.Redactor(milkglass.Config(), examine=examine).redact(data)
    (one,) = json.loads(redacted.bytes)
    return one["data"]["payload"], redacted.report["masked"]


class TestAnswers:
    def test_keep_changes_no_byte(self) -> None:
        shown: list[Seen] = []
        data = event(note=NOTE, mail="erika@example.com", password="kumquat")
        redacted = milkglass.Redactor(milkglass.Config(), examine=lambda seen: shown.append(seen) or "keep").redact(data)
        assert redacted.bytes == milkglass.Redactor(milkglass.Config()).redact(data).bytes
        assert Seen("custom", None, "note", NOTE) in shown
        # What the engine has masked is not shown, and so can't be put back.
        assert not any("erika" in seen.text or "kumquat" in seen.text for seen in shown)

    def test_mask(self) -> None:
        payload, masked = redact(lambda seen: "mask" if seen.name == "note" else "keep", event(note=NOTE, other="glass"))
        assert payload == {"note": ALL, "other": "glass"}
        assert masked == {"custom": {"host": 1}}

    def test_ranges_count_code_points(self) -> None:
        def tickets(seen: Seen) -> list[tuple[int, int]]:
            at = seen.text.find("T-")
            return [] if at < 0 else [(at, at + 4), (0, 6)]

        payload, masked = redact(tickets, event(note=NOTE))
        assert payload["note"] == "•••••• 😀 ticket •••!"
        assert masked["custom"]["host"] == 1

    def test_tag_and_name(self) -> None:
        shown: list[Seen] = []
        node = {"type": 2, "tagName": "h1", "id": 2, "attributes": {"title": "Lamps"}}
        node["childNodes"] = [{"type": 3, "id": 3, "textContent": "For every room"}]
        page = {"type": 2, "timestamp": 1, "data": {"node": {"type": 0, "id": 1, "childNodes": [node]}, "initialOffset": {"left": 0, "top": 0}}}
        milkglass.Redactor(milkglass.Config(), examine=lambda seen: shown.append(seen) or "keep").redact(json.dumps(page))
        assert shown == [Seen("attribute", "h1", "title", "Lamps"), Seen("text", "h1", None, "For every room")]

    def test_a_seen_text_does_not_reach_a_log(self) -> None:
        assert "T-41" not in repr(Seen("text", None, None, NOTE)) + str(Seen("text", None, None, NOTE))

    def test_it_must_be_callable(self) -> None:
        with pytest.raises(TypeError):
            milkglass.Redactor(milkglass.Config(), examine="mask")  # type: ignore[arg-type]


class TestFailures:
    @pytest.mark.parametrize(
        "answer", [None, True, "MASK", "", 7, [(0,)], [(0, 99)], [(3, 1)], [(-1, 2)], ["ab"], {"a": 1}, [(0.5, 1)]]
    )
    def test_whatever_is_no_answer_masks(self, answer: Any) -> None:
        with pytest.warns(milkglass.ExamineWarning):
            payload, masked = redact(lambda seen: answer if seen.name == "note" else "keep", event(note=NOTE))
        assert payload["note"] == ALL
        assert masked == {"custom": {"host_fault": 1}}

    def test_an_exception_masks_and_is_a_warning_without_its_text(self) -> None:
        def fails(seen: Seen) -> str:
            raise ValueError(f"can't read {seen.text}")

        with pytest.warns(milkglass.ExamineWarning) as caught:
            payload, masked = redact(fails, event(note=NOTE))
        assert "T-41" not in payload["note"] and masked["custom"]["host_fault"] == 2
        (warning,) = caught
        assert "ValueError" in str(warning.message) and "T-41" not in str(warning.message)
        assert warning.filename == __file__

    def test_a_host_that_wants_an_error_has_it_raised_after_the_call(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error", milkglass.ExamineWarning)
            with pytest.raises(milkglass.ExamineWarning):
                redact(lambda seen: 1 / 0, event(note=NOTE))  # type: ignore[arg-type,return-value]

    def test_ctrl_c_ends_the_call(self) -> None:
        asked = []

        def interrupted(seen: Seen) -> str:
            asked.append(seen)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            redact(interrupted, event(a="one", b="two", c="three"))
        assert len(asked) == 1, "nothing more is asked"


class TestSessions:
    def test_recorders_ask_too(self, offline: milkglass.Config) -> None:
        with milkglass.Recorder(offline, examine=lambda seen: "mask" if seen.name == "note" else "keep") as recorder:
            recorder.pause()
            decision = recorder.decide(explicit={"granted": True})
            session = recorder.session("s-1", decision)
            receipt = session.record(event(note=NOTE))
            assert receipt.report["masked"] == {"custom": {"host": 1}}
            resumed = recorder.resume(session.save(), decision)
            assert resumed.record(event(note=NOTE)).report["masked"] == {"custom": {"host": 1}}

    def test_a_session_can_not_be_called_from_inside(self, offline: milkglass.Config) -> None:
        codes: list[str] = []

        def calls(seen: Seen) -> str:
            for call in (lambda: session.record(b"[]"), session.save, session.withdraw, lambda: session.know(name="Erika Muster")):
                with pytest.raises(milkglass.StateError) as caught:
                    call()
                codes.append(caught.value.code)
            return "keep"

        with milkglass.Recorder(offline, examine=calls) as recorder:
            recorder.pause()
            session = recorder.session("s-1", recorder.decide(explicit={"granted": True}))
            assert session.record(event()).events == 1
        assert codes == ["state.reentrant"] * 4


class TestThreads:
    def test_threads_share_a_callable(self) -> None:
        names = set()

        def examine(seen: Seen) -> str:
            names.add(threading.current_thread().name)
            return "mask" if seen.name == "note" else "keep"

        redactor = milkglass.Redactor(milkglass.Config(), examine=examine)
        expected = redactor.redact(event(note=NOTE)).bytes
        with ThreadPoolExecutor(4) as pool:
            assert all(got.bytes == expected for got in pool.map(redactor.redact, [event(note=NOTE)] * 400))
        assert len(names) > 1, "it is called on the thread that called"

    def test_a_cycle_is_collected(self) -> None:
        class Host:
            def __init__(self) -> None:
                self.redactor = milkglass.Redactor(milkglass.Config(), examine=self.examine)

            def examine(self, seen: Seen) -> str:
                return "keep"

        host = Host()
        host.redactor.redact(event(note=NOTE))
        gone = weakref.ref(host)
        del host
        gc.collect()
        assert gone() is None
