// A site on this machine: the pages of a recording, recorders from their npm packages, and end points that keep what recorders send.
// In: files and the start of every page's head. Out: an address, and the bodies that arrived.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.cjs': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** Serves `files` (path to text); `recorder(origin)` is what goes into every head; `answer(path)` may name an npm file or give JSON for the recorder. */
export async function serve({ files, recorder, answer, host = '127.0.0.1' }) {
  const received = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    const send = (status, type, body) => response.writeHead(status, { 'content-type': type, 'cache-control': 'max-age=600' }).end(body);
    const body = request.method === 'POST' ? await bodyOf(request) : null;
    if (path === '/echo') return send(200, 'application/json', body);
    if (body) received.push({ path, url: url.href, encoding: request.headers['content-encoding'], body });
    const own = answer?.(path, url);
    if (own?.json) return send(200, 'application/json', JSON.stringify(own.json));
    if (own?.script !== undefined) return send(200, TYPES['.js'], own.script);
    if (path === '/dot.png') return send(200, TYPES['.png'], DOT);
    const library = own?.file ?? (path.startsWith('/lib/') ? path.slice(5) : undefined);
    if (library) {
      try {
        return send(200, TYPES[extname(library)] ?? 'application/octet-stream', await readFile(modules + normalize(`/${library}`).slice(1)));
      } catch {
        return send(404, 'text/plain', 'no such file');
      }
    }
    const html = files[path.endsWith('/') ? `${path}index.html` : path];
    if (html) return send(200, TYPES['.html'], html.replace('<meta charset="utf-8">', (head) => head + recorder));
    return send(404, 'text/plain', 'no such page');
  });
  await new Promise((resolve) => {
    server.listen(0, host, resolve);
  });
  return { origin: `http://${host}:${server.address().port}`, received, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) };
}
