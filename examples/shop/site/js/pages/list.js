// The first page: all products, with a search that answers while one types.

import { add } from '../cart.js';
import { html, show, trusted } from '../markup.js';
import { language, money, products, t } from '../language.js';
import { picture, stillLife } from '../pictures.js';
import { announce, openPage } from '../shell.js';

const KINDS = ['all', 'glass', 'ceramics', 'light'];

function card(product) {
  return html`
    <li class="card">
      <a class="card-link" href="/product/?id=${product.id}">
        <div class="card-picture">${trusted(picture(product.id))}</div>
        <h3>${product.name}</h3>
        <p class="card-line">${product.line}</p>
      </a>
      <div class="card-foot"><span class="price">${money(product.price)}</span>
        <button class="button button-small" data-add="${product.id}" aria-label="${t('list.add')}: ${product.name}"><span aria-hidden="true">+</span></button></div>
    </li>`;
}

function matches(product, words, kind) {
  const text = `${product.name} ${product.line} ${product.text} ${t(`list.${product.kind}`)}`.toLocaleLowerCase(language);
  return (kind === 'all' || product.kind === kind) && words.every((word) => text.includes(word));
}

function update() {
  const query = document.getElementById('search').value.trim();
  const kind = document.querySelector('input[name=kind]:checked').value;
  const words = query.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = products.filter((product) => matches(product, words, kind));
  show(document.getElementById('grid'), html`${found.map(card)}`);
  const count = t(found.length === 1 ? 'list.count.one' : 'list.count.other', { count: found.length });
  document.getElementById('found').textContent = !query ? count : found.length ? t('list.found', { count, query }) : t('list.none', { query });
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(null, '', address);
}

openPage({
  title: t('list.title'),
  content(main) {
    show(main, html`
      <div class="hero">
        <div class="hero-text"><h1>${t('list.title')}</h1><p>${t('list.lead')}</p></div>
        <div class="hero-picture">${trusted(stillLife())}</div>
      </div>
      <div class="finder" role="search">
        <div class="field finder-text">
          <label for="search">${t('list.search')}</label>
          <input id="search" name="q" type="search" placeholder="${t('list.placeholder')}" autocomplete="off">
        </div>
        <fieldset class="kinds"><legend class="hidden">${t('list.kind')}</legend>
          ${KINDS.map((kind) => html`<label class="chip"><input type="radio" name="kind" value="${kind}" ${kind === 'all' ? html`checked` : ''}><span>${t(`list.${kind}`)}</span></label>`)}
        </fieldset>
        <p id="found" class="found" role="status"></p>
      </div>
      <h2 class="hidden">${t('nav.shop')}</h2>
      <ul class="grid" id="grid"></ul>`);
    document.getElementById('search').value = new URLSearchParams(location.search).get('q') ?? '';
    main.addEventListener('input', update);
    main.addEventListener('click', (event) => {
      const id = event.target.closest('[data-add]')?.dataset.add;
      if (!id) return;
      add(id);
      announce(t('list.added', { name: products.find((product) => product.id === id).name }));
    });
    update();
  },
});
