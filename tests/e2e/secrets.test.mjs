// The search for secrets must find what is there, in every writing a recording may have it in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundInBytes, foundInJson, foundInText, makeSecrets } from './secrets.mjs';

const secrets = makeSecrets('');

test('each secret is found as it was typed', () => {
  for (const [what, value] of Object.entries(secrets)) assert.ok(foundInJson({ data: { text: `… ${value} …` } }, secrets).includes(what), what);
});

test('other writings of a secret are found', () => {
  const { card, iban, email, name, newPassword, cvc } = secrets;
  const writings = {
    card: [card.replaceAll(' ', ''), card.replaceAll(' ', '\u00a0'), card.replaceAll(' ', '-'), card.slice(0, 14)],
    iban: [iban.replaceAll(' ', ''), iban.toLowerCase()],
    email: [email.toUpperCase(), encodeURIComponent(email), email.split('@')[0]],
    name: [name.toUpperCase(), encodeURIComponent(name), name.replace(' ', '+')],
    newPassword: [newPassword.slice(0, -4), newPassword.slice(4)],
    cvc: [`(${cvc})`, `CVC ${cvc}`],
  };
  for (const [what, texts] of Object.entries(writings)) {
    for (const text of texts) assert.ok(foundInJson([text], secrets).includes(what), `${what} as ${text}`);
  }
});

test('short secrets are not found inside longer words', () => {
  assert.deepEqual(foundInJson([`${secrets.cvc}7`, `a${secrets.cvc}`], secrets), []);
});

test('keys are read, places in a list are not', () => {
  assert.deepEqual(foundInJson({ [secrets.cvc]: null }, secrets), ['cvc']);
  assert.deepEqual(foundInJson({ adds: Array(1000).fill(0) }, secrets), []);
});

test('an unrelated text holds none', () => {
  assert.deepEqual(foundInText('Vase „Havel“, mundgeblasen, 89,00 €', secrets), []);
  assert.deepEqual(foundInBytes(Buffer.from([0, 255, 17, 128]), secrets), []);
});

test('secrets in bytes are found, umlauts too', () => {
  assert.ok(foundInBytes(Buffer.from(`\u0000\u0001${secrets.search}\u0000`), secrets).includes('search'));
});
