// Who may be recorded right now, and what was taken out of their recordings.
// In: decisions and receipts of Milkglass. Out: the session of a visitor, and counts without any visitor in them.

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this can be the id of a visit, also of one that this process no longer knows. */
export const isId = (text) => UUID.test(text ?? '');

/** The visits of this process, at most `limit`; the one that was idle longest goes first and is asked again. */
export class Visits {
  #limit;
  #visits = new Map();

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  add(session) {
    this.#visits.set(session.id, { session, page: 0, turn: Promise.resolve() });
    if (this.#visits.size > this.#limit) this.#visits.delete(this.#visits.keys().next().value);
  }

  get(id) {
    const visit = this.#visits.get(id);
    if (visit) {
      this.#visits.delete(id);
      this.#visits.set(id, visit);
    }
    return visit;
  }

  remove(id) {
    this.#visits.delete(id);
  }

  /** Records one chunk, in order: after the chunks that came before it, and not once a later page has begun (then: undefined). */
  static record(visit, page, body) {
    const receipt = visit.turn.then(() => {
      if (page < visit.page) return undefined;
      visit.page = page;
      return visit.session.recordAsync(body);
    });
    visit.turn = receipt.catch(() => {});
    return receipt;
  }
}

/** What was masked and dropped since the start: channel, reason, count. */
export class Tally {
  #counts = { events: 0, masked: {}, dropped: {} };

  add({ events, report }) {
    this.#counts.events += events;
    for (const what of ['masked', 'dropped']) {
      for (const [channel, reasons] of Object.entries(report[what])) {
        const sums = (this.#counts[what][channel] ??= {});
        for (const [reason, count] of Object.entries(reasons)) sums[reason] = (sums[reason] ?? 0) + count;
      }
    }
  }

  toJSON() {
    return this.#counts;
  }
}

/** Tells Milkglass what the shop knows of its customer, so that it is hidden wherever a page shows it. */
export function tell(session, { name, email, phone, street, born, number }) {
  session.know({ name, email, phone, other: [street, born, number] });
}
