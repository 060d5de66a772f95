// The package itself: what it takes, what it throws, promises, workers, exit. What the calls compute is the vectors' business.

import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import defaultExport, * as milkglass from '../index.mjs'

const { Config, ConsentRecord, MilkglassError, Recorder, Redactor, Session, lintSarif, notice, requiresRenewal, scan } = milkglass
const require = createRequire(import.meta.url)
const native = require('../native.js').load()
const packageDir = fileURLToPath(new URL('..', import.meta.url))
const entry = JSON.stringify(join(packageDir, 'index.js'))

process.env.MILKGLASS_KEY ??= 'test'
const events = '[{"type":4,"timestamp":1,"data":{"href":"https://shop.example/","width":800,"height":600}}]'
const spools = mkdtempSync(join(tmpdir(), 'milkglass-'))
after(() => rmSync(spools, { recursive: true }))
let count = 0
const offline = () =>
  Config.fromObject({ upload: { endpoint: 'http://127.0.0.1:9/v1/batches', spool: join(spools, String(count++)) } })
const code = (wanted) => (error) => error instanceof MilkglassError && error.code === wanted

test('import and require give the same objects', () => {
  const required = require('../index.js')
  assert.equal(required, defaultExport)
  for (const name of Object.keys(required)) assert.equal(milkglass[name], required[name], name)
})

test('every kind of data gives the same bytes', async () => {
  const redactor = new Redactor(new Config())
  const expected = redactor.redact(events).bytes
  assert.ok(Buffer.isBuffer(expected))
  const padded = Buffer.from(`x${events}`)
  for (const data of [Buffer.from(events), new Uint8Array(Buffer.from(events)), padded.subarray(1)]) {
    assert.deepEqual(redactor.redact(data).bytes, expected)
    assert.deepEqual((await redactor.redactAsync(data)).bytes, expected)
  }
  for (const data of [null, undefined, 1, [1], {}, new Uint16Array(2)]) {
    assert.throws(() => redactor.redact(data), TypeError)
    await assert.rejects(redactor.redactAsync(data), TypeError)
  }
})

test('an asynchronous call has its own copy of the input', async () => {
  const redactor = new Redactor(new Config())
  const data = Buffer.from(events)
  const pending = redactor.redactAsync(data)
  data.fill(0)
  assert.deepEqual((await pending).bytes, redactor.redact(events).bytes)
})

test('a lone surrogate is an input error', () => {
  assert.throws(() => new Redactor(new Config()).redact('["\ud800"]'), code('input.utf8'))
})

test('configurations come from files, text and objects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'milkglass-'))
  try {
    const toml = join(folder, 'milkglass.toml')
    writeFileSync(toml, '[privacy]\nprofile = "strict"\n')
    const prints = [
      Config.fromFile(toml),
      Config.fromFile(new URL(`file://${toml}`)),
      Config.fromToml('[privacy]\nprofile = "strict"\n'),
      Config.fromJson('{"privacy":{"profile":"strict"}}'),
      Config.fromObject({ privacy: { profile: 'strict' } }),
    ].map(({ fingerprint }) => fingerprint)
    assert.equal(new Set(prints).size, 1)
    assert.notEqual(prints[0], new Config().fingerprint)
    assert.equal(Config.schema().type, 'object')
    assert.throws(() => Config.fromFile(join(folder, 'none.toml')), code('config.read'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('wrong types are type errors', () => {
  assert.throws(() => new Redactor({}), TypeError)
  assert.throws(() => new Recorder(), TypeError)
  assert.throws(() => Config.fromToml(1), TypeError)
  assert.throws(() => notice(new Config(), 5), TypeError)
})

test('spans cut the text', () => {
  const text = 'größer 😀 erika@example.com'
  const [span] = scan(text)
  assert.equal(text.slice(span.start, span.end), 'erika@example.com')
})

test('every error code arrives with its fields', () => {
  const table = JSON.parse(native.errorTable())
  assert.ok(table.length >= 30)
  for (const { number, code, kind, retryable } of table) {
    assert.throws(
      () => native.testError(number),
      (error) => {
        const record = JSON.parse(error.message)
        assert.deepEqual(
          { ...record, message: undefined },
          { milkglass: code, kind, retryable, offset: 7, message: undefined },
        )
        return true
      },
    )
  }
})

test('an error has its fields, the caller in its stack, and no visitor data', async () => {
  const redactor = new Redactor(new Config())
  const bad = '[{"type":3,"data":{"text":"Erika Muster'
  const check = (error) => {
    assert.ok(error instanceof MilkglassError && error instanceof Error)
    assert.equal(error.name, 'MilkglassError')
    assert.equal(error.code, 'input.json')
    assert.equal(error.kind, 'input')
    assert.equal(error.retryable, false)
    assert.equal(typeof error.offset, 'number')
    assert.match(error.stack, /package\.test\.mjs/)
    assert.ok(!error.stack.includes('Erika'))
    return true
  }
  assert.throws(() => redactor.redact(bad), check)
  await assert.rejects(async () => await redactor.redactAsync(bad), check)
})

test('a panic is an error, on this thread and on the pool', async () => {
  assert.throws(() => native.testPanic(), /"internal\.panic"/)
  await assert.rejects(native.testPanicAsync(), /"internal\.panic"/)
})

test('a visit', async () => {
  const config = offline()
  const recorder = new Recorder(config)
  recorder.pause()
  assert.equal(recorder.fingerprint, config.fingerprint)
  const decision = recorder.decide({ explicit: { granted: true }, headers: { cookie: 'a=b', 'x-none': undefined, via: ['a', 'b'] } })
  assert.equal(decision.allow, true)
  const session = recorder.session('s-1', decision, { visitor: 'v-1' })
  assert.ok(session instanceof Session)
  assert.equal(session.id, 's-1')
  session.know({ name: 'Erika Muster', email: ['erika@example.com', 'e@example.org'], phone: null })
  assert.throws(() => session.know({ shoeSize: '38' }), code('state.argument'))
  const receipt = session.record(events)
  assert.deepEqual([receipt.verdict, receipt.events, receipt.report.events_in], ['accepted', 1, 1])
  assert.equal((await session.recordAsync(events)).verdict, 'accepted')
  assert.equal(recorder.resume(session.save(), decision, { visitor: 'v-1' }).id, 's-1')
  assert.equal(recorder.stats().pending, 2)
  assert.deepEqual(recorder.notices(), [])
  await session.withdraw()
  assert.equal(session.record(events).verdict, 'gated')
  assert.deepEqual(recorder.stats().dropped, { withdrawn: 2 })
  await recorder.eraseVisitor('v-1')
  recorder.unpause()
  await recorder.close(0)
  assert.throws(() => recorder.session('s-2', decision), code('state.closed'))
})

test('states and arguments', async () => {
  const recorder = new Recorder(offline())
  const decision = recorder.decide({ explicit: { granted: true } })
  assert.throws(() => recorder.session('', decision), code('state.argument'))
  assert.throws(() => recorder.session('s-1', {}), code('state.argument'))
  assert.throws(() => recorder.resume(Buffer.from('no state'), decision), code('state.foreign'))
  assert.throws(() => recorder.decide({ explicit: { grantd: true } }), code('consent.malformed'))
  await assert.rejects(recorder.flush(-1), code('state.argument'))
  assert.equal(recorder.session('s-1', recorder.decide()).record(events).verdict, 'gated')
  if (Symbol.asyncDispose) await recorder[Symbol.asyncDispose]()
  else await recorder.close(0)
})

test('the pool works while the event loop goes on', async () => {
  const event = JSON.stringify({ type: 5, timestamp: 1, data: { tag: 't', payload: { text: 'word '.repeat(200) } } })
  const chunk = Buffer.from(`[${Array(2000).fill(event).join()}]`)
  const redactor = new Redactor(new Config())
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const all = await Promise.all([1, 2, 3, 4].map(() => redactor.redactAsync(chunk)))
  clearInterval(timer)
  assert.ok(ticks > 0)
  for (const { bytes } of all) assert.deepEqual(bytes, all[0].bytes)
})

const run = (source, options) => promisify(execFile)(process.execPath, ['-e', source], { timeout: 30_000, ...options })

test('nothing keeps the process from ending', async () => {
  const started = Date.now()
  // A server of another process that accepts and never answers.
  const { stdout } = await run(`
    const { Config, Recorder } = require(${entry})
    const server = require('node:net').createServer(() => {}).listen(0, '127.0.0.1', () => {
      const endpoint = 'http://127.0.0.1:' + server.address().port + '/v1/batches'
      for (let i = 0; i < 3; i++) {
        const recorder = new Recorder(Config.fromObject({ upload: { endpoint, durability: 'memory' } }))
        recorder.session('s', recorder.decide({ explicit: { granted: true } })).record(${JSON.stringify(events)})
      }
      server.unref()
      console.log('bye')
    })`)
  assert.equal(stdout, 'bye\n')
  assert.ok(Date.now() - started < 8000)
})

test('workers come and go', async () => {
  const { stdout } = await run(`
    const { Worker, isMainThread } = require('node:worker_threads')
    const work = \`
      const { Config, Recorder, Redactor } = require(${entry.replaceAll('\\', '\\\\')})
      new Redactor(new Config()).redact('[]')
      const recorder = new Recorder(Config.fromObject({ upload: { endpoint: 'http://127.0.0.1:9/v1/batches', durability: 'memory' } }))
      recorder.session('s', recorder.decide({ explicit: { granted: true } })).record(${JSON.stringify(events).replaceAll('\\', '\\\\')})
    \`
    const ends = []
    for (let i = 0; i < 3; i++) ends.push(new Promise((end) => new Worker(work, { eval: true }).on('exit', end)))
    Promise.all(ends).then((codes) => console.log(codes.join()))`)
  assert.equal(stdout, '0,0,0\n')
})

test('the readme runs', async () => {
  const readme = readFileSync(join(packageDir, 'README.md'), 'utf8')
  const blocks = (language) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text)
  const folder = mkdtempSync(join(tmpdir(), 'milkglass-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(packageDir, join(folder, 'node_modules', 'milkglass'))
    assert.ok(blocks('js').length >= 5)
    writeFileSync(join(folder, 'milkglass.toml'), blocks('toml')[0])
    writeFileSync(join(folder, 'readme.mjs'), blocks('js').join('\n'))
    const { stdout } = await promisify(execFile)(process.execPath, ['readme.mjs'], { cwd: folder, timeout: 30_000 })
    assert.match(stdout, /accepted 1/)
    assert.ok(!stdout.includes('erika'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the types hold what the package exports', () => {
  const declared = readFileSync(join(packageDir, 'index.d.ts'), 'utf8')
  for (const name of Object.keys(defaultExport)) assert.match(declared, new RegExp(`export (class|function) ${name}\\b`), name)
})

test('the declarations compile', (t) => {
  let tsc
  try {
    tsc = require.resolve('typescript/bin/tsc')
  } catch {
    t.skip('typescript is not installed: npm install in bindings-node')
    return
  }
  try {
    execFileSync(process.execPath, [tsc, '-p', join(packageDir, 'test', 'types')], { encoding: 'utf8' })
  } catch (error) {
    assert.fail(error.stdout)
  }
})

test('a package has all it needs', () => {
  const packed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: packageDir, encoding: 'utf8' }))
  const files = packed[0].files.map(({ path }) => path)
  for (const file of ['index.js', 'index.mjs', 'index.d.ts', 'index.d.mts', 'native.js', require('../native.js').file]) {
    assert.ok(files.includes(file), file)
  }
})

test('a consent record is kept and read again', () => {
  const config = Config.fromObject({ site: { jurisdictions: ['DE'] }, upload: { endpoint: 'http://127.0.0.1:9/v1/batches' } })
  const shown = { notice: 'We record visits.', language: 'en' }
  const record = new ConsentRecord('r-1', 'visitor-1')
  assert.equal(record.standing().state, 'unknown')
  record.append('given', config, { ...shown, at: 1790000005 })
  const again = ConsentRecord.fromJson(record.toJson(), { head: record.head })
  assert.equal(again.standing(1790000010).state, 'given')
  assert.ok(again.toJsonLd()['@context'])
  assert.throws(() => ConsentRecord.fromJson(record.toJson().replace('1790000005', '1790000006')), code('consent.broken'))
  assert.throws(() => again.append('given', config, { ...shown, at: 1790000006 }), code('state.argument'))
  assert.throws(() => again.append('given', config, { language: 'en' }), code('consent.malformed'))
  for (const now of [-1, 0.5, NaN, '1']) assert.throws(() => again.standing(now), TypeError)
  assert.doesNotThrow(() => again.verify())
})

test('papers want configurations and texts', () => {
  assert.throws(() => requiresRenewal(new Config(), {}), TypeError)
  assert.throws(() => lintSarif({ 'a.html': 1 }, new Config()), TypeError)
  assert.equal(lintSarif({}, new Config()).version, '2.1.0')
})
