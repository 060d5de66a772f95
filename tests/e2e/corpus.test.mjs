// Redacted recordings play in the unmodified rrweb-player: each loads, is stepped through to its end, and throws nothing.
// The recordings lie beside the checkout (MILKGLASS_CORPUS names another place); without them the test says so.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { launchBrowser } from './stack.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(process.env.MILKGLASS_CORPUS ?? join(root, '..', 'shared', 'corpus'), 'recordings');
const command = process.env.MILKGLASS_CLI ?? join(root, 'target', 'fast', 'milkglass');
const player = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', 'rrweb-player');
const recordings = existsSync(folder) ? readdirSync(folder).sort() : [];

describe('redacted recordings in rrweb-player', { skip: recordings.length === 0 && `no recordings at ${folder}` }, () => {
  let browser, page, errors, work;

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'milkglass-corpus-'));
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
    errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setContent('<!doctype html><title>Replay</title><main></main>');
    await page.addStyleTag({ path: join(player, 'dist', 'style.min.css') });
    await page.addScriptTag({ path: join(player, 'dist', 'rrweb-player.umd.min.cjs') });
  });

  after(async () => {
    await browser?.close();
    rmSync(work, { recursive: true, force: true });
  });

  for (const profile of ['strict', 'balanced', 'forms']) {
    for (const name of recordings) {
      test(`${profile}: ${name}`, async () => {
        const out = join(work, name);
        execFileSync(command, ['redact', '--profile', profile, '-o', out, join(folder, name)]);
        const bytes = readFileSync(out);
        const events = JSON.parse(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
        errors.length = 0;
        const shown = await page.evaluate(async (events) => {
          const Player = window.rrwebPlayer?.default ?? window.rrwebPlayer?.Player ?? window.rrwebPlayer;
          const target = document.createElement('div');
          document.querySelector('main').replaceChildren(target);
          const player = new Player({ target, props: { events, autoPlay: false, width: 800, height: 500 } });
          const { totalTime } = player.getMetaData();
          for (const part of [0, 0.5, 1]) player.goto(totalTime * part, false);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          return target.querySelector('iframe')?.contentDocument?.body?.childElementCount ?? 0;
        }, events);
        assert.ok(shown > 0, 'the replay shows a page');
        assert.deepEqual(errors, []);
      });
    }
  }
});
