// The same declarations for `require`.

import milkglass = require('../../index.js')

export const fingerprint: string = new milkglass.Config().fingerprint
export const bytes: Buffer = new milkglass.Redactor(milkglass.Config.fromObject({})).redact('[]').bytes
