/** Whether a change to a record would publish what does not pass its checks. */
import { isSeen, type Known, langsOf, type Plain, type RecordKeeper } from '../../../../community/index.ts'
import type { Fault, Tx } from '../../../../platform/index.ts'

/** What stands against publishing the languages that would be published, but for what already did. */
export async function faultsAnew(
  tx: Tx,
  keeper: RecordKeeper,
  record: Plain,
  fields: Plain,
  known: Known,
): Promise<Fault[]> {
  const after = withFields(record, fields)
  const found: Fault[] = []
  for (const lang of langsOf(after).filter((each) => isSeen(after, each))) {
    const faults = await keeper.faultsToPublish(tx, after, lang, known)
    if (faults.length === 0) continue
    const old = isSeen(record, lang) ? await keeper.faultsToPublish(tx, record, lang, known) : []
    found.push(
      ...faults.filter(
        ({ field, reason }) => !old.some((one) => one.field === field && one.reason === reason),
      ),
    )
  }
  return found
}

function withFields(record: Plain, fields: Plain): Plain {
  const after: Plain = structuredClone(record)
  const translations: Record<string, Plain> = asTexts(after['translations'])
  for (const [field, value] of Object.entries(fields)) {
    const [, lang, piece] = /^translations\.([^.]+)\.([^.]+)$/.exec(field) ?? []
    if (lang === undefined || piece === undefined) after[field] = value
    else (translations[lang] ??= {})[piece] = value
  }
  return Object.keys(translations).length > 0 ? { ...after, translations } : after
}

function asTexts(given: unknown): Record<string, Plain> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).map(([lang, text]) => [lang, { ...(typeof text === 'object' ? text : {}) }]),
  )
}

/** Faults as the reason why a record is refused. */
export const whyOf = (faults: Fault[]) => `checks:${[...new Set(faults.map(({ field }) => field))].join(',')}`
