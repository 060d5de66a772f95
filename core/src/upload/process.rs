//! What the host's calls and the worker share in one process.
//!
//! In: accepted events and orders of the host. Out: databases to work on, a gate to look at before each send, figures.

use std::collections::{HashSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::keys::{HostKeys, Tag};
use super::room::Room;
use super::settings::Settings;
use super::sinks::Sink;
use super::spool::{Chunk, Directory, Limits, Moment, Orders, Put, Store, failed, is_corrupt};
use super::stats::{Notice, Stats};
use super::{Accept, worker};
use crate::config::Durability;
use crate::error::{Code, Result};

/// Notices that the host hasn't fetched; older ones go first.
const MOST_NOTICES: usize = 256;

/// The running delivery of one process.
pub(crate) struct Core {
    pub(super) settings: Arc<Settings>,
    pub(super) keys: HostKeys,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) sink: Box<dyn Sink>,
    pub(super) directory: Option<Directory>,
    pub(super) orders: Option<Orders>,
    own: RwLock<Arc<Store>>,
    pub(super) adopted: Mutex<Vec<Arc<Store>>>,
    pub(super) gate: Gate,
    pub(super) control: Control,
    notices: Mutex<VecDeque<Notice>>,
    /// Bytes that other processes' databases take.
    pub(super) elsewhere: AtomicU64,
    pub(super) room: Room,
    /// The disk was too full for a database of our own: what others left is delivered, nothing new is taken.
    pub(super) is_stopgap: AtomicBool,
    /// Events delivered by this process.
    pub(super) delivered: AtomicU64,
    /// Databases set aside while no directory lists them.
    corrupt_files: AtomicU64,
}

/// What must not leave, and what is leaving right now.
#[derive(Default)]
pub(super) struct Gate {
    /// Sessions withdrawn.
    pub(super) sessions: RwLock<HashSet<Tag>>,
    pub(super) flight: Mutex<Flight>,
}

/// The send under way, and visitors who are being erased at this moment.
#[derive(Default)]
pub(super) struct Flight {
    pub(super) current: Option<(Tag, Option<Tag>)>,
    pub(super) was_aborted: bool,
    pub(super) barred: HashSet<Tag>,
}

/// How the host steers the worker, and how it waits for it.
#[derive(Default)]
pub(super) struct Control {
    state: Mutex<State>,
    bell: Condvar,
    progress: Condvar,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) is_rung: bool,
    pub(super) must_stop: bool,
    pub(super) has_ended: bool,
    pub(super) is_paused: bool,
    /// The collector refused the key.
    pub(super) refused: Option<u16>,
    /// Flushes that wait, and how many there have been.
    pub(super) flushers: u32,
    pub(super) flushes: u64,
    /// Directory scans finished.
    pub(super) scans: u64,
    pub(super) retry_at: Option<Duration>,
}

impl Control {
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the worker.
    pub(super) fn ring(&self) {
        self.lock().is_rung = true;
        self.bell.notify_one();
    }

    /// The worker's sleep.
    pub(super) fn sleep(&self, longest: Duration) {
        let mut state = self.lock();
        if !state.is_rung && !state.must_stop {
            state = self.bell.wait_timeout(state, longest).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.is_rung = false;
    }

    /// Tells those who wait that something changed.
    pub(super) fn announce(&self) {
        self.progress.notify_all();
    }

    /// Waits for a change; `false` once the deadline has passed.
    pub(super) fn await_progress(&self, deadline: Instant, done: impl Fn(&State) -> bool) -> bool {
        let state = self.lock();
        if done(&state) {
            return true;
        }
        let Some(left) = deadline.checked_duration_since(Instant::now()) else { return false };
        // Woken often enough that no lost announcement costs more than this.
        let step = left.min(Duration::from_millis(20));
        drop(self.progress.wait_timeout(state, step));
        true
    }
}

impl Core {
    /// Opens a database of our own and starts the worker.
    ///
    /// # Errors
    /// `storage.*` where the spool can't be used; nothing runs then.
    pub(super) fn start(settings: Arc<Settings>, clock: Arc<dyn Clock>, sink: Box<dyn Sink>) -> Result<Arc<Self>> {
        let directory = settings.spool.as_deref().map(Directory::open).transpose()?;
        let keys = match &directory {
            Some(directory) => HostKeys::load(directory.root())?,
            None => HostKeys::ephemeral()?,
        };
        let (own, is_stopgap) = match make_store(directory.as_ref(), settings.durability, &keys) {
            Err(e) if e.code() == Code::StorageFull.as_str() => (make_store(None, Durability::Memory, &keys)?, true),
            own => (own?, false),
        };
        let orders = directory.as_ref().map(|directory| Orders::new(directory.root()));
        let core = Arc::new(Core {
            settings,
            keys,
            clock,
            sink,
            directory,
            orders,
            own: RwLock::new(Arc::new(own)),
            adopted: Mutex::default(),
            gate: Gate::default(),
            control: Control::default(),
            notices: Mutex::default(),
            elsewhere: AtomicU64::new(0),
            room: Room::new(),
            is_stopgap: AtomicBool::new(is_stopgap),
            delivered: AtomicU64::new(0),
            corrupt_files: AtomicU64::new(0),
        });
        core.hear_orders();
        worker::spawn(&core)?;
        Ok(core)
    }

    pub(super) fn own(&self) -> Arc<Store> {
        self.own.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Every database at hand, the oldest first.
    pub(super) fn stores(&self) -> Vec<Arc<Store>> {
        let mut stores = self.adopted().clone();
        stores.push(self.own());
        stores
    }

    pub(super) fn adopted(&self) -> MutexGuard<'_, Vec<Arc<Store>>> {
        self.adopted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn moment(&self) -> Moment {
        Moment { monotonic: self.clock.monotonic(), unix_ms: self.clock.unix_ms() }
    }

    pub(super) fn limits(&self) -> Limits {
        let quota = self.settings.quota_bytes.saturating_sub(self.elsewhere.load(Ordering::Relaxed));
        Limits { batch_bytes: self.settings.max_batch_bytes, quota }
    }

    /// Takes events in, or says why not. Waits for nothing but a moment's seat.
    pub(super) fn accept(&self, chunk: &Chunk<'_>) -> Result<Accept> {
        if self.is_stopgap.load(Ordering::SeqCst) {
            return Ok(Accept::Full);
        }
        let store = self.own();
        let Some(mut seat) = store.seat_soon() else { return Ok(Accept::Full) };
        if !seat.knows(chunk.session) && self.is_gated(self.keys.tag("session", chunk.session)) {
            return Ok(Accept::Gated);
        }
        let mut limits = self.limits();
        if !self.room.take(self.directory.as_ref(), chunk.lines.len()) {
            // No growth: new data takes the place of the oldest.
            limits.quota = limits.quota.min(seat.ledger().bytes);
        }
        let put = seat.put(&self.keys, chunk, &limits, self.moment());
        drop(seat);
        match put {
            Ok(Put::Taken { wake }) => {
                if wake {
                    self.control.ring();
                }
                Ok(Accept::Accepted)
            }
            Ok(Put::Full) => {
                self.control.ring();
                Ok(Accept::Full)
            }
            Err(e) => {
                if e.code() == Code::StorageCorrupt.as_str() {
                    self.replace_own(&store);
                }
                Err(e)
            }
        }
    }

    pub(super) fn is_gated(&self, session: Tag) -> bool {
        self.gate.sessions.read().unwrap_or_else(PoisonError::into_inner).contains(&session)
    }

    pub(super) fn gate_session(&self, session: Tag) {
        self.gate.sessions.write().unwrap_or_else(PoisonError::into_inner).insert(session);
    }

    pub(super) fn flight(&self) -> MutexGuard<'_, Flight> {
        self.gate.flight.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A damaged database of our own is put aside and counted; delivery goes on with a new one.
    pub(super) fn replace_own(&self, damaged: &Arc<Store>) {
        let mut own = self.own.write().unwrap_or_else(PoisonError::into_inner);
        if !Arc::ptr_eq(&own, damaged) {
            return;
        }
        let fresh = match make_store(self.directory.as_ref(), self.settings.durability, &self.keys) {
            Ok(fresh) => fresh,
            Err(e) => return self.notify(Code::StorageIo, &format!("no new database could be made: {}", e.message())),
        };
        let is_taken_over = fresh.seat().bequeath(damaged.id, damaged.ledger()).is_ok();
        self.put_aside(damaged);
        if is_taken_over {
            *own = Arc::new(fresh);
        }
    }

    /// Tries again to have a database of our own.
    pub(super) fn end_stopgap(&self) {
        let Ok(fresh) = make_store(self.directory.as_ref(), self.settings.durability, &self.keys) else { return };
        // Orders to forget that came meanwhile stay in the one in memory until they are delivered.
        let stopgap = std::mem::replace(&mut *self.own.write().unwrap_or_else(PoisonError::into_inner), Arc::new(fresh));
        self.adopted().push(stopgap);
        self.is_stopgap.store(false, Ordering::SeqCst);
    }

    pub(super) fn put_aside(&self, damaged: &Store) {
        self.corrupt_files.fetch_add(1, Ordering::Relaxed);
        let message = match damaged.put_aside() {
            Ok(()) => "a spool database was damaged; it was set aside as .corrupt",
            Err(_) => "a spool database was damaged and could not be set aside",
        };
        self.notify(Code::StorageCorrupt, message);
    }

    /// A file that no longer opens as a database; the lock on it is free again by now.
    pub(super) fn set_aside_unopened(&self, database: &std::path::Path) {
        self.corrupt_files.fetch_add(1, Ordering::Relaxed);
        let message = match Directory::put_aside(database) {
            Ok(()) => "a spool database was damaged; it was set aside as .corrupt",
            Err(_) => "a spool database was damaged and could not be set aside",
        };
        self.notify(Code::StorageCorrupt, message);
    }

    /// Queues a notice for the host and tells the log.
    pub(super) fn notify(&self, code: Code, message: &str) {
        tracing::warn!(target: "milkglass::upload", code = code.as_str(), "{message}");
        let mut notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
        if notices.len() >= MOST_NOTICES {
            notices.pop_front();
        }
        notices.push_back(Notice { code: code.as_str(), message: message.to_owned() });
    }

    pub(super) fn drain_notices(&self) -> Vec<Notice> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).drain(..).collect()
    }

    /// An SQLite error that the worker met: counted, told, and the damaged file set aside.
    pub(super) fn complain(&self, store: &Arc<Store>, error: rusqlite::Error) {
        if !is_corrupt(&error) {
            let error = failed(error);
            let code = if error.code() == Code::StorageFull.as_str() { Code::StorageFull } else { Code::StorageIo };
            return self.notify(code, error.message());
        }
        let mut adopted = self.adopted();
        if let Some(at) = adopted.iter().position(|other| Arc::ptr_eq(other, store)) {
            let damaged = adopted.remove(at);
            let own = self.own();
            let bequeathed = own.seat().bequeath(damaged.id, damaged.ledger());
            drop(adopted);
            self.put_aside(&damaged);
            if let Err(e) = bequeathed {
                self.complain(&own, e);
            }
        } else {
            drop(adopted);
            self.replace_own(store);
        }
    }

    pub(super) fn stats(&self) -> Stats {
        let mut stats = Stats::default();
        let adopted = self.adopted();
        let own = self.own();
        {
            let seat = own.seat();
            stats.add(seat.ledger());
            seat.inherited()
                .iter()
                .filter(|(id, _)| adopted.iter().all(|store| store.id != **id))
                .for_each(|(_, ledger)| stats.add(ledger));
        }
        adopted.iter().for_each(|store| stats.add(&store.ledger()));
        drop(adopted);
        stats.bytes_on_disk = self.directory.as_ref().map_or(0, Directory::bytes);
        stats.corrupt_files = self.directory.as_ref().map_or(0, Directory::set_aside).max(self.corrupt_files.load(Ordering::Relaxed));
        let state = self.control.lock();
        stats.paused = state.is_paused || state.refused.is_some();
        stats.retry_in_ms =
            state.retry_at.map(|at| u64::try_from(at.saturating_sub(self.clock.monotonic()).as_millis()).unwrap_or(u64::MAX));
        stats
    }

    /// Events and erasure requests that wait here.
    pub(super) fn waiting(&self) -> (u64, u64) {
        self.stores().iter().map(|store| store.ledger()).fold((0, 0), |sum, ledger| (sum.0 + ledger.pending, sum.1 + ledger.erasures))
    }
}

pub(super) fn make_store(directory: Option<&Directory>, durability: Durability, keys: &HostKeys) -> Result<Store> {
    let claim = directory.map(Directory::create).transpose()?;
    Store::make(claim, durability, keys).map_err(failed)
}
