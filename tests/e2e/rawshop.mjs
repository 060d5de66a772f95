// The demo shop on a host that takes nothing out: it keeps what the recorder sends, as it comes. For tests that need a recording before and after.
// In: a notice to show. Out: an address, and the events of the visit in order.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const shop = fileURLToPath(new URL('../../examples/shop/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The words of the question, in the form in which Milkglass gives them; the shop needs some to be there. */
const NOTICE = {
  fingerprint: 'mg1-none', title: 'Aufzeichnung', sections: [{ clauses: [{ text: 'Dürfen wir diesen Besuch aufzeichnen?' }] }],
  status: { on: 'Der Besuch wird aufgezeichnet.', off: 'Der Besuch wird nicht aufgezeichnet.' },
  buttons: { accept: 'Ja', refuse: 'Nein', withdraw: 'Beenden', settings: 'Aufzeichnung', notice: 'Datenschutz' },
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export async function startRawShop() {
  const kept = [];
  let granted = false;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const send = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body);
    const json = (value, status = 200) => send(status, TYPES['.json'], JSON.stringify(value));
    if (url.pathname === '/api/events') {
      kept.push({ page: Number(url.searchParams.get('page')), events: JSON.parse(await bodyOf(request)) });
      return json({ verdict: 'accepted' }, 202);
    }
    if (url.pathname === '/api/consent') {
      granted ||= request.method === 'POST' && JSON.parse(await bodyOf(request)).choice === 'grant';
      return json({ state: granted ? 'granted' : 'ask', recording: granted, reasons: [] });
    }
    if (url.pathname === '/api/notice') {
      return url.searchParams.get('length') === 'banner' ? json(NOTICE) : send(200, TYPES['.html'], `<h1>Datenschutz</h1><p>${NOTICE.status.on}</p>`);
    }
    if (url.pathname === '/api/account') return json(JSON.parse(await readFile(join(shop, 'customer.json'), 'utf8')));
    const vendor = url.pathname.startsWith('/vendor/rrweb/');
    const path = vendor ? join('node_modules/rrweb/dist', url.pathname.slice(14)) : join('site', url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname);
    try {
      return send(200, TYPES[extname(path)] ?? 'application/octet-stream', await readFile(join(shop, normalize(path))));
    } catch {
      return send(404, 'text/plain', 'no such file');
    }
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${server.address().port}`,
    /** Everything recorded so far, page by page, without what came of a page after a later one had begun. */
    events() {
      let latest = 0;
      return kept.flatMap(({ page, events }) => {
        if (page < latest) return [];
        latest = page;
        return events;
      });
    },
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
