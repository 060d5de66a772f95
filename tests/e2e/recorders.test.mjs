// What other recorders make goes through Milkglass: pages full of secrets, recorded unmasked in a real browser with each of them, come out without
// the secrets, with their harmless text, in the recorder's own form, and still play. `MILKGLASS_SEED` repeats a run.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SEED, chance } from './recorders/chance.mjs';
import { KITS, readSegment } from './recorders/kits.mjs';
import { makePages } from './recorders/pages.mjs';
import { openPlayer } from './recorders/player.mjs';
import { record, redact } from './recorders/record.mjs';
import { searchable } from './recorders/search.mjs';
import { launchBrowser } from './stack.mjs';

const PROFILES = ['strict', 'balanced', 'forms'];

describe(`recordings of other recorders (seed ${SEED})`, { concurrency: false }, () => {
  let browser, player, work;

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'milkglass-recorders-'));
    browser = await launchBrowser();
    player = await openPlayer(browser);
  });

  after(async () => {
    await browser?.close();
    rmSync(work, { recursive: true, force: true });
  });

  for (const [number, [name, makeKit]] of Object.entries(KITS).filter(([name]) => name !== 'rrweb 2.2.2').entries()) {
    describe(name, () => {
      const pages = makePages(chance(SEED + number));
      const secrets = pages.flatMap((page) => page.secrets);
      const kit = makeKit();
      let files, recorded, harmless;

      before(async () => {
        files = await record(browser, pages, kit);
      });

      const read = (list) => searchable(list.flatMap((bytes) => [...kit.open(bytes), ...(kit.around?.(bytes) ?? [])]));

      test('holds the secrets and the harmless text before', () => {
        const raw = read(files);
        recorded = secrets.filter(({ value }) => raw.holds(value));
        const missing = secrets.filter((secret) => !recorded.includes(secret)).map(({ what }) => what);
        assert.deepEqual(missing.filter((what) => !kit.blind.test(what)), [], 'everything was recorded');
        assert.ok(missing.length < secrets.length / 4, `most of it was recorded, all but ${missing.join(', ')}`);
        const texts = pages.flatMap((page) => page.harmless);
        harmless = texts.filter((text) => raw.keeps(text));
        assert.ok(harmless.length >= texts.length - 1, `the harmless text was recorded, all but ${texts.filter((text) => !raw.keeps(text)).join(', ')}`);
      });

      if (kit.inner) {
        test('a recording that was taken out of its envelope keeps its form', () => {
          for (const bytes of files.map(kit.inner)) {
            const redacted = readSegment(redact(work, bytes, 'balanced'));
            const { about, compressed, events } = readSegment(bytes);
            assert.deepEqual({ about: redacted.about, compressed: redacted.compressed }, { about, compressed });
            assert.equal(redacted.events[0].type, events[0].type);
            const all = searchable(redacted.events);
            assert.deepEqual(secrets.filter(({ value }) => all.holds(value)).map(({ what }) => what), []);
          }
        });
      }

      for (const profile of PROFILES) {
        test(`${profile}: no secret is left, and it plays`, async (t) => {
          const redacted = files.map((bytes) => redact(work, bytes, profile));
          const events = redacted.flatMap((bytes) => kit.open(bytes)); // throws where the form is another
          const all = read(redacted);
          const looked = recorded.filter(({ always }) => always || profile !== 'forms');
          const leaked = looked.filter(({ value }) => all.holds(value)).map(({ what }) => what);
          const lost = harmless.filter((text) => !all.keeps(text));
          t.diagnostic(`${name}, ${profile}: ${leaked.length} of ${looked.length} secrets left, ${lost.length} of ${harmless.length} harmless texts lost`);
          assert.deepEqual(leaked, []);
          assert.deepEqual(profile === 'strict' ? harmless.filter((text) => !lost.includes(text)) : lost, [], 'harmless text is kept but in strict');
          assert.equal(events.filter(({ type }) => type === 2).length, files.flatMap((bytes) => kit.open(bytes)).filter(({ type }) => type === 2).length, 'every full snapshot is there');
          if (kit.names) assert.deepEqual(redacted.map(kit.names), files.map(kit.names), 'a server can take it');
          const { errors, shown } = await player.play(events);
          assert.deepEqual(errors, []);
          assert.ok(shown > 0, 'the replay shows a page');
        });
      }
    });
  }
});
