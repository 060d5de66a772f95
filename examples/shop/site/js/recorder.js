// Records the visit with rrweb and hands the events to the host, every second and when the page is left.
// Nothing is masked here, so that everything that is missing in a replay was taken out by the host's Milkglass.
// (A shop in earnest would mask in the page as well.) The module behind rrweb is loaded after the visitor agreed, not before.

const INTERVAL = 1000;
const EVENTS = `/api/events?page=${Math.round(performance.timeOrigin)}`; // a host takes nothing of a page once a later one has begun
const BEACON_LIMIT = 60_000; // browsers let 64 KiB leave with a page that is being closed
const WAITING_LIMIT = 5_000_000; // characters held while the host is out of reach; then recording stops

let rrweb;
let stopRecording;
let release;
let timer;
let address;
let waiting = [];
let waitingSize = 0;
let whenLost = () => {};
let begun;
let sending = new Promise((resolve) => {
  begun = resolve;
});

/**
 * Starts recording; `lost` is called when the host takes no more events. Starting twice records once.
 *
 * Of several tabs one is recorded at a time, since a recording is one page after the other. The next takes its turn when that one is left.
 */
export async function startRecorder(lost) {
  if (stopRecording) return;
  whenLost = lost;
  stopRecording = () => {};
  rrweb = await import('/vendor/rrweb/rrweb.js');
  navigator.locks.request('shop.recording', async () => {
    if (!stopRecording) return; // withdrawn in the meantime
    begin();
    await new Promise((resolve) => {
      release = resolve;
    });
  });
}

function begin() {
  address = location.href;
  stopRecording = rrweb.record({
    emit: keep,
    maskAllInputs: false,
    maskInputOptions: { password: false },
    recordCanvas: false,
    collectFonts: false,
    inlineStylesheet: true,
    sampling: { mousemove: 50, scroll: 150 },
  });
  timer = setInterval(tick, INTERVAL);
  window.addEventListener('pagehide', leave);
  begun();
  flushRecorder();
}

/** Stops recording and forgets what has not been sent. */
export function stopRecorder() {
  clearInterval(timer);
  window.removeEventListener('pagehide', leave);
  stopRecording?.();
  stopRecording = undefined;
  release?.();
  waiting = [];
  waitingSize = 0;
}

/** Once a second: note a changed address (rrweb itself notes it only when a page loads), then send. */
function tick() {
  if (location.href !== address) {
    address = location.href;
    rrweb.record.addCustomEvent('url_changed', { href: address, title: document.title });
  }
  flushRecorder();
}

function keep(event) {
  const text = JSON.stringify(event);
  waiting.push(text);
  waitingSize += text.length;
  if (waitingSize > WAITING_LIMIT) stopRecorder();
}

function takeAll() {
  const taken = waiting;
  waiting = [];
  waitingSize = 0;
  return taken;
}

/** Sends what is waiting, one request after the other, so that the events arrive in order. Ends when recording has begun and all of it was handed over. */
export function flushRecorder() {
  sending = sending.then(async () => {
    const taken = takeAll();
    if (taken.length === 0) return;
    const status = await post(taken);
    if (status === 401 || status === 403) {
      stopRecorder();
      await whenLost();
    } else if ((status === 0 || status >= 500) && stopRecording) {
      waiting = taken.concat(waiting); // out of reach or full: keep, and try again a second later
      waitingSize = waiting.reduce((sum, text) => sum + text.length, 0);
    }
  });
  return sending;
}

async function post(events) {
  try {
    const reply = await fetch(EVENTS, { method: 'POST', body: `[${events.join(',')}]`, headers: { 'content-type': 'application/json' } });
    return reply.status;
  } catch {
    return 0;
  }
}

/** The page is being left: send what a browser lets go with it, in pieces; a rest too large for that is given up. */
function leave() {
  let piece = [];
  let size = 0;
  const send = () => {
    if (piece.length > 0) navigator.sendBeacon(EVENTS, new Blob([`[${piece.join(',')}]`], { type: 'application/json' }));
    piece = [];
    size = 0;
  };
  for (const text of takeAll()) {
    const bytes = new Blob([text]).size + 1;
    if (size + bytes > BEACON_LIMIT) send();
    piece.push(text);
    size += bytes;
  }
  send();
}
