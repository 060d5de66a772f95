// The picture of the demo: the page as the visitor saw it beside its replay.
// In: two screenshots. Out: one image.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const dataUrl = async (file) => `data:image/png;base64,${(await readFile(file)).toString('base64')}`;

/** Writes demo.png from visitor.png and replay.png in `directory`. */
export async function sideBySide(browser, directory) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 720 } });
  const [left, right] = await Promise.all(['visitor.png', 'replay.png'].map((name) => dataUrl(join(directory, name))));
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; padding: 36px; display: grid; grid-template-columns: 1fr 1fr; gap: 28px; background: #e4ebe7; color: #16302e; font: 600 22px "Liberation Sans", sans-serif; }
      figure { margin: 0; } figcaption { margin-bottom: 12px; }
      img { display: block; width: 100%; border-radius: 10px; box-shadow: 0 8px 30px rgb(22 48 46 / 18%); }
    </style>
    <figure><figcaption>What the visitor saw</figcaption><img src="${left}"></figure>
    <figure><figcaption>What the recording shows</figcaption><img src="${right}"></figure>`);
  await page.locator('img').last().evaluate((image) => image.decode());
  await writeFile(join(directory, 'demo.png'), await page.locator('body').screenshot());
  await page.close();
}
