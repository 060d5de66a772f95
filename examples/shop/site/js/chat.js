// The support chat: an editable box, a log, and an answer that repeats what was written, as helpful colleagues do.

import { html, show } from './markup.js';
import { t } from './language.js';

const root = document.getElementById('chat');

function message(from, text) {
  const line = document.createElement('li');
  line.className = `message message-${from}`;
  show(line, html`<span class="hidden">${t(`chat.${from}`)}: </span>${text}`);
  const log = document.getElementById('chat-log');
  log.append(line);
  line.scrollIntoView({ block: 'nearest' });
}

function send() {
  const box = document.getElementById('chat-box');
  const text = box.innerText.trim();
  if (!text) return;
  box.replaceChildren();
  message('you', text);
  setTimeout(() => message('us', t('chat.reply', { text })), 400);
}

function toggle(open) {
  root.querySelector('.chat-panel').hidden = !open;
  const button = document.getElementById('chat-toggle');
  button.setAttribute('aria-expanded', String(open));
  button.querySelector('.hidden').textContent = t(open ? 'chat.close' : 'chat.open');
  (open ? document.getElementById('chat-box') : button).focus();
}

/** Puts the chat button on the page. */
export function openChat() {
  root.setAttribute('aria-label', t('chat.title'));
  show(root, html`
    <section class="chat-panel" aria-labelledby="chat-title" hidden>
      <header><h2 id="chat-title">${t('chat.title')}</h2><p>${t('chat.state')}</p></header>
      <div class="chat-log" role="log" aria-label="${t('chat.log')}" tabindex="0"><ul id="chat-log"></ul></div>
      <div class="chat-write">
        <div id="chat-box" class="chat-box" contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="${t('chat.message')}" data-placeholder="${t('chat.message')}"></div>
        <button class="button" id="chat-send">${t('chat.send')}</button>
      </div>
    </section>
    <button class="chat-toggle" id="chat-toggle" aria-expanded="false">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 5h16v11H10l-5 4v-4H4Z" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linejoin="round"/><path d="M8 9h8M8 12h5" stroke="currentColor" stroke-width="1.800" stroke-linecap="round"/></svg>
      <span class="hidden">${t('chat.open')}</span>
    </button>`);
  message('us', t('chat.hello'));
  document.getElementById('chat-toggle').addEventListener('click', () => toggle(root.querySelector('.chat-panel').hidden));
  document.getElementById('chat-send').addEventListener('click', send);
  document.getElementById('chat-box').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') toggle(false);
  });
}
