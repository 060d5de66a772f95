// The account: what the shop knows of its customer, the orders, and a new password.

import { allRight, field } from '../forms.js';
import { html, show } from '../markup.js';
import { date, money, t } from '../language.js';
import { openPage } from '../shell.js';

const SHORTEST = 12;

function profile(customer) {
  const rows = [
    ['field.name', customer.name], ['field.email', customer.email], ['field.phone', customer.phone],
    ['field.street', customer.street], ['field.city', `${customer.zip} ${customer.city}`],
    ['account.born', date(customer.born)], ['account.number', customer.number], ['account.since', date(customer.since)],
  ];
  return html`
    <section class="panel" aria-labelledby="profile"><h2 id="profile">${t('account.profile')}</h2>
      <dl class="facts">${rows.map(([key, text]) => html`<div><dt>${t(key).replace(/ \(.*/, '')}</dt><dd>${text}</dd></div>`)}</dl></section>`;
}

function password() {
  return html`
    <section class="panel" aria-labelledby="password"><h2 id="password">${t('account.password')}</h2>
      <form id="password-form" class="fields" novalidate>
        ${field({ id: 'current-password', label: t('field.current'), type: 'password', autocomplete: 'current-password' })}
        ${field({ id: 'new-password', label: t('field.new'), type: 'password', autocomplete: 'new-password', hint: t('field.hint') })}
        <label class="check field-full"><input type="checkbox" id="show-password"> ${t('field.show')}</label>
        <p class="field-full"><button class="button" id="change-password">${t('account.change')}</button></p>
        <p id="password-done" class="good field-full" role="status"></p>
      </form></section>`;
}

function orders(customer) {
  return html`
    <section class="panel" aria-labelledby="orders"><h2 id="orders">${t('account.orders')}</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="orders"><table>
        <thead><tr><th scope="col">${t('account.order')}</th><th scope="col">${t('account.date')}</th><th scope="col">${t('account.items')}</th><th scope="col">${t('account.state')}</th><th scope="col" class="number">${t('account.sum')}</th></tr></thead>
        <tbody>${customer.orders.map((order) => html`<tr><th scope="row">${order.number}</th><td>${date(order.date)}</td><td>${order.items}</td><td>${t(`state.${order.state}`)}</td><td class="number">${money(order.total)}</td></tr>`)}</tbody>
      </table></div></section>`;
}

function openPasswordForm() {
  const form = document.getElementById('password-form');
  const both = ['current-password', 'new-password'].map((id) => document.getElementById(id));
  document.getElementById('show-password').addEventListener('change', (event) => {
    for (const input of both) input.type = event.target.checked ? 'text' : 'password';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const right = allRight(form, { 'new-password': [(text) => text.length >= SHORTEST, 'account.short'] });
    document.getElementById('password-done').textContent = right ? t('account.changed') : '';
    if (right) form.reset();
    for (const input of both) input.type = document.getElementById('show-password').checked ? 'text' : 'password';
  });
}

openPage({
  title: t('account.title'),
  async content(main) {
    const customer = await (await fetch('/api/account')).json();
    show(main, html`<h1>${t('account.hello', { name: customer.name })}</h1><div class="columns">${profile(customer)}${password()}</div>${orders(customer)}`);
    openPasswordForm();
  },
});
