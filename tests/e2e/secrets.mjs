// What the scripted visitor types, new in every run, and the search for it afterwards.
// In: chance. Out: valid cards, IBANs, addresses; and which of them a text or some bytes still hold.

import { randomInt } from 'node:crypto';

const SYLLABLES = ['bra', 'dun', 'fel', 'gor', 'hal', 'jen', 'kor', 'lum', 'mar', 'nor', 'ost', 'pel', 'quin', 'ros', 'tar', 'ulm', 'vel', 'wen', 'zor'];
const PART = 0.6; // this much of a secret in one piece counts as the secret

const pick = (list) => list[randomInt(list.length)];
const digits = (count) => Array.from({ length: count }, () => randomInt(10)).join('');

function word(syllables) {
  const text = Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
  return text[0].toUpperCase() + text.slice(1);
}

/** A card number whose check digit is right (Luhn). */
export function cardNumber() {
  const body = `4${digits(14)}`;
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

/** A German IBAN whose check number is right (mod 97). */
export function iban() {
  const account = digits(18);
  let rest = 0;
  for (const digit of `${account}131400`) rest = (rest * 10 + Number(digit)) % 97;
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
}

const grouped = (text) => text.replace(/(.{4})(?=.)/g, '$1 ');

/** Something short that does not stand in a text by chance. */
function unlike(taken, make) {
  for (;;) {
    const made = make();
    if (!taken.includes(made)) return made;
  }
}

/** Everything the visitor will type, by what it is. `taken` is text of the shop itself, in which the short ones must not stand. */
export function makeSecrets(taken) {
  const [first, last, friend] = [word(2), word(3), word(3)];
  const chatCard = grouped(cardNumber());
  const long = {
    search: `${pick(['Vase', 'Schale', 'Karaffe'])} für ${word(2)} ${friend}`,
    email: `${first}.${last}${digits(2)}@example.org`.toLowerCase(),
    phone: `+49 69 90009 ${digits(3)}`,
    name: `${first} ${last}`,
    street: `${word(3)}weg ${randomInt(11, 99)}`,
    city: word(3),
    card: grouped(cardNumber()),
    iban: grouped(iban()),
    note: `Bitte bei ${word(3)} klingeln`,
    password: `${word(2)}-${digits(4)}-${word(2)}!`,
    newPassword: `${word(2)} ${word(2)} ${digits(3)} ${word(2)}?`,
    chat: `Meine Karte ${chatCard} geht nicht, Gruß ${word(3)}`,
    chatCard,
    newsletter: `${word(3)}.${word(2)}@example.com`.toLowerCase(),
  };
  const others = [taken, ...Object.values(long).map(squashed)].join(' ');
  const zip = unlike(others, () => digits(5));
  const cvc = unlike(`${others} ${zip}`, () => String(randomInt(601, 1000))); // above 600: no colour, no coordinate of a picture
  const expiry = `${String(randomInt(1, 13)).padStart(2, '0')}/${randomInt(30, 39)}`;
  return { ...long, zip, cvc, expiry };
}

/** Too short to mean anything in bytes or in the middle of a word: looked for as whole words of recorded text only. */
const SHORT = new Set(['cvc', 'expiry', 'zip']);
const NUMBERS = new Set(['card', 'chatCard', 'iban', 'phone']);

function folded(text) {
  return text.normalize('NFKC').toLowerCase();
}

function squashed(text) {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** All pieces of a text that are long enough to count as the whole. */
function pieces(text) {
  const length = Math.max(8, Math.ceil(text.length * PART));
  if (text.length <= length) return [text];
  return Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
}

function asWord(value) {
  return new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[^\w]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** Which secrets a text holds, whole or for the most part, whatever its case, spacing and URL encoding. */
export function foundInText(text, secrets) {
  const views = [text, decoded(text)];
  const plain = views.map(folded);
  const tight = views.map(squashed);
  return Object.entries(secrets).filter(([what, value]) => {
    if (SHORT.has(what)) return false;
    const [where, looked] = NUMBERS.has(what) ? [tight, squashed(value)] : [plain, folded(value)];
    return pieces(looked).some((piece) => where.some((view) => view.includes(piece)));
  }).map(([what]) => what);
}

/** As `foundInText`, and the short secrets too, as whole words of any string in a JSON value. */
export function foundInJson(value, secrets) {
  const strings = [];
  const walk = (node) => {
    if (typeof node === 'string') strings.push(node);
    else if (Array.isArray(node)) node.forEach(walk);
    else if (node) Object.entries(node).flat().forEach(walk); // keys too
  };
  walk(value);
  const text = strings.join('\n');
  const short = Object.entries(secrets).filter(([what, secret]) => SHORT.has(what) && strings.some((string) => asWord(secret).test(string)));
  return [...foundInText(text, secrets), ...short.map(([what]) => what)];
}

/** Which secrets some bytes hold as they are typed, in UTF-8. */
export function foundInBytes(bytes, secrets) {
  return foundInText(bytes.toString('latin1'), Object.fromEntries(
    Object.entries(secrets).map(([what, value]) => [what, Buffer.from(value).toString('latin1')]),
  ));
}
