// Compiled, never run: the declarations take what the documentation shows, and refuse the rest.

import milkglass, {
  Config,
  ConsentRecord,
  MilkglassError,
  Recorder,
  Redactor,
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
} from '../../index.mjs'
import type { Answer, Decision, NoticeCheck, Receipt, Report, Seen, Span, Standing, Stats } from '../../index.mjs'

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

export function examined(config: Config): string {
  const examine = ({ text, tag }: Seen): Answer => (tag === 'h1' ? 'mask' : [[0, text.length]])
  new Recorder(config, { examine })
  // @ts-expect-error an answer there is none of
  new Redactor(config, { examine: () => 'show' })
  // @ts-expect-error an answer must be there at once
  new Redactor(config, { examine: async () => 'keep' })
  // @ts-expect-error a format there is none of
  snippet(config, { format: 'css' })
  new Redactor(config, { examine }).redact('[]')
  return snippet(config) + snippet(config, { format: 'module', endpoint: '/api/events' })
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

export function papers(config: Config): [NoticeCheck, Standing, boolean, string | undefined] {
  const record = new ConsentRecord('r', 'v')
  record.append('given', config, { notice: 'text', language: 'de' })
  // @ts-expect-error an event there is none of
  record.append('sold', config, { notice: 'text', language: 'de' })
  // @ts-expect-error the notice that was shown is missing
  record.append('given', config, { language: 'de' })
  ConsentRecord.fromJson(record.toJson(), { head: record.head }).verify()
  accountability(config)
  lintSarif({ 'a.html': '<p>' }, config)
  return [checkNotice(config, 'de', '<p>'), record.standing(1), requiresRenewal(config, config).required, locales()[0]?.status]
}

export const isRetryable = (error: unknown): boolean => error instanceof MilkglassError && error.retryable
