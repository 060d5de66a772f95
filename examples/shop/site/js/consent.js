// Asks whether the visit may be recorded, and lets the visitor change that on every page.
// The words come from Milkglass by way of the host, and so does the decision; this page shows both and obeys.

import { html, show } from './markup.js';
import { language, t } from './language.js';
import { startRecorder, stopRecorder } from './recorder.js';

const banner = document.getElementById('consent');
const control = document.getElementById('recording');

/** The notice in short form: title, sections, buttons, status, and the fingerprint of the configuration it is true of. */
let words;

async function call(method, choice) {
  const body = choice && JSON.stringify({ choice, language, notice: words.fingerprint });
  const reply = await fetch('/api/consent', { method, body, headers: body ? { 'content-type': 'application/json' } : {} });
  if (!reply.ok) throw new Error(`consent: ${reply.status}`);
  return reply.json();
}

/** Asks the host where this visitor stands, and shows the question, the control or nothing. No notice, no recording. */
export async function openConsent() {
  const reply = await fetch(`/api/notice?lang=${language}&length=banner`);
  if (!reply.ok) return;
  words = await reply.json();
  await obey(await call('GET'));
}

async function obey({ state, recording }, said) {
  if (!recording) stopRecorder();
  show(control, recording ? html`
    <p><span class="dot" aria-hidden="true"></span>${words.status.on}</p>
    <button class="button button-plain" id="withdraw">${words.buttons.withdraw}</button>` : html``);
  control.setAttribute('aria-label', words.buttons.settings);
  control.querySelector('button')?.addEventListener('click', () => answer('withdraw'));
  const settings = document.getElementById('recording-settings');
  show(settings, html`
    <button class="link" id="consent-change">${words.buttons.settings}</button>
    <span role="status">${said ? t(said) : state === 'signal' ? t('consent.signal') : recording ? words.status.on : words.status.off}</span>`);
  settings.querySelector('button').addEventListener('click', () => {
    ask();
    document.getElementById('consent-no').focus();
  });
  if (state === 'ask') ask();
  if (recording) await startRecorder(lost);
}

/** The host takes no more events of this visit (it was restarted, or the consent has expired): ask again where that is right. */
async function lost() {
  await obey(await call('GET'));
}

function ask() {
  show(banner, html`
    <div class="consent-card">
      <h2 id="consent-title">${words.title}</h2>
      ${words.sections.map((section) => section.clauses.map((clause) => html`<p>${clause.text}</p>`))}
      <p><a href="/privacy/">${words.buttons.notice}</a></p>
      <p class="error" id="consent-error" role="alert"></p>
      <div class="consent-buttons">
        <button class="button button-even" id="consent-no">${words.buttons.refuse}</button>
        <button class="button button-even" id="consent-yes">${words.buttons.accept}</button>
      </div>
    </div>`);
  banner.hidden = false;
  document.getElementById('consent-yes').addEventListener('click', () => answer('grant'));
  document.getElementById('consent-no').addEventListener('click', () => answer('refuse'));
}

/** One click for each choice. A no ends recording here before the host is told. */
async function answer(choice) {
  const was = control.childElementCount > 0;
  if (choice !== 'grant') stopRecorder();
  try {
    const now = await call('POST', choice);
    banner.hidden = true;
    banner.replaceChildren();
    await obey(now, was && !now.recording ? 'consent.erased' : undefined);
  } catch {
    const place = document.getElementById('consent-error') ?? control.querySelector('p');
    place.textContent = t('consent.failed');
  }
}
