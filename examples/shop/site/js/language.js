// Which language this visitor reads, and everything said in it.
// In: the ?lang= of a language link, else the choice made earlier in this tab, else what the browser asks for; out: texts, prices, dates.

const LANGUAGES = ['de', 'fr', 'en'];
const CHOICE = 'shop.language';

/** The language of this page view. The tab remembers it only after a visitor chose one. */
export const language = chosen();

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  if (LANGUAGES.includes(asked)) {
    sessionStorage.setItem(CHOICE, asked);
    return asked;
  }
  const kept = sessionStorage.getItem(CHOICE);
  if (LANGUAGES.includes(kept)) return kept;
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return preferred.find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];
}

/** The languages to switch to, each with the address of this same page in it. */
export function switches() {
  return LANGUAGES.map((code) => {
    const address = new URL(location.href);
    address.searchParams.set('lang', code);
    return { code, href: address.pathname + address.search, current: code === language };
  });
}

async function read(path) {
  const reply = await fetch(path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply.json();
}

const [{ ui, products: descriptions }, list] = await Promise.all([read(`/data/${language}.json`), read('/data/products.json')]);

/** The text of a key, with {names} filled in. */
export function t(key, values = {}) {
  return ui[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** All products with their texts in this language. */
export const products = list.map((product) => ({ ...product, ...descriptions[product.id] }));

/** One product, or undefined where the id names none. */
export function productById(id) {
  return products.find((product) => product.id === id);
}

const region = language === 'en' ? 'en-GB' : language; // a shop in Europe: days before months
const currency = new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' });
const day = new Intl.DateTimeFormat(region, { dateStyle: 'long' });

/** An amount in euros as this language writes it. */
export const money = (amount) => currency.format(amount);

/** A day (YYYY-MM-DD) as this language writes it. */
export const date = (iso) => day.format(new Date(`${iso}T12:00:00`));
