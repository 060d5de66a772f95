// Compiled, never run: the declarations take what the documentation shows, and refuse the rest.

import milkglass, { Config, MilkglassError, Recorder, Redactor, assess, lintPage, notice, scan } from '../../index.mjs'
import type { Decision, Receipt, Report, Span, Stats } from '../../index.mjs'

export async function visit(chunk: Uint8Array, headers: Record<string, string | string[] | undefined>): Promise<Stats> {
  const config = Config.fromFile(new URL('file:///milkglass.toml'))
  const report: Report = new Redactor(config).redact(chunk).report
  const recorder = new Recorder(config)
  const decision: Decision = recorder.decide({ explicit: { granted: true }, headers })
  const session = recorder.session('s', decision, { visitor: report.fingerprint })
  session.know({ name: ['a', 'b'], email: null })
  const receipt: Receipt = await session.recordAsync('[]')
  if (receipt.verdict === 'full') await recorder.flush(1000)
  await session.withdraw()
  await recorder.close()
  return recorder.stats()
}

export function rest(config: Config): [string, Span[]] {
  // @ts-expect-error a format there is none of
  notice(config, 'de', { format: 'pdf' })
  // @ts-expect-error sessions come from a recorder
  new milkglass.Session()
  // @ts-expect-error a number is no event
  new Redactor(config).redact(5)
  lintPage('<p>', config)
  assess(config, ['DE'])
  return [notice(config, 'de', { length: 'banner' }), scan('text')]
}

export const isRetryable = (error: unknown): boolean => error instanceof MilkglassError && error.retryable
