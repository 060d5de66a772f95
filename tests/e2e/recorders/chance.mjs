// Values that look like a visitor's, made from a seed: the same seed makes the same values, so that a failure can be repeated.
// In: a seed. Out: names, numbers with right check digits, passwords, tokens.

import { randomInt } from 'node:crypto';

/** Some thousand syllables, so that two made-up names have no long piece in common by chance. */
const SYLLABLE = ['bdfghjklmnprstvwz', 'aeiou', 'fgklmnprstvx'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The seed of this run: of `MILKGLASS_SEED`, or a new one. */
export const SEED = Number(process.env.MILKGLASS_SEED ?? randomInt(2 ** 31));

/** Mulberry32: small, and good enough to make names. */
function numbers(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The rest by 97 of a number of any length. */
const mod97 = (digits) => [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
const weighted = (digits, weights) => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

export const grouped = (text, size = 4) => text.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ');

/** Makes values; two with the same seed make the same. */
export function chance(seed) {
  const below = numbers(seed);
  const pick = (list) => list[below(list.length)];
  const between = (low, high) => low + below(high - low);
  const digits = (count) => Array.from({ length: count }, () => below(10)).join('');
  const word = (syllables = 3) => capital(Array.from({ length: syllables }, () => SYLLABLE.map(pick).join('')).join(''));
  const two = (n) => String(n).padStart(2, '0');
  const make = {
    below, pick, between, digits, word,
    letters: (count) => Array.from({ length: count }, () => pick(LETTERS)).join(''),
    token: (length = 32) => Array.from({ length }, () => pick(`${LETTERS}${LETTERS.toUpperCase()}0123456789`)).join(''),
    name: () => `${word(2)} ${word(3)}`,
    email: (host = 'example.org') => `${word(2)}.${word(3)}${digits(2)}@${host}`.toLowerCase(),
    password: () => `${word(2)}-${digits(4)}-${word(2)}!`,
    /** A number whose last digit is right by Luhn. */
    card() {
      const body = `4${digits(14)}`;
      const sum = [...body].reverse().reduce((total, digit, i) => {
        const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      return body + ((10 - (sum % 10)) % 10);
    },
    /** An IBAN of a country whose account numbers are digits alone: DE 18, PL 24, ES 20. */
    iban(country, length) {
      const account = digits(length);
      const letters = [...country].map((c) => c.charCodeAt(0) - 55).join('');
      return `${country}${two(98 - mod97(`${account}${letters}00`))}${account}`;
    },
    /** Poland: a birthday, a serial number and a check digit. */
    pesel() {
      const body = `${two(between(50, 99))}${two(between(1, 13))}${two(between(1, 29))}${digits(4)}`;
      return body + ((10 - (weighted(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
    },
    /** France: sex, year, month, department, commune, serial number, key. */
    nir() {
      const body = `${between(1, 3)}${two(between(50, 99))}${two(between(1, 13))}${two(between(10, 20))}${String(between(1, 990)).padStart(3, '0')}${String(between(1, 999)).padStart(3, '0')}`;
      return body + two(97 - mod97(body));
    },
    /** Spain: eight digits and a letter. */
    dni() {
      const number = digits(8);
      return number + 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23];
    },
    birthday: () => `${two(between(1, 29))}.${two(between(1, 13))}.${between(1951, 2003)}`,
    expiry: () => `${two(between(1, 13))}/${between(31, 39)}`,
  };
  return make;
}
