// In: `settings`, and rrweb's `record` when the visitor has agreed. Out: `milkglass`, and batches of masked events at the host.

const BLOCK = 1
const MASK = 2
const TYPED = 4
const ALLOW = 8
const SENSITIVE = '••••••••'
const CHOICE = '••••••'
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
const INTERVAL = 1000 // milliseconds between two batches
const BATCH = 1_000_000 // characters in a batch
const BEACON = 60_000 // bytes that a browser lets go with a page that is being closed
const HELD = 5_000_000 // characters held while the host is out of reach; then recording ends
const forms = settings.profile === 'forms'

// ---- Masks, as the engine makes them, so that it finds nothing left to change

/** The length that stands for all lengths of its class. */
function lengthClass(letters) {
  if (letters <= 4) return letters <= 2 ? 2 : 3
  const step = Math.max(4, 2 ** Math.ceil(Math.log2(letters)) / 8)
  return Math.ceil(letters / step) * step - step / 2
}

/** The same number of words, set apart by the same kind of space, and a length that stands for all of its class. */
function mask(text) {
  if (/^[•\s]*$/.test(text)) return text
  const words = text.trim().split(/\s+/)
  const gaps = text.trim().match(/\s+/g) ?? []
  const width = Math.max(lengthClass(words.reduce((sum, word) => sum + [...word].length, 0)), words.length)
  const space = (gap) => (gap.includes('\n') ? '\n' : /[\u00a0\u202f]/.test(gap) ? '\u00a0' : ' ')
  let masked = ''
  for (let i = 0; i < words.length; i++) {
    if (i > 0) masked += space(gaps[i - 1])
    masked += '•'.repeat(Math.floor(width / words.length) + (i < width % words.length ? 1 : 0))
  }
  return (/^\s/.test(text) ? ' ' : '') + masked + (/\s$/.test(text) ? ' ' : '')
}

// ---- Where a node stands: markers and selectors count through shadow roots and frames

function parentOf(node) {
  const parent = node.parentNode
  if (parent) return parent.nodeType === 11 && parent.host ? parent.host : parent
  try {
    return node.nodeType === 9 ? node.defaultView.frameElement : null
  } catch {
    return null
  }
}

function own(node) {
  if (node.nodeType !== 1) return 0
  const is = (selector) => selector !== '' && node.matches(selector)
  return (
    (is('.rr-block') || is(settings.options.blockSelector) ? BLOCK : 0) |
    (is('.rr-mask') || is(settings.mask) ? MASK : 0) |
    (is(settings.typed) ? TYPED : 0) |
    (is(settings.allow) ? ALLOW : 0)
  )
}

function above(node) {
  let bits = 0
  for (let at = parentOf(node); at; at = parentOf(at)) bits |= own(at)
  return bits
}

const place = (node) => (node ? own(node) | above(node) : MASK)

const patterns = settings.sensitivePages.map(
  (page) => new RegExp(`^${page.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`, 's'),
)
let strictAt = { address: null, strict: false }

/** Whether the page as it is now is masked as a whole. */
function strict() {
  if (settings.profile === 'strict') return true
  if (location.href !== strictAt.address) {
    const { pathname, search, hash } = location
    const is = (pattern) => pattern.test(pathname) || pattern.test(pathname + search + hash)
    strictAt = { address: location.href, strict: patterns.some(is) }
  }
  return strictAt.strict
}

const hides = (bits) => (bits & (BLOCK | MASK)) !== 0 || (!forms && (bits & TYPED) !== 0) || (strict() && !(bits & ALLOW))

// ---- Fields

const isField = (element) => /^(input|textarea|select)$/i.test(element.tagName)
const kindOf = (element) => (element.getAttribute('type') ?? '').trim().toLowerCase()
const isButton = (element) => /^(button|submit|reset|image)$/.test(kindOf(element))

/** Folded words: no case, no accents, camel case and digits apart. */
function fold(text) {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœıþðς]/g, (c) => ({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', ς: 'σ' })[c])
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** A table of phrases: `~` before one that counts only alone, `*` after the beginning of a word. */
function compile(list) {
  const table = { anywhere: new Set(), alone: new Set(), stems: [], ends: [] }
  for (const phrase of (list ?? '').split(';')) {
    const words = fold(phrase)
    const joined = words.join('')
    if (joined === '') continue
    if (phrase.startsWith('~')) table.alone.add(joined)
    else table.anywhere.add(joined)
    if (phrase.endsWith('*')) table.stems.push(joined)
    if (words.length === 1 && joined.length >= 6) table.ends.push(joined)
  }
  return table
}

function means(text, table) {
  if (!text || text.length > 96) return false
  const words = fold(text)
  const says = (word) => !/^\d+$/.test(word) && !fillerWords.anywhere.has(word) && !fillerWords.alone.has(word)
  return words.some(
    (word, from) =>
      table.stems.some((stem) => word.startsWith(stem)) ||
      table.ends.some((end) => word.endsWith(end)) ||
      words.slice(from, from + 6).some((_, length) => {
        const to = from + length + 1
        const phrase = words.slice(from, to).join('')
        return table.anywhere.has(phrase) || (table.alone.has(phrase) && !words.slice(0, from).some(says) && !words.slice(to).some(says))
      }),
  )
}

const fillerWords = compile(settings.fillerWords)
const sensitiveWords = compile(settings.sensitiveWords)
const personalWords = compile(settings.personalWords)
const NAMING = ['name', 'id', 'placeholder', 'aria-label', 'title', 'data-name', 'data-field', 'data-label', 'formcontrolname', 'ng-model', 'v-model', 'label']

/** What a field says it is for: its attributes and labels, and where those say nothing the text before it. */
function labelsOf(element) {
  const texts = NAMING.map((name) => element.getAttribute(name))
  for (const label of element.labels ?? []) texts.push(label.textContent)
  for (const name of ['aria-labelledby', 'aria-describedby']) {
    for (const id of (element.getAttribute(name) ?? '').split(/\s+/)) {
      if (id) texts.push(element.getRootNode().getElementById?.(id)?.textContent)
    }
  }
  const before = (node) => node?.previousElementSibling?.textContent ?? node?.previousSibling?.textContent
  texts.push(before(element), before(element.parentElement), element.closest('fieldset')?.querySelector('legend')?.textContent)
  return texts.map((text) => text?.trim()).filter((text) => text)
}

const tokensOf = (element) => (element.getAttribute('autocomplete') ?? '').toLowerCase().split(/[\s,]+/)
/** Fields that were sensitive once stay so. */
const once = new WeakSet()

function isSensitive(element) {
  if (once.has(element)) return true
  const found =
    kindOf(element) === 'password' ||
    element.type === 'password' ||
    element.hasAttribute('data-rr-is-password') ||
    element.maxLength === 1 ||
    tokensOf(element).some((token) => /^cc-|-password$|^one-time-code$|^password$/.test(token)) ||
    !/^(none)?$/.test(getComputedStyle(element).webkitTextSecurity ?? '') ||
    (forms && labelsOf(element).some((label) => means(label, sensitiveWords)))
  if (found) once.add(element)
  return found
}

const isPersonal = (element) =>
  /^(email|tel|hidden|file)$/.test(kindOf(element)) ||
  tokensOf(element).some((token) => /^(email$|tel|bday)/.test(token)) ||
  labelsOf(element).some((label) => means(label, personalWords))

/** What is recorded for the value of a field. */
function maskField(text, element) {
  if (!isField(element) || isButton(element)) return hides(place(element)) ? mask(text) : text
  // The value of a radio button or check box is one of the page's own words.
  if (/^(radio|checkbox)$/.test(kindOf(element))) return text
  // The same whether it was filled or emptied.
  if (isSensitive(element)) return SENSITIVE
  if (!text) return text
  if (forms && !hides(place(element)) && !isPersonal(element)) return text
  return element.tagName === 'SELECT' ? CHOICE : SENSITIVE
}

function maskText(text, element) {
  if (element?.tagName === 'TEXTAREA') return maskField(text, element)
  return hides(place(element)) ? mask(text) : text
}

// ---- What rrweb's own options leave: attributes of masked elements, shadow roots, frames, choices, canvas

/** Attributes that say how an element looks and what it is. */
const LOOKS =
  /^(class|id|style|type|role|name|for|rel|media|dir|lang|width|height|(col|row)span|tabindex|disabled|hidden|contenteditable|autocomplete|inputmode|m(ax|in)(length)?|pattern|step|multiple|readonly|required|method|_cssText|rr_.*)$/
const ADDRESS = /^(href|xlink:href|src|srcset|action|formaction|poster|background|data|cite|ping)$/
const WORDS = /^(title|alt|placeholder|label|summary|abbr|content|value|download|aria-(label|description|valuetext|roledescription|placeholder))$/
const SHOWN = (name) => WORDS.test(name) || name.startsWith('data-')

function scrubAttributes(attributes, bits, element, changed) {
  const hidden = (bits & (BLOCK | MASK)) !== 0
  const svg = element?.namespaceURI === 'http://www.w3.org/2000/svg'
  const field = element && isField(element) && !isButton(element)
  // A change of a sensitive field would tell of typing, but for how it looks.
  const secret = changed && field && isSensitive(element)
  for (const [name, value] of Object.entries(attributes)) {
    if (secret && !/^(type|class|style|disabled|readonly|required|hidden|aria-invalid|data-rr-is-password)$/.test(name)) {
      delete attributes[name]
    } else if (name === 'checked' || name === 'selected') {
      if (!forms || hides(bits)) attributes[name] = false
    } else if (name === 'rr_dataURL' && (!settings.keepMedia || hides(bits))) {
      attributes[name] = PIXEL
    } else if (typeof value !== 'string' || value === '' || settings.markers.includes(name) || LOOKS.test(name)) {
      continue
    } else if (/^(on[a-z]{3,}|srcdoc|nonce|integrity)$/.test(name)) {
      attributes[name] = ''
    } else if (field && name === 'value') {
      attributes[name] = maskField(value, element)
    } else if (hidden && ADDRESS.test(name)) {
      attributes[name] = /^(img|source|video|audio|image|input)$/i.test(element?.tagName ?? '') ? PIXEL : 'about:blank'
    } else if (field && !WORDS.test(name) && isSensitive(element)) {
      attributes[name] = SENSITIVE
    } else if ((hidden && !svg) || (hides(bits) && SHOWN(name)) || (field && changed && !forms && name.startsWith('data-'))) {
      attributes[name] = mask(value)
    }
  }
}

/** A serialized node and all below it; `bits` are those of what is above, `parent` is the DOM's parent element. */
function scrubNode(node, bits, parent) {
  const dom = mirror.getNode(node.id)
  if (node.type === 2) {
    bits |= dom ? own(dom) : MASK
    scrubAttributes(node.attributes, bits, dom, false)
  } else if (node.type === 5) {
    node.textContent = ''
  } else if (node.textContent && parent?.tagName !== 'STYLE') {
    node.textContent = parent?.tagName === 'TEXTAREA' ? maskField(node.textContent, parent) : hides(bits) ? mask(node.textContent) : node.textContent
  }
  for (const child of node.childNodes ?? []) scrubNode(child, bits, dom)
}

/** Changes below a blocked element are dropped; returns whether anything is left. */
function scrubMutation(data) {
  const seen = (id) => {
    const dom = mirror.getNode(id)
    return { dom, bits: dom ? above(dom) : MASK }
  }
  data.adds = data.adds.filter(({ node }) => {
    const { dom, bits } = seen(node.id)
    if (bits & BLOCK) return false
    scrubNode(node, bits, dom && parentOf(dom))
    return true
  })
  data.texts = data.texts.filter((change) => {
    const { dom, bits } = seen(change.id)
    if (bits & BLOCK) return false
    if (change.value && dom?.parentNode?.tagName !== 'STYLE') change.value = maskText(change.value, dom && parentOf(dom))
    return true
  })
  data.attributes = data.attributes.filter((change) => {
    const { dom, bits } = seen(change.id)
    if (bits & BLOCK) return false
    scrubAttributes(change.attributes, dom ? bits | own(dom) : bits, dom, true)
    return Object.keys(change.attributes).length > 0
  })
  return data.adds.length + data.texts.length + data.attributes.length + data.removes.length > 0
}

/** Calls that draw text or pictures. */
const DRAWS = /^(fillText|strokeText|drawImage|putImageData|createPattern|texImage2D|texSubImage2D|bufferData|shaderSource|font)$/

/** Takes out of an event what must not leave; returns whether anything is left. */
function scrub(event) {
  const { data } = event
  if (event.type === 2) scrubNode(data.node, 0, null)
  if (event.type !== 3) return true
  if (data.source === 0) return scrubMutation(data)
  if (data.source === 5) {
    const element = mirror.getNode(data.id)
    if (!element) return false
    for (let at = element; at; at = parentOf(at)) {
      if (at.nodeType === 1 && (at.matches('.rr-ignore') || (settings.ignore && at.matches(settings.ignore)))) return false
    }
    const bits = place(element)
    if (bits & BLOCK) return false
    if (/^(radio|checkbox)$/.test(kindOf(element))) {
      if (!forms || hides(bits)) Object.assign(data, { text: CHOICE, isChecked: false })
    } else {
      data.text = maskField(data.text, element)
    }
  }
  if (data.source === 9) {
    const element = mirror.getNode(data.id)
    if (!settings.keepCanvas || hides(place(element))) return false
    for (const command of data.commands ?? [data]) if (DRAWS.test(command.property)) command.args = []
  }
  return true
}

// ---- Recording and sending

let turn = 0 // counts answers of the visitor: what began under an earlier one is over
let on = false
let mirror
let record
let stop
let release
let timer
let address
let whenLost
let waiting = []
let held = 0
let limit = BATCH
let batch = 0
let failures = 0
let quietUntil = 0
let sending = Promise.resolve()

/**
 * The visitor has agreed: record. `record` is rrweb's, by default the global one; `load` fetches it, so that nothing of
 * it is loaded before: `grant({ load: () => import('/rrweb.js') })`. `lost(status)` is called if the host takes no more.
 */
async function grant({ record: given, load, lost } = {}) {
  if (on) return true
  on = true
  turn += 1
  const mine = turn
  try {
    const loaded = load ? await load() : given ?? globalThis.rrweb?.record ?? globalThis.rrwebRecord
    if (mine !== turn) return false
    record = loaded?.record ?? loaded?.default?.record ?? loaded
    if (typeof record !== 'function') throw new TypeError('milkglass: grant() needs rrweb, as { record } or { load }')
    const { blockSelector, ignoreSelector, maskTextSelector } = settings.options
    for (const selector of [settings.mask, settings.ignore, settings.allow, settings.typed, blockSelector, ignoreSelector, maskTextSelector]) {
      // rrweb passes over a selector that it can't use; here that ends in no recording.
      if (selector) document.querySelector(selector)
    }
  } catch (error) {
    if (mine === turn) on = false
    throw error
  }
  whenLost = lost
  // A recording is one page after the other: of several tabs one is recorded at a time.
  if (navigator.locks) {
    navigator.locks.request('milkglass', () => (mine === turn ? new Promise((resolve) => begin(resolve)) : undefined))
  } else {
    begin(() => {})
  }
  return true
}

function begin(done) {
  release = done
  address = location.href
  mirror = record.mirror
  stop = record({
    ...settings.options,
    maskTextSelector: patterns.length > 0 ? '*' : settings.options.maskTextSelector,
    maskInputFn: maskField,
    maskTextFn: maskText,
    emit: keep,
  })
  timer = setInterval(tick, INTERVAL)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hide)
}

/** The visitor has refused or changed their mind: stop, and forget what was not sent. */
function withdraw() {
  turn += 1
  on = false
  clearInterval(timer)
  removeEventListener('pagehide', leave)
  document.removeEventListener('visibilitychange', hide)
  stop?.()
  release?.()
  stop = release = undefined
  waiting = []
  held = 0
}

function keep(event) {
  let text
  try {
    if (!scrub(event)) return
    text = JSON.stringify(event)
  } catch {
    // What can't be looked at must not go; without its snapshot a page can't be played either.
    if (event.type === 2) end(0)
    return
  }
  waiting.push(text)
  held += text.length
  if (held > HELD) end(0)
}

function end(status) {
  const lost = whenLost
  withdraw()
  lost?.(status)
}

function tick() {
  if (location.href !== address) {
    address = location.href
    // rrweb itself notes the address only when a page loads.
    record.addCustomEvent('url_changed', { href: address })
  }
  send()
}

function take(characters) {
  let count = 0
  let size = 0
  while (count < waiting.length && (count === 0 || size + waiting[count].length < characters)) size += waiting[count++].length
  held -= size
  return waiting.splice(0, count)
}

function giveBack(taken) {
  waiting.unshift(...taken)
  held += taken.reduce((sum, text) => sum + text.length, 0)
}

function target(number) {
  const url = new URL(settings.endpoint, location.origin)
  url.searchParams.set('fingerprint', settings.fingerprint)
  url.searchParams.set('page', String(Math.round(performance.timeOrigin)))
  url.searchParams.set('batch', String(number))
  return url
}

/** Sends what waits, one request after the other, so that events arrive in order. A batch that is sent again keeps its number. */
function send() {
  sending = sending.then(async () => {
    const mine = turn
    while (waiting.length > 0 && Date.now() >= quietUntil) {
      const taken = take(limit)
      const status = await post(taken)
      if (mine !== turn) return
      if (status >= 200 && status < 300) {
        batch += 1
        failures = 0
      } else if (status === 413 && taken.length > 1) {
        limit = Math.ceil(taken.reduce((sum, text) => sum + text.length, 0) / 2)
        giveBack(taken)
      } else if (status === 0 || status === 408 || status === 429 || status >= 500) {
        failures += 1
        quietUntil = Date.now() + Math.min(60_000, INTERVAL * 2 ** failures)
        giveBack(taken)
      } else {
        end(status)
      }
    }
  })
  return sending
}

async function post(events) {
  const body = new Blob([`[${events.join(',')}]`], { type: 'application/json' })
  try {
    return (await fetch(target(batch + 1), { method: 'POST', body, keepalive: body.size < BEACON })).status
  } catch {
    return 0
  }
}

function hide() {
  if (document.visibilityState === 'hidden') send()
}

/** The page is being left: what a browser lets go with it, in pieces; a rest too large for that is given up. */
function leave() {
  while (waiting.length > 0) {
    const taken = take(BEACON / 3) // a character has at most three bytes
    batch += 1
    navigator.sendBeacon(target(batch), new Blob([`[${taken.join(',')}]`], { type: 'application/json' }))
  }
}

const milkglass = { grant, withdraw, flush: send, fingerprint: settings.fingerprint, options: settings.options }
