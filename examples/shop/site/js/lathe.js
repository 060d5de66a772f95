// Turns a profile (radius and height, top to bottom) into a drawn vessel, as a potter's or glass-blower's lathe would.
// In: points and a material; out: SVG markup. Ids are numbered, so that many pictures fit in one document.

const MIDDLE = 200;
const TILT = 0.17; // how far the eye looks down into a rim: the height of an ellipse over its width

let serial = 0;

/** An id no other picture in this document has. */
export function uniqueId(prefix) {
  serial += 1;
  return `${prefix}${serial}`;
}

/** A smooth line through the points (Catmull-Rom, written as cubic Béziers). */
function smooth(points) {
  const parts = [];
  for (let i = 0; i < points.length - 1; i += 1) {
    const [before, from, to, after] = [points[i - 1] ?? points[i], points[i], points[i + 1], points[i + 2] ?? points[i + 1]];
    const bend = (a, b, axis) => (b[axis] - a[axis]) / 6;
    parts.push(
      `C${round(from[0] + bend(before, to, 0))} ${round(from[1] + bend(before, to, 1))}`
      + ` ${round(to[0] - bend(from, after, 0))} ${round(to[1] - bend(from, after, 1))} ${round(to[0])} ${round(to[1])}`,
    );
  }
  return parts.join('');
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** The closed outline of a profile: down the left side, around the foot, up the right side, around the back of the rim. */
export function outline(profile) {
  const left = profile.map(([radius, y]) => [MIDDLE - radius, y]);
  const right = profile.map(([radius, y]) => [MIDDLE + radius, y]).reverse();
  const [top, foot] = [profile[0], profile[profile.length - 1]];
  return `M${left[0][0]} ${left[0][1]}${smooth(left)}`
    + `A${foot[0]} ${round(foot[0] * TILT)} 0 0 0 ${right[0][0]} ${right[0][1]}${smooth(right)}`
    + `A${top[0]} ${round(top[0] * TILT)} 0 0 0 ${left[0][0]} ${left[0][1]}Z`;
}

/** The shadow on the table under a foot of this radius. */
function shadow(radius, y) {
  const id = uniqueId('s');
  return `<radialGradient id="${id}"><stop offset="0" stop-color="#16302e" stop-opacity=".34"/>`
    + '<stop offset=".6" stop-color="#16302e" stop-opacity=".12"/><stop offset="1" stop-color="#16302e" stop-opacity="0"/></radialGradient>'
    + `<ellipse cx="${MIDDLE + radius * 0.12}" cy="${y + radius * 0.05}" rx="${round(radius * 1.5)}" ry="${round(radius * 0.34)}" fill="url(#${id})"/>`;
}

function gradient(id, stops) {
  const list = stops.map(([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`);
  return `<linearGradient id="${id}">${list.join('')}</linearGradient>`;
}

/** A streak of window light that follows the left side between two heights. */
function streak(profile, inset, from, to, opacity, width) {
  const points = profile.filter(([, y]) => y >= from && y <= to).map(([radius, y]) => [MIDDLE - radius * inset, y]);
  if (points.length < 2) return '';
  return `<path d="M${round(points[0][0])} ${points[0][1]}${smooth(points)}" fill="none" stroke="#fff" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round"/>`;
}

function rim([radius, y], fill, stroke, width = 2.5) {
  return `<ellipse cx="${MIDDLE}" cy="${y}" rx="${radius}" ry="${round(radius * TILT)}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** Clear or tinted glass. `fillFrom` is the height of what is inside, coloured `liquid`. */
export function glass(profile, { tint = '#3f7f76', edge = 0.62, fillFrom, liquid } = {}) {
  const [body, inside] = [uniqueId('g'), uniqueId('c')];
  const foot = profile[profile.length - 1];
  const drink = fillFrom === undefined ? '' : `<clipPath id="${inside}"><rect x="0" y="${fillFrom}" width="400" height="400"/></clipPath>`
    + `<path d="${outline(profile)}" fill="${liquid}" fill-opacity=".5" clip-path="url(#${inside})"/>`;
  return shadow(foot[0], foot[1])
    + gradient(body, [[0, tint, edge], [0.12, tint, 0.3], [0.3, '#ffffff', 0.4], [0.5, tint, 0.12], [0.82, tint, 0.3], [1, tint, edge]])
    + rim(profile[0], tint, tint, 2).replace('/>', ' fill-opacity=".14"/>')
    + drink
    + `<path d="${outline(profile)}" fill="url(#${body})" stroke="${tint}" stroke-opacity=".55" stroke-width="1.6"/>`
    + `<ellipse cx="${MIDDLE}" cy="${foot[1]}" rx="${round(foot[0] * 0.82)}" ry="${round(foot[0] * TILT * 0.7)}" fill="${tint}" fill-opacity=".24"/>`
    + streak(profile, 0.74, profile[0][1] + 14, foot[1] - 14, 0.78, 5)
    + streak(profile, -0.8, profile[0][1] + 26, foot[1] - 22, 0.42, 3);
}

/** Opal glass: white through and through, lit from within when `glow` is set. */
export function opal(profile, { shade = '#c9d6d1', glow } = {}) {
  const body = uniqueId('o');
  const foot = profile[profile.length - 1];
  const core = glow ?? '#ffffff';
  return shadow(foot[0], foot[1])
    + gradient(body, [[0, shade, 1], [0.26, core, 1], [0.56, core, 1], [0.86, shade, 1], [1, shade, 1]])
    + `<path d="${outline(profile)}" fill="url(#${body})" stroke="${shade}" stroke-width="1.2"/>`
    + rim(profile[0], glow ?? '#eef2f0', shade, 2)
    + streak(profile, 0.72, profile[0][1] + 16, foot[1] - 16, 0.9, 6);
}

/** Stoneware: clay below, glaze above `glazeTo`, and the iron specks that the kiln brings out. */
export function stoneware(profile, { clay = '#c8b299', dark = '#9a8168', glaze = '#5f8a86', glazeDark = '#3c625f', glazeTo = 250 } = {}) {
  const [body, coat, clip, shape] = [uniqueId('b'), uniqueId('k'), uniqueId('l'), uniqueId('p')];
  const [top, foot] = [profile[0], profile[profile.length - 1]];
  const light = (from, to) => [[0, to, 1], [0.3, from, 1], [0.55, from, 1], [1, to, 1]];
  return shadow(foot[0], foot[1])
    + gradient(body, light(clay, dark)) + gradient(coat, light(glaze, glazeDark))
    + `<clipPath id="${shape}"><path d="${outline(profile)}"/></clipPath>`
    + `<clipPath id="${clip}"><path d="M0 0H400V${glazeTo}Q300 ${glazeTo + 20} 200 ${glazeTo + 8}T0 ${glazeTo - 4}Z"/></clipPath>`
    + `<path d="${outline(profile)}" fill="url(#${body})"/>`
    + `<g clip-path="url(#${shape})"><path d="${outline(profile)}" fill="url(#${coat})" clip-path="url(#${clip})"/>${specks(top[1], foot[1])}</g>`
    + rim(top, glazeDark, glaze, 4)
    + streak(profile, 0.72, top[1] + 18, Math.min(glazeTo, foot[1]) - 14, 0.3, 7);
}

function specks(from, to) {
  const dots = [];
  let seed = 7;
  for (let i = 0; i < 46; i += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const x = 60 + (seed % 280);
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const y = from + (seed % Math.max(1, to - from));
    dots.push(`<circle cx="${x}" cy="${y}" r="${1 + (seed % 3) * 0.45}"/>`);
  }
  return `<g fill="#2c2018" fill-opacity=".28">${dots.join('')}</g>`;
}
