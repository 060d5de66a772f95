// The scripted visit: a customer looks around, chats, orders, changes the password and subscribes.
// In: a browser page, the shop's address and what to type. Out: a recorded visit, of which everything was handed to the host.

const KEY_MS = 15; // between two keys, so that a replay shows somebody typing

async function typeInto(page, id, text) {
  await page.locator(`#${id}`).click();
  await page.locator(`#${id}`).pressSequentially(text, { delay: KEY_MS });
}

/** Ends when the host has answered for every event that this page recorded so far. */
export async function handOver(page) {
  await page.evaluate(async () => {
    const { flushRecorder } = await import('/js/recorder.js');
    await flushRecorder();
  });
}

/** Waits until a page is there and being recorded. */
async function arrive(page) {
  await page.locator('#withdraw').waitFor();
  await handOver(page);
}

async function open(page, address) {
  await page.goto(address);
  await arrive(page);
}

/** Agrees to be recorded, and waits until the page says so. */
export async function agree(page, shop) {
  await page.goto(shop);
  await page.locator('#consent-yes').click();
  await arrive(page);
}

/** Refuses to be recorded. */
export async function refuse(page, shop) {
  await page.goto(shop);
  await page.locator('#consent-no').click();
  await page.locator('#consent').waitFor({ state: 'hidden' });
}

async function look(page, secrets) {
  await typeInto(page, 'search', secrets.search);
  await page.locator('#found').getByText(secrets.search).waitFor();
  await page.locator('#search').fill('');
  await page.locator('.chip', { has: page.locator('input[value=light]') }).click();
  await page.locator('[data-add=lamp-mond]').click();
  await page.locator('.chip', { has: page.locator('input[value=all]') }).click();
  await handOver(page);
  await page.locator('a[href="/product/?id=carafe-quelle"]').click();
  await page.waitForURL('**/product/**');
  await arrive(page);
  await page.locator('#amount').fill('2');
  await page.locator('#add').click();
  await handOver(page);
}

async function order(page, shop, secrets, atCheckout) {
  await open(page, `${shop}/cart/`);
  await page.locator('#to-checkout').click();
  await page.waitForURL('**/checkout/');
  await arrive(page);
  for (const id of ['email', 'phone', 'name', 'street', 'zip', 'city']) await typeInto(page, id, secrets[id]);
  await page.locator('.chip', { has: page.locator('input[value=iban]') }).click();
  await typeInto(page, 'iban', secrets.iban);
  await typeInto(page, 'owner', secrets.name);
  await page.locator('.chip', { has: page.locator('input[value=card]') }).click();
  for (const id of ['card', 'expiry', 'cvc']) await typeInto(page, id, secrets[id]);
  await typeInto(page, 'holder', secrets.name.toUpperCase());
  await typeInto(page, 'note', secrets.note);
  await atCheckout?.(page);
  await page.locator('#place-order').click();
  await page.locator('.thanks h1').waitFor();
  await handOver(page);
}

async function changePassword(page, shop, secrets) {
  await open(page, `${shop}/account/`);
  await typeInto(page, 'current-password', secrets.password);
  await page.locator('#show-password').check();
  await typeInto(page, 'new-password', secrets.newPassword);
  await page.locator('#show-password').uncheck();
  await page.locator('#change-password').click();
  await page.locator('#password-done').filter({ hasText: /./ }).waitFor();
  await handOver(page);
}

async function chat(page, secrets) {
  await page.locator('#chat-toggle').click();
  await typeInto(page, 'chat-box', secrets.chat);
  await page.keyboard.press('Enter');
  await page.locator('.message-us').nth(1).waitFor();
  await page.keyboard.press('Escape');
  await handOver(page);
}

async function subscribe(page, secrets) {
  await typeInto(page, 'news-email', secrets.newsletter);
  await page.locator('#newsletter button').click();
  await page.locator('#news-done').filter({ hasText: secrets.newsletter }).waitFor();
  await handOver(page);
}

/** The whole visit. `atCheckout(page)` is called when the order is filled in and not yet placed. */
export async function visit(page, shop, secrets, { atCheckout } = {}) {
  await agree(page, shop);
  await look(page, secrets);
  await chat(page, secrets);
  await order(page, shop, secrets, atCheckout);
  await changePassword(page, shop, secrets);
  await open(page, `${shop}/privacy/`);
  await subscribe(page, secrets);
}
