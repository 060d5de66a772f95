"""The recorder and its sessions: consent, redaction and delivery for a host that receives events."""

from __future__ import annotations

import atexit
import json
import time
import weakref
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Iterable, Mapping, Optional, Sequence, Union, cast

from . import _native
from ._engine import Config, Data, Examine, as_bytes, asking
from ._results import Flushed, Notice, Report, Stats

__all__ = ["Decision", "Receipt", "Recorder", "Session"]

#: What is left at the exit of the interpreter to deliver what waits. The spool keeps the rest for the next process.
EXIT_SECONDS = 2.0

Known = Union[None, str, Iterable[str]]


@dataclass(frozen=True)
class Decision:
    """Whether this visitor may be recorded, and why. Made by :meth:`Recorder.decide`."""

    allow: bool
    #: Per source: ``{"source": "explicit", "verdict": "grant", "reason": "..."}``.
    reasons: tuple[Mapping[str, str], ...]
    #: Unix seconds.
    decided_at: int
    #: Unix seconds after which it must be asked anew, or None.
    expires: Optional[int]
    #: Of the configuration it was made under.
    fingerprint: str
    _json: str = field(repr=False)

    @classmethod
    def _from_json(cls, text: str) -> Decision:
        value = json.loads(text)
        return cls(
            allow=value["allow"],
            reasons=tuple(value["reasons"]),
            decided_at=value["decided_at"],
            expires=value["expires"],
            fingerprint=value["fingerprint"],
            _json=text,
        )

    def to_dict(self) -> dict[str, Any]:
        """The decision as it is written in JSON, for the host's own log of decisions."""
        return cast("dict[str, Any]", json.loads(self._json))


@dataclass(frozen=True)
class Receipt:
    """What became of the events of one :meth:`Session.record`."""

    #: ``accepted``; ``full`` (the spool has no room: nothing was kept); ``gated`` (no consent: nothing was kept).
    verdict: str
    #: How many events were accepted.
    events: int
    #: What was masked and dropped.
    report: Report


class Session:
    """One visitor's session. Made by :meth:`Recorder.session`; usable from several threads."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.Session) -> None:
        self._native = native

    @property
    def id(self) -> str:
        """The id that the host gave."""
        return self._native.id()

    def know(
        self,
        *,
        name: Known = None,
        email: Known = None,
        phone: Known = None,
        address: Known = None,
        secret: Known = None,
        other: Known = None,
    ) -> None:
        """Tell what the host knows of the visitor: it is hidden wherever it appears from now on.

        Each is a text or several. The session keeps keyed hashes of them, never the values; the mask of a ``secret`` does
        not depend on it.
        """
        known = {"name": name, "email": email, "phone": phone, "address": address, "secret": secret, "other": other}
        for kind, values in known.items():
            for value in (values,) if isinstance(values, str) else values or ():
                self._native.know(json.dumps({"kind": kind, "value": value}))

    def record(self, data: Data) -> Receipt:
        """Redact events and put them in the spool: one event, an array, NDJSON, gzip or zstd."""
        value = json.loads(self._native.record(as_bytes(data)))
        return Receipt(verdict=value["verdict"], events=value["events"], report=value["report"])

    def save(self) -> bytes:
        """The sealed state of the page, for :meth:`Recorder.resume` in another process. Holds no visitor data."""
        return self._native.save()

    def withdraw(self) -> None:
        """The visitor withdrew consent: stop, destroy what waits and have the collector erase what it holds."""
        self._native.withdraw()


class Recorder:
    """Takes sessions in and delivers them. One per process; share it between threads.

    Nothing is started before the first accepted event. Used with ``with`` it is closed at the end; at the exit of the
    interpreter it is closed in any case, within two seconds. After a fork the child starts anew by itself.

    ``examine`` as for :class:`Redactor`, for every session. A session that it is asked about must not be called from in
    it: that raises :class:`StateError` with the code ``state.reentrant``.
    """

    __slots__ = ("__weakref__", "_native", "config")

    def __init__(self, config: Config, *, examine: Optional[Examine] = None) -> None:
        self.config = config
        self._native = _native.Recorder(config._native, asking(examine))
        _open.add(self)

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the configuration; each upload carries it."""
        return self._native.fingerprint()

    def decide(
        self,
        *,
        explicit: Optional[Mapping[str, Any]] = None,
        headers: Optional[Mapping[str, Union[str, Sequence[str], None]]] = None,
        values: Optional[Mapping[str, str]] = None,
        age: Optional[int] = None,
        now: Optional[int] = None,
        jurisdiction: Optional[str] = None,
    ) -> Decision:
        """Whether this visitor may be recorded, from the choice made in the banner and the request's headers.

        ``explicit``: ``{"granted": bool, "at": unix seconds, "notice": fingerprint, "language": "de"}``. ``headers``: as the
        framework has them, in any case. ``values``: consent strings that came otherwise, by source: ``{"tcf": "CQ..."}``.
        What can't be read counts against recording; a key that does not exist raises :class:`ConsentError`.
        """
        signals = {
            "explicit": explicit,
            "headers": dict(headers or {}),
            "values": dict(values or {}),
            "age": age,
            "now": now,
            "jurisdiction": jurisdiction,
        }
        return Decision._from_json(self._native.decide(json.dumps(signals)))

    def session(self, id: str, decision: Decision, *, visitor: Optional[str] = None) -> Session:
        """Begin the session of one visit, or go on with it. Without consent its events are refused: ``gated``.

        ``visitor`` is a pseudonym by which :meth:`erase_visitor` finds the visitor's sessions.
        """
        return _named(self._native.session(id, decision._json), visitor)

    def resume(self, state: bytes, decision: Decision, *, visitor: Optional[str] = None) -> Session:
        """Go on with a session that :meth:`Session.save` saved, in this process or another.

        Raises :class:`StateError` if the state was altered or belongs to another key or configuration.
        """
        return _named(self._native.resume(as_bytes(state), decision._json), visitor)

    def flush(self, timeout: float = 10.0) -> Flushed:
        """Deliver what waits, for at most ``timeout`` seconds. That nobody answers is no error: see ``pending``."""
        return cast(Flushed, json.loads(self._native.flush(timeout)))

    def withdraw(self, session_id: str) -> None:
        """As :meth:`Session.withdraw`, by id."""
        self._native.withdraw(session_id)

    def erase_visitor(self, visitor_id: str) -> None:
        """Destroy what waits of one visitor and have the collector erase the rest."""
        self._native.erase_visitor(visitor_id)

    def stats(self) -> Stats:
        """The accounts: ``accepted`` is the sum of delivered, pending and dropped by reason, at every moment."""
        return cast(Stats, json.loads(self._native.stats()))

    def notices(self) -> list[Notice]:
        """What the host may want to know since the last call, such as that the collector refused the key."""
        return cast("list[Notice]", json.loads(self._native.notices()))

    def pause(self) -> None:
        """Stop delivering; events are still taken in."""
        self._native.pause()

    def unpause(self) -> None:
        """Go on delivering."""
        self._native.unpause()

    def close(self, timeout: float = EXIT_SECONDS) -> Flushed:
        """Deliver what waits, for at most ``timeout`` seconds, and stop. What is left stays in the spool."""
        _open.discard(self)
        return cast(Flushed, json.loads(self._native.close(timeout)))


def _named(native: _native.Session, visitor: Optional[str]) -> Session:
    if visitor is not None:
        native.visitor(visitor)
    return Session(native)


_open: weakref.WeakSet[Recorder] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """Two seconds in all, however many recorders there are. Nothing depends on it: the spool has everything."""
    end = time.monotonic() + EXIT_SECONDS
    for recorder in list(_open):
        try:
            recorder.close(max(0.0, end - time.monotonic()))
        except Exception:  # noqa: BLE001 - an exit hook that raises would hide the host's own exit
            continue
