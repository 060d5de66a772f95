// Redaction leaves the page where it was: the demo shop is recorded once, redacted in each profile, and replayed beside the original. Nearly all
// elements must stand where they stood.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PROFILES, moved, openRecording, recordVisit } from './layout.mjs';
import { openPlayer } from './recorders/player.mjs';
import { redact } from './recorders/record.mjs';
import { launchBrowser, workDirectory } from './stack.mjs';

/**
 * The greatest share of boxes that may have moved: at any moment, and over all moments. Where all text is masked, one line that breaks elsewhere
 * moves whatever stands below it, which on a short page is most of it.
 */
const BOUNDS = { strict: [0.75, 0.2], balanced: [0.12, 0.02], forms: [0.12, 0.02] };

describe('the layout of a redacted replay', { concurrency: false }, () => {
  let browser, player, work, visit, original;

  before(async () => {
    work = await workDirectory();
    browser = await launchBrowser();
    player = await openPlayer(browser);
    visit = await recordVisit(browser);
    const recording = await openRecording(player, visit.events);
    original = [];
    for (const moment of [...visit.ends, visit.filled]) original.push({ moment, boxes: await recording.boxes(moment) });
  });

  after(async () => {
    await browser?.close();
    await work?.remove();
  });

  test('the original shows pages full of elements, and the same each time', async () => {
    assert.ok(original.length >= 7 && original.every(({ boxes }) => boxes.length >= 40));
    const again = await openRecording(player, visit.events);
    for (const { moment, boxes } of [original[0], original.at(-1)]) assert.deepEqual(moved(boxes, await again.boxes(moment)).ids, []);
  });

  for (const profile of PROFILES) {
    test(profile, async (t) => {
      const events = JSON.parse(redact(work.path, Buffer.from(JSON.stringify(visit.events)), profile));
      const recording = await openRecording(player, events);
      const shares = [];
      let [far, all] = [0, 0];
      for (const { moment, boxes } of original) {
        const { share, ids } = moved(boxes, await recording.boxes(moment));
        shares.push(share);
        far += ids.length;
        all += boxes.length;
      }
      t.diagnostic(`${profile}: ${far} of ${all} boxes moved (${(100 * far / all).toFixed(1)} %), at most ${(100 * Math.max(...shares)).toFixed(1)} % at one moment`);
      const [once, overall] = BOUNDS[profile];
      assert.ok(Math.max(...shares) <= once, `at each moment: ${shares.map((share) => share.toFixed(3)).join(', ')}`);
      assert.ok(far / all <= overall, `over all: ${far} of ${all}`);
    });
  }
});
