/** The versions of a call. Pure. */
import type { Fault } from '../../../platform/index.ts'
import type { CallRecord } from '../model.ts'

/** A version that is kept, as far as another is measured by it. */
export type KeptVersion = { version: number; contentHash: string; isUsed: boolean }

/** What is asked of a call: all it says but who gave it, its address, and which of its languages are published. */
export function contentOf(record: CallRecord): Record<string, unknown> {
  const { provenance: _from, slug: _address, state: _state, translations, ...content } = record
  const texts = Object.entries(translations).map(([lang, { state: _, ...text }]) => [lang, text])
  return { ...content, translations: Object.fromEntries(texts) }
}

/** Why this version cannot take the place of the one that is kept: one that was used never changes, and none goes back. */
export function faultOfVersion(
  { version, contentHash }: { version: number; contentHash: string },
  kept: KeptVersion | undefined,
): Fault | undefined {
  if (!kept || version > kept.version) return undefined
  const fault = (reason: string): Fault => ({ field: 'version', value: version, reason })
  if (version < kept.version) return fault(`is lower than ${kept.version}, which is kept`)
  if (contentHash === kept.contentHash || !kept.isUsed) return undefined
  return fault(
    'was used and never changes, but this file says something else: give what is different a higher version',
  )
}
