// The same objects for `import`: one copy of the package, whichever way a module loads it.
import milkglass from './index.js'

export const {
  Config,
  ConsentRecord,
  MilkglassError,
  Recorder,
  Redacted,
  Redactor,
  Session,
  accountability,
  assess,
  checkNotice,
  lintPage,
  lintSarif,
  locales,
  notice,
  requiresRenewal,
  scan,
  snippet,
} = milkglass
export default milkglass
