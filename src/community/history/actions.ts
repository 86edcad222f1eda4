/** A record as it was: reading it, and bringing it back. */
import { type Db, notAllowed, notFound, recordAudit, transact } from '../../platform/index.ts'
import { differenceOf, type FieldDifference } from '../differences/model.ts'
import type { EditAnswer, Keeping, RecordKeeper } from '../kinds/model.ts'
import { holdText, refuseChanged, writerIn } from '../lives/actions.ts'
import { isSeen, isStateField, langsOf } from '../lives/model.ts'
import { mayEditField, mayPublish, maySeeText, mayWrite } from '../lives/permissions.ts'
import type { Viewer } from '../people/model.ts'
import {
  type Fields,
  flatten,
  type KeptRecord,
  langsIn,
  originalLangOf,
  pieceNamed,
  type Plain,
  sameValue,
} from '../records/model.ts'
import { holdRecords, readRecord } from '../records/queries.ts'
import type { Revision } from '../revisions/model.ts'
import { dropStale, findStale, findVersion, listVersions } from '../revisions/queries.ts'

type Keeper = Pick<RecordKeeper, 'kind' | 'texts'>

/** How many versions one page of a history shows. */
export const versionsAtOnce = 50

/** The versions of a record, the latest first; those before `before`, where there are many. Refuses (404) who may see no draft of it. */
export async function readRevisions(
  db: Db,
  viewer: Viewer,
  keeper: Keeper,
  id: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ kept: KeptRecord; versions: Revision[]; more: boolean }> {
  const kept = await readSeen(db, viewer, keeper.kind, id)
  const limit = versionsAtOnce + 1
  const found = await listVersions(db, keeper.kind, id, { before: Math.min(before, 2 ** 31 - 1), limit })
  return { kept, versions: found.slice(0, versionsAtOnce), more: found.length === limit }
}

/** A record of which they may see some language before it is published. Refuses (404) every other. */
export async function readSeen(db: Db, viewer: Viewer, kind: string, id: string): Promise<KeptRecord> {
  const kept = await readRecord(db, kind, id)
  if (!kept || !langsOf(kept.record).some((lang) => maySeeText(viewer, kind, kept.record, lang)))
    throw notFound()
  return kept
}

/** Two versions side by side, as far as the viewer may see their languages. */
export type Comparison = { kept: KeptRecord; of: Revision; with: Revision; differences: FieldDifference[] }

/** What a version changed, or how it differs from another. Refuses (404) a version that is not there, and as reading the versions does. */
export async function compareVersions(
  db: Db,
  viewer: Viewer,
  keeper: Keeper,
  { id, from, to }: { id: string; from: number; to: number },
): Promise<Comparison> {
  const kept = await readSeen(db, viewer, keeper.kind, id)
  const [was, is] = [await findVersion(db, keeper.kind, id, from), await findVersion(db, keeper.kind, id, to)]
  if (!was || !is) throw notFound()
  const differences = differenceOf(was.record, is.record, keeper.texts).filter(
    ({ lang }) => lang === undefined || mayRead(viewer, keeper.kind, kept.record, lang),
  )
  return { kept, of: was, with: is, differences }
}

const mayRead = (viewer: Viewer, kind: string, record: Plain, lang: string) =>
  isSeen(record, lang) || maySeeText(viewer, kind, record, lang)

export type RestoreRequest = {
  id: string
  version: number
  toVersion: number
  /** Only these fields, by path (`translations.fr.title`); all that differ, if not said. */
  fields?: readonly string[]
  why?: string
}

/**
 * Brings a record back to an earlier version, but not its states, its address and the history of its deadlines. It is a
 * change as any other: the version that stood is kept, and translations are left behind by an original that changes. Said
 * twice it is done once. Refuses (403) who may not publish all of it, (404) a version that is not there, (409) a record that
 * was changed meanwhile; answers the faults of what cannot be kept any more.
 */
export function restore(
  db: Db,
  keeper: RecordKeeper,
  by: Viewer,
  asked: RestoreRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  const { id, version, toVersion, why } = asked
  return transact(db, async (tx) => {
    const member = writerIn(by)
    const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
    const then = await findVersion(tx, keeper.kind, id, toVersion)
    if (!kept || !then) throw notFound()
    const fields = fieldsToRestore(kept.record, then.record, asked.fields)
    const names = Object.keys(fields).filter((field) => !isStateField(field))
    const mayAll = names.every((field) => {
      const lang = pieceNamed(field)?.lang ?? originalLangOf(kept.record)
      return (
        mayEditField(by, keeper.kind, kept.record, field) && mayPublish(by, keeper.kind, kept.record, lang)
      )
    })
    if (!mayAll) throw notAllowed()
    if (names.length === 0) return { version: kept.version }
    refuseChanged(kept, version)
    const answer = await keeper.rewrite(tx, kept, { fields, by: member.personId, why }, keeping)
    if ('faults' in answer) return answer
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.restore',
      record: { kind: keeper.kind, id },
      before: answer.before,
      after: answer.after,
      why,
    })
    return { version: answer.version }
  })
}

const stays = new Set(['slug', 'original_lang', 'deadline_changes'])

/** What is to be written so that a record says what it said; null takes a field away. */
export function fieldsToRestore(now: Plain, then: Plain, only?: readonly string[]): Fields {
  const [left, right] = [flatten(now), flatten(then)]
  const fields: Fields = {}
  for (const field of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (isStateField(field) || stays.has(field) || (only && !only.includes(field))) continue
    if (!sameValue(left[field] ?? null, right[field] ?? null)) fields[field] = right[field] ?? null
  }
  const whole = { ...left, ...fields }
  const isEmpty = (lang: string) =>
    !Object.entries(whole).some(
      ([field, value]) =>
        value !== null && !isStateField(field) && pieceNamed(field)?.lang === lang && value !== false,
    )
  // A language of which nothing is left has no state; one that comes back has to be looked at again.
  for (const lang of langsIn(now)) if (isEmpty(lang)) fields[`translations.${lang}.state`] = null
  for (const field of Object.keys(fields)) {
    const lang = pieceNamed(field)?.lang
    if (lang !== undefined && !langsIn(now).has(lang)) fields[`translations.${lang}.state`] = 'draft'
  }
  return fields
}

/** What of an original has changed since a translation said the same. */
export type StaleText = {
  lang: string
  since: Temporal.Instant
  /** The last version that the translation says the same as. */
  version: number
  was: Plain
  is: Plain
  /** The texts of the original that differ, word by word. */
  differences: FieldDifference[]
}

/**
 * What a translation no longer says: its original as it was and is. Undefined where it says the same. Refuses (404) who may
 * neither write the translation nor see the original before it is published.
 */
export async function staleOf(
  db: Db,
  viewer: Viewer,
  keeper: Keeper,
  id: string,
  lang: string,
): Promise<StaleText | undefined> {
  const kept = await readRecord(db, keeper.kind, id)
  if (!kept) throw notFound()
  const original = originalLangOf(kept.record)
  const mayLook =
    mayRead(viewer, keeper.kind, kept.record, original) &&
    (mayWrite(viewer, keeper.kind, kept.record, lang) ||
      maySeeText(viewer, keeper.kind, kept.record, original))
  if (!mayLook) throw notFound()
  const stale = await findStale(db, keeper.kind, { id, lang })
  const then = stale && (await findVersion(db, keeper.kind, id, stale.version))
  if (!stale || !then) return undefined
  const differences = differenceOf(then.record, kept.record, keeper.texts).filter(
    (one) => one.lang === original && one.pieces !== undefined,
  )
  return { lang, ...stale, was: then.record, is: kept.record, differences }
}

/**
 * Says that a translation still says what the original says, though that has changed. Refuses (403) who may not write it,
 * (404) a language that is not there, (409) a record that was changed meanwhile.
 */
export function confirmTranslation(
  db: Db,
  keeper: Keeper,
  by: Viewer,
  asked: { id: string; version: number; lang: string },
): Promise<void> {
  return transact(db, async (tx) => {
    const { kept, member } = await holdText(tx, keeper, by, asked)
    if (!mayEditField(by, keeper.kind, kept.record, `translations.${asked.lang}.title`)) throw notAllowed()
    if (!(await findStale(tx, keeper.kind, asked))) return
    refuseChanged(kept, asked.version)
    await dropStale(tx, keeper.kind, [asked])
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.confirmTranslation',
      record: { kind: keeper.kind, id: asked.id },
      after: { lang: asked.lang },
    })
  })
}
