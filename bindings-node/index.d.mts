export * from './index.js'
import * as milkglass from './index.js'
export default milkglass
