// Records pages with a recorder, and redacts what it made. In: pages, a kit, a browser. Out: files in the recorder's form.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './server.mjs';
import { until } from '../until.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const command = process.env.MILKGLASS_CLI ?? join(root, 'target', 'fast', 'milkglass');

/** Visits every page with the recorder of `kit` and answers with what a host holds afterwards. */
export async function record(browser, pages, kit) {
  const files = Object.fromEntries(pages.flatMap(({ name, files: own }) => Object.entries(own).map(([file, text]) => [`/${name}/${file}`, text])));
  const site = await serve({ files, recorder: kit.head, answer: kit.answer, host: kit.host });
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    const page = await context.newPage();
    for (const { name, visit } of pages) {
      await page.goto(`${site.origin}/${name}/`);
      await page.waitForFunction('window.milkglassReady');
      await visit(page);
      // Recorders gather mutations until the next frame.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await kit.collect(page);
    }
    await page.goto('about:blank');
    return await until('the recorder to hand over every page', () => {
      const made = kit.files(site.received);
      const events = made.flatMap((bytes) => kit.open(bytes));
      return pages.every(({ name }) => events.some(({ type, data }) => type === 4 && data.href.includes(`/${name}/`))) && made;
    });
  } finally {
    await context.close();
    await site.stop();
  }
}

/** Sends a recording through the command in one profile. */
export function redact(directory, bytes, profile) {
  const [from, to] = ['in', 'out'].map((name) => join(directory, `recording.${name}`));
  writeFileSync(from, bytes);
  execFileSync(command, ['redact', '--profile', profile, '-o', to, from]);
  return readFileSync(to);
}
