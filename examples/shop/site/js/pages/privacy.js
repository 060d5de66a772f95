// The privacy page: the full notice, as Milkglass writes it from this shop's configuration.

import { html, show } from '../markup.js';
import { language, t } from '../language.js';
import { openPage } from '../shell.js';

openPage({
  title: t('privacy.title'),
  async content(main) {
    show(main, html`<article class="notice" id="notice"></article>`);
    const notice = document.getElementById('notice');
    const reply = await fetch(`/api/notice?lang=${language}&length=full`);
    if (reply.ok) notice.innerHTML = await reply.text();
    else show(notice, html`<p>${t('privacy.failed')}</p>`);
    if (!notice.querySelector('h1')) notice.insertAdjacentHTML('afterbegin', html`<h1>${t('privacy.title')}</h1>`.text);
  },
});
