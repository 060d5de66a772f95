// Forms whose fields only their labels explain, in twelve languages, each label in another place. In: values of chance. Out: pages with what was planted.

import { grouped } from './chance.mjs';
import { LABELS } from './labels.mjs';

/** Where a label may stand. `q` is a name that says nothing. Each gives the HTML of one field. */
const PLACES = {
  'label for': (label, id, q) => `<p><label for="${id}">${label}</label> <input id="${id}" name="${q}"></p>`,
  'label around': (label, id, q) => `<p><label>${label} <input id="${id}" name="${q}"></label></p>`,
  'label after': (label, id, q) => `<div class="float"><input id="${id}" name="${q}"><label for="${id}">${label}</label></div>`,
  'label without for': (label, id, q) => `<div class="group"><label>${label}</label><div><input id="${id}" name="${q}"></div></div>`,
  'aria-labelledby': (label, id, q) => `<p><span id="t-${id}">${label}</span></p><p>*</p><p><input id="${id}" name="${q}" aria-labelledby="t-${id}"></p>`,
  legend: (label, id, q) => `<fieldset><legend>${label}</legend><input id="${id}" name="${q}"></fieldset>`,
  'text before': (label, id, q) => `<p>${label}: <input id="${id}" name="${q}"></p>`,
  'cell before': (label, id, q) => `<table><tr><td>${label}</td><td><input id="${id}" name="${q}"></td></tr></table>`,
  'head of the row': (label, id, q) => `<table><tr><th scope="row">${label} *</th><td><input id="${id}" name="${q}"></td></tr></table>`,
  'head of the column': (label, id, q) => `<table><thead><tr><th>#</th><th>${label}</th></tr></thead><tbody><tr><td>1</td><td><input id="${id}" name="${q}"></td></tr></tbody></table>`,
  term: (label, id, q) => `<dl><dt>${label}</dt><dd><input id="${id}" name="${q}"></dd></dl>`,
  'block before': (label, id, q) => `<div class="row"><div class="col">${label}</div><div class="col"><input id="${id}" name="${q}"></div></div>`,
  placeholder: (label, id, q) => `<p><input id="${id}" name="${q}" placeholder="${label}"></p>`,
  'aria-label': (label, id, q) => `<p><input id="${id}" name="${q}" aria-label="${label}"></p>`,
  title: (label, id, q) => `<p><input id="${id}" name="${q}" title="${label}"></p>`,
  name: (label, id) => `<p><input id="${id}" name="${label.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ø', 'o').replace(/[^\p{L}\p{N}]+/gu, '_').toLowerCase()}"></p>`,
  'text area': (label, id, q) => `<p><label for="${id}">${label}</label><textarea id="${id}" name="${q}"></textarea></p>`,
};

const VALUES = {
  password: (make) => `${make.word(2)}${make.digits(3)}${make.word(2)}`,
  pin: (make) => make.digits(6),
  card: (make) => grouped(make.card()),
  code: (make) => String(make.between(601, 1000)),
  expiry: (make) => make.expiry(),
  holder: (make) => make.name().toUpperCase(),
  otp: (make) => make.digits(6),
  account: (make) => `${make.digits(4)} ${make.digits(5)} ${make.digits(3)}`,
  national: (make) => `${make.digits(5)} ${make.digits(5)}`,
  tax: (make) => make.digits(9),
  passport: (make) => `${make.letters(2).toUpperCase()}${make.digits(7)}`,
  health: (make) => make.digits(10),
  email: (make) => make.email('post.example'),
  phone: (make) => `${make.digits(3)} ${make.digits(2)} ${make.digits(3)}`,
  birth: (make) => `${make.between(1, 28)}. ${make.between(1, 12)}. ${make.between(1951, 2003)}`,
  answer: (make) => `${make.word(3)} ${make.word(2)}`,
  plate: (make) => `${make.letters(3).toUpperCase()} ${make.digits(4)}`,
  given: (make) => make.word(3),
  family: (make) => make.word(4),
  street: (make) => `${make.word(3)} ${make.between(11, 99)}`,
  town: (make) => make.word(3),
  remark: () => 'two shelves of 40 x 60 cm, oiled',
  colour: () => 'turquoise matt',
};

/** In the page: types every value in two strokes, and repeats most of them in the end, as a page does that asks whether all is right. */
function fill(fields) {
  const list = document.createElement('ol');
  for (const { id, value, repeated } of fields) {
    const field = document.getElementById(id);
    field.focus();
    for (const part of [value.slice(0, Math.ceil(value.length * 0.7)), value]) {
      field.value = part;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    field.blur();
    if (repeated) list.append(Object.assign(document.createElement('li'), { textContent: value }));
  }
  document.body.append(list);
}

const PER_PAGE = 3;

/** Pages of a few languages each: each field of a language gets one of its labels in the next of the places. */
export function makeForms(make) {
  const places = Object.entries(PLACES);
  let place = make.below(places.length);
  const languages = Object.entries(LABELS);
  return Array.from({ length: Math.ceil(languages.length / PER_PAGE) }, (_, page) => {
    const secrets = [];
    const kept = [];
    const filled = [];
    const forms = languages.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(([language, { never, typed, harmless }]) => {
      const fields = Object.entries({ ...never, ...typed, ...harmless }).map(([kind, labels], i) => {
        const [where, html] = places[place++ % places.length];
        const [label, id, value] = [make.pick(labels), `${language}${i}`, VALUES[kind](make)];
        // Three digits alone are too few to be told from other numbers; a first name or town alone from other words.
        filled.push({ id, value, repeated: kind !== 'code' && !(kind in typed) });
        if (kind in harmless) kept.push(value);
        else secrets.push({ what: `${language}: ${label} (${where})`, value, always: kind in never });
        return html(label, id, `q_4_${filled.length}`);
      });
      return `<form lang="${language}">${fields.join('\n')}</form>`;
    });
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>${page}</title></head><body>${forms.join('<hr>')}</body></html>`;
    return { name: `page${page}`, files: { 'index.html': html }, visit: (tab) => tab.evaluate(fill, filled), secrets, harmless: kept };
  });
}
