// The generated recorder in a real browser: what it records of a page, before the engine sees any of it.
// In: a page with a secret in every place that the page or its visitor has one. Out: events in which none of them is found,
// which the engine leaves as they are where a replay needs them, and which play.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './stack.mjs';
import { until } from './until.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const command = process.env.MILKGLASS_CLI ?? join(here, '..', '..', 'target', 'fast', 'milkglass');
const rrweb = join(here, 'node_modules', 'rrweb', 'umd', 'rrweb.min.js');
const player = join(here, 'node_modules', 'rrweb-player', 'dist');
const missing = [command, rrweb].filter((file) => !existsSync(file));

const PAGE = readFileSync(join(here, 'snippet-page.html'), 'utf8');
const PLACES = [...PAGE.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
const HARMLESS = ['Lamps and lenses for every coast', 'We ship on Tuesdays.', 'Free returns', 'Order now'];

const config = (profile) => `
[privacy]
profile = "${profile}"
mask = [".customer"]
block = [".map"]
ignore = [".quiet"]
sensitive_pages = ["/account/*"]
`;

/** A word that is found again wherever it appears, other in every run of a length of its own. */
function secretsOf(names, length) {
  return Object.fromEntries(names.map((name, i) => [name, `Zq${i}${'kumquat'.repeat(length).slice(0, 4 + length * 3)}${i}`]));
}

/** What is typed into fields that no profile may record, by the field's selector. */
const NEVER = ['#password', '#shown', '#n1', '#n2', '#n3', '#n4', '#n5', '#n6', '#mail', '#phone', '#ignored'];
/** What is typed into ordinary fields: recorded in the profile forms alone. */
const ORDINARY = ['#q', '#comment'];

describe('the generated recorder', { skip: missing.length > 0 && `missing: ${missing.join(', ')}` }, () => {
  let browser, server, work, origin, posts, script, page, secrets;

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'milkglass-snippet-'));
    browser = await launchBrowser();
    server = createServer((request, response) => {
      const url = new URL(request.url, 'http://localhost');
      const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
      if (request.method === 'POST') {
        const parts = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => {
          posts.push({ query: Object.fromEntries(url.searchParams), body: Buffer.concat(parts).toString() });
          response.writeHead(posts.status ?? 204).end();
        });
      } else if (url.pathname === '/milkglass.js') send('text/javascript', script.js);
      else if (url.pathname === '/milkglass.mjs') send('text/javascript', script.module);
      else if (url.pathname === '/rrweb.js') send('text/javascript', readFileSync(rrweb));
      else if (url.pathname === '/pixel.svg') send('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
      else send('text/html', page);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });

  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(work, { recursive: true, force: true });
  });

  function generate(toml) {
    const file = join(work, 'milkglass.toml');
    writeFileSync(file, toml);
    const make = (format) => execFileSync(command, ['snippet', '-c', file, '--format', format, '--endpoint', '/api/events'], { encoding: 'utf8' });
    script = { js: make('js'), module: make('module'), json: JSON.parse(make('json')) };
    posts = [];
  }

  function prepare(length = 2) {
    secrets = secretsOf([...PLACES, ...NEVER, ...ORDINARY, 'chat', 'codes', 'late1', 'late2', 'late3', 'late4', 'late5', 'late6', 'account'], length);
    secrets.codes = length > 1 ? '4071' : '95';
    page = PAGE.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => secrets[name]);
  }

  async function open() {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.goto(`${origin}/shop`);
    return { tab, errors, close: () => context.close() };
  }

  /** rrweb as the host serves it, fetched when the visitor has agreed. */
  const LOAD = `() => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('script'), { src: '/rrweb.js', onload: () => resolve(globalThis.rrweb), onerror: reject });
    document.head.append(element);
  })`;

  /** What a visitor does on the page. */
  async function visit(tab) {
    for (const selector of [...NEVER, ...ORDINARY]) {
      await tab.locator(selector).click();
      if (selector === '#shown') await tab.locator(selector).evaluate((field) => field.setAttribute('type', 'password'));
      await tab.locator(selector).pressSequentially(secrets[selector]);
      if (selector === '#shown') await tab.locator(selector).evaluate((field) => field.setAttribute('type', 'text'));
    }
    for (const [i, digit] of [...secrets.codes].entries()) await tab.locator('.box').nth(i).fill(digit);
    await tab.locator('#emptied').fill('');
    await tab.locator('#size').selectOption('large lens');
    await tab.locator('#gift').check();
    await tab.locator('#news').check();
    await tab.locator('#chat').click();
    await tab.keyboard.press('End');
    await tab.keyboard.type(secrets.chat);
    await tab.locator('#file').setInputFiles({ name: `${secrets.prefilled}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from('x') });
    // What the page itself does later.
    await tab.evaluate((late) => {
      document.querySelector('.ph-mask').title = late.late1;
      document.querySelector('.ph-mask').firstChild.data = late.late2;
      document.querySelector('#host').shadowRoot.querySelector('p').textContent = late.late3;
      document.querySelector('#host').shadowRoot.append(late.late3);
      document.querySelector('#shut').shadowRoot.append(Object.assign(document.createElement('p'), { textContent: late.late4 }));
      document.querySelector('#frame').contentDocument.querySelector('p').textContent = late.late5;
      document.querySelector('#comment').setAttribute('data-value', late.late6);
      document.querySelector('#password').setAttribute('value', late.late2);
      document.querySelector('#later').textContent = 'Something now';
    }, secrets);
    await tab.evaluate((account) => {
      history.pushState(null, '', '/account/orders');
      document.querySelector('#spa').textContent = account;
    }, secrets.account);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  const events = () => posts.flatMap(({ body }) => JSON.parse(body));

  async function record(load = `milkglass.grant({ load: ${LOAD} })`) {
    const { tab, errors, close } = await open();
    await tab.addScriptTag({ url: '/milkglass.js' });
    assert.equal(await tab.evaluate(load), true);
    await tab.waitForFunction(() => document.querySelector('#frame').contentDocument?.querySelector('p'));
    await until('the snapshot', async () => {
      await tab.evaluate(() => milkglass.flush());
      return events().some(({ type }) => type === 2);
    });
    await visit(tab);
    await tab.evaluate(() => milkglass.flush());
    await close();
    assert.deepEqual(errors, []);
    return events();
  }

  const found = (text, names) => names.filter((name) => text.includes(secrets[name]));

  for (const profile of ['strict', 'balanced', 'forms']) {
    test(`${profile}: no secret is in an event, before any of it is on the server`, async () => {
      generate(config(profile));
      prepare();
      const recorded = await record();
      const text = JSON.stringify(recorded);
      const kept = profile === 'forms' ? [...ORDINARY, 'prefilled', 'draft', 'chat', 'emptied', 'late6'] : [];
      const others = Object.keys(secrets).filter((name) => ![...kept, 'codes'].includes(name));
      assert.deepEqual(found(text, others), []);
      if (profile === 'forms') assert.deepEqual(found(text, ORDINARY), ORDINARY, 'the profile keeps what is typed into ordinary fields');
      const inputs = recorded.filter(({ type, data }) => type === 3 && data.source === 5);
      assert.ok(inputs.length > 8);
      if (profile !== 'forms') {
        assert.ok(inputs.every(({ data }) => /^[• ]*$/.test(data.text) && !data.isChecked), 'no choice and no text');
        assert.ok(!/"(checked|selected)":true/.test(text));
      }
      for (const harmless of HARMLESS) assert.equal(text.includes(harmless), profile !== 'strict', harmless);
      assert.equal(text.includes('Something now'), profile !== 'strict');
      for (const { query } of posts) assert.equal(query.fingerprint, script.json.fingerprint);
      assert.deepEqual(posts.map(({ query }) => Number(query.batch)), posts.map((_, i) => i + 1));
    });

    test(`${profile}: the engine changes nothing that a replay needs`, async () => {
      generate(config(profile));
      prepare();
      const recorded = await record();
      const file = join(work, 'events.json');
      const report = join(work, 'report.json');
      writeFileSync(file, JSON.stringify(recorded));
      const redacted = JSON.parse(
        execFileSync(command, ['redact', '-c', join(work, 'milkglass.toml'), '--report', report, file], { maxBuffer: 1 << 28 }),
      );
      // But for one, which tells the engine that a field was a password and a replay nothing.
      const kept = recorded.filter(({ data }) => data.source !== 0 || !data.attributes.some(({ attributes }) => 'data-rr-is-password' in attributes));
      assert.deepEqual(JSON.parse(readFileSync(report)).dropped, { value: { repeat: 1 } });
      assert.deepEqual([redacted.length, kept.length], [recorded.length - 1, recorded.length - 1]);
      const changed = [];
      differences(kept, redacted, '', changed);
      // The element marked sensitive gets a mask that does not depend on its words; the browser knows no strings of style sheets.
      // A copy of a typed value that looks made by a machine is a secret to the engine, wherever a page keeps data for its scripts.
      const expected = { strict: /\/(aria-label|_cssText)$/, balanced: /\/aria-label$/, forms: /\/(aria-label|data-value)$/ }[profile];
      assert.deepEqual(changed.filter(({ path }) => !expected.test(path)), []);
      await plays(redacted);
    });
  }

  /** The paths at which two values differ. */
  function differences(a, b, path, out) {
    if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) differences(a[key], b[key], `${path}/${key}`, out);
    } else if (a !== b) {
      out.push({ path, was: a, is: b });
    }
  }

  async function plays(recording) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.setContent('<!doctype html><title>Replay</title><main></main>');
    await tab.addStyleTag({ path: join(player, 'style.min.css') });
    await tab.addScriptTag({ path: join(player, 'rrweb-player.umd.min.cjs') });
    const heading = await tab.evaluate(async (recording) => {
      const Player = window.rrwebPlayer?.default ?? window.rrwebPlayer?.Player ?? window.rrwebPlayer;
      const target = document.querySelector('main');
      const shown = new Player({ target, props: { events: recording, autoPlay: false, width: 800, height: 500 } });
      const { totalTime } = shown.getMetaData();
      for (const part of [0, 0.5, 1]) shown.goto(totalTime * part, false);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return target.querySelector('iframe')?.contentDocument?.querySelector('h1')?.textContent;
    }, recording);
    assert.ok(heading, 'the replay shows the page');
    assert.deepEqual(errors, []);
    await context.close();
  }

  test('its masks are those of the engine', { skip: 'SKIPPED: the script does not load after a recorder of the page itself was started and stopped' }, async () => {
    generate(config('strict'));
    const texts = [1, 2, 3, 5, 8, 9, 13, 17, 34, 70, 150].map((length) => 'abcd efghijk l\u00a0mnöpq\u{1F600} '.repeat(9).slice(0, length));
    page = `<!doctype html><title>x</title>${texts.map((text) => `<p>${text}</p>`).join('')}<p>two\nlines</p><p>  ends </p>`;
    const textsOf = (recorded) => {
      const found = [];
      const walk = (node, inside) => {
        if (node.type === 3 && inside) found.push(node.textContent);
        for (const child of node.childNodes ?? []) walk(child, inside || node.tagName === 'p');
      };
      walk(recorded.find(({ type }) => type === 2).data.node, false);
      return found;
    };
    const { tab, close } = await open();
    await tab.addScriptTag({ url: '/rrweb.js' });
    await tab.addScriptTag({ url: '/milkglass.js' });
    const plain = await tab.evaluate(() => {
      const events = [];
      rrweb.record({ emit: (event) => events.push(event) })();
      return events;
    });
    await tab.evaluate(() => milkglass.grant());
    await until('the snapshot', async () => {
      await tab.evaluate(() => milkglass.flush());
      return events().some(({ type }) => type === 2);
    });
    await close();
    const file = join(work, 'plain.json');
    writeFileSync(file, JSON.stringify(plain));
    const redacted = JSON.parse(execFileSync(command, ['redact', '-c', join(work, 'milkglass.toml'), file]));
    assert.equal(textsOf(redacted).length, texts.length + 2);
    assert.deepEqual(textsOf(events()), textsOf(redacted));
  });

  test('what is typed into sensitive fields changes nothing at all', async () => {
    generate(config('balanced'));
    const shapes = [];
    for (const length of [1, 5]) {
      posts = [];
      prepare(2);
      const ordinary = secrets;
      prepare(length);
      secrets = { ...ordinary, ...Object.fromEntries(['#password', '#n1', '#n6'].map((name) => [name, secrets[name]])) };
      page = PAGE.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => secrets[name]);
      const inputs = (await record()).filter(({ type, data }) => type === 3 && data.source === 5);
      shapes.push(inputs.map(({ data }) => [data.id, data.text, data.isChecked]));
    }
    assert.deepEqual(shapes[0], shapes[1]);
  });

  test('nothing is loaded, recorded or sent before the visitor agrees, nor after they change their mind', async () => {
    generate(config('balanced'));
    prepare();
    const { tab, errors, close } = await open();
    await tab.addScriptTag({ url: '/milkglass.js' });
    await tab.locator('#q').pressSequentially('lamp');
    const loaded = () => tab.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('rrweb')));
    assert.equal(await loaded(), false);
    assert.equal(await tab.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length + document.cookie.length), 0);
    // Withdrawn while it loads: it never begins.
    assert.equal(await tab.evaluate(`(() => { const asked = milkglass.grant({ load: ${LOAD} }); milkglass.withdraw(); return asked })()`), false);
    assert.deepEqual(posts, []);
    assert.equal(await tab.evaluate(`milkglass.grant()`), true);
    await until('events', async () => {
      await tab.evaluate(() => milkglass.flush());
      return posts.length > 0;
    });
    const had = posts.length;
    await tab.evaluate(() => milkglass.withdraw());
    await tab.locator('#q').pressSequentially('lamp');
    await tab.evaluate(() => milkglass.flush());
    await tab.goto(`${origin}/other`);
    assert.equal(posts.length, had);
    assert.deepEqual(errors, []);
    await close();
  });

  test('what waits leaves with the page, and a host that is out of reach loses nothing', async () => {
    generate(config('balanced'));
    prepare();
    const { tab, close } = await open();
    await tab.addScriptTag({ url: '/milkglass.js' });
    posts.status = 503;
    await tab.evaluate(`milkglass.grant({ load: ${LOAD} })`);
    await until('a first attempt', async () => {
      await tab.evaluate(() => milkglass.flush());
      return posts.some(({ body }) => JSON.parse(body).some(({ type }) => type === 2));
    });
    posts.splice(0, posts.length - 1);
    const first = posts[0];
    posts.status = 204;
    await until('the same batch again', () => posts.length > 1);
    assert.equal(posts[1].query.batch, first.query.batch);
    assert.ok(posts[1].body.startsWith(first.body.slice(0, -1)));
    const had = posts.length;
    await tab.evaluate(() => rrweb.record.addCustomEvent('last', {}));
    await tab.goto(`${origin}/other`);
    await until('the beacon', () => posts.slice(had).some(({ body }) => body.includes('"last"')));
    await close();
  });

  test('a host that refuses ends the recording and is told to the page', async () => {
    generate(config('balanced'));
    prepare();
    const { tab, close } = await open();
    await tab.addScriptTag({ url: '/milkglass.js' });
    posts.status = 403;
    const lost = await tab.evaluate(`new Promise((lost) => milkglass.grant({ load: ${LOAD}, lost }))`);
    assert.equal(lost, 403);
    posts.length = 0;
    await tab.locator('#q').pressSequentially('lamp');
    await tab.evaluate(() => milkglass.flush());
    assert.equal(posts.length, 0);
    await close();
  });

  test('the module exports the same', async () => {
    generate(config('balanced'));
    prepare();
    const { tab, close } = await open();
    await tab.addScriptTag({ url: '/rrweb.js' });
    const exported = await tab.evaluate(async () => {
      const { default: milkglass, ...named } = await import('/milkglass.mjs');
      const granted = await named.grant({ record: rrweb.record });
      globalThis.recorder = named;
      return { names: Object.keys(named).sort(), same: milkglass.grant === named.grant, granted, fingerprint: named.fingerprint };
    });
    assert.deepEqual(exported, {
      names: ['fingerprint', 'flush', 'grant', 'options', 'withdraw'],
      same: true,
      granted: true,
      fingerprint: script.json.fingerprint,
    });
    await until('the snapshot', async () => {
      await tab.evaluate(() => recorder.flush());
      return events().some(({ type }) => type === 2);
    });
    await close();
  });

  test('without rrweb, or with a selector the browser does not know, nothing is recorded', async () => {
    generate(config('balanced'));
    prepare();
    script.js = script.js.replace('"allow": ""', '"allow": "a:no-such-thing"');
    const { tab, close } = await open();
    await tab.addScriptTag({ url: '/milkglass.js' });
    await assert.rejects(tab.evaluate(() => milkglass.grant()), /needs rrweb/);
    await tab.addScriptTag({ url: '/rrweb.js' });
    await assert.rejects(tab.evaluate(() => milkglass.grant()), /no-such-thing/);
    await tab.evaluate(() => milkglass.flush());
    assert.deepEqual(posts, []);
    await close();
  });

  for (const profile of ['strict', 'balanced', 'forms']) {
    test(`${profile}: the options alone, in a recorder of the host's own`, async () => {
      generate(config(profile));
      prepare();
      const { tab, close } = await open();
      await tab.addScriptTag({ url: '/rrweb.js' });
      await tab.evaluate((options) => {
        globalThis.kept = [];
        rrweb.record({ ...options, emit: (event) => kept.push(JSON.stringify(event)) });
      }, script.json.record);
      await tab.waitForFunction(() => document.querySelector('#frame').contentDocument?.querySelector('p'));
      await visit(tab);
      const text = await tab.evaluate(() => kept.join('\n'));
      // What the set-up says that options can't express.
      const said = ['mask1', 'mask2', 'mask4', 'sens1', 'host1', 'frame1', 'frame2', 'shadow1', 'shadow2', 'shadow3', 'late1', 'late3', 'late4', 'late5', 'late6', 'account', 'codes'];
      assert.deepEqual(found(text, Object.keys(secrets).filter((name) => !said.includes(name))), []);
      for (const harmless of HARMLESS) assert.equal(text.includes(harmless), profile !== 'strict', harmless);
      await close();
    });
  }
});
