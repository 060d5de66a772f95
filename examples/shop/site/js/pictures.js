// The product pictures, drawn with the lathe. In: the name of a picture; out: inline SVG markup.

import { glass, opal, stoneware, uniqueId } from './lathe.js';

const GREEN = '#3f7f76';
const SMOKE = '#5d6b73';
const BLUE = '#3e6fa8';
const AMBER = '#b4671b';

function handle(path, colour, width = 15, opacity = 1) {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round"/>`;
}

function moved(markup, x, y, scale) {
  return `<g transform="translate(${x} ${y}) scale(${scale})">${markup}</g>`;
}

const TUMBLER = [[52, 150], [51, 190], [49, 235], [47, 276], [45, 290]];
const GOBLET_CUP = [[50, 92], [57, 122], [57, 152], [44, 186], [16, 208], [8, 218]];
const GOBLET_STEM = [[8, 216], [6, 240], [6, 272], [9, 288], [30, 298], [50, 302]];

function tumblers() {
  const one = (tint, fillFrom, liquid) => glass(TUMBLER, { tint, fillFrom, liquid });
  return moved(one(SMOKE), 70, -6, 0.84) + moved(one(BLUE, 214, '#a9c6ea'), -46, 20, 0.92) + moved(one(GREEN, 230, '#d8ecd9'), 58, 46, 0.94);
}

function goblet() {
  return glass(GOBLET_STEM, { tint: SMOKE, edge: 0.5 }) + glass(GOBLET_CUP, { tint: SMOKE, edge: 0.5, fillFrom: 146, liquid: '#d9a441' });
}

function lamp() {
  const base = stoneware([[36, 268], [38, 280], [60, 306], [62, 316]], { clay: '#b98f5a', dark: '#7f5f37', glaze: '#c89f68', glazeDark: '#8b6a3f', glazeTo: 330 });
  const halo = uniqueId('h');
  return `<radialGradient id="${halo}"><stop offset="0" stop-color="#ffe7b0" stop-opacity=".9"/><stop offset="1" stop-color="#ffe7b0" stop-opacity="0"/></radialGradient>`
    + `<circle cx="200" cy="184" r="142" fill="url(#${halo})"/>${base}`
    + opal([[26, 92], [66, 108], [94, 146], [98, 188], [84, 230], [56, 258], [38, 268]], { shade: '#efdcb4', glow: '#fff8e6' });
}

function candle() {
  const halo = uniqueId('h');
  const flame = `<radialGradient id="${halo}"><stop offset="0" stop-color="#ffd98a" stop-opacity=".85"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>`
    + `<ellipse cx="200" cy="196" rx="64" ry="80" fill="url(#${halo})"/>`
    + '<path d="M200 158C220 186 218 208 200 214C182 208 180 186 200 158Z" fill="#f5b24a"/><path d="M200 180C208 194 208 206 200 210C192 206 192 194 200 180Z" fill="#fff3cf"/>';
  const wax = '<path d="M168 220V292A32 6 0 0 0 232 292V220Z" fill="#f3ead9"/><ellipse cx="200" cy="220" rx="32" ry="6" fill="#fffaf0"/>';
  return glass([[78, 110], [84, 150], [86, 200], [84, 256], [74, 296], [62, 306]], { tint: AMBER, edge: 0.5 }) + wax + flame;
}

function teapot() {
  const knob = stoneware([[12, 118], [15, 128], [10, 140], [34, 148], [52, 158]], { glaze: '#48687e', glazeDark: '#2d4658', glazeTo: 400 });
  return handle('M106 186C34 176 30 262 112 268', '#33505f', 15)
    + '<path d="M280 244C330 236 316 182 352 160L366 172C346 196 352 262 282 278Z" fill="#3d5d6d"/>'
    + stoneware([[56, 158], [92, 186], [104, 226], [94, 270], [64, 298], [56, 304]], { glaze: '#567d94', glazeDark: '#33505f', glazeTo: 262 })
    + knob;
}

function bottle() {
  return glass([[24, 130], [23, 150], [30, 164], [70, 184], [78, 206], [78, 284], [72, 302], [66, 306]], { tint: AMBER, edge: 0.8 })
    + '<path d="M180 128L184 108H216L220 128Z" fill="#c98a45" fill-opacity=".8"/><ellipse cx="200" cy="94" rx="28" ry="24" fill="#c98a45" fill-opacity=".85" stroke="#8b531a" stroke-width="1.5"/>'
    + '<ellipse cx="191" cy="88" rx="7" ry="9" fill="#fff" fill-opacity=".55"/>'
    + '<rect x="150" y="218" width="100" height="56" rx="3" fill="#fbf6ea"/><path d="M164 236H236M164 250H236M164 262H208" stroke="#8b7a5c" stroke-width="3"/>';
}

function plate() {
  const face = uniqueId('f');
  return '<ellipse cx="210" cy="262" rx="176" ry="44" fill="#16302e" fill-opacity=".13"/>'
    + `<radialGradient id="${face}" cx=".42" cy=".35"><stop offset="0" stop-color="#efe7da"/><stop offset=".7" stop-color="#d9cbb6"/><stop offset="1" stop-color="#b9a588"/></radialGradient>`
    + `<ellipse cx="200" cy="226" rx="168" ry="74" fill="#a38d6f"/><ellipse cx="200" cy="218" rx="168" ry="74" fill="url(#${face})"/>`
    + '<ellipse cx="200" cy="222" rx="118" ry="48" fill="none" stroke="#9a8467" stroke-opacity=".55" stroke-width="2"/>'
    + '<ellipse cx="200" cy="225" rx="112" ry="44" fill="#e9dfcf" fill-opacity=".7"/>'
    + '<path d="M88 190C120 160 190 148 250 152" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"/>';
}

/** Every picture by name: what stands on the table of one product card. */
const PICTURES = {
  'vase-havel': () => glass([[36, 84], [30, 110], [34, 142], [66, 190], [80, 236], [68, 282], [50, 304]], { tint: GREEN }),
  'carafe-quelle': () => glass([[34, 70], [26, 96], [24, 132], [34, 164], [74, 206], [88, 250], [78, 290], [66, 304]], { tint: BLUE, edge: 0.45, fillFrom: 196, liquid: '#bcd8ee' }),
  'tumbler-tau': tumblers,
  'goblet-linde': () => moved(goblet(), -52, 4, 1) + moved(goblet(), 92, 50, 0.88),
  'bowl-nebel': () => opal([[132, 180], [128, 204], [108, 242], [74, 274], [46, 288], [44, 298]]),
  'lamp-mond': lamp,
  'candle-glut': candle,
  'plate-kiesel': () => moved(plate(), 20, 18, 0.9),
  'mug-ufer': () => handle('M262 186C334 178 330 268 258 262', '#7d8f6d', 16)
    + stoneware([[70, 150], [71, 190], [71, 236], [68, 280], [60, 298]], { glaze: '#93a682', glazeDark: '#6d805e', glazeTo: 246 }),
  'teapot-hafen': teapot,
  'bottle-apotheke': bottle,
  'vase-krume': () => stoneware([[30, 82], [24, 104], [30, 128], [70, 164], [88, 212], [80, 264], [58, 304]], { glaze: '#a9583c', glazeDark: '#763a26', glazeTo: 206 }),
};

/** The picture of a product as inline SVG; `label` is what a screen reader says, empty where the name stands beside it. */
export function picture(name, label = '') {
  const draw = PICTURES[name];
  const role = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"';
  return `<svg viewBox="28 52 344 280" ${role} focusable="false">${draw ? draw() : ''}</svg>`;
}

/** The still life at the top of the first page. */
export function stillLife() {
  const things = [['vase-krume', 470, 40, 0.72], ['lamp-mond', 20, -20, 0.98], ['carafe-quelle', 270, 18, 0.9], ['bowl-nebel', 590, 90, 0.74], ['tumbler-tau', 190, 128, 0.68], ['candle-glut', 430, 158, 0.5]];
  const drawn = things.map(([name, x, y, scale]) => moved(PICTURES[name](), x, y, scale));
  return `<svg viewBox="0 0 880 360" aria-hidden="true" focusable="false">${drawn.join('')}</svg>`;
}
