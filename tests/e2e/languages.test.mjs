// Fields that only their labels explain, in twelve languages: what is typed into them is hidden by what the label says, in every profile where it
// must be, and stays where it may. Recorded with rrweb in a real browser. `MILKGLASS_SEED` repeats a run.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SEED, chance } from './recorders/chance.mjs';
import { makeForms } from './recorders/fields.mjs';
import { KITS } from './recorders/kits.mjs';
import { openPlayer } from './recorders/player.mjs';
import { record, redact } from './recorders/record.mjs';
import { searchable } from './recorders/search.mjs';
import { launchBrowser } from './stack.mjs';

const CHOICES = 2; // of labels and places

describe(`fields known by their labels alone (seed ${SEED})`, { concurrency: false }, () => {
  let browser, player, work;

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'milkglass-languages-'));
    browser = await launchBrowser();
    player = await openPlayer(browser);
  });

  after(async () => {
    await browser?.close();
    rmSync(work, { recursive: true, force: true });
  });

  for (let number = 0; number < CHOICES; number++) {
    describe(`choice ${number + 1}`, () => {
      const pages = makeForms(chance(SEED + number));
      const secrets = pages.flatMap((page) => page.secrets);
      const harmless = pages.flatMap((page) => page.harmless);
      const kit = KITS['rrweb 2.2.2']();
      let recording;

      before(async () => {
        [recording] = await record(browser, pages, kit);
      });

      test('everything was recorded', () => {
        const raw = searchable(kit.open(recording));
        assert.deepEqual(secrets.filter(({ value }) => !raw.holds(value)), []);
        assert.deepEqual(harmless.filter((text) => !raw.keeps(text)), []);
      });

      for (const profile of ['strict', 'balanced', 'forms']) {
        test(profile, async (t) => {
          const events = kit.open(redact(work, recording, profile));
          const all = searchable(events);
          const looked = secrets.filter(({ always }) => always || profile !== 'forms');
          const leaked = looked.filter(({ value }) => all.holds(value)).map(({ what }) => what);
          t.diagnostic(`${profile}: ${leaked.length} of ${looked.length} values left`);
          assert.deepEqual(leaked, []);
          if (profile === 'forms') assert.deepEqual(harmless.filter((text) => !all.keeps(text)), []);
          assert.deepEqual((await player.play(events)).errors, []);
        });
      }
    });
  }
});
