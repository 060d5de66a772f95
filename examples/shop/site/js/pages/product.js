// One product, large, with its data and what goes well with it.

import { add } from '../cart.js';
import { html, show, trusted } from '../markup.js';
import { money, productById, products, t } from '../language.js';
import { picture } from '../pictures.js';
import { announce, openPage } from '../shell.js';

const product = productById(new URLSearchParams(location.search).get('id'));
const RELATED = 3;

function related() {
  const from = products.indexOf(product);
  return Array.from({ length: RELATED }, (_, i) => products[(from + 1 + i) % products.length]);
}

function details() {
  return html`
    <p class="crumb"><a href="/">${t('product.back')}</a></p>
    <article class="product">
      <div class="product-picture">${trusted(picture(product.id, product.name))}</div>
      <div class="product-text">
        <h1>${product.name}</h1>
        <p class="product-line">${product.line}</p>
        <p class="product-price"><span class="price">${money(product.price)}</span> <small>${t('product.tax')}</small></p>
        <p>${product.text}</p>
        <form class="inline" id="buy">
          <div class="field field-amount"><label for="amount">${t('product.amount')}</label><input id="amount" name="amount" type="number" min="1" max="20" value="1" inputmode="numeric"></div>
          <button class="button" id="add">${t('list.add')}</button>
        </form>
        <p id="added" class="good"></p>
        <dl class="facts">
          <div><dt>${t('product.size')}</dt><dd>${product.size}</dd></div>
          <div><dt>${t('product.care')}</dt><dd>${t(`care.${product.kind}`)}</dd></div>
          <div><dt>${t('product.delivery')}</dt><dd>${t('product.delivery.text')}</dd></div>
        </dl>
      </div>
    </article>
    <section aria-labelledby="related"><h2 id="related">${t('product.related')}</h2>
      <ul class="grid grid-three">${related().map((other) => html`
        <li class="card"><a class="card-link" href="/product/?id=${other.id}"><div class="card-picture">${trusted(picture(other.id))}</div><h3>${other.name}</h3><p class="card-line">${other.line}</p></a>
        <div class="card-foot"><span class="price">${money(other.price)}</span></div></li>`)}</ul>
    </section>`;
}

openPage({
  title: product?.name ?? t('product.missing'),
  content(main) {
    if (!product) {
      show(main, html`<h1>${t('product.missing')}</h1><p><a class="button" href="/">${t('cart.browse')}</a></p>`);
      return;
    }
    show(main, details());
    document.getElementById('buy').addEventListener('submit', (event) => {
      event.preventDefault();
      add(product.id, Number(document.getElementById('amount').value));
      const said = t('list.added', { name: product.name });
      document.getElementById('added').textContent = said;
      announce(said);
    });
  },
});
