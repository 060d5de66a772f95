"""Session recordings without personal data.

Milkglass takes the events of rrweb, asks whether it may record, removes personal data inside this process, delivers the
rest without loss and writes the privacy notice that is true of exactly this configuration.

>>> import milkglass
>>> redactor = milkglass.Redactor(milkglass.Config())
>>> redactor.redact(b'[]').bytes
b'[]'
"""

from __future__ import annotations

from ._engine import Config, Redacted, Redactor, Seen, Span, assess, lint_page, notice, scan, snippet
from ._errors import (
    ConfigError,
    ConsentError,
    ExamineWarning,
    InputError,
    InternalError,
    MilkglassError,
    NetworkError,
    RemoteError,
    StateError,
    StorageError,
)
from ._papers import ConsentRecord, accountability, check_notice, lint_sarif, locales, requires_renewal
from ._recorder import Decision, Receipt, Recorder, Session
from ._results import Flushed, Notice, Report, Stats

__all__ = [
    "Config",
    "ConfigError",
    "ConsentError",
    "ConsentRecord",
    "Decision",
    "ExamineWarning",
    "Flushed",
    "InputError",
    "InternalError",
    "MilkglassError",
    "NetworkError",
    "Notice",
    "Receipt",
    "Recorder",
    "Redacted",
    "Redactor",
    "RemoteError",
    "Report",
    "Seen",
    "Session",
    "Span",
    "StateError",
    "Stats",
    "StorageError",
    "accountability",
    "assess",
    "check_notice",
    "lint_page",
    "lint_sarif",
    "locales",
    "notice",
    "requires_renewal",
    "scan",
    "snippet",
]
