// The same objects for `import`: one copy of the package, whichever way a module loads it.
import milkglass from './index.js'

export const { Config, MilkglassError, Recorder, Redacted, Redactor, Session, assess, lintPage, notice, scan } = milkglass
export default milkglass
