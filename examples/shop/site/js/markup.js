// Builds HTML from templates. Whatever is put into a template is escaped, unless it is markup itself.

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

class Markup {
  constructor(text) {
    this.text = text;
  }
}

function written(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => ESCAPED[character]);
}

/** A template whose values are escaped: html`<p>${name}</p>`. Lists are joined; false, null and undefined leave nothing. */
export function html(strings, ...values) {
  return new Markup(strings.reduce((text, part, i) => text + written(values[i - 1]) + part));
}

/** Markup that this site made itself (pictures) or that its own host rendered (the privacy notice). */
export function trusted(text) {
  return new Markup(text);
}

/** Replaces what is inside an element. */
export function show(element, markup) {
  element.innerHTML = markup.text;
}
