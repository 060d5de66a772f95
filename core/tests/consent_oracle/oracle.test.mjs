// The strings that `cargo test --test consent` reads are those that the reference libraries write and read today.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

test('2,000 strings are those of @iabtcf/core and @iabgpp/cmpapi', { timeout: 600_000 }, (t) => {
  try {
    for (const name of ['@iabtcf/core', '@iabgpp/cmpapi']) createRequire(import.meta.url).resolve(name)
  } catch {
    console.log('SKIPPED consent oracle: @iabtcf/core and @iabgpp/cmpapi are not installed (scripts/setup.sh)')
    return t.skip('the reference libraries are not installed')
  }
  const made = execFileSync(process.execPath, [here('generate.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const lines = made.trimEnd().split('\n')
  assert.equal(lines.length, 2000)
  const kept = readFileSync(here('strings.txt'), 'utf8').trimEnd().split('\n')
  for (const [nth, line] of lines.entries()) assert.equal(line, kept[nth], `line ${nth + 1}`)
})
