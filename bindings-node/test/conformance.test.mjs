// Runs the vectors of tests/conformance, whose README says what each key means.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'

import {
  Config,
  ConsentRecord,
  MilkglassError,
  Recorder,
  Redactor,
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
} from '../index.mjs'

const native = createRequire(import.meta.url)('../native.js').load()

// Recorders want a write key, though nothing is sent.
process.env.MILKGLASS_KEY ??= 'conformance'

const folder = process.env.MILKGLASS_VECTORS ?? fileURLToPath(new URL('../../tests/conformance/vectors', import.meta.url))
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
const KEYS = new Set(['name', 'area', 'config', 'input', 'input_b64', 'signals', 'expect'])

function readConfig(value) {
  if (value === undefined) return new Config()
  return typeof value === 'string' ? Config.fromToml(value) : Config.fromObject(value)
}

function readInput({ input = '', input_b64 }) {
  if (input_b64 !== undefined) return Buffer.from(input_b64, 'base64')
  return Buffer.from(typeof input === 'string' ? input : JSON.stringify(input))
}

function matches(pattern, value) {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && value.length === pattern.length && pattern.every((part, i) => matches(part, value[i]))
  }
  if (pattern !== null && typeof pattern === 'object') {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
    return Object.entries(pattern).every(([key, part]) => Object.hasOwn(value, key) && matches(part, value[key]))
  }
  return pattern === value
}

function assertMatches(pattern, value) {
  if (pattern === undefined) return
  assert.ok(matches(pattern, value), `expected ${JSON.stringify(pattern)}\nin ${JSON.stringify(value)}`)
}

/** The offset in code points of an offset in UTF-16 units. */
const codePoints = (text, units) => [...text.slice(0, units)].length

/** Throws the package's errors for calls that go to the addon directly, as the package does. */
function direct(call) {
  try {
    return call()
  } catch (error) {
    const { milkglass, message, ...details } = JSON.parse(error.message)
    throw new MilkglassError(milkglass, message, details)
  }
}

/** The text with what the vector's `replace` says. */
const replaced = ({ input: { replace } }, text) => (replace === undefined ? text : text.replaceAll(replace[0], replace[1]))

const areas = {
  async redact(vector, expect) {
    const redactor = new Redactor(readConfig(vector.config))
    const { bytes, report } = redactor.redact(readInput(vector))
    assert.deepEqual((await redactor.redactAsync(readInput(vector))).bytes, bytes)
    assertMatches(expect.report, report)
    return bytes.toString()
  },
  consent(vector, expect) {
    readConfig(vector.config)
    const config = vector.config === undefined ? new native.Config() : typeof vector.config === 'string'
      ? native.Config.fromToml(vector.config)
      : native.Config.fromJson(JSON.stringify(vector.config))
    const decision = direct(() => new native.Recorder(config).decide(readInput(vector).toString()))
    assertMatches(expect.decision, JSON.parse(decision))
    return decision
  },
  async session(vector, expect) {
    const recorder = new Recorder(readConfig(vector.config))
    try {
      recorder.pause()
      const decision = recorder.decide(vector.signals)
      const receipt = recorder.session('conformance', decision).record(readInput(vector))
      assertMatches(expect.receipt, receipt)
      assertMatches(expect.stats, recorder.stats())
    } finally {
      await recorder.close(0)
    }
    return ''
  },
  notice({ config, input: { language, ...options } }) {
    return notice(readConfig(config), language, options)
  },
  assess({ config, input }, expect) {
    const assessment = assess(readConfig(config), input.jurisdictions)
    assertMatches(expect.assessment, assessment)
    return JSON.stringify(assessment)
  },
  accountability({ config }, expect) {
    const papers = accountability(readConfig(config))
    assertMatches(expect.papers, papers)
    return JSON.stringify(papers)
  },
  check(vector, expect) {
    const { language, length = 'full' } = vector.input
    const config = readConfig(vector.config)
    const published = vector.input.published ?? replaced(vector, notice(config, language, { length }))
    const result = checkNotice(config, language, published, { length })
    assertMatches(expect.check, result)
    return JSON.stringify(result)
  },
  renewal({ config, input }, expect) {
    const result = requiresRenewal(readConfig(config), readConfig(input))
    assertMatches(expect.renewal, result)
    return JSON.stringify(result)
  },
  record(vector, expect) {
    const config = vector.config === undefined ? new native.Config() : native.Config.fromJson(JSON.stringify(vector.config))
    // The addon's calls, because the package's method takes no unknown key.
    let json = new ConsentRecord('r-1', 'v-1').toJson()
    for (const event of vector.input.events) {
      json = direct(() => native.consentRecordAppend(json, JSON.stringify(event), config))
    }
    const record = ConsentRecord.fromJson(replaced(vector, json), { head: vector.input.head })
    assertMatches(expect.standing, record.standing(vector.input.now))
    return JSON.stringify(record.toJsonLd())
  },
  locales(vector, expect) {
    const found = locales()
    if (expect.count !== undefined) assert.equal(found.length, expect.count)
    return JSON.stringify(found)
  },
  sarif({ config, input }, expect) {
    const log = lintSarif(input.pages, readConfig(config))
    assertMatches(expect.sarif, log)
    return JSON.stringify(log)
  },
  lint(vector, expect) {
    const findings = lintPage(readInput(vector).toString(), readConfig(vector.config))
    assertMatches(expect.findings, findings)
    if (expect.count !== undefined) assert.equal(findings.length, expect.count)
    return JSON.stringify(findings)
  },
  snippet({ config, input }) {
    return snippet(readConfig(config), input)
  },
  scan(vector, expect) {
    const text = readInput(vector).toString()
    const spans = scan(text, readConfig(vector.config)).map(({ type, start, end }) => ({
      type,
      text: text.slice(start, end),
      start: codePoints(text, start),
      end: codePoints(text, end),
    }))
    assertMatches(expect.spans, spans)
    return ''
  },
  config(vector, expect) {
    const { fingerprint } = readConfig(vector.config)
    if (expect.fingerprint !== undefined) assert.equal(fingerprint, expect.fingerprint)
    if (expect.same_as !== undefined) assert.equal(fingerprint, readConfig(expect.same_as).fingerprint)
    if (expect.differs_from !== undefined) assert.notEqual(fingerprint, readConfig(expect.differs_from).fingerprint)
    return ''
  },
  error({ input }) {
    direct(() => native.testError(input.number))
    return ''
  },
}

test('there are vectors', (t) => {
  assert.ok(vectors.length > 0, `no vectors in ${folder}`)
  assert.equal(new Set(vectors.map(({ name }) => name)).size, vectors.length, 'names are unique')
  for (const vector of vectors) for (const key of Object.keys(vector)) assert.ok(KEYS.has(key), `${vector.name}: ${key}`)
  t.diagnostic(`conformance: node ran ${vectors.length} vectors`)
})

for (const vector of vectors) {
  test(vector.name, async () => {
    const { area, expect } = vector
    assert.ok(Object.hasOwn(areas, area), `area ${area}`)
    if (expect.error !== undefined) {
      await assert.rejects(
        async () => areas[area](vector, expect),
        (error) => {
          if (!(error instanceof MilkglassError)) throw error
          assert.equal(error.code, expect.error)
          for (const key of ['offset', 'kind', 'retryable']) {
            if (expect[key] !== undefined) assert.equal(error[key], expect[key])
          }
          assert.ok(error.message.includes(expect.message_contains ?? ''), error.message)
          return true
        },
      )
      return
    }
    const output = await areas[area](vector, expect)
    if (expect.output !== undefined) assert.equal(output, expect.output)
    if (expect.output_json !== undefined) assertMatches(expect.output_json, JSON.parse(output))
    for (const text of expect.contains ?? []) assert.ok(output.includes(text), `contains ${text}`)
    for (const text of expect.absent ?? []) assert.ok(!output.includes(text), `absent ${text}`)
  })
}
