// Looks for what was typed in everything a visit leaves behind on disk.
// In: a collector's database or a spool, and the secrets. Out: where a secret was found; nothing is the right answer.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decompress } from 'fzstd';
import { python } from './stack.mjs';
import { foundInBytes, foundInJson } from './secrets.mjs';

const run = promisify(execFile);
const CELLS = fileURLToPath(new URL('cells.py', import.meta.url));
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

async function filesUnder(path) {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** The cells of a database: name and content, unpacked where it is packed. */
export async function cellsOf(db) {
  const { stdout } = await run(python, [CELLS, db], { maxBuffer: 1 << 30 });
  return stdout.split('\n').filter(Boolean).map((line) => {
    const [name, base64] = line.split(' ');
    const data = Buffer.from(base64, 'base64');
    return { name, data: data.subarray(0, 4).equals(ZSTD) ? Buffer.from(decompress(data)) : data };
  });
}

/** The recorded events in a collector's database, all batches in one list. */
export async function eventsIn(db) {
  const batches = (await cellsOf(db)).filter(({ name }) => name === 'batch.body');
  return batches.flatMap(({ data }) => data.toString('utf8').split('\n').slice(1).filter(Boolean).map((line) => JSON.parse(line)));
}

/** Where the collector still holds a secret: in the bytes of its files, in a cell, in a recorded event. */
export async function tracesInCollector(db, secrets) {
  const found = [];
  const note = (where, whats) => whats.forEach((what) => found.push(`${what} in ${where}`));
  for (const file of [db, `${db}-wal`, `${db}-shm`].filter(existsSync)) note(`the bytes of ${file.slice(db.lastIndexOf('/') + 1)}`, foundInBytes(await readFile(file), secrets));
  for (const { name, data } of await cellsOf(db)) note(name, foundInBytes(data, secrets));
  for (const event of await eventsIn(db)) note(`an event of type ${event.type}/${event.data?.source ?? event.data?.tag ?? '-'}`, foundInJson(event, secrets));
  return [...new Set(found)];
}

/** Where the spool of a host holds a secret. Its files are encrypted, so any is one too many. */
export async function tracesInSpool(spool, secrets) {
  const found = await Promise.all((await filesUnder(spool)).map(async (file) => foundInBytes(await readFile(file), secrets).map((what) => `${what} in the spool`)));
  return [...new Set(found.flat())];
}
