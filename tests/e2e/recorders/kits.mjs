// The recorders, each with masking off: what goes into a page to start one, and the form in which its events leave the page.
//
// A kit has: `head`, for every page; `collect(page)`, called when a page has been visited; `answer`, for the requests of the recorder;
// `files(received)`, what a host holds in the end, in the recorder's own form; `open(bytes)`, the events in it, read with other code than
// Milkglass's; `around(bytes)`, the JSON around them; `names(bytes)`, what a server needs in order to take them; `blind`, what this recorder
// does not record by itself.

import { gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { unpack } from '@rrweb/packer/unpack';

const json = (bytes) => JSON.parse(bytes.toString('utf8'));

/** Starts an rrweb of any version; custom events tell of changed addresses, as embedders do. */
const rrwebHead = (scripts, packer, options) => `${scripts.map((src) => `<script src="/lib/${src}"></script>`).join('')}${packer ? `<script type="module">import { pack } from '/lib/${packer}'; window.pack = pack;</script>` : ''}<script>
  window.milkglassEvents = [];
  const start = () => {
    const custom = (tag, payload) => rrweb.record.addCustomEvent(tag, payload);
    rrweb.record({ emit: (event) => milkglassEvents.push(event), maskAllInputs: false, maskInputOptions: { password: false }, recordCanvas: true, inlineStylesheet: true, ${options} });
    window.milkglassCustom = custom;
    const { pushState } = history;
    history.pushState = function (...all) { pushState.apply(this, all); custom('url_changed', { href: location.href, title: document.title }); };
    window.milkglassReady = true;
  };
  if (document.readyState === 'complete') start(); else addEventListener('load', start);
</script>`;

/** A kit for an rrweb that gives its events to the page. */
function rrweb({ scripts, packer, options = '', write, open, blind }) {
  const events = [];
  return {
    head: rrwebHead(scripts, packer, options),
    async collect(page) {
      events.push(...await page.evaluate(() => window.milkglassEvents));
    },
    files: () => [write(events)],
    open, blind,
  };
}

const plain = { write: (events) => Buffer.from(JSON.stringify(events)), open: json };
const lines = {
  write: (events) => Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join('')),
  open: (bytes) => bytes.toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line)),
};
const packed = {
  write: (events) => Buffer.from(JSON.stringify(events)),
  open: (bytes) => json(bytes).map((text) => {
    if (typeof text !== 'string') throw new Error('an event that was packed is not packed any more');
    return unpack(text);
  }),
};
const zipped = { write: (events) => gzipSync(packed.write(events)), open: (bytes) => packed.open(gunzipSync(bytes)) };

const NO_NETWORK = /API key in a request|IBAN in a request|phone in a reply/;
const NO_SHEETS = /API key in a request|IBAN in a request|phone in a reply|made style sheet/;

const NO_PLUGINS = /console|logged|API key in a request|IBAN in a request|phone in a reply|mail in an error/;

/** The bare module names of Sentry's packages and where they stand, so that a browser finds them without a bundler. */
const SENTRY = {
  '@sentry/browser': '@sentry/browser/build/npm/esm/prod/index.js', '@sentry/browser-utils': '@sentry/browser-utils/build/esm/index.js',
  '@sentry/core': '@sentry/core/build/esm/index.js', '@sentry/core/browser': '@sentry/core/build/esm/browser.js',
  '@sentry/replay': '@sentry/replay/build/npm/esm/index.js', '@sentry/replay-canvas': '@sentry/replay-canvas/build/npm/esm/index.js',
  '@sentry/feedback': '@sentry/feedback/build/npm/esm/index.js', '@sentry/conventions/attributes': '@sentry/conventions/dist/attributes.mjs',
  '@sentry/conventions/metrics': '@sentry/conventions/dist/metrics.mjs', '@sentry/conventions/op': '@sentry/conventions/dist/op.mjs',
  'web-vitals': 'web-vitals/dist/web-vitals.js',
};

const sentryHead = `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(Object.entries(SENTRY).map(([name, path]) => [name, `/lib/${path}`])) })}</script>
<script type="module">
  import * as Sentry from '@sentry/browser';
  Sentry.init({ dsn: location.origin.replace('//', '//0123456789abcdef0123456789abcdef@') + '/1', replaysSessionSampleRate: 1, integrations: [
    Sentry.replayIntegration({ maskAllText: false, maskAllInputs: false, blockAllMedia: false, minReplayDuration: 0, networkDetailAllowUrls: [/echo/], networkRequestHeaders: ['authorization'],
      beforeAddRecordingEvent: (event) => (event.data.payload?.op?.startsWith('resource') && event.data.payload.description.includes('/lib/') ? null : event) }),
    Sentry.replayCanvasIntegration(),
  ] });
  window.milkglassCustom = (tag, data) => Sentry.addBreadcrumb({ category: tag, data });
  window.milkglassFlush = () => Sentry.getReplay().flush();
  window.milkglassReady = true;
</script>`;

/** The parts of an envelope: its line, and each item with its line and body. */
export function readEnvelope(bytes) {
  let at = 0;
  const line = () => {
    const end = bytes.indexOf(10, at);
    const text = bytes.subarray(at, end < 0 ? bytes.length : end);
    at = end < 0 ? bytes.length : end + 1;
    return text;
  };
  const header = json(line());
  const items = [];
  while (at < bytes.length) {
    const about = json(line());
    const body = about.length === undefined ? line() : bytes.subarray(at, at += about.length);
    if (about.length !== undefined && at < bytes.length && bytes[at++] !== 10) throw new Error('an item is not as long as it says');
    items.push({ about, body });
  }
  return { header, items };
}

/** A recording as Sentry ships it: a line about the segment, then an array, compressed or not. */
export function readSegment(bytes) {
  const end = bytes.indexOf(10);
  const rest = bytes.subarray(end + 1);
  return { about: json(bytes.subarray(0, end)), compressed: rest[0] === 0x78, events: json(rest[0] === 0x78 ? inflateSync(rest) : rest) };
}

const recordingOf = (envelope) => readEnvelope(envelope).items.find(({ about }) => about.type === 'replay_recording')?.body;

const POSTHOG = { endpoint: '/s/', consoleLogRecordingEnabled: true, networkPayloadCapture: { recordBody: true, recordHeaders: true }, scriptConfig: { script: 'posthog-recorder' } };

const posthogHead = `<script type="module">
  import posthog from '/lib/posthog-js/dist/module.js';
  posthog.init('phc_0123456789abcdefghijABCDEFGHIJ0123456789abc', { api_host: location.origin, opt_out_useragent_filter: true, autocapture: false, capture_pageview: 'history_change', capture_performance: { network_timing: true }, enable_recording_console_log: true,
    session_recording: { maskAllInputs: false, maskInputOptions: { password: false }, recordHeaders: true, recordBody: true } });
  const wait = setInterval(() => { if (posthog.sessionRecording?.started) { clearInterval(wait); window.milkglassReady = true; } }, 5);
</script>`;

/** A request of posthog-js without its transport (gzip, or base64 in a form when the page is being left). */
function posthogBody({ body }) {
  if (body[0] === 0x1f) return gunzipSync(body);
  const text = body.toString('utf8');
  return text.startsWith('data=') ? Buffer.from(decodeURIComponent(text.slice(5)), 'base64') : body;
}

const fromLatin1 = (text) => json(gunzipSync(Buffer.from(text, 'latin1')));

/** An event of PostHog with its compressed parts opened; one that says it has such parts must have them. */
function uncompressed(event) {
  if (!event.cv) return event;
  if (event.cv !== '2024-10') throw new Error('an event of PostHog in a form that PostHog does not know');
  if (event.type === 2) return { ...event, data: fromLatin1(event.data) };
  const parts = ['adds', 'removes', 'texts', 'attributes'].filter((part) => event.data[part] !== undefined);
  return { ...event, data: { ...event.data, ...Object.fromEntries(parts.map((part) => [part, fromLatin1(event.data[part])])) } };
}

/** Every recorder that is tried, by name. */
export const KITS = {
  'rrweb 1.1.3': () => rrweb({ ...plain, scripts: ['rrweb-1/dist/rrweb-all.min.js'], options: 'plugins: [rrweb.getRecordConsolePlugin()]', blind: NO_SHEETS }),
  'rrweb 1.1.3, packed': () => rrweb({ ...packed, scripts: ['rrweb-1/dist/rrweb-all.min.js'], options: 'packFn: rrweb.pack, plugins: [rrweb.getRecordConsolePlugin()]', blind: NO_SHEETS }),
  'rrweb 2.0.0-alpha.4, lines': () => rrweb({
    ...lines, scripts: ['rrweb-alpha/dist/rrweb-all.min.js', 'rrweb-alpha/dist/plugins/console-record.min.js'], options: 'plugins: [rrwebConsoleRecord.getRecordConsolePlugin()]', blind: NO_NETWORK,
  }),
  'rrweb 2.2.2': () => rrweb({ ...plain, scripts: ['rrweb/dist/rrweb.umd.min.cjs'], blind: NO_PLUGINS }),
  'rrweb 2.2.2, packed and gzip': () => rrweb({
    ...zipped, scripts: ['rrweb/dist/rrweb.umd.min.cjs'], packer: '@rrweb/packer/dist/pack.js', options: 'packFn: pack', blind: NO_PLUGINS,
  }),
  sentry: () => ({
    head: sentryHead,
    answer: (path) => path.endsWith('/envelope/') && { json: {} },
    collect: (page) => page.evaluate(() => window.milkglassFlush()),
    files: (received) => received.filter(({ path, body }) => path.endsWith('/envelope/') && recordingOf(body)).map(({ body }) => body),
    open: (bytes) => readSegment(recordingOf(bytes)).events,
    around: (bytes) => [readEnvelope(bytes).header, ...readEnvelope(bytes).items.filter(({ about }) => about.type !== 'replay_recording').map(({ about, body }) => [about, json(body)])],
    names(bytes) {
      const { header, items } = readEnvelope(bytes);
      const { replay_id: id, event_id: event, segment_id: segment, timestamp } = json(items.find(({ about }) => about.type === 'replay_event').body);
      return { header, types: items.map(({ about }) => about.type), id, event, segment, timestamp, about: readSegment(recordingOf(bytes)).about, compressed: readSegment(recordingOf(bytes)).compressed };
    },
    inner: recordingOf,
    blind: /password|PIN|card code|canvas|prefilled mail|mail in an error|mail for machines/,
  }),
  posthog: () => ({
    head: posthogHead,
    answer(path) {
      if (path.startsWith('/flags')) return { json: { featureFlags: {}, sessionRecording: POSTHOG } };
      if (path.endsWith('/config.js')) return { script: '' };
      if (path.endsWith('/config')) return { json: { sessionRecording: POSTHOG } };
      if (path.startsWith('/static/')) return { file: `posthog-js/dist/${path.split('/').at(-1)}` };
      return ['/s/', '/e/', '/i/v0/e/'].includes(path) && { json: { status: 1 } };
    },
    async collect(page) {
      await page.goto('about:blank'); // what it still holds leaves with the page
    },
    files: (received) => received.filter(({ path }) => path === '/s/').map(posthogBody),
    open: (bytes) => [json(bytes)].flat().flatMap(({ properties }) => properties.$snapshot_data.map(uncompressed)),
    around: (bytes) => [json(bytes)].flat().map(({ properties: { $snapshot_data, ...others }, ...message }) => ({ ...message, properties: others })),
    names: (bytes) => [json(bytes)].flat().map(({ uuid, event, timestamp, properties: { token, distinct_id, $session_id, $window_id, $snapshot_bytes, $snapshot_data } }) => ({
      uuid, event, timestamp, token, distinct_id, $session_id, $window_id, sized: $snapshot_bytes > 0, packed: $snapshot_data.filter(({ cv }) => cv).length > 0,
    })),
    host: '127.0.0.2', // of 127.0.0.1 it records no requests
    blind: /canvas|custom event|API key in a request/,
  }),
};
