"""Who may be recorded right now, and what was taken out of their recordings.

In: decisions and receipts of Milkglass. Out: the session of a visitor, and counts without any visitor in them.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import milkglass


@dataclass
class Visit:
    """One visitor's session, with what keeps their events in order: one request at a time, one page after the other."""

    session: milkglass.Session
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    page: int = 0


class Visits:
    """The visits of this process, at most `limit`; the one that was idle longest goes first and is asked again."""

    def __init__(self, limit: int = 1000) -> None:
        self._limit = limit
        self._visits: OrderedDict[str, Visit] = OrderedDict()

    def add(self, visit: Visit) -> None:
        self._visits[visit.session.id] = visit
        while len(self._visits) > self._limit:
            self._visits.popitem(last=False)

    def get(self, visit_id: str | None) -> Visit | None:
        visit = self._visits.get(visit_id) if visit_id else None
        if visit is not None:
            self._visits.move_to_end(visit.session.id)
        return visit

    def remove(self, visit_id: str) -> None:
        self._visits.pop(visit_id, None)


Counts = dict[str, Counter[str]]


class Tally:
    """What was masked and dropped since the start: channel, reason, count."""

    def __init__(self) -> None:
        self.events = 0
        self.masked: Counts = defaultdict(Counter)
        self.dropped: Counts = defaultdict(Counter)

    def add(self, receipt: milkglass.Receipt) -> None:
        self.events += receipt.events
        for sums, counts in ((self.masked, receipt.report["masked"]), (self.dropped, receipt.report["dropped"])):
            for channel, reasons in counts.items():
                sums[channel].update(reasons)

    def to_dict(self) -> dict[str, Any]:
        return {"events": self.events, "masked": self.masked, "dropped": self.dropped}


def new_id() -> str:
    """The id of a visit: random, made at the moment of the visitor's yes."""
    return str(uuid.uuid4())


def is_id(text: str | None) -> bool:
    """Whether this can be the id of a visit, also of one that this process no longer knows."""
    try:
        return text is not None and str(uuid.UUID(text)) == text
    except ValueError:
        return False


def tell(session: milkglass.Session, customer: Mapping[str, Any]) -> None:
    """Tell Milkglass what the shop knows of its customer, so that it is hidden wherever a page shows it."""
    session.know(
        name=customer["name"],
        email=customer["email"],
        phone=customer["phone"],
        other=[customer["street"], customer["born"], customer["number"]],
    )
