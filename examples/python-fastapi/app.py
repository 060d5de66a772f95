"""The demo shop on FastAPI: asks whether a visit may be recorded, and hands the recorder's events to Milkglass.

In: the pages of ../shop and the requests of its visitors. Out: redacted recordings, delivered by Milkglass.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal

import milkglass
import uvicorn
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel

from visits import Tally, Visit, Visits, is_id, new_id, tell

SHOP = Path(__file__).resolve().parent.parent / "shop"
CONFIG = Path(os.environ.get("SHOP_CONFIG", SHOP / "milkglass.toml"))
CUSTOMER = json.loads((SHOP / "customer.json").read_text("utf-8"))

COOKIE = "shop_recording"  # the id of a recorded visit, or "refused"; there is none before the visitor has answered
REFUSED_FOR = 180 * 86400
LARGEST_POST = 8 << 20
CLOSE_SECONDS = 5.0
LANGUAGES = ("de", "fr", "en")
SIGNALS = ("sec-gpc", "dnt", "cookie")
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Choice(BaseModel):
    """What the visitor clicked, and which notice they saw (its fingerprint) in which language."""

    choice: Literal["grant", "refuse", "withdraw"]
    language: Literal["de", "fr", "en"] = "de"
    notice: str | None = None


class Host:
    """What lives as long as the process."""

    def __init__(self, config: milkglass.Config) -> None:
        self.recorder = milkglass.Recorder(config)
        self.visits = Visits()
        self.tally = Tally()
        self.notices = {
            "banner": {lang: milkglass.notice(config, lang, format="json", length="banner") for lang in LANGUAGES},
            "full": {lang: milkglass.notice(config, lang, format="html", length="full") for lang in LANGUAGES},
        }

    def decide(self, request: Request, choice: Choice | None = None) -> milkglass.Decision:
        """Whether this visitor may be recorded: their own choice and what their browser says."""
        headers = {name: request.headers[name] for name in SIGNALS if name in request.headers}
        if choice is None:
            return self.recorder.decide(headers=headers)
        explicit = {
            "granted": choice.choice == "grant",
            "at": int(time.time()),
            "notice": choice.notice,
            "language": choice.language,
            # The page told a visitor with Global Privacy Control that it is on before they asked to change that.
            "despite_gpc": headers.get("sec-gpc") == "1",
        }
        return self.recorder.decide(explicit=explicit, headers=headers)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    host = app.state.host = Host(milkglass.Config.from_file(CONFIG))
    yield
    await asyncio.to_thread(host.recorder.close, CLOSE_SECONDS)


app = FastAPI(title="Gläserne Manufaktur", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)


def host_of(request: Request) -> Host:
    host: Host = request.app.state.host
    return host


def standing(state: str, decision: milkglass.Decision | None = None) -> JSONResponse:
    """Where the visitor stands: `ask`, `granted`, `refused` or `signal` (their browser objects)."""
    reasons = list(decision.reasons) if decision else []
    return JSONResponse({"state": state, "recording": state == "granted", "reasons": reasons})


@app.middleware("http")
async def add_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await call_next(request)
    response.headers.update(HEADERS)
    return response


@app.exception_handler(milkglass.MilkglassError)
async def failed(_: Request, error: milkglass.MilkglassError) -> JSONResponse:
    status = 503 if error.retryable else 400 if error.kind == "input" else 500
    return JSONResponse({"code": error.code}, status_code=status)


@app.get("/api/consent")
async def consent(request: Request) -> JSONResponse:
    host, known = host_of(request), request.cookies.get(COOKIE)
    if host.visits.get(known):
        return standing("granted")
    if known == "refused":
        return standing("refused")
    decision = host.decide(request)
    objects = any(reason["verdict"] in ("refuse", "unknown") for reason in decision.reasons if reason["source"] != "explicit")
    return standing("signal" if objects else "ask", decision)


@app.post("/api/consent")
async def choose(request: Request, choice: Choice) -> JSONResponse:
    host, known = host_of(request), request.cookies.get(COOKIE)
    if choice.choice == "grant" and host.visits.get(known):
        return standing("granted")
    if choice.choice == "grant":
        decision = host.decide(request, choice)
        if not decision.allow:
            return standing("signal", decision)
        session = host.recorder.session(new_id(), decision)
        tell(session, CUSTOMER)
        host.visits.add(Visit(session))
        reply = standing("granted", decision)
        reply.set_cookie(COOKIE, session.id, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        return reply
    if known is not None and is_id(known):
        host.visits.remove(known)
        await asyncio.to_thread(host.recorder.withdraw, known)
    reply = standing("refused", host.decide(request, choice))
    reply.set_cookie(COOKIE, "refused", REFUSED_FOR, httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return reply


@app.post("/api/events", status_code=202)
async def events(request: Request, page: int) -> dict[str, Any]:
    host = host_of(request)
    visit = host.visits.get(request.cookies.get(COOKIE))
    if visit is None:
        raise HTTPException(403, "not recorded")
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise HTTPException(415, "events are JSON")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_POST:
            raise HTTPException(413, "too many events at once")
    async with visit.turn:
        if page < visit.page:  # the last words of a page that the visitor has left
            return {"verdict": "late", "events": 0}
        visit.page = page
        receipt = await asyncio.to_thread(visit.session.record, bytes(body))
    host.tally.add(receipt)
    if receipt.verdict == "gated":
        host.visits.remove(visit.session.id)
        raise HTTPException(403, "not recorded")
    if receipt.verdict == "full":
        raise HTTPException(503, "no room", {"Retry-After": "5"})
    return {"verdict": receipt.verdict, "events": receipt.events}


@app.get("/api/notice")
async def notice(request: Request, lang: Literal["de", "fr", "en"] = "de", length: Literal["banner", "full"] = "full") -> Response:
    kind = "application/json" if length == "banner" else "text/html"
    return Response(host_of(request).notices[length][lang], media_type=kind)


@app.get("/api/stats")
async def stats(request: Request) -> dict[str, Any]:
    host = host_of(request)
    return {"delivery": await asyncio.to_thread(host.recorder.stats), **host.tally.to_dict()}


@app.get("/api/account")
async def account() -> Any:
    return CUSTOMER


app.mount("/vendor/rrweb", StaticFiles(directory=SHOP / "node_modules" / "rrweb" / "dist", check_dir=False))
app.mount("/", StaticFiles(directory=SHOP / "site", html=True))


def main() -> None:
    """Serve on PORT (8000; 0 takes a free one) of this machine alone, and say where."""
    with socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "8000")))) as listener:
        print(f"listening on http://localhost:{listener.getsockname()[1]}", flush=True)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=int(CLOSE_SECONDS)))
        server.run(sockets=[listener])


if __name__ == "__main__":
    main()
