// The newsletter box in the footer. It repeats the address it was given, as such boxes do.

import { isEmail } from './checks.js';
import { mark } from './forms.js';
import { t } from './language.js';

/** Makes the newsletter box work. */
export function openNewsletter() {
  const form = document.getElementById('newsletter');
  const email = document.getElementById('news-email');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    mark(email, isEmail(email.value) ? '' : 'error.email');
    if (!isEmail(email.value)) return;
    document.getElementById('news-done').textContent = t('news.done', { email: email.value.trim() });
    form.hidden = true;
  });
}
