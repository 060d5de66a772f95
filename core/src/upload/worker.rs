//! The one thread that sends: claim, send, acknowledge.
//!
//! In: sealed batches. Out: replies entered into the spool. Between sends it adopts what dead processes left, keeps the
//! files small and synced, and obeys orders to forget.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use uuid::Uuid;

use super::batch::{self, Header};
use super::chores::Chores;
use super::process::Core;
use super::retry;
use super::seal;
use super::sinks::{Cause, Outcome};
use super::spool::{Closed, ErasureStep, Parcel, Store};
use crate::error::{Code, Error, Result};

/// With nothing to do the worker looks around this often: for orders, orphans and its own end.
const IDLE: Duration = Duration::from_secs(1);

/// Open batches closed in one go; of many small sessions, each would otherwise cost a sync.
const GROUP: u32 = 64;

/// Starts the thread.
///
/// # Errors
/// `internal.fault` where the system gives no thread.
pub(super) fn spawn(core: &Arc<Core>) -> Result<()> {
    let core = core.clone();
    let started = std::thread::Builder::new().name("milkglass-upload".to_owned()).spawn(move || {
        let mut worker = Worker::new(core);
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| worker.run()));
        if outcome.is_err() {
            worker.core.notify(Code::Internal, "the upload worker failed; what waits is delivered after a restart");
        }
        worker.core.control.lock().has_ended = true;
        worker.core.control.announce();
    });
    started.map(|_| ()).map_err(|e| Error::new(Code::Internal, "the upload worker could not be started").with_source(e))
}

/// One database's row, among all databases.
type Place = (Uuid, i64);

struct Worker {
    core: Arc<Core>,
    chores: Chores,
    /// Failures in a row, of the collector as a whole.
    failures: u32,
    not_before: Option<Duration>,
    /// What the collector asked for; a flush doesn't override it.
    asked_until: Option<Duration>,
    /// Batches and erasure requests that failed by themselves: attempts, and when they are due again.
    held: HashMap<Place, (u32, Duration)>,
    flushes_seen: u64,
}

/// Whether a turn left something to do at once.
#[derive(PartialEq, Eq)]
enum Turn {
    Progress,
    Idle,
}

impl Worker {
    fn new(core: Arc<Core>) -> Self {
        Worker { core, chores: Chores::default(), failures: 0, not_before: None, asked_until: None, held: HashMap::new(), flushes_seen: 0 }
    }

    fn run(&mut self) {
        while !self.core.control.lock().must_stop {
            let turn = self.turn();
            self.core.control.announce();
            if turn == Turn::Idle {
                self.core.control.sleep(self.pause());
            }
        }
    }

    fn turn(&mut self) -> Turn {
        let core = self.core.clone();
        self.chores.run(&core);
        core.obey_orders();
        let is_flushing = self.note_flush();
        let mut turn = self.close_full();
        if self.may_send() && (self.send_erasure() == Turn::Progress || self.send_batch(is_flushing) == Turn::Progress) {
            turn = Turn::Progress;
        }
        turn
    }

    /// A flush tries at once whatever failed before, except against the collector's express wish.
    fn note_flush(&mut self) -> bool {
        let state = self.core.control.lock();
        if state.flushes != self.flushes_seen {
            self.flushes_seen = state.flushes;
            drop(state);
            self.not_before = self.asked_until;
            self.held.clear();
            return true;
        }
        state.flushers > 0
    }

    fn may_send(&mut self) -> bool {
        let now = self.core.clock.monotonic();
        let is_due = self.not_before.is_none_or(|at| at <= now);
        let mut state = self.core.control.lock();
        state.retry_at = self.not_before.filter(|_| !is_due);
        is_due && !state.is_paused && state.refused.is_none() && !state.must_stop
    }

    /// How long to sleep: until the next batch is due, the next attempt, or the next look around.
    fn pause(&self) -> Duration {
        if !self.core.clock.is_real() {
            return Duration::from_millis(2);
        }
        let now = self.core.clock.monotonic();
        let mut next = now + IDLE;
        if let Some(at) = self.not_before.filter(|at| *at > now) {
            return at.min(next) - now;
        }
        if let Some((since, _)) = self.core.own().seat().oldest_open() {
            next = next.min(since + self.core.settings.max_batch_age);
        }
        if let Some(at) = self.held.values().map(|(_, at)| *at).min() {
            next = next.min(at);
        }
        next.saturating_sub(now).max(Duration::from_millis(1))
    }

    fn close_full(&self) -> Turn {
        let mut turn = Turn::Idle;
        for store in self.core.stores() {
            if store.seat().has_full() && self.close_one(&store, None) {
                turn = Turn::Progress;
            }
        }
        turn
    }

    /// Closes one open batch that has its size, or that is due. The heavy part runs without the seat.
    fn close_one(&self, store: &Arc<Store>, due: Option<Duration>) -> bool {
        let core = &self.core;
        let gathered = store.seat().gather(&core.limits(), due);
        let gathered = match gathered {
            Ok(Some(gathered)) => gathered,
            Ok(None) => return false,
            Err(e) => {
                core.complain(store, e);
                return false;
            }
        };
        let (pieces, lost) = gathered.open();
        let events = gathered.events - lost;
        let header = Header {
            milkglass: 1,
            session: gathered.session.clone(),
            visitor: gathered.visitor.clone(),
            first: gathered.first,
            events,
            fingerprint: core.settings.fingerprint.clone(),
        };
        let closed = match events {
            0 => Ok(Vec::new()),
            _ => batch::body(&header, &pieces)
                .and_then(|plain| core.sink.encode(&plain))
                .map(|body| vec![Closed { first: gathered.first, events, body }]),
        };
        let done = closed.and_then(|closed| store.seat().close(&gathered, &closed, lost, core.clock.monotonic()));
        match done {
            Ok(_) => true,
            Err(e) => {
                core.notify(Code::StorageIo, e.message());
                false
            }
        }
    }

    fn send_batch(&mut self, is_flushing: bool) -> Turn {
        let core = self.core.clone();
        for store in core.stores() {
            self.close_due(&store, is_flushing);
            if store.sync_batches().is_err() {
                core.notify(Code::StorageIo, "the spool could not be synced; nothing is sent from it for now");
                continue;
            }
            let now = core.clock.monotonic();
            let held = &self.held;
            let claimed = store.seat().claim(|n| held.get(&(store.id, n)).is_some_and(|(_, at)| *at > now));
            match claimed {
                Ok(Some(parcel)) => {
                    self.deliver(&store, parcel);
                    return Turn::Progress;
                }
                Ok(None) => {}
                Err(e) => core.complain(&store, e),
            }
        }
        Turn::Idle
    }

    /// Batches are closed by age only when they can be sent next: a collector that is slow or away finds fewer, larger
    /// ones. The oldest data goes first, whether closed already or still open.
    fn close_due(&self, store: &Arc<Store>, is_flushing: bool) {
        let now = self.core.clock.monotonic();
        let due = if is_flushing { Some(now) } else { now.checked_sub(self.core.settings.max_batch_age) };
        let Some(due) = due else { return };
        let is_next = {
            let mut seat = store.seat();
            match (seat.oldest_open(), seat.oldest_batch()) {
                (Some((since, at)), Ok(batch)) => since <= due && batch.is_none_or(|batch| at <= batch),
                _ => false,
            }
        };
        // Several at once: they share the sync that must come before the first of them is sent.
        let mut group = if is_next { GROUP } else { 0 };
        while group > 0 && self.close_one(store, Some(due)) {
            group -= 1;
        }
    }

    fn deliver(&mut self, store: &Arc<Store>, parcel: Parcel) {
        let core = self.core.clone();
        let place = (store.id, parcel.n);
        let Some(body) = parcel.body() else {
            core.notify(Code::StorageCorrupt, "a batch no longer opens; it was dropped and counted");
            let discarded = store.seat().discard(&parcel, "corrupt");
            return self.entered(store, discarded);
        };
        // The last look at the gate, under the lock that a withdrawal takes: what passes here can still be cut off.
        {
            let mut flight = core.flight();
            let is_barred = core.is_gated(parcel.tag) || parcel.visitor_tag.is_some_and(|visitor| flight.barred.contains(&visitor));
            if is_barred {
                drop(flight);
                store.seat().put_back();
                if core.is_gated(parcel.tag) {
                    core.withdrawn_here(parcel.tag);
                }
                return;
            }
            flight.current = Some((parcel.tag, parcel.visitor_tag));
            flight.was_aborted = false;
        }
        let outcome = core.sink.send(parcel.id, parcel.events, &body);
        let was_aborted = {
            let mut flight = core.flight();
            flight.current = None;
            std::mem::take(&mut flight.was_aborted)
        };
        if was_aborted {
            return store.seat().put_back();
        }
        tracing::debug!(target: "milkglass::upload", batch = %parcel.id, events = parcel.events, bytes = body.len(), outcome = outcome.word(), "batch sent");
        match outcome {
            Outcome::Verdict(verdict) => {
                self.succeeded(place);
                core.delivered.fetch_add(verdict.delivered, Ordering::Relaxed);
                let confirmed = store.seat().confirm(parcel, verdict);
                self.entered(store, confirmed);
            }
            Outcome::Erased => {
                self.succeeded(place);
                store.seat().put_back();
                core.erased_there(parcel.tag);
            }
            Outcome::TooLarge => self.split(store, parcel, &body),
            Outcome::Retry { after, cause, server_ms } => {
                store.seat().put_back();
                self.failed(place, after, cause, server_ms);
            }
            Outcome::Unauthorized(status) => {
                store.seat().put_back();
                self.refused_key(status);
            }
            Outcome::Refused(status) => {
                self.succeeded(place);
                core.notify(
                    Code::RemoteRefused,
                    &format!("the collector refused a batch with status {status}; it is kept as a dead letter"),
                );
                let buried = store.seat().bury(&parcel, "refused", core.clock.unix_ms());
                self.entered(store, buried);
            }
            // Not an answer to a batch; the collector isn't what it claims to be.
            Outcome::Done => {
                store.seat().put_back();
                self.failed(place, None, Cause::NotTheReceiver, None);
            }
        }
    }

    fn split(&mut self, store: &Arc<Store>, parcel: Parcel, body: &[u8]) {
        let core = self.core.clone();
        self.succeeded((store.id, parcel.n));
        let halves = core.sink.decode(body).and_then(|plain| batch::halves(&plain));
        let Some(halves) = halves else {
            core.notify(Code::RemoteRefused, "the collector finds one event too large; it is kept as a dead letter");
            let buried = store.seat().bury(&parcel, "too_large", core.clock.unix_ms());
            return self.entered(store, buried);
        };
        let encode = |(header, plain): &(Header, Vec<u8>)| {
            core.sink.encode(plain).map(|body| Closed { first: header.first, events: header.events, body })
        };
        let done = halves.iter().map(encode).collect::<Result<Vec<_>>>().and_then(|halves| store.seat().split(&parcel, &halves));
        if let Err(e) = done {
            store.seat().put_back();
            core.notify(Code::StorageIo, e.message());
            self.failed((store.id, parcel.n), None, Cause::ServerFault, None);
        }
    }

    fn send_erasure(&mut self) -> Turn {
        let core = self.core.clone();
        for store in core.stores() {
            let now = core.clock.monotonic();
            let held = &self.held;
            // Requests share the table of what is held back with batches, under negative numbers.
            let next = store.seat().next_erasure(&core.keys, |n| held.get(&(store.id, -n)).is_some_and(|(_, at)| *at > now));
            let erasure = match next {
                Ok(Some(erasure)) => erasure,
                Ok(None) => continue,
                Err(e) => {
                    core.complain(&store, e);
                    continue;
                }
            };
            let place = (store.id, -erasure.n);
            match core.sink.erase(&erasure.subject) {
                Outcome::Done => {
                    self.succeeded(place);
                    let noted = store.seat().note_erasure(erasure.n, ErasureStep::Delivered);
                    self.entered(&store, noted);
                }
                Outcome::Unauthorized(status) => self.refused_key(status),
                Outcome::Retry { after, cause, server_ms } => self.failed(place, after, cause, server_ms),
                // A collector that doesn't know the request today may know it tomorrow; an order is never given up.
                _ => self.failed(place, None, Cause::ServerFault, None),
            }
            return Turn::Progress;
        }
        Turn::Idle
    }

    fn succeeded(&mut self, place: Place) {
        self.held.remove(&place);
        if self.failures > 1 {
            // It was the collector and not the single batch; nothing has to wait by itself any longer.
            self.held.clear();
        }
        (self.failures, self.not_before, self.asked_until) = (0, None, None);
    }

    fn failed(&mut self, place: Place, after: Option<Duration>, cause: Cause, server_ms: Option<i64>) {
        if let Some(server_ms) = server_ms {
            self.core.clock.correct(server_ms);
        }
        let now = self.core.clock.monotonic();
        self.failures = self.failures.saturating_add(1);
        let wait = retry::delay(self.failures, after, random());
        self.not_before = Some(now + wait);
        self.asked_until = after.map(|after| now + retry::delay(0, Some(after), 0));
        let attempts = self.held.get(&place).map_or(0, |(attempts, _)| *attempts).saturating_add(1);
        self.held.insert(place, (attempts, now + retry::delay(attempts, None, random())));
        if self.failures == 1 {
            self.core.notify(
                Code::NetworkUnreachable,
                &format!("the collector gave no answer that counts ({}); what waits is kept", cause.code()),
            );
        }
        tracing::debug!(target: "milkglass::upload", cause = cause.code(), failures = self.failures, wait_ms = wait.as_millis(), "retry");
    }

    fn refused_key(&mut self, status: u16) {
        self.core.control.lock().refused = Some(status);
        self.core.notify(Code::RemoteUnauthorized, &format!("paused: {status}: the collector refused the write key; what waits is kept"));
    }

    fn entered(&mut self, store: &Arc<Store>, done: super::spool::Sql<()>) {
        if let Err(e) = done {
            self.core.complain(store, e);
        }
    }
}

fn random() -> u32 {
    let mut bytes = [0_u8; 4];
    // Without random bytes the longest wait is taken.
    if seal::random(&mut bytes).is_ok() { u32::from_le_bytes(bytes) } else { u32::MAX }
}
