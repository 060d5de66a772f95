// The cart: amounts can be changed, pieces taken out.

import { lines, setAmount, sums } from '../cart.js';
import { html, show, trusted } from '../markup.js';
import { money, t } from '../language.js';
import { picture } from '../pictures.js';
import { openPage } from '../shell.js';

function row({ product, amount }) {
  return html`
    <li class="line">
      <div class="line-picture">${trusted(picture(product.id))}</div>
      <div class="line-name"><a href="/product/?id=${product.id}">${product.name}</a><p class="card-line">${product.line}</p></div>
      <div class="field field-amount"><label class="hidden" for="amount-${product.id}">${t('cart.amount')}: ${product.name}</label>
        <input id="amount-${product.id}" type="number" min="0" max="20" value="${amount}" data-amount="${product.id}" inputmode="numeric"></div>
      <p class="price line-price">${money(product.price * amount)}</p>
      <button class="link line-remove" data-remove="${product.id}" aria-label="${t('cart.remove.named', { name: product.name })}">${t('cart.remove')}</button>
    </li>`;
}

function content() {
  const all = lines();
  if (all.length === 0) return html`<h1>${t('cart.title')}</h1><p>${t('cart.empty')}</p><p><a class="button" href="/">${t('cart.browse')}</a></p>`;
  const { subtotal, shipping, total } = sums();
  return html`
    <h1>${t('cart.title')}</h1>
    <div class="split">
      <ul class="lines">${all.map(row)}</ul>
      <aside class="panel" aria-label="${t('cart.total')}">
        <dl class="sums">
          <div><dt>${t('cart.subtotal')}</dt><dd>${money(subtotal)}</dd></div>
          <div><dt>${t('cart.shipping')}</dt><dd>${shipping ? money(shipping) : t('cart.free')}</dd></div>
          <div class="sums-total"><dt>${t('cart.total')}</dt><dd>${money(total)}</dd></div>
        </dl>
        <a class="button button-wide" id="to-checkout" href="/checkout/">${t('cart.checkout')}</a>
      </aside>
    </div>`;
}

openPage({
  title: t('cart.title'),
  content(main) {
    show(main, content());
    window.addEventListener('cart', () => show(main, content()));
    main.addEventListener('change', (event) => {
      if (event.target.dataset.amount) setAmount(event.target.dataset.amount, Number(event.target.value));
    });
    main.addEventListener('click', (event) => {
      if (event.target.dataset.remove) setAmount(event.target.dataset.remove, 0);
    });
  },
});
