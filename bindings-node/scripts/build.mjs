// Builds the addon with cargo and puts it beside index.js. Runs on `npm install` in a checkout; in a published package,
// which brings the binary, it only checks that there is one for this platform.
//
// MILKGLASS_PROFILE   cargo profile: release (default), fast or dev

import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageDir = join(dirname(fileURLToPath(import.meta.url)), '..')
const { file } = createRequire(import.meta.url)('../native.js')
const destination = join(packageDir, file)
const inCheckout = existsSync(join(packageDir, 'Cargo.toml'))

function fail(message) {
  console.error(`milkglass: ${message}`)
  process.exit(1)
}

if (!inCheckout) {
  if (existsSync(destination)) process.exit(0)
  fail(`this package holds no binary for this platform (${file}); build it from a checkout of the repository`)
}
build(process.env.MILKGLASS_PROFILE ?? 'release')

function build(profile) {
  // Cargo decides what is out of date: a second run with nothing changed takes a second.
  const args = ['build', '--profile', profile, '-p', 'milkglass-node', '--message-format', 'json-render-diagnostics']
  const cargo = spawnSync('cargo', args, {
    cwd: packageDir,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (cargo.error?.code === 'ENOENT') {
    if (existsSync(destination)) return // a binary built elsewhere, for example in a container without Rust
    fail('cargo is missing; install Rust (https://rustup.rs) to build from a checkout')
  }
  if (cargo.status !== 0) fail(`cargo build failed with ${cargo.signal ?? cargo.status}`)

  const library = cargo.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((message) => message.reason === 'compiler-artifact' && message.target.name === 'milkglass_node')
    .flatMap((message) => message.filenames)
    .find((name) => /\.(so|dylib|dll)$/.test(name))
  if (!library) fail('cargo built no library')
  if (existsSync(destination) && readFileSync(library).equals(readFileSync(destination))) return
  // Renamed into place: a process that has the old file mapped keeps the old file.
  const next = `${destination}.${process.pid}`
  copyFileSync(library, next)
  renameSync(next, destination)
}
