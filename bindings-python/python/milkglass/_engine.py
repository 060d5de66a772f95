"""Configuration, redaction, detection, notice, lint and the recorder's set-up: the calls that keep no state."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from typing import Any, Callable, Literal, Mapping, NamedTuple, Optional, Sequence, Union, cast

from . import _native
from ._errors import InputError
from ._results import Report

__all__ = [
    "Config",
    "Data",
    "Examine",
    "Redacted",
    "Redactor",
    "Seen",
    "Span",
    "assess",
    "asking",
    "lint_page",
    "notice",
    "scan",
    "snippet",
]

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


class Seen(NamedTuple):
    """One text that the engine would leave readable, as ``examine`` is shown it."""

    #: The channel, by the names of the report: ``text``, ``attribute``, ``url``, ``input``, ``css``, ``custom``, ...
    channel: str
    #: Tag name of the element that the text belongs to; None where there is none or it is not known.
    tag: Optional[str]
    #: Name of the attribute, of the style property or of the nearest key of a payload.
    name: Optional[str]
    #: The text, with the engine's masks in it.
    text: str

    def __repr__(self) -> str:
        # Sizes only: representations end in log files.
        return f"<milkglass.Seen {self.channel}, {len(self.text)} characters>"


#: What ``examine`` says to a text: write it, mask all of it, or mask these ranges of code points.
Answer = Union[Literal["keep", "mask"], Sequence[tuple[int, int]]]
Examine = Callable[[Seen], Answer]


def asking(examine: Optional[Examine]) -> Optional[Callable[[str, Optional[str], Optional[str], str], Answer]]:
    """The host's callable as the private module calls it."""
    if examine is None:
        return None
    if not callable(examine):
        raise TypeError("examine is not callable")
    return lambda channel, tag, name, text: examine(Seen(channel, tag, name, text))


class Redactor:
    """The engine alone: bytes in, bytes and a report out. Make one and share it between threads.

    ``examine`` is asked about every text that the engine would leave readable and may hide more of it: it takes a
    :class:`Seen` and returns ``"keep"``, ``"mask"`` or a list of ``(start, end)`` in code points, as :class:`Span` counts.
    It is called on the thread that called, with the GIL. What it raises, or returns besides, masks the text and is an
    :class:`ExamineWarning` after the call.
    """

    __slots__ = ("_native",)

    def __init__(self, config: Config, *, examine: Optional[Examine] = None) -> None:
        self._native = _native.Redactor(config._native, asking(examine))

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


def snippet(config: Config, format: str = "js", *, endpoint: str = "/milkglass/events") -> str:
    """The recorder's set-up for the page, which masks in the browser what the engine masks here.

    ``format``: ``js`` (a classic script), ``module`` (an ES module) or ``json`` (options of rrweb's ``record``).
    ``endpoint``: the path at which the host takes events, to hand them to :meth:`Session.record`; never the collector's.
    """
    return _native.snippet(config._native, format, endpoint)
