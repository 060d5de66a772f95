'use strict'

// The public package: the JavaScript shape of the private addon. Types and documentation are in index.d.ts.

const native = require('./native.js').load()

/** What is left at the exit of the process to deliver what waits. The spool keeps the rest for the next process. */
const EXIT_MS = 2000

class MilkglassError extends Error {
  constructor(code, message, { kind = 'internal', retryable = false, offset = null } = {}) {
    super(offset === null ? message : `${message} (at byte ${offset})`)
    this.code = code
    this.kind = kind
    this.retryable = retryable
    this.offset = offset
  }
}
// On the prototype, as for the errors of the language itself.
Object.defineProperty(MilkglassError.prototype, 'name', { value: 'MilkglassError', configurable: true, writable: true })

/** The error behind an error of the addon, which carries all fields as JSON in its message. */
function translate(error) {
  if (!(error instanceof Error) || !error.message.startsWith('{')) return error
  let record
  try {
    record = JSON.parse(error.message)
  } catch {
    return error
  }
  if (typeof record.milkglass !== 'string') return error
  const made = new MilkglassError(record.milkglass, record.message, record)
  // The caller's frames, not those of this function.
  Error.captureStackTrace?.(made, translate)
  return made
}

function call(work) {
  try {
    return work()
  } catch (error) {
    throw translate(error)
  }
}

async function later(work) {
  try {
    return await work()
  } catch (error) {
    throw translate(error)
  }
}

function toBytes(data) {
  if (typeof data === 'string') {
    // Buffer.from would replace a lone surrogate in silence.
    if (!data.isWellFormed()) {
      throw new MilkglassError('input.utf8', 'the text holds a lone surrogate', { kind: 'input' })
    }
    return Buffer.from(data)
  }
  if (data instanceof Uint8Array) return data
  throw new TypeError('expected a Buffer, Uint8Array or string')
}

function text(value, what) {
  if (typeof value !== 'string') throw new TypeError(`${what} is not a string`)
  return value
}

/** Whether an offset lies between the two halves of a character. */
const splits = (text, at) => at > 0 && text.codePointAt(at - 1) > 0xffff && at < text.length

/**
 * The host's function as the addon calls it: it never throws, and gives "failed" for whatever is no answer. The first
 * failure of an object is a warning, which names no more than the class of the error: its message may quote the visitor.
 */
function asking(examine) {
  if (examine == null) return undefined
  if (typeof examine !== 'function') throw new TypeError('examine is not a function')
  let warned = false
  return (channel, tag, name, text) => {
    try {
      const answer = examine({ channel, tag, name, text })
      if (answer === 'keep' || answer === 'mask') return answer
      const isOffset = (at) => Number.isInteger(at) && at >= 0 && at <= text.length && !splits(text, at)
      const isRange = (range) => Array.isArray(range) && range.length === 2 && range.every(isOffset) && range[0] <= range[1]
      if (Array.isArray(answer) && answer.every(isRange)) return answer.flat()
      throw new TypeError('examine returns "keep", "mask" or an array of [start, end]')
    } catch (error) {
      if (!warned) {
        warned = true
        const what = error instanceof Error ? error.constructor.name : typeof error
        process.emitWarning(`examine failed with ${what}; what it was asked about was masked`, {
          type: 'MilkglassExamineWarning',
          code: 'MILKGLASS_EXAMINE',
        })
      }
      return 'failed'
    }
  }
}

function refuseAsync(examine, method) {
  if (!examine) return
  throw new MilkglassError('state.argument', `${method}Async works on the thread pool, where examine can't be called: use ${method}`, {
    kind: 'state',
  })
}

const inner = new WeakMap()
function nativeOf(object, type, what) {
  if (!(object instanceof type)) throw new TypeError(`${what} is not a ${type.name}`)
  return inner.get(object)
}

class Config {
  constructor() {
    inner.set(this, new native.Config())
  }

  static #wrap(made) {
    const config = Object.create(Config.prototype)
    inner.set(config, made)
    return config
  }

  static fromFile(path) {
    const name = path instanceof URL ? require('node:url').fileURLToPath(path) : text(path, 'path')
    return Config.#wrap(call(() => native.Config.fromFile(name)))
  }

  static fromToml(toml) {
    return Config.#wrap(call(() => native.Config.fromToml(text(toml, 'toml'))))
  }

  static fromJson(json) {
    return Config.#wrap(call(() => native.Config.fromJson(text(json, 'json'))))
  }

  static fromObject(values) {
    return Config.fromJson(JSON.stringify(values))
  }

  static schema() {
    return JSON.parse(call(() => native.Config.schema()))
  }

  get fingerprint() {
    return call(() => inner.get(this).fingerprint())
  }
}

class Redacted {
  #report

  constructor({ bytes, report }) {
    this.bytes = bytes
    this.#report = report
  }

  get report() {
    return JSON.parse(this.#report)
  }
}

class Redactor {
  #native
  #examine

  constructor(config, { examine } = {}) {
    const from = nativeOf(config, Config, 'config')
    this.#examine = asking(examine)
    this.#native = call(() => new native.Redactor(from))
  }

  redact(data) {
    const bytes = toBytes(data)
    return new Redacted(call(() => this.#native.redact(bytes, this.#examine)))
  }

  async redactAsync(data) {
    refuseAsync(this.#examine, 'redact')
    const bytes = toBytes(data)
    return new Redacted(await later(() => this.#native.redactAsync(bytes)))
  }
}

class Session {
  #native
  #examine

  constructor(made, examine) {
    this.#native = made
    this.#examine = examine
  }

  get id() {
    return call(() => this.#native.id())
  }

  know(known) {
    for (const [kind, values] of Object.entries(known)) {
      for (const value of Array.isArray(values) ? values : [values]) {
        if (value == null) continue
        call(() => this.#native.know(JSON.stringify({ kind, value })))
      }
    }
  }

  record(data) {
    const bytes = toBytes(data)
    return JSON.parse(call(() => this.#native.record(bytes, this.#examine)))
  }

  async recordAsync(data) {
    refuseAsync(this.#examine, 'record')
    const bytes = toBytes(data)
    return JSON.parse(await later(() => this.#native.recordAsync(bytes)))
  }

  save() {
    return call(() => this.#native.save())
  }

  async withdraw() {
    await later(() => this.#native.withdraw())
  }
}

function named(made, examine, { visitor } = {}) {
  if (visitor != null) call(() => made.visitor(text(visitor, 'visitor')))
  return new Session(made, examine)
}

/** The recorders that nobody closed yet, held weakly: this list must keep none of them alive. */
const open = new Set()
const forget = new FinalizationRegistry((reference) => open.delete(reference))

class Recorder {
  #native
  #examine
  #reference

  constructor(config, { examine } = {}) {
    const from = nativeOf(config, Config, 'config')
    this.#examine = asking(examine)
    this.#native = call(() => new native.Recorder(from))
    this.config = config
    if (open.size === 0) process.once('exit', closeAll)
    this.#reference = new WeakRef(this)
    open.add(this.#reference)
    forget.register(this, this.#reference)
  }

  get fingerprint() {
    return call(() => this.#native.fingerprint())
  }

  decide(signals = {}) {
    return JSON.parse(call(() => this.#native.decide(JSON.stringify(signals))))
  }

  session(id, decision, options) {
    return named(call(() => this.#native.session(text(id, 'id'), JSON.stringify(decision))), this.#examine, options)
  }

  resume(state, decision, options) {
    const bytes = toBytes(state)
    return named(call(() => this.#native.resume(bytes, JSON.stringify(decision))), this.#examine, options)
  }

  async flush(timeoutMs = 10_000) {
    return JSON.parse(await later(() => this.#native.flush(timeoutMs)))
  }

  async withdraw(sessionId) {
    await later(() => this.#native.withdraw(text(sessionId, 'sessionId')))
  }

  async eraseVisitor(visitorId) {
    await later(() => this.#native.eraseVisitor(text(visitorId, 'visitorId')))
  }

  stats() {
    return JSON.parse(call(() => this.#native.stats()))
  }

  notices() {
    return JSON.parse(call(() => this.#native.notices()))
  }

  pause() {
    call(() => this.#native.pause())
  }

  unpause() {
    call(() => this.#native.unpause())
  }

  async close(timeoutMs = EXIT_MS) {
    this.#forget()
    return JSON.parse(await later(() => this.#native.close(timeoutMs)))
  }

  #forget() {
    open.delete(this.#reference)
    forget.unregister(this.#reference)
    if (open.size === 0) process.off('exit', closeAll)
  }

  /** @internal */
  static _closeNow(recorder, timeoutMs) {
    recorder.#native.closeSync(timeoutMs)
  }
}
if (Symbol.asyncDispose) {
  Object.defineProperty(Recorder.prototype, Symbol.asyncDispose, {
    async value() {
      await this.close()
    },
    configurable: true,
    writable: true,
  })
}

/** Two seconds in all, however many recorders there are. Nothing depends on it: the spool has everything. */
function closeAll() {
  const end = Date.now() + EXIT_MS
  for (const reference of open) {
    const recorder = reference.deref()
    if (!recorder) continue
    try {
      Recorder._closeNow(recorder, Math.max(0, end - Date.now()))
    } catch {
      // An exit handler that throws would change the host's exit code.
    }
  }
}

function notice(config, language, { format = 'html', length = 'full' } = {}) {
  const from = nativeOf(config, Config, 'config')
  return call(() => native.notice(from, text(language, 'language'), text(format, 'format'), text(length, 'length')))
}

function assess(config, jurisdictions = []) {
  if (!Array.isArray(jurisdictions)) throw new TypeError('jurisdictions is not an array')
  const from = nativeOf(config, Config, 'config')
  return JSON.parse(call(() => native.assess(from, jurisdictions)))
}

function lintPage(html, config) {
  const from = nativeOf(config, Config, 'config')
  return JSON.parse(call(() => native.lintPage(text(html, 'html'), from)))
}

function accountability(config) {
  const from = nativeOf(config, Config, 'config')
  return JSON.parse(call(() => native.accountability(from)))
}

function checkNotice(config, language, published, { length = 'full' } = {}) {
  const from = nativeOf(config, Config, 'config')
  return JSON.parse(
    call(() => native.checkNotice(from, text(language, 'language'), text(published, 'published'), text(length, 'length'))),
  )
}

function requiresRenewal(before, after) {
  const [old, renewed] = [nativeOf(before, Config, 'before'), nativeOf(after, Config, 'after')]
  return JSON.parse(call(() => native.requiresRenewal(old, renewed)))
}

function locales() {
  return JSON.parse(call(() => native.locales()))
}

function lintSarif(pages, config) {
  const from = nativeOf(config, Config, 'config')
  const texts = Object.values(pages).map((html) => text(html, 'page'))
  return JSON.parse(call(() => native.lintSarif(Object.keys(pages), texts, from)))
}

function whole(seconds, what) {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new TypeError(`${what} is not a whole number from 0 on`)
  return seconds
}

class ConsentRecord {
  #json

  constructor(recordId, entityId) {
    this.#json = call(() => native.consentRecordNew(text(recordId, 'recordId'), text(entityId, 'entityId')))
  }

  static fromJson(json, { head } = {}) {
    call(() => native.consentRecordStanding(text(json, 'json'), head))
    // Without the constructor there would be no private field; the ids it is given are replaced with the text.
    const record = new ConsentRecord('-', '-')
    record.#json = json
    return record
  }

  append(event, config, { notice: shown, language, version, at } = {}) {
    const from = nativeOf(config, Config, 'config')
    const happened = JSON.stringify({ event, notice: shown, language, version, at })
    this.#json = call(() => native.consentRecordAppend(this.#json, happened, from))
  }

  verify(head) {
    call(() => native.consentRecordStanding(this.#json, head))
  }

  standing(now) {
    const at = now == null ? undefined : whole(now, 'now')
    return JSON.parse(call(() => native.consentRecordStanding(this.#json, undefined, at)))
  }

  get head() {
    return this.standing().head
  }

  toJson() {
    return this.#json
  }

  toJsonLd() {
    return JSON.parse(call(() => native.consentRecordExport(this.#json)))
  }
}

function snippet(config, { format = 'js', endpoint = '/milkglass/events' } = {}) {
  const from = nativeOf(config, Config, 'config')
  return call(() => native.snippet(from, text(format, 'format'), text(endpoint, 'endpoint')))
}

const detectors = new WeakMap()
let defaults

function scan(string, config = (defaults ??= new Config())) {
  const from = nativeOf(config, Config, 'config')
  // Compiling the detectors costs far more than a scan.
  let detector = detectors.get(config)
  if (!detector) detectors.set(config, (detector = call(() => new native.Detector(from))))
  return call(() => detector.scan(text(string, 'text')))
}

module.exports = {
  Config,
  ConsentRecord,
  MilkglassError,
  Recorder,
  Redacted,
  Redactor,
  Session,
  accountability,
  assess,
  checkNotice,
  lintPage,
  lintSarif,
  locales,
  notice,
  requiresRenewal,
  scan,
  snippet,
}
