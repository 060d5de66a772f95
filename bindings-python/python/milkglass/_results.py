"""The shapes of results that come as dictionaries."""

from __future__ import annotations

from typing import Optional, TypedDict

__all__ = ["Flushed", "Notice", "Report", "Stats"]


class Report(TypedDict):
    """What one call masked and dropped. No visitor data: names of channels and numbers."""

    #: Fingerprint of the configuration whose rules were applied.
    fingerprint: str
    events_in: int
    #: Events written; the difference is in ``dropped``.
    events_out: int
    bytes_in: int
    bytes_out: int
    #: Items masked, by channel and reason.
    masked: dict[str, dict[str, int]]
    #: Events dropped, by channel and reason.
    dropped: dict[str, dict[str, int]]


class Flushed(TypedDict):
    """What a flush or close achieved."""

    #: Events delivered since the call.
    delivered: int
    #: Events that still wait; they are safe in the spool unless ``durability = "memory"``.
    pending: int


class Stats(TypedDict):
    """Where every accepted event went: ``accepted`` is ``delivered + pending +`` the sum of ``dropped``, at every moment."""

    accepted: int
    delivered: int
    pending: int
    #: Events that will never be delivered, by reason.
    dropped: dict[str, int]
    #: Batches that the collector refused and that are kept, sealed, for inspection.
    dead_letters: int
    #: Erasure requests that wait.
    erasures: int
    #: Bytes that the spool takes on disk.
    bytes_on_disk: int
    #: Databases that were found corrupt and set aside.
    corrupt_files: int
    #: Whether sending is paused, by the host or because the collector refused the key.
    paused: bool
    #: Milliseconds until the next attempt, while the collector can't be reached.
    retry_in_ms: Optional[int]


class Notice(TypedDict):
    """Something the host may want to know."""

    #: A stable code of ``docs/errors.md``.
    code: str
    #: One sentence without visitor data.
    message: str
