"""What the tests share: a write key, events, and a configuration whose recorder reaches nobody."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import milkglass

os.environ.setdefault("MILKGLASS_KEY", "test")


@pytest.fixture
def events() -> bytes:
    page = {"type": 4, "timestamp": 1, "data": {"href": "https://shop.example/", "width": 800, "height": 600}}
    return json.dumps([page]).encode()


@pytest.fixture
def offline(tmp_path: Path) -> milkglass.Config:
    upload = {"endpoint": "http://127.0.0.1:9/v1/batches", "spool": str(tmp_path / "spool")}
    return milkglass.Config.from_dict({"upload": upload})
