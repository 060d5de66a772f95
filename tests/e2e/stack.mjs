// Starts what the demo and the test need: a collector and a shop, each a process of its own, in a directory of its own.
// In: which host. Out: addresses, files, and how to stop.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shop = join(root, 'examples/shop');

const COLLECTOR = process.env.MILKGLASS_COLLECTOR ?? join(root, 'target/fast/milkglass-collector');
const PLAYER = fileURLToPath(new URL('node_modules/rrweb-player/dist', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 15_000;

/** The Python that has the package `milkglass` and the requirements of the FastAPI host. */
export const python = process.env.MILKGLASS_PYTHON ?? join(root, '.venv/bin/python');

const HOSTS = {
  python: { command: python, args: ['app.py'], cwd: join(root, 'examples/python-fastapi') },
  node: { command: process.execPath, args: ['server.mjs'], cwd: join(root, 'examples/node-express') },
};

/** A directory that goes away with the run. */
export async function workDirectory() {
  const path = await mkdtemp(join(tmpdir(), 'milkglass-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts a process and waits for the line in which it says where it listens. */
async function start(name, { command, args, cwd, env }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stderr.on('data', (text) => said.push(text));
  const gone = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`));
  });
  let timer;
  const url = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /listening on (https?:\/\/\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
  });
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, START_MS, `did not start within ${START_MS / 1000} s`);
  });
  const first = await Promise.race([url, Promise.race([gone, late]).then((why) => ({ why }))]);
  clearTimeout(timer);
  if (first.why) {
    child.kill('SIGKILL');
    throw new Error(`${name} ${first.why}\n${Buffer.concat(said.map((text) => Buffer.from(text))).toString().slice(-2000)}`);
  }
  return {
    url: first.replace(/\/$/, ''),
    errors: () => said.join(''),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(kill);
    },
  };
}

/** A collector with one account and one site, over TLS with a certificate of its own. */
export async function startCollector(directory) {
  if (!existsSync(COLLECTOR)) throw new Error(`there is no ${COLLECTOR}; build it with: cargo build --profile fast -p milkglass-collector`);
  if (!existsSync(PLAYER)) throw new Error('rrweb-player is missing; install it with: npm --prefix tests/e2e install');
  const account = { email: 'demo@example.com', password: `glass-${randomBytes(9).toString('base64url')}-kiln` };
  const key = randomBytes(24).toString('hex');
  const db = join(directory, 'collector.db');
  const tls = join(directory, 'tls');
  const args = ['serve', '--listen', '127.0.0.1:0', '--db', db, '--player', PLAYER, '--tls-self-signed', tls, '--site-key', `Gläserne Manufaktur=${key}`, '--account', account.email];
  const running = await start('the collector', { command: COLLECTOR, args, cwd: directory, env: { MILKGLASS_COLLECTOR_PASSWORD: account.password } });
  return { ...running, account, key, db, ca: join(tls, 'ca.pem') };
}

/** The shop with its own configuration, but for the part that says where recordings go. */
async function configFor(directory, collector, spool) {
  const text = await readFile(join(shop, 'milkglass.toml'), 'utf8');
  const upload = [
    '[upload]',
    `endpoint = ${JSON.stringify(`${collector.url}/v1/batches`)}`,
    'key_env = "MILKGLASS_KEY"',
    `ca_bundle = ${JSON.stringify(collector.ca)}`,
    `spool = ${JSON.stringify(spool)}`,
    'max_batch_age_ms = 500',
    '',
  ].join('\n');
  const file = join(directory, 'milkglass.toml');
  await writeFile(file, text.slice(0, text.indexOf('[upload]')) + upload);
  return file;
}

/** The shop on one of its hosts (`python` or `node`), delivering to this collector. */
export async function startShop(kind, directory, collector) {
  if (!existsSync(join(shop, 'node_modules/rrweb'))) throw new Error('rrweb is missing; install it with: npm --prefix examples/shop install');
  const spool = join(directory, `spool-${kind}`);
  const config = await configFor(directory, collector, spool);
  const running = await start(`the ${kind} host`, { ...HOSTS[kind], env: { SHOP_CONFIG: config, PORT: '0', MILKGLASS_KEY: collector.key, PYTHONDONTWRITEBYTECODE: '1' } });
  return {
    ...running,
    spool,
    async stats() {
      return (await fetch(`${running.url}/api/stats`)).json();
    },
  };
}

/** Debian's Chromium (or the one in CHROMIUM), with a profile that ends with it. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    handleSIGINT: false, // whoever started it ends it, after having looked at what it showed
    handleSIGTERM: false,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** What the shop knows of the customer who is signed in. */
export async function customer() {
  const { name, email, phone, street } = JSON.parse(await readFile(join(shop, 'customer.json'), 'utf8'));
  return { name, email, phone, street };
}

/** All text of the shop's own files: what stands in a recording of it anyway. */
export async function shopText() {
  const entries = await readdir(join(shop, 'site'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
