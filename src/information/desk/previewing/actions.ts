/** A record as it would be published, shown and undone. */
import {
  findDraft,
  flatten,
  type Keeping,
  type KeptRecord,
  langsOf,
  type Plain,
  unflatten,
} from '../../../community/index.ts'
import { isLocale } from '../../../design/index.ts'
import { type Db, type Fault, transact, type Tx } from '../../../platform/index.ts'
import { keepers } from '../../keepers/actions.ts'
import type { DeskKind } from '../fields/model.ts'
import { mergeOf } from '../form/merge/model.ts'
import { fieldsFor, type Flat } from '../form/model.ts'
import { changesIn, type Readable, type TypedFault } from '../form/reading/model.ts'
import { readBase } from '../opening/actions.ts'

/** What a preview shows: a language of a record, with what somebody has typed into it and not saved. */
export type Previewed = {
  kind: DeskKind
  id: string
  lang: string
  personId: string
  kept: KeptRecord | undefined
}

const originalOf = (kept: KeptRecord | undefined, typed: Flat) => {
  const lang = kept?.record['original_lang'] ?? typed['original_lang']
  return typeof lang === 'string' ? lang : 'en'
}

/** The fields that somebody's draft changes of a record as it stands now; none without a draft. */
async function draftFields(
  db: Db,
  { kind, id, lang, personId, kept }: Previewed,
  readable: Readable,
): Promise<{ fields: Flat } | { typed: TypedFault[] }> {
  const own = lang === '' || lang === originalOf(kept, {}) ? '' : lang
  const draft = await findDraft(db, { personId, kind, recordId: id, lang: own })
  if (!draft) return { fields: {} }
  const form = { kind, lang: own === '' ? undefined : own }
  const base = kept && (await readBase(db, kind, kept, draft.baseVersion))
  const fields = fieldsFor(form, base ?? {})
  const { changes, faults } = changesIn(fields, { base: base ?? {}, typed: draft.typed }, readable)
  if (faults.length > 0) return { typed: faults }
  if (!kept) return { fields: changes }
  const { fields: merged, clashes } = mergeOf({ base, theirs: flatten(kept.record), mine: changes })
  return { fields: { ...merged, ...Object.fromEntries(clashes.map(({ path, mine }) => [path, mine])) } }
}

/**
 * Shows a record as strangers would see it once this language of it is published, with what somebody has typed; whatever was written for
 * that is undone. Answers what is to be mended before, or undefined where there is nothing to show.
 */
export async function asIfPublished<Shown>(
  db: Db,
  previewed: Previewed,
  { readable, ...keeping }: Keeping & { readable: Readable },
  show: (tx: Tx, record: Plain) => Promise<Shown>,
): Promise<{ shown: Shown } | { faults: Fault[] } | { typed: TypedFault[] } | undefined> {
  const { kind, id, kept } = previewed
  const draft = await draftFields(db, previewed, readable)
  if ('typed' in draft) return draft
  if (!kept && Object.keys(draft.fields).length === 0) return undefined
  const fields = { ...draft.fields, ...statesFor(previewed, draft.fields) }
  const undo = new Error('A preview is undone.')
  let answer: { shown: Shown } | { faults: Fault[] } | undefined
  try {
    await transact(db, async (tx) => {
      const written = await keepers[kind].pretend(tx, { id, fields }, keeping)
      answer = 'faults' in written ? written : { shown: await show(tx, written.record) }
      throw undo
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return answer
}

/** This language is published; those that would hide it from a reader of none of the interface's languages are not. */
function statesFor({ id, lang, kept }: Previewed, typed: Flat): Flat {
  const original = originalOf(kept, typed)
  const shown = lang === '' ? original : lang
  const record = kept?.record ?? unflatten(id, { ...typed })
  const field = (one: string) => (one === original ? 'state' : `translations.${one}.state`)
  const hidden = isLocale(shown) ? [] : langsOf(record).filter((one) => one !== shown)
  return Object.fromEntries([...hidden.map((one) => [field(one), 'draft']), [field(shown), 'published']])
}
