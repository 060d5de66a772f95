// The demo in a real browser, once with each host: what is recorded, what is not, and what a no ends.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isDelivered } from './figures.mjs';
import { openReplay, recordings, signIn } from './replay.mjs';
import { foundInJson, foundInText, makeSecrets } from './secrets.mjs';
import { customer, launchBrowser, shopText, startCollector, startShop, workDirectory } from './stack.mjs';
import { cellsOf, eventsIn, tracesInCollector, tracesInSpool } from './traces.mjs';
import { until } from './until.mjs';
import { agree, handOver, refuse, visit } from './visit.mjs';

/** Each host, and the language in which its visitor shops. */
const HOSTS = { python: 'de-DE', node: 'en-GB' };

for (const [kind, locale] of Object.entries(HOSTS)) {
  describe(`the shop on the ${kind} host`, { concurrency: false }, () => {
    let work, collector, shop, browser;

    before(async () => {
      work = await workDirectory();
      collector = await startCollector(work.path);
      shop = await startShop(kind, work.path, collector);
      browser = await launchBrowser();
    });

    after(async () => {
      await browser?.close();
      await shop?.stop();
      await collector?.stop();
      await work?.remove();
    });

    /** A visitor with a fresh browser profile; `posts` counts the requests that carry events. */
    async function visitor(options = {}) {
      const context = await browser.newContext({ locale, ...options });
      const page = await context.newPage();
      const seen = { posts: 0, errors: [] };
      page.on('request', (request) => {
        if (request.url().includes('/api/events')) seen.posts += 1;
      });
      page.on('pageerror', (error) => seen.errors.push(error.message));
      return { context, page, seen };
    }

    /** Moves around as somebody who shops. */
    async function browse(page) {
      await page.locator('#search').pressSequentially('Nebel');
      await page.locator('[data-add=bowl-nebel]').click();
      await page.goto(`${shop.url}/cart/`);
      await page.locator('#to-checkout').waitFor();
    }

    const stored = async () => (await cellsOf(collector.db)).filter(({ name }) => name === 'recording.session').map(({ data }) => data.toString());

    test('nothing is stored or sent before the visitor has answered', async () => {
      const { context, page, seen } = await visitor();
      await page.goto(shop.url);
      await page.locator('#consent-yes').waitFor();
      await browse(page);
      assert.deepEqual(await context.cookies(), []);
      assert.equal(seen.posts, 0);
      assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('rrweb'))), false);
      await context.close();
    });

    test('the question is asked in the language of the visitor, with two equal answers', async () => {
      const texts = new Set();
      for (const locale of ['de-DE', 'fr-FR', 'en-GB']) {
        const { context, page } = await visitor({ locale });
        await page.goto(shop.url);
        const [no, yes] = [page.locator('#consent-no'), page.locator('#consent-yes')];
        await yes.waitFor();
        texts.add(await page.locator('#consent-title').innerText());
        const style = (button) => button.evaluate((element) => {
          const { backgroundColor, color, fontSize, fontWeight, borderColor } = getComputedStyle(element);
          return { backgroundColor, color, fontSize, fontWeight, borderColor, width: Math.round(element.getBoundingClientRect().width) };
        });
        assert.deepEqual(await style(no), await style(yes));
        assert.equal(await page.locator('html').getAttribute('lang'), locale.slice(0, 2));
        await context.close();
      }
      assert.equal(texts.size, 3);
    });

    test('a visit is recorded, delivered and played, without what was typed', async () => {
      const secrets = makeSecrets(await shopText());
      const { context, page, seen } = await visitor();
      await visit(page, shop.url, secrets);
      await context.close();
      assert.deepEqual(seen.errors, []);
      const stats = await until('every event to be delivered', async () => {
        const now = await shop.stats();
        return isDelivered(now) && now;
      }, 60_000);
      assert.ok(Object.keys(stats.masked).length > 3, 'things were masked in several channels');

      const events = await eventsIn(collector.db);
      assert.equal(events.length, stats.delivery.delivered);
      assert.ok(events.filter(({ type }) => type === 2).length >= 6, 'one full snapshot a page');
      assert.deepEqual(await tracesInCollector(collector.db, secrets), []);
      assert.deepEqual(await tracesInCollector(collector.db, await customer()), [], 'what the host told Milkglass of the customer');
      assert.deepEqual(await tracesInSpool(shop.spool, secrets), []);

      const owner = await visitor({ ignoreHTTPSErrors: true, viewport: { width: 1400, height: 1000 } });
      await signIn(owner.page, collector);
      assert.equal(await recordings(owner.page, collector), 1);
      const replay = await openReplay(owner.page, collector);
      await replay.plays();
      assert.deepEqual(foundInJson(await replay.events(), secrets), []);
      for (const { outside, inside } of await replay.readThrough()) assert.deepEqual(foundInText(`${outside}\n${inside}`, secrets), []);
      assert.deepEqual(owner.seen.errors, []);
      await owner.context.close();
    });

    test('nobody sees a recording without signing in', async () => {
      const { context, page } = await visitor({ ignoreHTTPSErrors: true });
      for (const path of ['/recordings', '/recordings/1', '/recordings/1/events']) {
        const reply = await page.goto(`${collector.url}${path}`);
        assert.ok(reply.status() >= 400 || new URL(page.url()).pathname === '/sign-in', path);
        assert.equal(await page.locator('.rr-player').count(), 0);
      }
      await context.close();
    });

    test('a withdrawal ends the recording and erases it', async () => {
      const had = await stored();
      const { context, page, seen } = await visitor();
      await agree(page, shop.url);
      await browse(page);
      await handOver(page);
      const id = (await context.cookies()).find(({ name }) => name === 'shop_recording').value;
      await until('the recording to arrive', async () => (await stored()).includes(id));

      await page.locator('#withdraw').click();
      await page.locator('#withdraw').waitFor({ state: 'detached' });
      await until('the recording to be erased', async () => !(await stored()).includes(id));
      assert.deepEqual(await stored(), had, 'the other recordings stay');

      const before = seen.posts;
      await page.goto(shop.url);
      await page.locator('#consent-change').waitFor();
      await browse(page);
      assert.equal(seen.posts, before);
      const late = await fetch(`${shop.url}/api/events?page=1`, { method: 'POST', body: '[]', headers: { 'content-type': 'application/json', cookie: `shop_recording=${id}` } });
      assert.equal(late.status, 403);
      await until('the accounts to add up', async () => {
        const { delivery: { accepted, delivered, pending, dropped } } = await shop.stats();
        return pending === 0 && accepted === delivered + Object.values(dropped).reduce((sum, count) => sum + count, 0);
      });
      assert.deepEqual(await stored(), had);
      await context.close();
    });

    test('after a no nothing is sent', async () => {
      const { delivery: { accepted } } = await shop.stats();
      const { context, page, seen } = await visitor();
      await refuse(page, shop.url);
      await browse(page);
      await page.goto(shop.url);
      await page.locator('#consent-change').waitFor();
      assert.equal(await page.locator('#consent').isVisible(), false, 'it does not ask again');
      assert.deepEqual((await context.cookies()).map(({ value }) => value), ['refused']);
      assert.equal(seen.posts, 0);
      assert.equal((await shop.stats()).delivery.accepted, accepted);
      await context.close();
    });

    test('Global Privacy Control is a no', async () => {
      const { delivery: { accepted } } = await shop.stats();
      const { context, page, seen } = await visitor({ extraHTTPHeaders: { 'Sec-GPC': '1' } });
      await page.goto(shop.url);
      await page.locator('#consent-change').waitFor();
      assert.equal(await page.locator('#consent').isVisible(), false, 'it does not ask');
      assert.match(await page.locator('#recording-settings').innerText(), /Global Privacy Control/);
      await browse(page);
      assert.deepEqual(await context.cookies(), []);
      assert.equal(seen.posts, 0);
      assert.equal((await shop.stats()).delivery.accepted, accepted);

      await page.locator('#consent-change').click();
      await page.locator('#consent-yes').click();
      await page.locator('#withdraw').waitFor();
      await handOver(page);
      assert.ok(seen.posts > 0, 'a later yes, given with the signal on, counts');
      await page.locator('#withdraw').click();
      await page.locator('#withdraw').waitFor({ state: 'detached' });
      await context.close();
    });

    test('of two tabs one is recorded at a time', async () => {
      const { context, page } = await visitor();
      await agree(page, shop.url);
      const second = await context.newPage();
      let posts = 0;
      second.on('request', (request) => {
        if (request.url().includes('/api/events')) posts += 1;
      });
      await second.goto(shop.url);
      await second.locator('#withdraw').waitFor();
      await browse(second);
      assert.equal(posts, 0);
      await page.close();
      await handOver(second);
      assert.ok(posts > 0, 'the second takes its turn when the first is closed');
      await second.locator('#withdraw').click();
      await second.locator('#withdraw').waitFor({ state: 'detached' });
      await context.close();
    });

    test('the host refuses what it must not take', async () => {
      const post = (path, body, headers) => fetch(`${shop.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
      const granted = await post('/api/consent', '{"choice":"grant","language":"de"}');
      assert.equal(granted.status, 200);
      const cookie = granted.headers.get('set-cookie').split(';')[0];
      assert.match(granted.headers.get('set-cookie'), /HttpOnly/i);
      assert.match(granted.headers.get('set-cookie'), /SameSite=lax/i);
      const events = (page, body, headers) => post(`/api/events?page=${page}`, body, headers);
      assert.equal((await events(2, '[]')).status, 403, 'no session');
      assert.equal((await events(2, '{"type":', { cookie })).status, 400, 'broken JSON');
      assert.equal((await events(2, '[]', { cookie, 'content-type': 'text/plain' })).status, 415);
      assert.equal((await events(2, ' '.repeat((8 << 20) + 1), { cookie })).status, 413);
      assert.equal((await events('', '[]', { cookie })).status, 422);
      assert.equal((await (await events(2, '[]', { cookie })).json()).verdict, 'accepted');
      assert.equal((await (await events(1, '[]', { cookie })).json()).verdict, 'late', 'a page that was left');
      assert.equal((await post('/api/consent', '{"choice":"maybe"}')).status, 422);
      assert.equal((await post('/api/consent', '{"choice":"withdraw"}', { cookie })).status, 200);
    });

    test('a host that is stopped delivers what waits', async () => {
      const other = await workDirectory();
      const second = await startShop(kind, other.path, collector);
      const post = (path, body, cookie = '') => fetch(`${second.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', cookie } });
      const granted = await post('/api/consent', '{"choice":"grant"}');
      const cookie = granted.headers.get('set-cookie').split(';')[0];
      const meta = { type: 4, timestamp: Date.now(), data: { href: 'https://shop.example/', width: 800, height: 600 } };
      assert.equal((await post('/api/events?page=1', JSON.stringify([meta]), cookie)).status, 202);
      await second.stop();
      assert.ok((await stored()).includes(cookie.split('=')[1]));
      await other.remove();
    });

    test('the privacy page holds the notice of this configuration in three languages', async () => {
      const { context, page } = await visitor();
      const banner = await (await fetch(`${shop.url}/api/notice?lang=de&length=banner`)).json();
      for (const lang of ['de', 'fr', 'en']) {
        await page.goto(`${shop.url}/privacy/?lang=${lang}`);
        const notice = page.locator('.milkglass-notice');
        await notice.waitFor();
        assert.equal(await notice.getAttribute('lang'), lang);
        assert.equal(await notice.getAttribute('data-milkglass-fingerprint'), banner.fingerprint);
        assert.match(await notice.innerText(), /Gläserne Manufaktur GmbH/);
      }
      await context.close();
    });
  });
}
