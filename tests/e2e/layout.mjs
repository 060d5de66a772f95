// How much a replay moves by redaction: the demo shop, recorded once, and the boxes of all elements before and after.
//
//   node layout.mjs --shots DIR    writes replay-original.png, replay-strict.png, replay-balanced.png and replay-forms.png

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { redact } from './recorders/record.mjs';
import { openPlayer } from './recorders/player.mjs';
import { startRawShop } from './rawshop.mjs';
import { makeSecrets } from './secrets.mjs';
import { launchBrowser, shopText, workDirectory } from './stack.mjs';
import { visit } from './visit.mjs';

export const PROFILES = ['strict', 'balanced', 'forms'];
const VIEWPORT = { width: 1280, height: 860 };
const MOVED_PX = 8;
/** Nothing glides or fades, so that a moment looks the same each time it is shown. */
const STILL = ['* { scroll-behavior: auto !important; transition: none !important; animation: none !important; }'];

/** Records the scripted visit. Answers with its events, the moment of the filled-in order and one moment for the end of each page, in milliseconds. */
export async function recordVisit(browser) {
  const shop = await startRawShop();
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'de-DE' });
  try {
    const page = await context.newPage();
    let filled;
    await visit(page, shop.url, makeSecrets(await shopText()), {
      async atCheckout() {
        await page.evaluate(() => {
          const address = document.getElementById('name').closest('fieldset');
          scrollTo({ top: address.getBoundingClientRect().top + scrollY - 90, behavior: 'instant' });
        });
        await page.waitForTimeout(400); // scrolling is recorded with a delay
        filled = Date.now();
        await page.waitForTimeout(100);
      },
    });
    const events = shop.events();
    const start = events[0].timestamp;
    const ends = events.flatMap(({ type }, i) => (type === 4 && i > 0 ? [events[i - 1].timestamp - start - 1] : []));
    return { events, filled: filled - start, ends: [...ends, events.at(-1).timestamp - start] };
  } finally {
    await context.close();
    await shop.stop();
  }
}

/** Opens a recording in the player, at full size, to be looked at. */
export async function openRecording(player, events) {
  await player.open(events, { ...VIEWPORT, insertStyleRules: STILL });
  return {
    /** The box of every element that is shown at a moment, by its node id. */
    boxes: (moment) => player.page.evaluate(async (moment) => {
      const { player } = window.milkglass;
      player.goto(moment, false);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const mirror = player.getMirror();
      const root = document.querySelector('.replayer-wrapper iframe').contentDocument;
      return [...root.body.querySelectorAll('*')].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 ? [[mirror.getId(element), x, y, width, height]] : [];
      });
    }, moment),
    async picture(moment) {
      await this.boxes(moment);
      return player.page.locator('.replayer-wrapper').screenshot();
    },
  };
}

/** The share of boxes that moved, grew or shrank by more than a few pixels and by more than a twentieth, or are gone. */
export function moved(before, after) {
  const now = new Map(after.map(([id, ...box]) => [id, box]));
  const far = before.filter(([id, ...box]) => {
    const other = now.get(id);
    return !other || box.some((value, i) => Math.abs(value - other[i]) > Math.max(MOVED_PX, 0.05 * Math.abs(box[2 + (i % 2)])));
  });
  return { share: far.length / before.length, ids: far.map(([id]) => id) };
}

async function shots(directory) {
  await mkdir(directory, { recursive: true });
  const browser = await launchBrowser();
  const work = await workDirectory();
  try {
    const player = await openPlayer(browser);
    const { events, filled } = await recordVisit(browser);
    const bytes = Buffer.from(JSON.stringify(events));
    for (const [name, shown] of [['original', events], ...PROFILES.map((profile) => [profile, JSON.parse(redact(work.path, bytes, profile))])]) {
      const recording = await openRecording(player, shown);
      await writeFile(join(directory, `replay-${name}.png`), await recording.picture(filled));
    }
  } finally {
    await browser.close();
    await work.remove();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { shots: { type: 'string' } } });
  await shots(values.shots ?? '.');
}
