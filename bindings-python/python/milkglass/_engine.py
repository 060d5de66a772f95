"""Configuration, redaction, detection, notice and lint: the calls that keep no state."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import Any, Mapping, Optional, Sequence, Union, cast

from . import _native
from ._errors import InputError
from ._results import Report

__all__ = ["Config", "Data", "Redacted", "Redactor", "Span", "assess", "lint_page", "notice", "scan"]

#: What is taken wherever events are handed in: one event, an array, NDJSON, gzip or zstd.
Data = Union[bytes, bytearray, memoryview, str]


def as_bytes(data: Data) -> bytes:
    """The bytes of what was handed in; ``bytes`` pass without a copy."""
    if isinstance(data, bytes):
        return data
    if isinstance(data, str):
        try:
            return data.encode()
        except UnicodeEncodeError as error:
            # No `from error`: its object is the text itself.
            offset = len(data[: error.start].encode())
        raise InputError("input.utf8", "the text holds a lone surrogate", offset=offset)
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"expected bytes, bytearray, memoryview or str, not {type(data).__name__}")


class Config:
    """A validated configuration: the shape of ``milkglass.toml``, as TOML, JSON or a mapping.

    ``Config()`` has the default of every setting: the profile ``balanced``, no site and no notice.
    """

    __slots__ = ("__weakref__", "_native")

    def __init__(self) -> None:
        self._native = _native.Config()

    @classmethod
    def _wrap(cls, native: _native.Config) -> Config:
        self = cls.__new__(cls)
        self._native = native
        return self

    @classmethod
    def from_file(cls, path: Union[str, PathLike[str]]) -> Config:
        """Read a file: JSON where its name ends in ``.json``, TOML otherwise. Raises :class:`ConfigError`."""
        return cls._wrap(_native.Config.from_file(path))

    @classmethod
    def from_toml(cls, text: str) -> Config:
        """Read TOML. An unknown key is an error that names it and the nearest known one."""
        return cls._wrap(_native.Config.from_toml(text))

    @classmethod
    def from_json(cls, text: str) -> Config:
        """Read JSON."""
        return cls._wrap(_native.Config.from_json(text))

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Config:
        """Read a mapping, for example a part of the host's own settings."""
        return cls.from_json(json.dumps(values))

    @staticmethod
    def schema() -> dict[str, Any]:
        """The JSON Schema of the configuration."""
        return cast("dict[str, Any]", json.loads(_native.Config.schema()))

    @property
    def fingerprint(self) -> str:
        """What identifies this configuration in notices, uploads and reports: ``mg1-`` and a hash."""
        return self._native.fingerprint()

    def __repr__(self) -> str:
        return f"<milkglass.Config {self.fingerprint}>"


class Redacted:
    """What :meth:`Redactor.redact` returns."""

    __slots__ = ("_report", "bytes")

    def __init__(self, data: bytes, report: str) -> None:
        #: The redacted events, in the form they came in.
        self.bytes = data
        self._report = report

    @property
    def report(self) -> Report:
        """Counts by channel and reason, the fingerprint of the rules, bytes in and out."""
        return cast(Report, json.loads(self._report))

    def __repr__(self) -> str:
        # Sizes only: representations end in log files.
        return f"<milkglass.Redacted {len(self.bytes)} bytes>"


class Redactor:
    """The engine alone: bytes in, bytes and a report out. Make one and share it between threads."""

    __slots__ = ("_native",)

    def __init__(self, config: Config) -> None:
        self._native = _native.Redactor(config._native)

    def redact(self, data: Data) -> Redacted:
        """Redact one chunk. Raises :class:`InputError` with the byte offset where it can't be read."""
        return Redacted(*self._native.redact(as_bytes(data)))


@dataclass(frozen=True)
class Span:
    """Personal data in a text: ``text[span.start:span.end]``. Offsets count code points, as Python's strings do."""

    start: int
    end: int
    #: For example ``EMAIL`` or ``CREDIT_CARD``.
    type: str
    #: From 0 to 1.
    confidence: float
    #: Which rule found it.
    reason: str


def scan(text: str, config: Optional[Config] = None) -> list[Span]:
    """Find personal data in plain text, with the detectors of the configuration or the default ones."""
    try:
        return [Span(*span) for span in _detector(config).scan(text)]
    except UnicodeEncodeError:
        pass
    raise InputError("input.utf8", "the text holds a lone surrogate")


@lru_cache(maxsize=8)
def _detector(config: Optional[Config]) -> _native.Detector:
    # Compiling the detectors costs far more than a scan; few configurations are in use at a time.
    return _native.Detector((config or Config())._native)


def notice(config: Config, language: str, *, format: str = "html", length: str = "full") -> str:
    """The privacy notice that is true of this configuration.

    ``format``: text, markdown, html, json, jsonld or wordpress. ``length``: full, short or banner.
    """
    return _native.notice(config._native, language, format, length)


def assess(config: Config, jurisdictions: Optional[Sequence[str]] = None) -> dict[str, Any]:
    """What the law asks of this configuration, with citations; by default where the configuration says visitors are."""
    if isinstance(jurisdictions, str):
        raise TypeError("jurisdictions is a sequence of codes, for example ['DE', 'FR']")
    return cast("dict[str, Any]", json.loads(_native.assess(config._native, list(jurisdictions or ()))))


def lint_page(html: str, config: Config) -> list[dict[str, Any]]:
    """The fields of a page that should be marked sensitive and are not."""
    return cast("list[dict[str, Any]]", json.loads(_native.lint_page(html, config._native)))
