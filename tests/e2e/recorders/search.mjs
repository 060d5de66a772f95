// The search for secrets in a recording, whatever they are written in. In: rrweb events. Out: which secrets they still hold.
//
// It reads by itself: it shares nothing with the engine, and knows no rule of it.

const PART = 0.6; // this much of a secret in one piece counts as the secret
const BASE64 = /[A-Za-z0-9+/_-]{12,}/g;
const ENTITY = /&(?:#(\d+)|#x([0-9a-f]+)|amp|lt|gt|quot|apos|nbsp);/gi;
const NAMED = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ' };

const TIMES = new Set(['timestamp', 'timeOffset', 'startTimestamp', 'endTimestamp', 'cache_timestamp']); // digits that would look like a secret in the end

/** Every string of a JSON value, keys and long numbers too. */
export function strings(value, found = new Set()) {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'number') {
    if (Math.abs(value) > 99_999) found.add(String(value));
  } else if (Array.isArray(value)) value.forEach((item) => strings(item, found));
  else if (value) {
    for (const [key, item] of Object.entries(value)) {
      found.add(key);
      if (!(TIMES.has(key) && typeof item === 'number')) strings(item, found);
    }
  }
  return found;
}

/** What a reader of the page would read in a row: the texts of each event in the order of the document, without anything between. */
function readings(events) {
  const texts = [];
  const walk = (node, out) => {
    if (node.type === 3) out.push(node.textContent ?? '');
    for (const child of node.childNodes ?? []) walk(child, out);
  };
  let typed = '';
  for (const { type, data } of events) {
    const out = [];
    if (type === 2) walk(data.node, out);
    if (type === 3 && data.source === 0) {
      for (const { node } of data.adds ?? []) walk(node, out);
      texts.push((data.texts ?? []).map((change) => change.value ?? '').join(''));
    }
    if (type === 3 && data.source === 5 && data.text?.length === 1) typed += data.text; // boxes for one character
    texts.push(out.join(''));
  }
  texts.push(typed);
  return texts;
}

function unescaped(text) {
  return text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, long, short) => String.fromCodePoint(Math.min(parseInt(long ?? short, 16), 0x10ffff)))
    .replace(ENTITY, (whole, decimal, hex) => NAMED[whole.toLowerCase()] ?? String.fromCodePoint(Math.min(parseInt(decimal ?? hex, decimal ? 10 : 16) || 0, 0x10ffff)));
}

function fromPercent(text) {
  return text.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** What stands in base64, url-safe or not, wherever a run of it begins; nothing where that is no text. */
function fromBase64(text) {
  const decoded = [...text.matchAll(BASE64)].flatMap(([run]) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('utf8')));
  return decoded.filter((found) => /[\p{L}\p{N} .@_-]{6}/u.test(found));
}

const folded = (text) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
const squashed = (text) => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** A string and everything that it may be read as. */
function writings(text) {
  const once = fromPercent(text);
  return [text, unescaped(text), once, fromPercent(once), ...fromBase64(text), ...(once === text ? [] : fromBase64(once))];
}

function pieces(text) {
  const length = Math.max(Math.min(text.length, 6), Math.ceil(text.length * PART));
  return Array.from({ length: text.length - length + 1 }, (_, i) => text.slice(i, i + length));
}

const asWord = (value) => new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');

/** Something to search many secrets in. */
export function searchable(events) {
  const all = [...strings(events)];
  const read = readings(events);
  const tight = [...new Set([...all.flatMap(writings), ...read].map(squashed))].join('\n');
  const typed = read.at(-1);
  return {
    /** Whether a secret stands there, whole or for the most part; one of less than six characters only as a word of its own. */
    holds(value) {
      const looked = squashed(value);
      if (looked.length < 6) return all.some((text) => asWord(value).test(text)) || (looked.length > 2 && typed.includes(value));
      return pieces(looked).some((piece) => tight.includes(piece));
    },
    /** Whether a harmless text stands there as it was. */
    keeps: (text) => all.some((string) => string.includes(text)),
  };
}
