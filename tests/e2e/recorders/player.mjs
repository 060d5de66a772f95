// The unmodified rrweb-player in a browser. In: events. Out: what went wrong, and what is shown.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const player = fileURLToPath(new URL('../node_modules/rrweb-player', import.meta.url));

/** Opens a page with the player in it. */
export async function openPlayer(browser) {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 1000 } })).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.setContent('<!doctype html><title>Replay</title><main></main>');
  await page.addStyleTag({ path: join(player, 'dist', 'style.min.css') });
  await page.addScriptTag({ path: join(player, 'dist', 'rrweb-player.umd.min.cjs') });
  /** Shows a recording; the player is then `milkglass.player` in the page. */
  async function open(events, options) {
    errors.length = 0;
    await page.evaluate(({ events, options }) => {
      const Player = window.rrwebPlayer?.default ?? window.rrwebPlayer?.Player ?? window.rrwebPlayer;
      const target = document.createElement('div');
      document.querySelector('main').replaceChildren(target);
      window.milkglass = { target, player: new Player({ target, props: { events, autoPlay: false, mouseTail: false, ...options } }) };
    }, { events, options });
  }

  return {
    page,
    open,
    /** Steps a recording through to its end. Answers with the errors of the page and the number of elements shown in the end. */
    async play(events) {
      await open(events, { width: 800, height: 500 });
      const shown = await page.evaluate(async () => {
        const { target, player } = window.milkglass;
        const { totalTime } = player.getMetaData();
        let most = 0;
        for (const part of [0, 0.25, 0.5, 0.75, 1]) {
          player.goto(totalTime * part, false);
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          most = Math.max(most, target.querySelector('iframe')?.contentDocument?.body?.childElementCount ?? 0);
        }
        return most;
      });
      return { errors: [...errors], shown };
    },
  };
}
