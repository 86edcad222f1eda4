import {
  conflict,
  type Db,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { EditAnswer, Keeping, RecordKeeper } from '../kinds/model.ts'
import { tell } from '../notices/actions.ts'
import type { Member, Viewer } from '../people/model.ts'
import { type KeptRecord, type Plain, titleIn } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import { longestRemark } from '../remarks/model.ts'
import { insertRemark } from '../remarks/queries.ts'
import { listAuthors } from '../revisions/queries.ts'
import { mayAnywhere } from '../roles/permissions.ts'
import { findAssigned } from '../assignments/queries.ts'
import { withdrawWaiting } from '../schedules/queries.ts'
import type { TextState } from '../texts/model.ts'
import { isWriters, stateField, stateIn, statesAfter } from './model.ts'
import { mayPublish, mayWrite } from './permissions.ts'

/** What a language of a record is to become; `version` is that of the record that was looked at. */
export type StateRequest = {
  id: string
  version: number
  lang: string
  to: Exclude<TextState, 'scheduled'>
  /** What is to be done, for who handed it in or looks after it; it stands as a remark. */
  remark?: string
}

/**
 * Brings a language of a record into another state: hands it in, sends it back, publishes or archives it. Said twice it
 * is done once. What was scheduled is withdrawn, but not by archiving: then its asker is told when it is due. Refuses
 * (403) who may not, (404) a language that is not there, (409) a record that was changed meanwhile and a step that a text
 * in its state does not take; answers the faults for which it cannot be published.
 */
export function changeState(
  db: Db,
  keeper: RecordKeeper,
  by: Viewer,
  asked: StateRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  const { id, version, lang, to } = asked
  return transact(db, async (tx) => {
    const { kept, state, member } = await holdText(tx, keeper, by, asked)
    const isAllowed =
      mayPublish(by, keeper.kind, kept.record, lang) ||
      (isWriters(state, to) && mayWrite(by, keeper.kind, kept.record, lang))
    if (!isAllowed) throw notAllowed()
    if (state === to) return { version: kept.version }
    refuseChanged(kept, version)
    if (!statesAfter(state).includes(to)) throw conflict(`A text that is ${state} cannot become ${to}.`)
    const authors = to === 'draft' ? await listAuthors(tx, keeper.kind, id, mostAuthors) : []
    const fields = { [stateField(kept.record, lang)]: to }
    const answer = await keeper.rewrite(tx, kept, { fields, by: member.personId, why: asked.remark }, keeping)
    if ('faults' in answer) return answer
    await withdrawScheduled(tx, keeper.kind, { id, lang, state, to }, keeping.at)
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.state',
      record: { kind: keeper.kind, id },
      before: { [stateField(kept.record, lang)]: state },
      after: fields,
    })
    await tellOfState(tx, { keeper, kept, member, authors, asked, state }, keeping.at)
    return { version: answer.version }
  })
}

// A text that was handed in longer ago than so many versions is sent back to who wrote it last.
const mostAuthors = 50

/** Holds a record of which somebody may write something, with the state of a language of it. Refuses (403, 404). */
export async function holdText(
  tx: Tx,
  keeper: Pick<RecordKeeper, 'kind'>,
  by: Viewer,
  { id, lang }: { id: string; lang: string },
): Promise<{ kept: KeptRecord; state: TextState; member: Member }> {
  const member = writerIn(by)
  const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
  const state = kept && stateIn(kept.record, lang)
  if (!kept || !state) throw notFound()
  return { kept, state, member }
}

/** Somebody who may write or publish something. Refuses (403) everybody else. */
export function writerIn(by: Viewer): Member {
  if (by.kind === 'stranger' || !(mayAnywhere(by, 'records.edit') || mayAnywhere(by, 'records.publish')))
    throw notAllowed()
  return by
}

/** Refuses (409) what was decided looking at another version. */
export function refuseChanged(kept: KeptRecord, version: number): void {
  if (kept.version !== version) throw conflict('Somebody else has changed this record meanwhile.')
}

type Step = { id: string; lang: string; state: TextState; to: TextState }

async function withdrawScheduled(
  tx: Tx,
  kind: string,
  { id, lang, state, to }: Step,
  now: Date,
): Promise<void> {
  if (state === 'scheduled' && to !== 'archived')
    await withdrawWaiting(tx, kind, { id, lang, becomes: 'published' }, now)
  if (to === 'archived' || to === 'draft')
    await withdrawWaiting(tx, kind, { id, lang, becomes: 'archived' }, now)
}

type Told = {
  keeper: RecordKeeper
  kept: KeptRecord
  member: Member
  authors: { record: Plain; by: string | null }[]
  asked: StateRequest
  state: TextState
}

async function tellOfState(tx: Tx, { keeper, kept, member, authors, asked, state }: Told, at: Date) {
  const { id, lang, to, remark: note = '' } = asked
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  if (note !== '')
    await insertRemark(
      tx,
      { kind: keeper.kind, id, lang, said: note.slice(0, longestRemark), by: member.personId },
      at,
    )
  const text = { kind: keeper.kind, id, lang, title: titleIn(kept.record, lang) }
  const details = { ...text, who: member.name, person: member.personId, note }
  const assigned = await findAssigned(tx, keeper.kind, id)
  if (to === 'draft' && state === 'in-review')
    for (const person of new Set([handedInBy(authors, lang), assigned?.id]))
      if (person && person !== member.personId) await tell(tx, person, 'community.textSentBack', details, now)
  if (to === 'in-review' && assigned && assigned.id !== member.personId)
    await tell(tx, assigned.id, 'community.textHandedIn', details, now)
}

/** Who handed a text in last; the versions have the latest first. */
function handedInBy(versions: { record: Plain; by: string | null }[], lang: string): string | undefined {
  let by: string | null = null
  for (const version of versions) {
    if (stateIn(version.record, lang) !== 'in-review') break
    by = version.by
  }
  return by ?? undefined
}
