// The checkout: contact, address, card or IBAN, and a summary that repeats what was typed, as checkouts do.
// Nothing of it is sent anywhere: this shop has no till.

import { clear, lines, sums } from '../cart.js';
import { isCard, isCvc, isEmail, isExpiry, isIban } from '../checks.js';
import { allRight, field, mark } from '../forms.js';
import { html, show } from '../markup.js';
import { money, t } from '../language.js';
import { openPage } from '../shell.js';

const RULES = {
  email: [isEmail, 'error.email'],
  card: [isCard, 'error.card'],
  expiry: [isExpiry, 'error.expiry'],
  cvc: [isCvc, 'error.cvc'],
  iban: [isIban, 'error.iban'],
};

const value = (id) => document.getElementById(id).value.trim();
const paysByCard = () => document.querySelector('input[name=pay]:checked').value === 'card';
const address = () => [value('name'), value('street'), `${value('zip')} ${value('city')}`.trim()].filter(Boolean).join(', ');

function form() {
  return html`
    <form id="order" class="panel-stack" novalidate>
      <fieldset class="panel fields"><legend>${t('checkout.contact')}</legend>
        ${field({ id: 'email', label: t('field.email'), type: 'email', autocomplete: 'email', width: 'half' })}
        ${field({ id: 'phone', label: t('field.phone'), type: 'tel', autocomplete: 'tel', required: false, width: 'half' })}
      </fieldset>
      <fieldset class="panel fields"><legend>${t('checkout.address')}</legend>
        ${field({ id: 'name', label: t('field.name'), autocomplete: 'name' })}
        ${field({ id: 'street', label: t('field.street'), autocomplete: 'address-line1' })}
        ${field({ id: 'zip', label: t('field.zip'), autocomplete: 'postal-code', inputmode: 'numeric', width: 'third' })}
        ${field({ id: 'city', label: t('field.city'), autocomplete: 'address-level2', width: 'two-thirds' })}
        <div class="field field-full"><label for="country">${t('field.country')}</label>
          <select id="country" name="country" autocomplete="country">${['DE', 'FR', 'AT', 'CH'].map((code) => html`<option value="${code}">${t(`country.${code}`)}</option>`)}</select></div>
      </fieldset>
      <fieldset class="panel fields"><legend>${t('checkout.payment')}</legend>
        <div class="kinds field-full">
          <label class="chip"><input type="radio" name="pay" value="card" checked><span>${t('pay.card')}</span></label>
          <label class="chip"><input type="radio" name="pay" value="iban"><span>${t('pay.iban')}</span></label>
        </div>
        <div class="fields field-full" id="by-card">
          ${field({ id: 'card', label: t('field.card'), autocomplete: 'cc-number', inputmode: 'numeric', maxlength: 23 })}
          ${field({ id: 'expiry', label: t('field.expiry'), autocomplete: 'cc-exp', inputmode: 'numeric', width: 'half', maxlength: 7 })}
          ${field({ id: 'cvc', label: t('field.cvc'), autocomplete: 'cc-csc', inputmode: 'numeric', width: 'half', maxlength: 4 })}
          ${field({ id: 'holder', label: t('field.holder'), autocomplete: 'cc-name' })}
        </div>
        <div class="fields field-full" id="by-iban" hidden>
          ${field({ id: 'iban', label: t('field.iban') })}
          ${field({ id: 'owner', label: t('field.owner') })}
        </div>
      </fieldset>
      <fieldset class="panel fields"><legend class="hidden">${t('field.note')}</legend>
        <div class="field field-full"><label for="note">${t('field.note')}</label><textarea id="note" name="note" rows="3"></textarea></div>
      </fieldset>
      <p class="error" id="order-error" role="alert"></p>
      <button class="button button-wide" id="place-order">${t('checkout.order')}</button>
    </form>`;
}

function payment() {
  if (paysByCard()) return isCard(value('card')) ? t('summary.card', { last: value('card').slice(-4) }) : t('summary.open');
  return value('iban') ? t('summary.iban', { iban: value('iban') }) : t('summary.open');
}

function summarise() {
  const { subtotal, shipping, total } = sums();
  show(document.getElementById('summary'), html`
    <h2 id="summary-title">${t('summary.title')}</h2>
    <ul class="summary-lines">${lines().map(({ product, amount }) => html`<li><span>${amount} × ${product.name}</span><span>${money(product.price * amount)}</span></li>`)}</ul>
    <dl class="sums">
      <div><dt>${t('cart.subtotal')}</dt><dd>${money(subtotal)}</dd></div>
      <div><dt>${t('cart.shipping')}</dt><dd>${shipping ? money(shipping) : t('cart.free')}</dd></div>
      <div class="sums-total"><dt>${t('cart.total')}</dt><dd>${money(total)}</dd></div>
    </dl>
    <dl class="facts">
      <div><dt>${t('summary.to')}</dt><dd id="summary-to">${address() || t('summary.open')}</dd></div>
      <div><dt>${t('summary.mail')}</dt><dd id="summary-mail">${value('email') || t('summary.open')}</dd></div>
      <div><dt>${t('summary.pay')}</dt><dd id="summary-pay">${payment()}</dd></div>
    </dl>`);
}

/** Groups of four, as printed on the card. */
function group(input) {
  const grouped = input.value.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1 ');
  if (grouped !== input.value) input.value = grouped;
}

function done(main) {
  const number = `GM-${new Date().getFullYear()}-${String(Date.now()).slice(-5)}`;
  show(main, html`
    <div class="panel thanks">
      <h1 tabindex="-1">${t('checkout.thanks', { name: value('name') })}</h1>
      <p>${t('checkout.done', { number, email: value('email') })}</p>
      <p>${t('checkout.ship', { address: address() })}</p>
      <p><a class="button" href="/">${t('checkout.again')}</a></p>
    </div>`);
  clear();
  main.querySelector('h1').focus();
}

openPage({
  title: t('checkout.title'),
  content(main) {
    if (lines().length === 0) {
      show(main, html`<h1>${t('checkout.title')}</h1><p>${t('cart.empty')}</p><p><a class="button" href="/">${t('cart.browse')}</a></p>`);
      return;
    }
    show(main, html`<h1>${t('checkout.title')}</h1><div class="split">${form()}<aside class="panel summary" id="summary" aria-labelledby="summary-title"></aside></div>`);
    summarise();
    const order = document.getElementById('order');
    order.addEventListener('input', (event) => {
      if (event.target.id === 'card') group(event.target);
      if (event.target.hasAttribute('aria-invalid')) mark(event.target, '');
      document.getElementById('by-card').hidden = !paysByCard();
      document.getElementById('by-iban').hidden = paysByCard();
      summarise();
    });
    order.addEventListener('submit', (event) => {
      event.preventDefault();
      const right = allRight(order, RULES);
      document.getElementById('order-error').textContent = right ? '' : t('error.form');
      if (right) done(main);
    });
  },
});
