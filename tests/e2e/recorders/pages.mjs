// The pages that are recorded, one a language, and what a visitor does there. In: values of chance. Out: HTML, a visit, and what was planted.
//
// Each page plants secrets with `never` (must be absent in every profile) or `typed` (may stay where form recording is on), and says with
// `keep` which texts are harmless.

import { grouped } from './chance.mjs';

const STROKE = 3; // characters at a time: recorders listen to what a field holds, not to keys

/** Types into an element of a page or frame, so that a recorder sees the value grow. */
async function type(page, id, text, keyboard = page.keyboard) {
  await page.locator(`#${id}`).focus();
  for (const part of text.match(new RegExp(`.{1,${STROKE}}`, 'gsu'))) await keyboard.insertText(part);
}

/** A shop's checkout in French: a script mirrors what is typed into the attribute, and a summary repeats it. */
function checkout(make, { never, typed, keep }) {
  const s = {
    name: typed('name', make.name()),
    street: typed('street', `${make.between(2, 98)} rue ${make.word(3)}`),
    mail: never('mail', make.email('courrier.example')),
    phone: never('phone', `06 ${grouped(make.digits(8), 2)}`),
    card: never('card', grouped(make.card())),
    code: never('card code', make.digits(3)),
    expiry: never('card expiry', make.expiry()),
    nir: never('social security', make.nir()),
    gift: never('gift card PIN', make.digits(6)),
    cookie: never('token in a link', make.token(40)),
  };
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${keep('Paiement - Librairie du Canal')}</title>
    <style>form { display: grid; gap: 6px; width: 420px } .total { font-weight: 700 }</style></head><body>
    <h1>${keep('Votre commande')}</h1>
    <p class="total">${keep('Total TTC : 48,90 €')}</p><p>${keep('Livraison offerte dès 35 euros, sous trois jours ouvrés.')}</p>
    <p>${keep('Commande n° 2024-118734')}</p>
    <a href="/panier?session_token=${s.cookie}&amp;page=2">${keep('Retour au panier')}</a>
    <form id="form">
      <label for="f1">Nom et prénom</label><input id="f1" name="f_1" value="">
      <label for="f2">Adresse de livraison</label><input id="f2" name="f_2" value="">
      <label for="f3">Courriel</label><input id="f3" name="f_3" value="">
      <label for="f4">Téléphone portable</label><input id="f4" name="f_4" value="">
      <label>Numéro de carte <input id="f5" name="f_5" inputmode="numeric" value=""></label>
      <label>Cryptogramme visuel <input id="f6" name="f_6" value=""></label>
      <label>Date d’expiration <input id="f7" name="f_7" value=""></label>
      <label for="f8">Numéro de sécurité sociale</label><input id="f8" name="f_8" value="">
      <label for="f9">Code secret de la carte cadeau</label><input id="f9" name="f_9" value="">
      <button type="button" id="go">${keep('Valider la commande')}</button>
    </form><section id="summary"></section>
    <script>
      document.querySelectorAll('input').forEach((i) => i.addEventListener('input', () => i.setAttribute('value', i.value)));
      document.getElementById('go').onclick = () => {
        const v = (n) => document.getElementById(n).value;
        document.getElementById('summary').innerHTML = '<h2>Merci pour votre achat</h2><p>' + v('f1') + '<br>' + v('f2') + '</p><p>Un message part à <b>' + v('f3').replace('@', '</b>@<b>') + '</b></p>'
          + '<p>Carte ' + v('f5').split(' ').map((g) => '<i>' + g + '</i>').join(' ') + '</p><p data-tel="' + v('f4') + '">On vous rappelle.</p>';
      };
    </script></body></html>`;
  keep('Merci pour votre achat');
  return { html, async visit(page) {
    const fields = [s.name, s.street, s.mail, s.phone, s.card, s.code, s.expiry, s.nir, s.gift];
    for (const [i, value] of fields.entries()) await type(page, `f${i + 1}`, value);
    await page.locator('#go').click();
    await page.locator('#summary h2').waitFor();
  } };
}

/** A login in German: the password is shown for a while, repeated in an error, and a code goes into six boxes. */
function login(make, { never, typed, keep }) {
  const s = {
    user: typed('user name', `${make.word(3).toLowerCase()}_${make.digits(3)}`),
    password: never('password', make.password()),
    second: never('password typed while shown', make.password()),
    code: never('one-time code', make.digits(6)),
    reset: never('token of a reset link', make.token(36)),
    answer: never('security answer', make.word(4)),
  };
  const boxes = [...s.code].map((_, i) => `<input id="c${i}" maxlength="1" inputmode="numeric" size="1">`).join('');
  const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${keep('Anmelden im Kundenportal')}</title></head><body>
    <h1>${keep('Willkommen zurück')}</h1><p>${keep('Bitte melden Sie sich an, um Ihre Verträge zu sehen.')}</p>
    <form>
      <p><label>Benutzername <input id="user"></label></p>
      <p><label>Kennwort <input id="pass" type="password"></label> <button type="button" id="eye">${keep('Anzeigen')}</button></p>
      <p id="error" role="alert"></p>
      <p><span>Ihre Antwort auf die Sicherheitsfrage</span> <input id="answer"></p>
      <p>${keep('Wir haben Ihnen einen Code geschickt:')} ${boxes}</p>
      <button type="button" id="go">${keep('Jetzt anmelden')}</button>
      <a id="reset" href="/passwort/neu/${s.reset}">${keep('Kennwort vergessen?')}</a>
    </form>
    <script>
      const pass = document.getElementById('pass');
      document.getElementById('eye').onclick = () => { pass.type = pass.type === 'password' ? 'text' : 'password'; };
      document.getElementById('go').onclick = () => {
        document.getElementById('error').textContent = 'Das Kennwort „' + pass.value + '“ ist nicht richtig.';
        pass.setAttribute('aria-invalid', 'true');
        pass.setAttribute('data-last', pass.value);
        document.title = 'Hallo ' + document.getElementById('user').value;
      };
      for (const box of document.querySelectorAll('[maxlength]')) box.addEventListener('input', () => box.nextElementSibling?.focus());
    </script></body></html>`;
  return { html, async visit(page) {
    await type(page, 'user', s.user);
    await type(page, 'pass', s.password);
    await page.locator('#go').click();
    await page.locator('#eye').click();
    await page.locator('#pass').fill('');
    await type(page, 'pass', s.second);
    await page.locator('#eye').click();
    await type(page, 'answer', s.answer);
    for (const [i, digit] of [...s.code].entries()) await page.locator(`#c${i}`).pressSequentially(digit);
    await page.locator('#go').click();
  } };
}

/** A support chat in Spanish: an editable element, a bubble that repeats what was sent, an agent who repeats a part. */
function chat(make, { never, typed, keep }) {
  const s = {
    name: typed('name in a message', make.name()),
    card: never('card in a message', grouped(make.card())),
    iban: never('IBAN in a message', grouped(make.iban('ES', 20))),
    dni: never('identity number in a message', make.dni()),
    mail: never('mail in a message', make.email('correo.example')),
    draft: typed('a message that is not sent', `Mi vecina ${make.word(3)} se mudó a ${make.word(3)}`),
  };
  const html = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${keep('Ayuda')}</title>
    <style>#box { border: 1px solid; min-height: 40px } li { list-style: none }</style></head><body>
    <h1>${keep('Chat de soporte')}</h1><ul id="log" aria-live="polite"><li>${keep('Hola, ¿en qué podemos ayudarle hoy?')}</li></ul>
    <div id="box" contenteditable="true" role="textbox" aria-label="Escriba su mensaje"></div><button id="send">${keep('Enviar mensaje')}</button>
    <p>${keep('El tiempo medio de respuesta es de 4 minutos.')}</p>
    <script>
      const log = document.getElementById('log'), box = document.getElementById('box');
      document.getElementById('send').onclick = () => {
        const text = box.textContent;
        const mine = document.createElement('li');
        for (const word of text.split(' ')) { const span = document.createElement('span'); span.textContent = word + ' '; mine.append(span); }
        log.append(mine);
        const theirs = document.createElement('li');
        theirs.textContent = 'Gracias. Hemos recibido: «' + text + '»';
        theirs.title = text;
        log.append(theirs);
        box.textContent = '';
      };
    </script></body></html>`;
  return { html, async visit(page) {
    for (const text of [`Soy ${s.name}, mi tarjeta ${s.card} no funciona`, `Mi DNI es ${s.dni} y mi cuenta ${s.iban}`, `Mi correo: ${s.mail}`]) {
      await type(page, 'box', text);
      await page.locator('#send').click();
    }
    await type(page, 'box', s.draft);
    await page.locator('#log li').nth(6).waitFor();
  } };
}

/** A form in Polish in frames of the same origin, one of them written into the page. */
function frames(make, { never, typed, keep }) {
  const s = {
    pesel: never('identity number in a frame', make.pesel()),
    iban: never('IBAN in a frame', grouped(make.iban('PL', 24))),
    phone: never('phone in a frame', `+48 ${grouped(`5${make.digits(8)}`, 3)}`),
    given: typed('given name in a frame', make.word(4)),
    mail: never('prefilled mail in a written frame', make.email('poczta.example')),
    secret: never('PIN in a written frame', make.digits(6)),
  };
  const inner = `<!doctype html><html lang="pl"><head><meta charset="utf-8"></head><body><h2>${keep('Dane ubezpieczonego')}</h2><table>
    <tr><td>Imię</td><td><input id="p1" name="q_4_1"></td></tr>
    <tr><td>Numer PESEL</td><td><input id="p2" name="q_4_2"></td></tr>
    <tr><td>Telefon komórkowy</td><td><input id="p3" name="q_4_3"></td></tr>
    <tr><td>Numer rachunku bankowego</td><td><input id="p4" name="q_4_4"></td></tr></table></body></html>`;
  const written = `<p>Adres e-mail: <input name=x value=${s.mail}></p><p>${keep('Prosimy o kontakt w dni robocze.')}</p><p>PIN: <input id=pin type=password></p>`;
  const html = `<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>${keep('Wniosek o polisę')}</title></head><body>
    <h1>${keep('Krok 2 z 3')}</h1><iframe id="inner" src="inner.html" width="600" height="240"></iframe>
    <iframe id="written" srcdoc="${written.replaceAll('"', '&quot;')}" width="600" height="120"></iframe><p>${keep('Polisa obowiązuje od następnego miesiąca.')}</p></body></html>`;
  return { html, more: { 'inner.html': inner }, async visit(page) {
    const frame = page.frameLocator('#inner');
    for (const [i, value] of [s.given, s.pesel, s.phone, s.iban].entries()) await type(frame, `p${i + 1}`, value, page.keyboard);
    await type(page.frameLocator('#written'), 'pin', s.secret, page.keyboard);
  } };
}

/** Custom elements in Italian with shadow roots, slots and style sheets that scripts make. */
function shadow(make, { never, typed, keep }) {
  const s = {
    password: never('password in a shadow root', make.password()),
    surname: typed('family name in a shadow root', make.word(4)),
    mail: never('mail in a slot', make.email('posta.example')),
    card: never('card in a nested shadow root', make.card()),
    phone: never('phone in a made style sheet', `+39 333 ${make.digits(7)}`),
  };
  const html = `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>${keep('Area riservata')}</title></head><body>
    <h1>${keep('Il tuo profilo')}</h1><my-card><span slot="who">${s.mail}</span></my-card>
    <script>
      customElements.define('my-pay', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<label>Numero della carta <input id="pay"></label>'; }
      });
      customElements.define('my-card', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.tel::after { content: "${s.phone}" } p { color: teal }');
          root.adoptedStyleSheets = [sheet];
          root.innerHTML = '<p>Contatto: <slot name="who"></slot></p><p class="tel">Chiamaci: </p><form><fieldset><legend>Cognome</legend><input id="surname"></fieldset>'
            + '<p>Parola d’ordine</p><input id="word"></form><my-pay></my-pay><p>Le modifiche sono salvate ogni notte.</p>';
        }
      });
    </script></body></html>`;
  keep('Le modifiche sono salvate ogni notte.');
  return { html, async visit(page) {
    await type(page, 'surname', s.surname);
    await type(page, 'word', s.password);
    await type(page, 'pay', s.card);
  } };
}

/** Drawings in Swedish: a canvas with text, SVG, style rules and properties set by a script. */
function drawing(make, { never, keep }) {
  const s = {
    canvas: never('mail drawn on a canvas', make.email('rita.example')),
    svg: never('mail in SVG', make.email('bild.example')),
    rule: never('IBAN in an inserted rule', make.iban('DE', 18)),
    property: never('mail in a custom property', make.email('stil.example')),
    alt: never('phone in alternative text', `+46 70 ${grouped(make.digits(7), 3)}`),
    file: never('token in an image address', make.token(32)),
  };
  const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${keep('Rita din skylt')}</title><style id="style">.badge { padding: 2px }</style></head><body>
    <h1>${keep('Förhandsgranskning')}</h1><canvas id="paper" width="300" height="80"></canvas>
    <svg width="300" height="60"><title>${s.svg}</title><text x="4" y="20">${s.svg}</text><text x="4" y="44">${keep('Namnskylt för dörren')}</text></svg>
    <img alt="Ring ${s.alt}" width="20" height="20" src="/dot.png?sig=${s.file}"><p class="badge">${keep('Skylten skickas inom en vecka.')}</p><button id="draw">${keep('Rita')}</button>
    <script>
      document.getElementById('draw').onclick = () => {
        const pen = document.getElementById('paper').getContext('2d');
        pen.font = '16px sans-serif'; pen.fillText('${s.canvas}', 8, 30); pen.strokeRect(2, 2, 290, 70);
        document.getElementById('style').sheet.insertRule('.badge::after { content: " ${s.rule}" }');
        document.documentElement.style.setProperty('--owner', '"${s.property}"');
        document.querySelector('.badge').style.setProperty('--sign', '"${s.property}"');
      };
    </script></body></html>`;
  return { html, async visit(page) {
    await page.locator('#draw').click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  } };
}

/** A single-page application in Dutch: console, requests, addresses that change, custom events. */
function application(make, { never, typed, keep }) {
  const s = {
    logged: never('mail in the console', make.email('bericht.example')),
    object: never('password in a logged object', make.password()),
    key: never('API key in a request header', `sk_live_${make.token(24)}`),
    body: never('IBAN in a request body', make.iban('DE', 18)),
    reply: never('phone in a reply', `+31 6 ${make.digits(8)}`),
    route: never('mail in a route', make.email('route.example')),
    hash: never('token in a fragment', make.token(40)),
    query: typed('a search in the address', `${make.word(3)} ${make.word(3)}`),
    custom: never('card in a custom event', make.card()),
    trouble: never('mail in an error', make.email('fout.example')),
  };
  const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${keep('Mijn bestellingen')}</title></head><body>
    <h1>${keep('Overzicht')}</h1><label>Zoeken <input id="q" type="search"></label><button id="go">${keep('Vernieuwen')}</button><ol id="list"><li>${keep('Er zijn nog geen bestellingen.')}</li></ol>
    <script>
      document.getElementById('go').onclick = async () => {
        console.log('gebruiker', '${s.logged}', { gebruiker: { password: '${s.object}' } });
        console.warn('${keep('langzame verbinding')}');
        history.pushState({}, '', 'gebruiker/' + encodeURIComponent('${s.route}') + '?q=' + encodeURIComponent(document.getElementById('q').value) + '&page=3#access_token=${s.hash}');
        await fetch('/echo', { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer ${s.key}' }, body: JSON.stringify({ rekening: '${s.body}', telefoon: '${s.reply}' }) }).then((r) => r.json());
        window.milkglassCustom?.('betaling', { kaart: '${s.custom}', stap: 2 });
        setTimeout(() => { throw new Error('Onbekende klant ${s.trouble}'); });
        document.getElementById('list').innerHTML = '<li>Bijgewerkt</li>';
      };
    </script></body></html>`;
  keep('Bijgewerkt');
  return { html, async visit(page) {
    await type(page, 'q', s.query);
    await page.locator('#go').click();
    await page.locator('#list').getByText('Bijgewerkt').waitFor();
    await page.goBack();
  } };
}

/** An account in Portuguese with everything filled in: text by label, table, attributes, data for machines. */
function account(make, { never, typed, keep }) {
  const s = {
    name: never('name by its label', make.name()),
    born: never('birthday by its label', make.birthday()),
    mail: never('mail as text', make.email('caixa.example')),
    phone: never('phone by its head', `+351 9${make.digits(8)}`),
    iban: never('IBAN in bold groups', grouped(make.iban('DE', 18))),
    street: never('address by its term', `Rua ${make.word(3)} ${make.between(3, 99)}`),
    token: never('token in an attribute', make.token(32)),
    linked: never('mail for machines', make.email('dados.example')),
    hidden: never('token in a hidden field', make.token(24)),
    given: typed('prefilled given name', make.word(4)),
    pass: never('prefilled password', make.password()),
    note: typed('prefilled note', `${make.word(3)} toca duas vezes à porta de ${make.word(3)}`),
  };
  const html = `<!doctype html><html lang="pt"><head><meta charset="utf-8"><title>${keep('A minha conta')}</title><meta name="author" content="${s.linked}">
    <script type="application/ld+json">{"@type":"Person","email":"${s.linked}"}</script></head><body data-user-token="${s.token}"><!-- ${s.linked} -->
    <h1>${keep('Dados pessoais')}</h1>
    <dl><dt>Nome completo</dt><dd>${s.name}</dd><dt>Data de nascimento</dt><dd>${s.born}</dd><dt>Morada</dt><dd>${s.street}</dd></dl>
    <p>Escreva para <a href="mailto:${s.mail}?subject=Conta">${s.mail}</a>.</p>
    <p>IBAN: ${s.iban.split(' ').map((part) => `<b>${part}</b>`).join(' ')}</p>
    <table><thead><tr><th>Contacto</th><th>Telemóvel</th><th>Cor</th></tr></thead><tbody><tr><td>Principal</td><td>${s.phone}</td><td>${keep('verde-azeitona')}</td></tr></tbody></table>
    <form><input type="hidden" name="csrf" value="${s.hidden}"><label>Nome próprio <input value="${s.given}"></label><label>Palavra-passe <input type="password" value="${s.pass}"></label>
    <label>Observações <textarea>${s.note}</textarea></label></form><p>${keep('A sua subscrição renova-se todos os anos.')}</p></body></html>`;
  return { html, async visit() {} };
}

/** Makes every page with its secrets: name, files and visit, and what was planted and must stay. */
export function makePages(make) {
  return Object.entries({ checkout, login, chat, frames, shadow, drawing, application, account }).map(([name, page]) => {
    const secrets = [];
    const harmless = [];
    const plant = (always) => (what, value) => {
      secrets.push({ what: `${name}: ${what}`, value, always });
      return value;
    };
    const keep = (text) => {
      harmless.push(text);
      return text;
    };
    const { html, more = {}, visit } = page(make, { never: plant(true), typed: plant(false), keep });
    return { name, files: { 'index.html': html, ...more }, visit, secrets, harmless };
  });
}
