//! Forgetting by order: from the call's return, nothing of the session leaves, and nothing of it is left.
//!
//! In: a session or visitor, from the host or from another process. Out: gate closed, send cut off, keys and rows
//! destroyed, an erasure request in the spool, the order known to every process. In this sequence, so that a crash at
//! any point leaves either no order or one that will be carried out.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::keys::Tag;
use super::process::Core;
use super::spool::{ErasureStep, Order, Subject, Whose};
use crate::error::{Code, Result};

/// A send that was cut off ends within microseconds; a worker that hangs in name resolution has sent nothing.
const LANDING: Duration = Duration::from_millis(500);

impl Core {
    /// Carries out an order of the host.
    ///
    /// # Errors
    /// `storage.*` where the rows can't be deleted; the gate stays closed, the data stays sealed and unsent, and the call
    /// can be repeated.
    pub(super) fn forget(&self, subject: &Subject) -> Result<()> {
        let tag = self.keys.tag(subject.kind(), subject.id());
        let order = Order { is_visitor: matches!(subject, Subject::Visitor(_)), tag, at: self.clock.unix_ms() };
        self.bar(order);
        let done = self.destroy(order, Some(subject));
        self.unbar(order);
        done?;
        self.publish_orders();
        self.control.ring();
        Ok(())
    }

    /// Closes the gate and cuts off a send under way.
    fn bar(&self, order: Order) {
        if !order.is_visitor {
            self.gate_session(order.tag);
        }
        let mut flight = self.flight();
        if order.is_visitor {
            flight.barred.insert(order.tag);
        }
        let is_leaving = match flight.current {
            Some((_, visitor)) if order.is_visitor => visitor == Some(order.tag),
            Some((session, _)) => session == order.tag,
            None => false,
        };
        if !is_leaving {
            return;
        }
        flight.was_aborted = true;
        self.sink.abort();
        drop(flight);
        // Until the worker has let go of the connection; on most systems it is gone already.
        let deadline = Instant::now() + LANDING;
        while self.flight().was_aborted && self.control.await_progress(deadline, |state| state.has_ended) {}
    }

    fn unbar(&self, order: Order) {
        self.flight().barred.remove(&order.tag);
    }

    fn destroy(&self, order: Order, request: Option<&Subject>) -> Result<()> {
        let whose = if order.is_visitor { Whose::Visitor(order.tag, order.at) } else { Whose::Session(order.tag) };
        let own = self.own();
        for store in self.stores() {
            let request = request.filter(|_| Arc::ptr_eq(&store, &own)).map(|subject| (subject, order.at));
            for session in store.seat().destroy(&self.keys, whose, "withdrawn", request)? {
                self.gate_session(session);
            }
        }
        Ok(())
    }

    /// Makes orders known that other processes may not have heard of; also those that a dead process left.
    pub(super) fn publish_orders(&self) {
        for store in self.stores() {
            let unpublished = store.seat().unpublished(&self.keys);
            let unpublished = match unpublished {
                Ok(unpublished) => unpublished,
                Err(e) => return self.complain(&store, e),
            };
            for erasure in unpublished {
                let order = Order { is_visitor: matches!(erasure.subject, Subject::Visitor(_)), tag: erasure.tag, at: erasure.at };
                if let Some(Err(_)) = self.orders.as_ref().map(|orders| orders.publish(order)) {
                    return self.notify(Code::StorageIo, "an order to forget could not be made known to other processes yet");
                }
                let noted = store.seat().note_erasure(erasure.n, ErasureStep::Published);
                if let Err(e) = noted {
                    return self.complain(&store, e);
                }
            }
        }
    }

    /// Takes note of all orders there are, at the start: their sessions are never taken in again.
    pub(super) fn hear_orders(&self) {
        for order in self.news() {
            if !order.is_visitor {
                self.gate_session(order.tag);
            }
        }
        // Databases adopted from now on are held against all orders, so they are read again by the worker.
        if let Some(orders) = &self.orders {
            orders.rewind();
        }
    }

    /// Carries out what other processes were ordered since the last look.
    pub(super) fn obey_orders(&self) {
        for order in self.news() {
            self.bar(order);
            let done = self.destroy(order, None);
            self.unbar(order);
            if let Err(e) = done {
                self.notify(Code::StorageIo, e.message());
            }
        }
    }

    /// Carries out on one database all orders there ever were; before the first send from it.
    pub(super) fn obey_all_orders(&self) {
        if let Some(orders) = &self.orders {
            orders.rewind();
        }
        self.obey_orders();
    }

    fn news(&self) -> Vec<Order> {
        match self.orders.as_ref().map(|orders| orders.news()) {
            None => Vec::new(),
            Some(Ok(orders)) => orders,
            Some(Err(_)) => {
                self.notify(Code::StorageIo, "the file of orders to forget can't be read");
                Vec::new()
            }
        }
    }

    /// Rows of a session that was withdrawn while this database was not at hand.
    pub(super) fn withdrawn_here(&self, session: Tag) {
        self.destroy_session(session, "withdrawn");
    }

    /// The collector says that the session was erased: nothing of it may wait here either.
    pub(super) fn erased_there(&self, session: Tag) {
        self.gate_session(session);
        self.destroy_session(session, "erased");
    }

    fn destroy_session(&self, session: Tag, reason: &'static str) {
        for store in self.stores() {
            let destroyed = store.seat().destroy(&self.keys, Whose::Session(session), reason, None);
            if let Err(e) = destroyed {
                self.notify(Code::StorageIo, e.message());
            }
        }
    }
}
