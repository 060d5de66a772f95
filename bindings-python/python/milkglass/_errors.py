"""The exceptions: one class per kind of error, each with the stable code of ``docs/errors.md``."""

from __future__ import annotations

import warnings
from typing import Optional

__all__ = [
    "ConfigError",
    "ConsentError",
    "ExamineWarning",
    "InputError",
    "InternalError",
    "MilkglassError",
    "NetworkError",
    "RemoteError",
    "StateError",
    "StorageError",
]


class MilkglassError(Exception):
    """The base of every exception this package raises. Neither message nor attributes hold visitor data."""

    kind: str = "internal"

    def __init__(self, code: str, message: str, *, retryable: bool = False, offset: Optional[int] = None) -> None:
        super().__init__(code, message)
        #: The stable code, for example ``"input.json"``. Compare this, not the message.
        self.code = code
        #: What happened, in English. The wording may change.
        self.message = message
        #: Whether the same call may succeed later without a change by the caller.
        self.retryable = retryable
        #: Where in the input it happened, in bytes from its start, where that is known.
        self.offset = offset

    def __str__(self) -> str:
        where = "" if self.offset is None else f" (at byte {self.offset})"
        return f"{self.code}: {self.message}{where}"

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process pools pickled; the default would lose the two keywords.
        return _restore, (type(self), self.code, self.message, self.retryable, self.offset)


class ConfigError(MilkglassError):
    """The configuration is wrong; nothing was started."""

    kind = "config"


class InputError(MilkglassError):
    """The events, page or text handed in can't be read."""

    kind = "input"


class ConsentError(MilkglassError):
    """A consent signal or record can't be used."""

    kind = "consent"


class StorageError(MilkglassError):
    """The spool, the key file or another file failed."""

    kind = "storage"


class NetworkError(MilkglassError):
    """The network or the TLS session failed."""

    kind = "network"


class RemoteError(MilkglassError):
    """The server answered, and refused."""

    kind = "remote"


class StateError(MilkglassError):
    """The call does not fit the state: closed, withdrawn, foreign, or an argument out of range."""

    kind = "state"


class InternalError(MilkglassError):
    """A fault of the library; please report it."""

    kind = "internal"


class ExamineWarning(UserWarning):
    """The host's ``examine`` raised, or gave no usable answer; what it was asked about was masked.

    Names the class of the first exception and no visitor data. To have it raised after the call instead:
    ``warnings.simplefilter("error", milkglass.ExamineWarning)``.
    """


def warn_of_faults(first: str) -> None:
    """Warn of a failing ``examine`` where the host called the package. How often is in the report, as ``host_fault``."""
    warnings.warn(f"examine failed with {first}; what it was asked about was masked", ExamineWarning, stacklevel=3)


_CLASSES: dict[str, type[MilkglassError]] = {
    cls.kind: cls
    for cls in (
        ConfigError,
        InputError,
        ConsentError,
        StorageError,
        NetworkError,
        RemoteError,
        StateError,
        InternalError,
    )
}


def make(kind: str, code: str, message: str, retryable: bool, offset: Optional[int]) -> MilkglassError:
    """Make the exception of an error of the core. A kind of a newer core becomes the base class."""
    return _CLASSES.get(kind, MilkglassError)(code, message, retryable=retryable, offset=offset)


def _restore(
    cls: type[MilkglassError], code: str, message: str, retryable: bool, offset: Optional[int]
) -> MilkglassError:
    return cls(code, message, retryable=retryable, offset=offset)


for _cls in (MilkglassError, ExamineWarning, *_CLASSES.values()):
    # Tracebacks and pickles name the public place.
    _cls.__module__ = "milkglass"
