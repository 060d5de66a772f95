// What every page has around it: header, footer, newsletter, chat and the question whether to record.
// In: a title and the page's own content; out: the whole page.

import { html, show, trusted } from './markup.js';
import { language, switches, t } from './language.js';
import { pieces } from './cart.js';
import { openChat } from './chat.js';
import { openConsent } from './consent.js';
import { openNewsletter } from './newsletter.js';

const GLASS = trusted('<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M12 3h8c-1 5 .5 6.500 4 11.500 2.500 5 1.200 10-3 13.500h-10c-4.200-3.500-5.500-8.500-3-13.500 3.500-5 5-6.500 4-11.500Z" fill="#1f5f58" fill-opacity=".18" stroke="#1f5f58" stroke-width="1.600"/><path d="M8 17.500c4-2 12-2 16 0 .8 4-.4 7.500-3.500 10h-9c-3.100-2.500-4.300-6-3.500-10Z" fill="#1f5f58" fill-opacity=".55"/></svg>');

/** The main landmark of the page. */
export const main = document.querySelector('main');

function header() {
  const here = location.pathname;
  const link = (path, label) => html`<a href="${path}" ${here === path ? html`aria-current="page"` : ''}>${label}</a>`;
  return html`
    <div class="bar">
      <a class="brand" href="/">${GLASS}<span>Gläserne Manufaktur<small>${t('tagline')}</small></span></a>
      <nav class="nav" aria-label="${t('nav')}">
        ${link('/', t('nav.shop'))}
        ${link('/account/', t('nav.account'))}
        <a href="/cart/" ${here === '/cart/' ? html`aria-current="page"` : ''}>${t('nav.cart')} <span class="count" id="cart-count">${pieces()}</span></a>
      </nav>
      <nav class="languages" aria-label="${t('language')}">
        ${switches().map(({ code, href, current }) => html`<a href="${href}" lang="${code}" hreflang="${code}" ${current ? html`aria-current="true"` : ''}>${code.toUpperCase()}</a>`)}
      </nav>
    </div>`;
}

function footer() {
  return html`
    <div class="foot">
      <section aria-labelledby="news-title">
        <h2 id="news-title">${t('news.title')}</h2>
        <p>${t('news.text')}</p>
        <form id="newsletter" class="inline" novalidate>
          <label class="hidden" for="news-email">${t('news.email')}</label>
          <input id="news-email" name="news-email" type="email" autocomplete="email" placeholder="${t('news.email')}" aria-describedby="news-email-error" required>
          <button class="button">${t('news.send')}</button>
        </form>
        <p class="error" id="news-email-error"></p>
        <p id="news-done" role="status"></p>
      </section>
      <section aria-labelledby="workshop-title">
        <h2 id="workshop-title">${t('footer.workshop')}</h2>
        <p>${t('footer.hours')}</p>
      </section>
      <section aria-labelledby="service-title">
        <h2 id="service-title">${t('footer.service')}</h2>
        <p><a href="/privacy/">${t('footer.privacy')}</a></p>
        <p id="recording-settings" class="settings"></p>
      </section>
    </div>
    <p class="small">${t('footer.demo')}</p>`;
}

/** Builds the page around its content and starts what every page has. The recorder starts last, and only where it may. */
export async function openPage({ title, content }) {
  document.documentElement.lang = language;
  document.title = title === t('list.title') ? 'Gläserne Manufaktur' : `${title} – Gläserne Manufaktur`;
  document.querySelector('.skip').textContent = t('skip');
  show(document.querySelector('header'), header());
  show(document.querySelector('footer'), footer());
  await content(main);
  window.addEventListener('cart', () => {
    document.getElementById('cart-count').textContent = pieces();
  });
  openNewsletter();
  openChat();
  await openConsent();
}

/** Says something in passing, to eyes and to screen readers. */
export function announce(text) {
  document.getElementById('announcement').textContent = text;
}
