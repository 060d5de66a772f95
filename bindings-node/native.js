'use strict'

// Finds the addon of this platform: beside this file, where `scripts/build.mjs` or a published package puts it.

const { existsSync } = require('node:fs')
const { join } = require('node:path')

/** `linux-x64-gnu`, `linux-arm64-musl`, `darwin-arm64`, ...: what the file of this platform is called. */
function target() {
  const { platform, arch } = process
  if (platform !== 'linux') return `${platform}-${arch}`
  return `${platform}-${arch}-${isGlibc() ? 'gnu' : 'musl'}`
}

/** Only glibc reports its version. Without the network part the report takes a millisecond; with it, a name look-up. */
function isGlibc() {
  const before = process.report.excludeNetwork
  process.report.excludeNetwork = true
  try {
    return Boolean(process.report.getReport().header.glibcVersionRuntime)
  } finally {
    process.report.excludeNetwork = before
  }
}

const file = `milkglass.${target()}.node`

function load() {
  const path = join(__dirname, file)
  if (!existsSync(path)) {
    throw new Error(
      `milkglass has no binary for this platform (${file} is missing). ` +
        'With a Rust tool chain, `npm rebuild milkglass` in a checkout of the repository builds it.',
    )
  }
  return require(path)
}

module.exports = { load, file }
