/**
 * Session recordings without personal data: takes the events of rrweb, asks whether it may record, removes personal data
 * inside this process, delivers the rest without loss and writes the privacy notice that is true of exactly this
 * configuration.
 *
 * @example
 * const redactor = new Redactor(Config.fromFile('milkglass.toml'))
 * const { bytes, report } = redactor.redact(request.body)
 *
 * @packageDocumentation
 */

/** Events as they arrive: one event, an array, NDJSON, gzip or zstd. A string is taken as UTF-8. */
export type Data = Uint8Array | string

/** The family of an error. */
export type ErrorKind = 'config' | 'input' | 'consent' | 'storage' | 'network' | 'remote' | 'state' | 'internal'

/** Every error of this package. Neither message nor properties hold visitor data. */
export class MilkglassError extends Error {
  constructor(code: string, message: string, details?: { kind?: ErrorKind; retryable?: boolean; offset?: number | null })
  /** The stable code, for example `input.json`; see docs/errors.md. Compare this, not the message. */
  readonly code: string
  /** The family of the error. */
  readonly kind: ErrorKind
  /** Whether the same call may succeed later without a change by the caller. */
  readonly retryable: boolean
  /** Where in the input it happened, in bytes from its start; null where that is not known. */
  readonly offset: number | null
}

/** A validated configuration: the shape of `milkglass.toml`, as TOML, JSON or an object. */
export class Config {
  /** The default of every setting: the profile `balanced`, no site and no notice. */
  constructor()
  /** Reads a file: JSON where its name ends in `.json`, TOML otherwise. */
  static fromFile(path: string | URL): Config
  /** Reads TOML. An unknown key is an error that names it and the nearest known one. */
  static fromToml(toml: string): Config
  /** Reads JSON. */
  static fromJson(json: string): Config
  /** Reads an object, for example a part of the host's own settings. */
  static fromObject(values: object): Config
  /** The JSON Schema of the configuration. */
  static schema(): Record<string, unknown>
  /** What identifies this configuration in notices, uploads and reports: `mg1-` and a hash. */
  get fingerprint(): string
}

/** What one call masked and dropped. No visitor data: names of channels and numbers. */
export interface Report {
  /** Fingerprint of the configuration whose rules were applied. */
  fingerprint: string
  events_in: number
  /** Events written; the difference is in `dropped`. */
  events_out: number
  bytes_in: number
  bytes_out: number
  /** Items masked, by channel and reason. */
  masked: Record<string, Record<string, number>>
  /** Events dropped, by channel and reason. */
  dropped: Record<string, Record<string, number>>
}

/** What a redaction gives back. */
export class Redacted {
  private constructor()
  /** The redacted events, in the form they came in. */
  readonly bytes: Buffer
  /** What was masked and dropped. */
  get report(): Report
}

/** One text that the engine would leave readable, as `examine` is shown it. */
export interface Seen {
  /** The channel, by the names of the report: `text`, `attribute`, `url`, `input`, `css`, `custom`, ... */
  channel: string
  /** Tag name of the element that the text belongs to; null where there is none or it is not known. */
  tag: string | null
  /** Name of the attribute, of the style property or of the nearest key of a payload. */
  name: string | null
  /** The text, with the engine's masks in it. */
  text: string
}

/** What `examine` says: write it, mask all of it, or mask these ranges of UTF-16 units (`text.slice(start, end)`). */
export type Answer = 'keep' | 'mask' | [start: number, end: number][]

export interface ExamineOptions {
  /**
   * Asked about every text that the engine would leave readable; it may hide more of it, and nothing else. Called at once on
   * this thread, so `redactAsync` and `recordAsync` refuse to work with it. What it throws, or returns besides, masks the
   * text, is counted as `host_fault` and, the first time, a process warning of the type `MilkglassExamineWarning`.
   */
  examine?: ((seen: Seen) => Answer) | null
}

/** The engine alone: bytes in, bytes and a report out. Make one and keep it. */
export class Redactor {
  /** Compiles the rules. */
  constructor(config: Config, options?: ExamineOptions)
  /** Redacts one chunk on this thread. An error carries the byte offset where the input can't be read. */
  redact(data: Data): Redacted
  /** The same on Node's thread pool; the event loop goes on. The input is copied, so it may be changed at once. */
  redactAsync(data: Data): Promise<Redacted>
}

/** The choice that the visitor made in the banner. */
export interface Choice {
  granted: boolean
  /** Unix seconds; without it the permission counts from the decision. */
  at?: number | null
  /** The fingerprint of the configuration whose notice was shown. */
  notice?: string | null
  /** The language it was shown in. */
  language?: string | null
  /** Whether the visitor agreed although their Global Privacy Control was on. Otherwise that signal wins. */
  despite_gpc?: boolean
}

/** What is known of a visitor's will. What can't be read counts against recording; an unknown key is an error. */
export interface Signals {
  explicit?: Choice | null
  /** The request's headers, as `request.headers` has them. */
  headers?: Record<string, string | string[] | undefined>
  /** Consent strings that came neither in a header nor in a cookie, by source: `{ tcf: 'CQ...' }`. */
  values?: Record<string, string>
  age?: number | null
  /** Unix seconds; by default the clock. */
  now?: number | null
  /** Where the visitor is, for example `DE` or `US-CA`. */
  jurisdiction?: string | null
}

/** One source's word in a decision. */
export interface Reason {
  source: string
  verdict: 'grant' | 'refuse' | 'absent' | 'unknown'
  reason: string
}

/** Whether a visitor may be recorded, and why. */
export interface Decision {
  allow: boolean
  reasons: Reason[]
  /** Unix seconds. */
  decided_at: number
  /** Unix seconds after which it must be asked anew. */
  expires: number | null
  /** Of the configuration it was made under. */
  fingerprint: string
}

/** What became of the events of one call. */
export interface Receipt {
  /** `full`: the spool has no room; `gated`: no consent. Nothing was kept in either case. */
  verdict: 'accepted' | 'full' | 'gated'
  /** How many events were accepted. */
  events: number
  /** What was masked and dropped. */
  report: Report
}

/** What the host knows of a visitor. */
export interface Known {
  name?: string | string[] | null
  email?: string | string[] | null
  phone?: string | string[] | null
  address?: string | string[] | null
  /** Its mask does not depend on it. */
  secret?: string | string[] | null
  other?: string | string[] | null
}

/** One visitor's session, made by {@link Recorder.session}. */
export class Session {
  private constructor()
  /** The id that the host gave. */
  get id(): string
  /** Tells what the host knows of the visitor: it is hidden wherever it appears. Keyed hashes are kept, no values. */
  know(known: Known): void
  /** Redacts events and puts them in the spool, on this thread. */
  record(data: Data): Receipt
  /** The same on Node's thread pool. Await it before the next one of the session: events must arrive in order. */
  recordAsync(data: Data): Promise<Receipt>
  /** The sealed state of the page, for {@link Recorder.resume} in another process. Holds no visitor data. */
  save(): Buffer
  /** The visitor withdrew consent: stops, destroys what waits and has the collector erase what it holds. */
  withdraw(): Promise<void>
}

/** What a flush or close achieved. */
export interface Flushed {
  /** Events delivered since the call. */
  delivered: number
  /** Events that still wait; they are safe in the spool unless `durability = "memory"`. */
  pending: number
}

/** Where every accepted event went: `accepted` is `delivered + pending +` the sum of `dropped`, at every moment. */
export interface Stats {
  accepted: number
  delivered: number
  pending: number
  /** Events that will never be delivered, by reason. */
  dropped: Record<string, number>
  /** Batches that the collector refused and that are kept, sealed, for inspection. */
  dead_letters: number
  /** Erasure requests that wait. */
  erasures: number
  /** Bytes that the spool takes on disk. */
  bytes_on_disk: number
  /** Databases that were found corrupt and set aside. */
  corrupt_files: number
  /** Whether sending is paused, by the host or because the collector refused the key. */
  paused: boolean
  /** Milliseconds until the next attempt, while the collector can't be reached. */
  retry_in_ms: number | null
}

/** Something the host may want to know. */
export interface Notice {
  /** A stable code of docs/errors.md. */
  code: string
  /** One sentence without visitor data. */
  message: string
}

/** What a session may be given besides its id. */
export interface SessionOptions {
  /** A pseudonym by which {@link Recorder.eraseVisitor} finds the visitor's sessions. */
  visitor?: string | null
}

/**
 * Takes sessions in and delivers them. One per process.
 *
 * Nothing is started before the first accepted event, and nothing keeps the process from ending: what waits then is
 * delivered within two seconds or stays in the spool for the next process.
 */
export class Recorder {
  /** With `examine` every session of it is asked about; see {@link ExamineOptions}. */
  constructor(config: Config, options?: ExamineOptions)
  readonly config: Config
  /** The fingerprint of the configuration; each upload carries it. */
  get fingerprint(): string
  /** Whether this visitor may be recorded, from the choice made in the banner and the request's headers. */
  decide(signals?: Signals): Decision
  /** Begins the session of one visit, or goes on with it. Without consent its events are refused: `gated`. */
  session(id: string, decision: Decision, options?: SessionOptions): Session
  /** Goes on with a session that {@link Session.save} saved, in this process or another. */
  resume(state: Uint8Array, decision: Decision, options?: SessionOptions): Session
  /** Delivers what waits, for at most `timeoutMs` (10,000) milliseconds. That nobody answers is no error: see `pending`. */
  flush(timeoutMs?: number): Promise<Flushed>
  /** As {@link Session.withdraw}, by id. */
  withdraw(sessionId: string): Promise<void>
  /** Destroys what waits of one visitor and has the collector erase the rest. */
  eraseVisitor(visitorId: string): Promise<void>
  /** The accounts. */
  stats(): Stats
  /** What the host may want to know since the last call, such as that the collector refused the key. */
  notices(): Notice[]
  /** Stops delivering; events are still taken in. */
  pause(): void
  /** Goes on delivering. */
  unpause(): void
  /** Delivers what waits, for at most `timeoutMs` (2,000) milliseconds, and stops. What is left stays in the spool. */
  close(timeoutMs?: number): Promise<Flushed>
}

export interface NoticeOptions {
  /** Default `html`. */
  format?: 'text' | 'markdown' | 'html' | 'json' | 'jsonld' | 'wordpress'
  /** Default `full`. */
  length?: 'full' | 'short' | 'banner'
}

/** The privacy notice that is true of this configuration. */
export function notice(config: Config, language: string, options?: NoticeOptions): string

/** What the law asks of a configuration, with citations; by default where the configuration says visitors are. */
export function assess(config: Config, jurisdictions?: string[]): Record<string, unknown>

/** The fields of a page that should be marked sensitive and are not. */
export function lintPage(html: string, config: Config): Record<string, unknown>[]

/** The findings of several pages, path to HTML, as one SARIF 2.1.0 log. */
export function lintSarif(pages: Record<string, string>, config: Config): Record<string, unknown>

/**
 * The papers beside the notice, in English: `record` (Art. 30 GDPR), `dpia`, `storage` and `processors`. What the
 * configuration can't know stands under `open` as a question. No legal advice.
 */
export function accountability(config: Config): Record<string, unknown>

/** How a published notice compares with the configuration. */
export interface NoticeCheck {
  matches: boolean
  language: string
  length: 'full' | 'short_statement' | 'banner'
  fingerprint: string
  /** It may differ although the text matches: not every setting shows in it. */
  published_fingerprint: string | null
  /** The differing words, in the order of the text. */
  differences: { after: string; expected: string; published: string }[]
}

/** Whether a published page or text still says what the configuration says. */
export function checkNotice(config: Config, language: string, published: string, options?: Pick<NoticeOptions, 'length'>): NoticeCheck

/** Whether visitors who agreed under one configuration must be asked again under another. */
export function requiresRenewal(
  before: Config,
  after: Config,
): { required: boolean; changes: { key: string; material: boolean; reason: string }[] }

/** The languages of the notice: `status` is `drafted`, `native` or `lawyer`. */
export function locales(): { language: string; name: string; status: string; source_version: string }[]

/** What happened to a consent. */
export type ConsentEvent = 'requested' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'renewed'

/** Where a consent stands. */
export interface Standing {
  state: 'unknown' | 'requested' | 'given' | 'refused' | 'withdrawn' | 'expired'
  /** Unix seconds. */
  expires: number | null
  /** Hash of the last event. */
  head: string
  events: number
  /** The choice for `decide({ explicit })`. */
  signal: Choice | null
}

/**
 * Proof of what a visitor was asked and answered, after ISO/IEC TS 27560. Events are only ever added.
 *
 * Keep {@link ConsentRecord.toJson}, and {@link ConsentRecord.head} where whoever can write the record can't: with it a cut
 * end is found too. The entity id is the host's pseudonym of the visitor.
 */
export class ConsentRecord {
  constructor(recordId: string, entityId: string)
  /** Reads a record and verifies it: `consent.broken` if it was altered. */
  static fromJson(json: string, options?: { head?: string }): ConsentRecord
  /** Adds an event. `notice` is the text that was shown; its hash is kept. `version` is the fingerprint where missing. */
  append(event: ConsentEvent, config: Config, shown: { notice: string; language: string; version?: string; at?: number }): void
  /** Throws if an event was altered, taken out or moved, or the record does not end with `head`. */
  verify(head?: string): void
  /** Where the consent stands, now or at a moment in Unix seconds. */
  standing(now?: number): Standing
  /** The hash of the last event. */
  get head(): string
  /** The record as it is kept. */
  toJson(): string
  /** The record in the terms of the W3C Data Privacy Vocabulary. */
  toJsonLd(): Record<string, unknown>
}

/** Personal data in a text: `text.slice(span.start, span.end)`. Offsets count UTF-16 units, as JavaScript does. */
export interface Span {
  start: number
  end: number
  /** For example `EMAIL` or `CREDIT_CARD`. */
  type: string
  /** From 0 to 1. */
  confidence: number
  /** Which rule found it. */
  reason: string
}

/** Finds personal data in plain text, with the detectors of the configuration or the default ones. */
export function scan(text: string, config?: Config): Span[]

/** How the recorder's set-up is written. */
export interface SnippetOptions {
  /** `js` (default): a classic script; `module`: an ES module; `json`: options of rrweb's `record`, without functions. */
  format?: 'js' | 'module' | 'json'
  /** The path at which the host takes events, to hand them to {@link Session.record}; never the collector's. */
  endpoint?: string
}

/** The recorder's set-up for the page, which masks in the browser what the engine masks here. */
export function snippet(config: Config, options?: SnippetOptions): string
