// Makes strings.txt: consent strings written and read back by the reference libraries, with what they say.
// npm ci && node generate.mjs > strings.txt
//
// tcf <string> <vendor id> <purposes> <vendor> <publisher>     each 1 (agreed), 0 (declined) or - (not in the string)
// gpp <string> <verdict>
import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString } from '@iabtcf/core';
import { GppModel } from '@iabgpp/cmpapi';

let state = 20261101;
const random = (below) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 4294967296) * below);
};
const chance = (percent) => random(100) < percent;

const all = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, { id: i + 1, name: `p${i + 1}` }]));
const vendors = Object.fromEntries(
  Array.from({ length: 1200 }, (_, i) => [
    i + 1,
    { id: i + 1, name: `v${i + 1}`, purposes: [1, 2, 8, 10], legIntPurposes: [7, 9], flexiblePurposes: [2, 7, 8, 9, 10], specialPurposes: [], features: [], specialFeatures: [] },
  ]),
);
const gvl = () =>
  new GVL({
    gvlSpecificationVersion: 3, vendorListVersion: 99, tcfPolicyVersion: 5, lastUpdated: '2026-11-01T00:00:00Z',
    purposes: all, specialPurposes: {}, features: {}, specialFeatures: { 1: { id: 1 }, 2: { id: 2 } }, stacks: {}, dataCategories: {}, vendors: structuredClone(vendors),
  });
const moment = () => new Date(Date.UTC(2026, random(11), 1 + random(28)));
const agreed = (has) => (has(1) && (has(8) || has(10)) ? '1' : '0');

async function tcf() {
  const model = new TCModel(gvl());
  await model.gvl.readyPromise;
  Object.assign(model, { cmpId: 31, cmpVersion: 7, isServiceSpecific: chance(70), supportOOB: false, publisherCountryCode: 'DE' });
  for (let p = 1; p <= 11; p++) {
    if (chance(75)) model.purposeConsents.set(p);
    if (chance(30)) model.purposeLegitimateInterests.set(p);
    if (chance(75)) model.publisherConsents.set(p);
  }
  const highest = [4, 40, 400, 1200][random(4)];
  const some = (field, percent) => {
    for (let n = random(40); n > 0; n--) if (chance(percent)) field.set(1 + random(highest));
  };
  some(model.vendorConsents, 80);
  some(model.vendorLegitimateInterests, 20);
  if (chance(10)) for (let v = 1; v <= highest; v++) model.vendorConsents.set(v);
  const vendor = chance(60) ? [...model.vendorConsents].filter((e) => e[1])[0]?.[0] ?? 7 : 1 + random(highest);
  if (chance(40)) for (let n = 1 + random(4); n > 0; n--) {
    const restriction = new PurposeRestriction([2, 8, 10, 7][random(4)], [RestrictionType.NOT_ALLOWED, RestrictionType.REQUIRE_CONSENT, RestrictionType.REQUIRE_LI][random(3)]);
    model.publisherRestrictions.add(chance(70) ? vendor : 1 + random(highest), restriction);
  }
  const segments = ['core'];
  if (chance(50)) {
    segments.push('vendorsDisclosed');
    some(model.vendorsDisclosed, 90);
    if (chance(70)) model.vendorsDisclosed.set(vendor);
  }
  if (chance(70)) segments.push('publisherTC');
  const text = TCString.encode(model, { version: 2, segments });
  // Their encoder sets the moment of writing; the field is overwritten so that the file does not change with the day.
  const stamp = Math.floor(moment().getTime() / 100).toString(2).padStart(36, '0').match(/.{6}/g).map((six) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[parseInt(six, 2)]).join('');
  const dated = text[0] + stamp + stamp + text.slice(13);

  const read = TCString.decode(dated);
  const purposes = agreed((p) => read.purposeConsents.has(p));
  const forbidden = (p) => read.publisherRestrictions.getRestrictions(vendor).some((r) => r.purposeId === p && r.restrictionType === RestrictionType.NOT_ALLOWED);
  const disclosed = !segments.includes('vendorsDisclosed') || read.vendorsDisclosed.has(vendor);
  const usable = agreed((p) => read.purposeConsents.has(p) && !forbidden(p));
  const byVendor = usable === '1' && disclosed && read.vendorConsents.has(vendor) ? '1' : '0';
  const publisher = segments.includes('publisherTC') ? agreed((p) => read.publisherConsents.has(p)) : '-';
  return ['tcf', dated, vendor, purposes, byVendor, publisher].join(' ');
}

const states = ['usnat', 'usca', 'usva', 'usco', 'usut', 'usct', 'usfl', 'usmt', 'usor', 'ustx', 'usde', 'usia', 'usne', 'usnh', 'usnj', 'ustn', 'usmn', 'usmd', 'usin', 'usky', 'usri'];

async function gpp() {
  const model = new GppModel();
  for (let n = 1 + random(3); n > 0; n--) {
    const name = states[random(states.length)];
    const set = (field, value) => {
      try { model.setFieldValue(name, field, value); } catch { /* not a field of this section */ }
    };
    set('SaleOptOutNotice', 1);
    if (!model.hasSection(name)) continue;
    for (const field of ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']) set(field, chance(85) ? [0, 2, 2][random(3)] : 1);
    for (const field of ['PersonalDataConsents', 'AdditionalDataProcessingConsent']) set(field, chance(90) ? [0, 2][random(2)] : 1);
    for (const field of ['KnownChildSensitiveDataConsents', 'SensitiveDataProcessing']) {
      let value;
      try { value = model.getFieldValue(name, field); } catch { continue; }
      const pick = () => (field.startsWith('Known') ? (chance(97) ? 0 : 1 + random(2)) : random(3));
      set(field, Array.isArray(value) ? value.map(pick) : pick());
    }
    set('Gpc', chance(10));
  }
  if (chance(30)) model.setFieldValue('uspv1', 'OptOutSale', chance(70) ? 'N' : 'Y');
  if (chance(50)) {
    const purposes = Array.from({ length: 24 }, () => chance(80));
    model.setFieldValue('tcfeuv2', 'PurposeConsents', purposes);
    model.setFieldValue('tcfeuv2', 'PublisherConsents', purposes);
    model.setFieldValue('tcfeuv2', 'VendorConsents', Array.from({ length: random(9) }, () => 1 + random(900)));
    model.setFieldValue('tcfeuv2', 'LastUpdated', moment());
  }
  const text = model.encode();

  let verdict = 'absent';
  for (const section of Object.values(new GppModel(text).toObject())) {
    if (section.PurposeConsents) {
      const own = (list) => agreed((p) => list[p - 1]) === '1';
      const granted = own(section.PurposeConsents) && own(section.PublisherConsents);
      if (!granted) verdict = 'refuse';
      else if (verdict === 'absent') verdict = 'grant';
      continue;
    }
    const child = [section.KnownChildSensitiveDataConsents ?? 0].flat().some((v) => v !== 0);
    const out = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut', 'PersonalDataConsents', 'AdditionalDataProcessingConsent'].some((f) => section[f] === 1);
    if (child || out || section.Gpc === true || section.OptOutSale === 'Y') verdict = 'refuse';
  }
  return ['gpp', text, verdict].join(' ');
}

const lines = [];
while (lines.length < 1000) lines.push(await tcf());
while (lines.length < 2000) {
  const line = await gpp();
  if (line.includes('~')) lines.push(line);
}
console.log(lines.join('\n'));
