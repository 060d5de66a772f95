// The demo: a visit to a shop becomes a recording without the visitor's data in it.
//
//   node demo.mjs                 runs the visit, prints what happened and the addresses to open; ends with Ctrl-C
//   node demo.mjs --once          also plays the recording and searches it for what was typed; exit 0 only if nothing is found
//   node demo.mjs --host node     the shop on Express instead of FastAPI
//   node demo.mjs --shots DIR     writes pictures of the checkout and of its replay

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deliveryTable, isDelivered, maskedTable } from './figures.mjs';
import { sideBySide } from './pictures.mjs';
import { openReplay, signIn } from './replay.mjs';
import { foundInJson, foundInText, makeSecrets } from './secrets.mjs';
import { launchBrowser, shopText, startCollector, startShop, workDirectory } from './stack.mjs';
import { tracesInCollector, tracesInSpool } from './traces.mjs';
import { until } from './until.mjs';
import { visit } from './visit.mjs';

const { values: asked } = parseArgs({
  options: { once: { type: 'boolean' }, host: { type: 'string', default: 'python' }, shots: { type: 'string' } },
});
const VIEWPORT = { width: 1280, height: 860 };
const say = (text) => console.log(text);

/** Records the visit. Answers with what was typed and where in the recording (0 to 1) the order was filled in. */
async function record(browser, shop) {
  const secrets = makeSecrets(await shopText());
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'de-DE' });
  const page = await context.newPage();
  let filled;
  await visit(page, shop.url, secrets, {
    async atCheckout() {
      await page.evaluate(() => {
        const address = document.getElementById('name').closest('fieldset');
        scrollTo({ top: address.getBoundingClientRect().top + scrollY - 90, behavior: 'instant' });
      });
      if (asked.shots) await page.screenshot({ path: join(asked.shots, 'visitor.png') });
      filled = Date.now();
    },
  });
  await context.close();
  await until('every event to be delivered', async () => isDelivered(await shop.stats()), 60_000);
  return { secrets, filled };
}

/** Plays the recording and searches everything for what was typed. Answers with what is wrong; nothing is the right answer. */
async function check(browser, collector, shop, { secrets, filled }) {
  const wrong = [];
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'de-DE', ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(`the replay page fails: ${error.message}`));
  await signIn(page, collector);
  const replay = await openReplay(page, collector);
  await replay.plays();
  const events = await replay.events();
  for (const what of foundInJson(events, secrets)) wrong.push(`${what} in the events of the replay`);
  for (const { outside, inside } of await replay.readThrough()) {
    for (const what of foundInText(`${outside}\n${inside}`, secrets)) wrong.push(`${what} in the replay page`);
  }
  if (asked.shots) {
    const [start, end] = [events[0].timestamp, events.at(-1).timestamp];
    await replay.goTo((filled - start) / (end - start));
    await page.locator('.replayer-wrapper').screenshot({ path: join(asked.shots, 'replay.png') });
    await sideBySide(browser, asked.shots);
  }
  await context.close();
  wrong.push(...await tracesInCollector(collector.db, secrets), ...await tracesInSpool(shop.spool, secrets));
  return [...new Set(wrong)];
}

/** The demo itself. What it starts goes into `running`, last first. */
async function demo(running, interrupted) {
  const work = await workDirectory();
  running.unshift({ stop: work.remove });
  if (asked.shots) await mkdir(asked.shots, { recursive: true });
  say('Starting the collector and the shop …');
  const collector = await startCollector(work.path);
  running.unshift(collector);
  const shop = await startShop(asked.host, work.path, collector);
  running.unshift(shop);
  const browser = await launchBrowser();
  running.unshift({ stop: () => browser.close() });

  say('A customer visits the shop, agrees to be recorded, searches, chats, orders, changes a password and subscribes …');
  const recorded = await record(browser, shop);
  const stats = await shop.stats();
  say(`\nTaken out of ${stats.events} events before anything left the host:\n\n${maskedTable(stats)}`);
  say(`\nDelivery:\n\n${deliveryTable(stats)}`);

  if (asked.once || asked.shots) {
    const wrong = await check(browser, collector, shop, recorded);
    const kinds = Object.keys(recorded.secrets).length;
    say(wrong.length ? `\nNot as it should be:\n${wrong.map((line) => `  - ${line}`).join('\n')}`
      : `\nThe recording plays. Of the ${kinds} things typed, none is in the collector's database, the spool, the events or the replay.`);
    process.exitCode = wrong.length ? 1 : 0;
  }
  if (asked.once) return;
  say(`\nThe shop:       ${shop.url}`);
  say(`The recordings: ${collector.url}   (the certificate is made for this demo; the browser will ask)`);
  say(`                sign in with ${collector.account.email} and ${collector.account.password}\n\nCtrl-C ends both.`);
  await interrupted;
}

const interrupted = new Promise((resolve) => {
  process.once('SIGINT', resolve).once('SIGTERM', resolve);
});
const running = [];
try {
  await Promise.race([demo(running, interrupted), interrupted]);
} catch (error) {
  console.error(`The demo failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const { stop } of running) await stop();
}
