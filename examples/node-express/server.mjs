// The demo shop on Express: asks whether a visit may be recorded, and hands the recorder's events to Milkglass.
// In: the pages of ../shop and the requests of its visitors. Out: redacted recordings, delivered by Milkglass.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express from 'express';
import { Config, MilkglassError, Recorder, notice } from 'milkglass';
import { Tally, Visits, isId, tell } from './visits.mjs';

const inShop = (path) => fileURLToPath(new URL(`../shop/${path}`, import.meta.url));

const COOKIE = 'shop_recording'; // the id of a recorded visit, or "refused"; there is none before the visitor has answered
const REFUSED_FOR_MS = 180 * 86_400_000;
const LARGEST_POST = 8 << 20;
const CLOSE_MS = 5000;
const LANGUAGES = ['de', 'fr', 'en'];
const SIGNALS = ['sec-gpc', 'dnt', 'cookie'];
const HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

const customer = JSON.parse(readFileSync(inShop('customer.json'), 'utf8'));
const config = Config.fromFile(process.env.SHOP_CONFIG ?? inShop('milkglass.toml'));
const recorder = new Recorder(config);
const visits = new Visits();
const tally = new Tally();
const notices = Object.fromEntries(LANGUAGES.map((lang) => [lang, {
  banner: notice(config, lang, { format: 'json', length: 'banner' }),
  full: notice(config, lang, { format: 'html', length: 'full' }),
}]));

/** Whether this visitor may be recorded: their own choice and what their browser says. */
function decide(request, choice) {
  const headers = Object.fromEntries(SIGNALS.filter((name) => request.headers[name]).map((name) => [name, request.headers[name]]));
  const explicit = choice && {
    granted: choice.choice === 'grant',
    at: Math.floor(Date.now() / 1000),
    notice: choice.notice,
    language: choice.language,
    // The page told a visitor with Global Privacy Control that it is on before they asked to change that.
    despite_gpc: headers['sec-gpc'] === '1',
  };
  return recorder.decide({ explicit, headers });
}

function cookieOf(request) {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}

function setCookie(request, response, value, maxAge) {
  response.cookie(COOKIE, value, { httpOnly: true, sameSite: 'lax', secure: request.secure, maxAge });
}

/** Where the visitor stands: `ask`, `granted`, `refused` or `signal` (their browser objects). */
const standing = (state, { reasons } = { reasons: [] }) => ({ state, recording: state === 'granted', reasons });

const app = express();
app.disable('x-powered-by');
app.use((request, response, next) => {
  response.set(HEADERS);
  next();
});

app.get('/api/consent', (request, response) => {
  const known = cookieOf(request);
  if (visits.get(known)) return response.json(standing('granted'));
  if (known === 'refused') return response.json(standing('refused'));
  const decision = decide(request);
  const objects = decision.reasons.some(({ source, verdict }) => source !== 'explicit' && ['refuse', 'unknown'].includes(verdict));
  return response.json(standing(objects ? 'signal' : 'ask', decision));
});

app.post('/api/consent', express.json({ limit: '4kb' }), async (request, response) => {
  const known = cookieOf(request);
  const { choice, language = 'de', notice: shown } = request.body ?? {};
  if (!['grant', 'refuse', 'withdraw'].includes(choice) || !LANGUAGES.includes(language)) return response.status(422).json({ code: 'choice.unknown' });
  if (choice === 'grant' && visits.get(known)) return response.json(standing('granted'));
  const decision = decide(request, { choice, language, notice: shown });
  if (choice === 'grant') {
    if (!decision.allow) return response.json(standing('signal', decision));
    const session = recorder.session(randomUUID(), decision);
    tell(session, customer);
    visits.add(session);
    setCookie(request, response, session.id);
    return response.json(standing('granted', decision));
  }
  if (isId(known)) {
    visits.remove(known);
    await recorder.withdraw(known);
  }
  setCookie(request, response, 'refused', REFUSED_FOR_MS);
  return response.json(standing('refused', decision));
});

function needVisit(request, response, next) {
  response.locals.visit = visits.get(cookieOf(request));
  if (!response.locals.visit) return response.status(403).json({ code: 'not.recorded' });
  return next();
}

app.post('/api/events', needVisit, express.raw({ type: 'application/json', limit: LARGEST_POST }), async (request, response) => {
  const { visit } = response.locals;
  const page = Number.parseInt(request.query.page, 10);
  if (!Number.isSafeInteger(page)) return response.status(422).json({ code: 'page.missing' });
  if (!Buffer.isBuffer(request.body)) return response.status(415).json({ code: 'events.json' });
  const receipt = await Visits.record(visit, page, request.body);
  if (!receipt) return response.status(202).json({ verdict: 'late', events: 0 }); // the last words of a page that the visitor has left
  tally.add(receipt);
  if (receipt.verdict === 'gated') {
    visits.remove(visit.session.id);
    return response.status(403).json({ code: 'not.recorded' });
  }
  if (receipt.verdict === 'full') return response.status(503).set('Retry-After', '5').json({ code: 'spool.full' });
  return response.status(202).json({ verdict: receipt.verdict, events: receipt.events });
});

app.get('/api/notice', (request, response) => {
  const { lang = 'de', length = 'full' } = request.query;
  if (!LANGUAGES.includes(lang) || !['banner', 'full'].includes(length)) return response.status(422).json({ code: 'notice.unknown' });
  return response.type(length === 'banner' ? 'json' : 'html').send(notices[lang][length]);
});

app.get('/api/stats', (request, response) => response.json({ delivery: recorder.stats(), ...tally.toJSON() }));
app.get('/api/account', (request, response) => response.json(customer));
app.use('/vendor/rrweb', express.static(inShop('node_modules/rrweb/dist'), { cacheControl: false }));
app.use(express.static(inShop('site'), { dotfiles: 'allow', cacheControl: false }));

app.use((error, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = !(error instanceof MilkglassError) ? error.status ?? 500 : error.retryable ? 503 : error.kind === 'input' ? 400 : 500;
  return response.status(status).json({ code: error instanceof MilkglassError ? error.code : 'request' });
});

const server = app.listen(Number(process.env.PORT ?? 8000), '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`listening on http://localhost:${server.address().port}`);
});

/** Takes no more requests, then delivers what waits; what is left stays in the spool for the next start. */
async function stop() {
  process.off('SIGTERM', stop).off('SIGINT', stop);
  server.close();
  server.closeIdleConnections();
  await recorder.close(CLOSE_MS);
  process.exit();
}
process.on('SIGTERM', stop).on('SIGINT', stop);
