// The cart: product ids and amounts, kept in this tab only. Fires `cart` on window when it changes.

import { productById } from './language.js';

const KEY = 'shop.cart';
const FREE_FROM = 75;
const SHIPPING = 5.9;
const MOST = 20;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

function write(lines) {
  sessionStorage.setItem(KEY, JSON.stringify(lines));
  window.dispatchEvent(new Event('cart'));
}

/** The lines of the cart, each with its product. */
export function lines() {
  return read().map(({ id, amount }) => ({ product: productById(id), amount })).filter(({ product }) => product);
}

/** How many pieces lie in the cart. */
export function pieces() {
  return lines().reduce((sum, { amount }) => sum + amount, 0);
}

/** Subtotal, shipping and total. */
export function sums() {
  const subtotal = lines().reduce((sum, { product, amount }) => sum + product.price * amount, 0);
  const shipping = subtotal === 0 || subtotal >= FREE_FROM ? 0 : SHIPPING;
  return { subtotal, shipping, total: subtotal + shipping };
}

/** Adds pieces of a product. */
export function add(id, amount = 1) {
  const had = read().find((line) => line.id === id)?.amount ?? 0;
  setAmount(id, had + amount);
}

/** Sets how many pieces of a product lie in the cart; 0 takes it out. */
export function setAmount(id, amount) {
  const kept = read().filter((line) => line.id !== id);
  const wanted = Math.min(Math.max(Math.trunc(amount) || 0, 0), MOST);
  const at = read().findIndex((line) => line.id === id);
  if (wanted > 0) kept.splice(at < 0 ? kept.length : at, 0, { id, amount: wanted });
  write(kept);
}

/** Empties the cart. */
export function clear() {
  write([]);
}
