// Writes countries.tsv: `node countries.mjs > countries.tsv`. The names are those of the Unicode CLDR in Node's ICU.
const languages = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv uk".split(" ");
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const names = languages.map((l) => new Intl.DisplayNames([l], { type: "region", fallback: "none" }));
const grouping = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"]);
const former = new Set(["AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP", "YD", "YU", "ZR", "UK", "RH", "HV", "DY", "NH", "VD", "NQ", "PU", "PZ", "FQ", "CT", "JT", "MI", "WK", "PC"]);
console.log(`# Names of countries, Unicode CLDR ${process.versions.cldr} (Unicode License v3), made by countries.mjs`);
console.log(["code", ...languages].join("\t"));
for (const a of letters) for (const b of letters) {
  const code = a + b;
  if (grouping.has(code) || former.has(code) || !names[5].of(code)) continue;
  console.log([code, ...names.map((n) => n.of(code) ?? code)].join("\t"));
}
