// The numbers of rrweb's own type definitions: every value of its enumerations is one that the engine understands, so that a
// new release of rrweb with another event, source, node, interaction or canvas fails here until the engine knows it.
// Without the Node modules (scripts/setup.sh) or the command the tests say so.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const definitions = join(here, 'node_modules', '@rrweb', 'types', 'dist', 'index.d.ts');
const command = process.env.MILKGLASS_CLI ?? join(here, '..', '..', 'target', 'fast', 'milkglass');
const missing = [definitions, command].find((path) => !existsSync(path));

/** The values of an enumeration by name, as the definitions give them. */
function enumeration(source, name) {
  const body = source.match(new RegExp(`enum ${name} \\{([^}]*)\\}`))?.[1];
  assert.ok(body, `rrweb defines ${name}`);
  const members = [...body.matchAll(/^\s*'?(\w+)'?\s*=\s*(-?\d+)/gm)].map(([, key, value]) => [key, Number(value)]);
  assert.ok(members.length > 0, `${name} has members`);
  return Object.fromEntries(members);
}

const text = (id, textContent) => ({ type: 3, id, textContent });
const element = (id, tagName, attributes = {}, childNodes = []) => ({ type: 2, id, tagName, attributes, childNodes });
const page = (childNodes) => ({
  type: 2,
  data: { node: { type: 0, id: 1, childNodes }, initialOffset: { left: 0, top: 0 } },
  timestamp: 1,
});
const SNAPSHOT = page([element(2, 'html', {}, [element(3, 'body', {}, [element(4, 'p', {}, [text(5, 'glass')]), element(6, 'canvas'), element(7, 'input')])])]);

// An example of each type of event and of each source. What is not here is not handled.
const EVENTS = {
  DomContentLoaded: {},
  Load: {},
  FullSnapshot: SNAPSHOT.data,
  IncrementalSnapshot: { source: 3, id: 4, x: 0, y: 1 },
  Meta: { href: 'https://shop.example/', width: 800, height: 600 },
  Custom: { tag: 'cart', payload: { items: 2 } },
  Plugin: { plugin: 'rrweb/console@1', payload: { level: 'log', trace: [], payload: ['"ready"'] } },
  Asset: { url: 'https://shop.example/a.png', payload: { rr_type: 'Blob', data: [] } },
  Annotation: { tag: 'note', payload: {} },
};
const SOURCES = {
  Mutation: { adds: [], removes: [], texts: [{ id: 5, value: 'lamp' }], attributes: [] },
  MouseMove: { positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] },
  MouseInteraction: { type: 2, id: 4, x: 1, y: 1 },
  Scroll: { id: 4, x: 0, y: 10 },
  ViewportResize: { width: 700, height: 500 },
  Input: { id: 7, text: 'lamp', isChecked: false },
  TouchMove: { positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] },
  MediaInteraction: { type: 0, id: 4, currentTime: 1, volume: 1, muted: false, loop: false, playbackRate: 1 },
  StyleSheetRule: { id: 4, adds: [{ rule: '.a{color:red}', index: 0 }] },
  CanvasMutation: { id: 6, type: 0, commands: [{ property: 'fillRect', args: [0, 0, 1, 1] }] },
  Font: { family: 'Glass', fontSource: 'https://shop.example/glass.woff2', buffer: false },
  Log: { level: 'log', trace: [], payload: ['"ready"'] },
  Drag: { positions: [{ x: 1, y: 1, id: 4, timeOffset: 0 }] },
  StyleDeclaration: { id: 4, index: [0], set: { property: 'color', value: 'red' } },
  Selection: { ranges: [{ start: 5, startOffset: 0, end: 5, endOffset: 2 }] },
  AdoptedStyleSheet: { id: 4, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: '.a{color:red}', index: 0 }] }] },
  CustomElement: { define: { name: 'x-card' } },
};
const NODES = {
  Document: { type: 0, id: 9, childNodes: [] },
  DocumentType: { type: 1, id: 9, name: 'html', publicId: '', systemId: '' },
  Element: element(9, 'p'),
  Text: text(9, 'glass'),
  CDATA: { type: 4, id: 9, textContent: '' },
  Comment: { type: 5, id: 9, textContent: '' },
};
// Interactions whose number says more than that there was one: a focus begins a new report of a sensitive field.
const MOUSE = ['MouseUp', 'MouseDown', 'Click', 'ContextMenu', 'DblClick', 'Focus', 'Blur', 'TouchStart', 'TouchMove_Departed', 'TouchEnd', 'TouchCancel'];
const MEDIA = ['Play', 'Pause', 'Seeked', 'VolumeChange', 'RateChange'];
const CANVAS = ['2D', 'WebGL', 'WebGL2'];
const POINTERS = ['Mouse', 'Pen', 'Touch'];

describe("rrweb's own type definitions", { skip: missing && `SKIPPED types: ${missing} is missing` }, () => {
  let work, source;

  before(() => {
    work = mkdtempSync(join(tmpdir(), 'milkglass-types-'));
    writeFileSync(join(work, 'keep.toml'), '[privacy]\ncanvas = "keep"\nmedia = "keep"\n');
    source = readFileSync(definitions, 'utf8');
  });

  after(() => rmSync(work, { recursive: true, force: true }));

  /** Events through the command; what comes out, and how many were dropped as not understood. */
  function redact(events) {
    const report = join(work, 'report.json');
    const input = events.map((event, i) => JSON.stringify({ ...event, timestamp: i + 1 })).join('\n');
    const out = execFileSync(command, ['redact', '-c', join(work, 'keep.toml'), '--report', report, '-'], { input, encoding: 'utf8' });
    const kept = out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
    return { kept, report: JSON.parse(readFileSync(report, 'utf8')) };
  }

  /** Every member has an example with its number, every example comes through, and the next number does not. */
  function check(name, examples, events) {
    const members = enumeration(source, name);
    assert.deepEqual(Object.keys(members).sort(), Object.keys(examples).sort(), `rrweb's ${name} and what is handled`);
    for (const [member, value] of Object.entries(members)) {
      const given = events(value, examples[member]);
      const { kept, report } = redact(given);
      assert.equal(kept.length, given.length, `${name}.${member} comes through: ${JSON.stringify(report)}`);
    }
    return Math.max(...Object.values(members)) + 1;
  }

  test('every type of event is understood, and no other', () => {
    const next = check('EventType', EVENTS, (type, data) => [SNAPSHOT, { type, data }]);
    assert.equal(redact([SNAPSHOT, { type: next, data: {} }]).kept.length, 1, 'a type without a name is dropped');
  });

  test('every source is understood, and no other', () => {
    const next = check('IncrementalSource', SOURCES, (source, data) => [SNAPSHOT, { type: 3, data: { source, ...data } }]);
    assert.equal(redact([SNAPSHOT, { type: 3, data: { source: next } }]).kept.length, 1, 'a source without a name is dropped');
  });

  test('every type of node is understood, and no other', () => {
    const adds = (node) => [SNAPSHOT, { type: 3, data: { source: 0, adds: [{ parentId: 3, nextId: null, node }], removes: [], texts: [], attributes: [] } }];
    const next = check('NodeType', NODES, (type, node) => adds({ ...node, type }));
    const secret = 'Quendelmoor';
    const { kept } = redact(adds({ type: next, id: 9, textContent: secret, value: secret }));
    assert.ok(!JSON.stringify(kept).includes(secret), 'a node without a name is not shown');
  });

  test('every interaction, canvas and pointer is one of those that were looked at', () => {
    const named = (list) => Object.fromEntries(list.map((name) => [name, name]));
    check('MouseInteractions', named(MOUSE), (type) => [SNAPSHOT, { type: 3, data: { source: 2, type, id: 4, x: 1, y: 1 } }]);
    check('PointerTypes', named(POINTERS), (pointerType) => [SNAPSHOT, { type: 3, data: { source: 2, type: 2, id: 4, x: 1, y: 1, pointerType } }]);
    check('MediaInteractions', named(MEDIA), (type) => [SNAPSHOT, { type: 3, data: { source: 7, type, id: 4 } }]);
    check('CanvasContext', named(CANVAS), (type) => [SNAPSHOT, { type: 3, data: { source: 9, id: 6, type, commands: [{ property: 'clear', args: [1] }] } }]);
    assert.deepEqual([enumeration(source, 'MouseInteractions').Focus, enumeration(source, 'MouseInteractions').Blur], [5, 6]);
  });

  test('no member of the definitions is an enumeration that was not looked at', () => {
    const known = ['EventType', 'IncrementalSource', 'NodeType', 'MouseInteractions', 'MediaInteractions', 'CanvasContext', 'PointerTypes'];
    const found = [...source.matchAll(/enum (\w+) \{/g)].map(([, name]) => name).filter((name) => name !== 'ReplayerEvents');
    assert.deepEqual(found.sort(), known.sort());
  });
});
