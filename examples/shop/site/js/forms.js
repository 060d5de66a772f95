// Labelled fields and their errors. In: what a field is; out: markup, and the first field that is not right.

import { html } from './markup.js';
import { t } from './language.js';

/** A labelled text field with room for its error. */
export function field({ id, label, type = 'text', autocomplete, inputmode, required = true, width = 'full', hint, maxlength }) {
  return html`
    <div class="field field-${width}">
      <label for="${id}">${label}</label>
      <input id="${id}" name="${id}" type="${type}"
        ${autocomplete ? html`autocomplete="${autocomplete}"` : ''}
        ${inputmode ? html`inputmode="${inputmode}"` : ''}
        ${maxlength ? html`maxlength="${maxlength}"` : ''}
        ${required ? html`required` : ''}
        aria-describedby="${hint ? `${id}-hint ` : ''}${id}-error">
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
      <p class="error" id="${id}-error"></p>
    </div>`;
}

/** Says what is wrong with a field, or that nothing is. */
export function mark(input, key) {
  const error = document.getElementById(`${input.id}-error`);
  error.textContent = key ? t(key) : '';
  if (key) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Marks every field that breaks its rule ({id: [check, error key]}), moves to the first one and answers whether all is well. */
export function allRight(form, rules) {
  let first;
  for (const input of form.querySelectorAll('input:not([type=radio]):not([type=checkbox])')) {
    if (input.closest('[hidden]')) continue;
    const [holds, key] = rules[input.id] ?? [() => true];
    const empty = input.value.trim() === '';
    const wrong = empty && input.required ? 'error.required' : (!empty && !holds(input.value) && key) || '';
    mark(input, wrong);
    if (wrong) first ??= input;
  }
  first?.focus();
  return !first;
}
