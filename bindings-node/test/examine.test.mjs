// The host's function: it may hide more, never less, sees no secret, and its failures hide what it was asked about.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Config, MilkglassError, Recorder, Redactor } from '../index.mjs'

process.env.MILKGLASS_KEY ??= 'test'
const entry = JSON.stringify(join(fileURLToPath(new URL('..', import.meta.url)), 'index.js'))
const NOTE = 'größer 😀 ticket T-41!'
const ALL = '••••• ••••• •••• ••••'
const event = (payload) => JSON.stringify([{ type: 5, timestamp: 1, data: { tag: 't', payload } }])

function redact(examine, payload) {
  const { bytes, report } = new Redactor(new Config(), { examine }).redact(event(payload))
  return { payload: JSON.parse(bytes)[0].data.payload, masked: report.masked }
}
const onNote = (answer) => (seen) => (seen.name === 'note' ? answer(seen) : 'keep')

test('keep changes no byte, and no secret is shown', () => {
  const shown = []
  const data = event({ note: NOTE, mail: 'erika@example.com', password: 'kumquat' })
  const { bytes } = new Redactor(new Config(), { examine: (seen) => (shown.push(seen), 'keep') }).redact(data)
  assert.deepEqual(bytes, new Redactor(new Config()).redact(data).bytes)
  assert.deepEqual(shown.find(({ name }) => name === 'note'), { channel: 'custom', tag: null, name: 'note', text: NOTE })
  assert.ok(!shown.some(({ text }) => /erika|kumquat/.test(text)))
})

test('mask hides all of a text', () => {
  const { payload, masked } = redact(onNote(() => 'mask'), { note: NOTE, other: 'glass' })
  assert.deepEqual(payload, { note: ALL, other: 'glass' })
  assert.deepEqual(masked, { custom: { host: 1 } })
})

test('ranges count UTF-16 units', () => {
  const { payload, masked } = redact(
    onNote(({ text }) => {
      const at = text.indexOf('T-')
      return [[at, at + 4], [0, 6]]
    }),
    { note: NOTE },
  )
  assert.equal(payload.note, '•••••• 😀 ticket •••!')
  assert.equal(masked.custom.host, 1)
  assert.equal(redact(onNote(() => []), { note: NOTE }).payload.note, NOTE)
})

test('tag and name are those of the page', () => {
  const shown = []
  const child = { type: 3, id: 3, textContent: 'For every room' }
  const node = { type: 2, tagName: 'h1', id: 2, attributes: { title: 'Lamps' }, childNodes: [child] }
  const data = { node: { type: 0, id: 1, childNodes: [node] }, initialOffset: { left: 0, top: 0 } }
  new Redactor(new Config(), { examine: (seen) => (shown.push(seen), 'keep') }).redact(JSON.stringify({ type: 2, timestamp: 1, data }))
  assert.deepEqual(shown, [
    { channel: 'attribute', tag: 'h1', name: 'title', text: 'Lamps' },
    { channel: 'text', tag: 'h1', name: null, text: 'For every room' },
  ])
})

test('whatever is no answer masks, is counted and is one warning without visitor data', async () => {
  const inside = NOTE.indexOf('😀') + 1
  const answers = [undefined, null, true, 'MASK', '', 7, [[0]], [[0, 99]], [[3, 1]], [[-1, 2]], [[0, 1.5]], [[0, inside]], ['ab'], {}, Promise.resolve('keep')]
  const warnings = []
  const note = (warning) => warnings.push(warning)
  process.on('warning', note)
  for (const answer of answers) {
    const { payload, masked } = redact(onNote(() => answer), { note: NOTE })
    assert.deepEqual([payload.note, masked], [ALL, { custom: { host_fault: 1 } }])
  }
  const thrown = redact(({ text }) => { throw new RangeError(`can't read ${text}`) }, { note: NOTE, other: 'glass' })
  assert.deepEqual([thrown.payload.note, thrown.masked.custom.host_fault], [ALL, 3])
  assert.equal(redact(onNote(() => { throw 'a text' }), { note: NOTE }).payload.note, ALL)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  const ours = warnings.filter(({ name }) => name === 'MilkglassExamineWarning')
  assert.equal(ours.length, answers.length + 2, 'one an object')
  assert.ok(ours.every(({ message, code }) => !message.includes('T-41') && code === 'MILKGLASS_EXAMINE'))
  assert.match(ours.at(-2).message, /RangeError/)
})

test('it must be a function', () => {
  assert.throws(() => new Redactor(new Config(), { examine: 'mask' }), TypeError)
  assert.throws(() => new Recorder(new Config(), { examine: {} }), TypeError)
  assert.ok(new Redactor(new Config(), { examine: null }).redact('[]'))
})

test('the thread pool refuses', async () => {
  const refused = (error) => error instanceof MilkglassError && error.code === 'state.argument' && /use re/.test(error.message)
  await assert.rejects(new Redactor(new Config(), { examine: () => 'keep' }).redactAsync('[]'), refused)
  const recorder = new Recorder(Config.fromObject({ upload: { endpoint: 'http://127.0.0.1:9/v1/batches', durability: 'memory' } }), { examine: () => 'keep' })
  recorder.pause()
  await assert.rejects(recorder.session('s', recorder.decide({ explicit: { granted: true } })).recordAsync('[]'), refused)
  await recorder.close(0)
})

test('sessions ask too, and can not be called from inside', async () => {
  const codes = []
  let session
  const examine = (seen) => {
    if (seen.name !== 'note') return 'keep'
    for (const call of [() => session.record('[]'), () => session.save(), () => session.know({ name: 'Erika Muster' })]) {
      assert.throws(call, (error) => codes.push(error.code) > 0)
    }
    return 'mask'
  }
  const recorder = new Recorder(Config.fromObject({ upload: { endpoint: 'http://127.0.0.1:9/v1/batches', durability: 'memory' } }), { examine })
  recorder.pause()
  session = recorder.session('s', recorder.decide({ explicit: { granted: true } }))
  const { events, report } = session.record(event({ note: NOTE }))
  assert.deepEqual([events, report.masked], [1, { custom: { host: 1 } }])
  assert.deepEqual(codes, ['state.reentrant', 'state.reentrant', 'state.reentrant'])
  await recorder.close(0)
})

test('many questions do not pile up, and a redactor with its function is collected', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '-e', `
    const { Config, Redactor } = require(${entry})
    const config = new Config()
    const data = JSON.stringify([{ type: 5, timestamp: 1, data: { tag: 't', payload: { list: Array(50000).fill('some text') } } }])
    let gone = 0
    const registry = new FinalizationRegistry(() => { gone++ })
    let asked = 0
    const heap = () => { gc(); return process.memoryUsage().heapUsed }
    for (let i = 0; i < 20; i++) {
      const host = { redactor: null }
      host.redactor = new Redactor(config, { examine: () => (asked++, host.redactor ? 'keep' : 'mask') })
      host.redactor.redact(data)
      registry.register(host)
    }
    setTimeout(() => { gc(); setTimeout(() => console.log(asked, gone > 10, heap() < 100e6)) })`], { timeout: 120_000 })
  assert.equal(stdout, '1000020 true true\n')
})

test('a worker has its own function', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', `
    const { Worker } = require('node:worker_threads')
    const work = \`
      const { Config, Redactor } = require(${entry.replaceAll('\\', '\\\\')})
      const redactor = new Redactor(new Config(), { examine: ({ name }) => name === 'note' ? 'mask' : 'keep' })
      const { report } = redactor.redact('{"type":5,"timestamp":1,"data":{"tag":"t","payload":{"note":"some text"}}}')
      require('node:worker_threads').parentPort.postMessage(report.masked.custom.host)
    \`
    for (let i = 0; i < 3; i++) new Worker(work, { eval: true }).on('message', (count) => console.log(count))`], { timeout: 60_000 })
  assert.equal(stdout, '1\n1\n1\n')
})
