// Watches a recording as its owner would: signs in to the collector, opens the newest recording, plays it.
// In: a browser context and a collector. Out: what the replay showed, or an error that says what did not work.

import { until } from './until.mjs';

const STOPS = 12; // places on the time line at which the page is read

/** Signs in; afterwards the page shows the list of recordings. */
export async function signIn(page, collector) {
  await page.goto(`${collector.url}/sign-in`);
  await page.fill('#email', collector.account.email);
  await page.fill('#password', collector.account.password);
  await page.click('form[action="/sign-in"] button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** How many recordings the list shows. */
export async function recordings(page, collector) {
  await page.goto(`${collector.url}/recordings`);
  return page.locator('table.recordings tbody tr').count();
}

/** Opens the newest recording and waits for its player. */
export async function openReplay(page, collector) {
  await page.goto(`${collector.url}/recordings`);
  await page.locator('table.recordings tbody a').first().click();
  await page.locator('.stage[data-ready=true] .rr-player').waitFor();
  return new Replay(page);
}

class Replay {
  #page;

  constructor(page) {
    this.#page = page;
  }

  #frame() {
    return this.#page.locator('.replayer-wrapper iframe').contentFrame();
  }

  #clock() {
    return this.#page.locator('.rr-timeline__time').first().textContent();
  }

  /** Plays, and throws unless time passes and the recorded page is there to see. */
  async plays() {
    const before = await this.#clock();
    await this.#page.locator('[data-act=toggle]').click();
    await until('the replay to play', async () => (await this.#clock()) !== before);
    await until('the replay to show the shop', async () => (await this.#frame().locator('body').innerText()).includes('Gläserne Manufaktur'));
    await this.#page.locator('[data-act=toggle]').click();
  }

  /** Goes to a place on the time line, from 0 to 1. */
  async goTo(share) {
    const bar = this.#page.locator('.rr-progress');
    const { width } = await bar.boundingBox();
    await bar.click({ position: { x: Math.min(Math.max(width * share, 1), width - 1), y: 3 } });
  }

  /** The page and the replayed page inside it as they stand, with the values of all fields. */
  async read() {
    return this.#page.evaluate(() => {
      const inside = document.querySelector('.replayer-wrapper iframe').contentDocument;
      const values = [...inside.querySelectorAll('input, textarea, select')].map((field) => field.value);
      return { outside: document.documentElement.outerHTML, inside: [inside.documentElement.outerHTML, ...values].join('\n') };
    });
  }

  /** What stands in the page at several places of the recording. */
  async readThrough() {
    const seen = [];
    for (let i = 0; i <= STOPS; i += 1) {
      await this.goTo(i / STOPS);
      seen.push(await this.read());
    }
    return seen;
  }

  /** The events that the collector hands to the player. */
  async events() {
    const path = await this.#page.locator('.stage').getAttribute('data-events');
    const reply = await this.#page.request.get(new URL(path, this.#page.url()).href);
    return reply.json();
  }
}
