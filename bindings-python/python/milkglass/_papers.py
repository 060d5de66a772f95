"""What the owner of a site keeps and checks: papers, published notices, changed configurations, consent records."""

from __future__ import annotations

import json
from typing import Any, Mapping, Optional, cast

from . import _native
from ._engine import Config

__all__ = ["ConsentRecord", "accountability", "check_notice", "lint_sarif", "locales", "requires_renewal"]


def accountability(config: Config) -> dict[str, Any]:
    """The papers beside the notice, in English: ``record`` (Art. 30 GDPR), ``dpia``, ``storage`` and ``processors``.

    What the configuration can't know stands under ``open`` as a question. No legal advice.
    """
    return cast("dict[str, Any]", json.loads(_native.accountability(config._native)))


def check_notice(config: Config, language: str, published: str, *, length: str = "full") -> dict[str, Any]:
    """Whether a published page or text still says what the configuration says: ``matches`` and ``differences``."""
    return cast("dict[str, Any]", json.loads(_native.check_notice(config._native, language, published, length)))


def requires_renewal(old: Config, new: Config) -> dict[str, Any]:
    """Whether visitors who agreed under the old configuration must be asked again: ``required`` and ``changes``."""
    return cast("dict[str, Any]", json.loads(_native.requires_renewal(old._native, new._native)))


def locales() -> list[dict[str, str]]:
    """The languages of the notice, each with its name, its ``status`` and the version it was translated from."""
    return cast("list[dict[str, str]]", json.loads(_native.locales()))


def lint_sarif(pages: Mapping[str, str], config: Config) -> dict[str, Any]:
    """The findings of several pages, path to HTML, as one SARIF 2.1.0 log."""
    return cast("dict[str, Any]", json.loads(_native.lint_sarif(list(pages.items()), config._native)))


class ConsentRecord:
    """Proof of what a visitor was asked and answered, after ISO/IEC TS 27560. Events are only ever added.

    Keep :meth:`to_json`, and :attr:`head` where whoever can write the record can't: with it a cut end is found too. The
    entity id is the host's pseudonym of the visitor.
    """

    __slots__ = ("_json",)

    def __init__(self, record_id: str, entity_id: str) -> None:
        self._json = _native.consent_record_new(record_id, entity_id)

    @classmethod
    def from_json(cls, text: str, *, head: Optional[str] = None) -> ConsentRecord:
        """Read a record and verify it. Raises :class:`ConsentError`: ``consent.broken`` if it was altered."""
        _native.consent_record_standing(text, head, None)
        self = cls.__new__(cls)
        self._json = text
        return self

    def append(
        self,
        event: str,
        config: Config,
        *,
        notice: str,
        language: str,
        version: Optional[str] = None,
        at: Optional[int] = None,
    ) -> None:
        """Add an event: requested, given, refused, withdrawn, expired or renewed.

        ``notice`` is the text that was shown, of which the hash is kept; ``version`` the configuration's fingerprint and
        ``at`` (Unix seconds) the clock's where they are missing. Raises :class:`StateError` if it can't have happened.
        """
        happened = {"event": event, "notice": notice, "language": language, "version": version, "at": at}
        self._json = _native.consent_record_append(self._json, json.dumps(happened), config._native)

    def verify(self, head: Optional[str] = None) -> None:
        """Raise :class:`ConsentError` if an event was altered, taken out or moved, or the record does not end with ``head``."""
        _native.consent_record_standing(self._json, head, None)

    def standing(self, now: Optional[int] = None) -> dict[str, Any]:
        """``state``, ``expires``, ``head``, ``events`` and ``signal``, the choice for ``Recorder.decide(explicit=...)``."""
        return cast("dict[str, Any]", json.loads(_native.consent_record_standing(self._json, None, now)))

    @property
    def head(self) -> str:
        """The hash of the last event."""
        return cast(str, self.standing()["head"])

    def to_json(self) -> str:
        """The record as it is kept."""
        return self._json

    def to_json_ld(self) -> dict[str, Any]:
        """The record in the terms of the W3C Data Privacy Vocabulary."""
        return cast("dict[str, Any]", json.loads(_native.consent_record_export(self._json)))

    def __repr__(self) -> str:
        # The ids point at a visitor.
        return f"<milkglass.ConsentRecord {self.standing(0)['events']} events>"
