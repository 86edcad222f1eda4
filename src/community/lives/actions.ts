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
import type { Member, Viewer } from '../people/model.ts'
import type { KeptRecord } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import { mayAnywhere } from '../roles/permissions.ts'
import type { TextState } from '../texts/model.ts'
import { isWriters, stateField, stateIn, statesAfter } from './model.ts'
import { mayPublish, mayWrite } from './permissions.ts'

/** What a language of a record is to become; `version` is that of the record that was looked at. */
export type StateRequest = {
  id: string
  version: number
  lang: string
  to: Exclude<TextState, 'scheduled'>
  why?: string
}

/**
 * Brings a language of a record into another state: hands it in, sends it back, publishes or archives it. Said twice it
 * is done once. Refuses (403) who may not, (404) a language that is not there, (409) a record that was changed meanwhile
 * and a step that a text in its state does not take; answers the faults for which it cannot be published.
 */
export function changeState(
  db: Db,
  keeper: RecordKeeper,
  by: Viewer,
  asked: StateRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  const { id, version, lang, to, why } = asked
  return transact(db, async (tx) => {
    const { kept, state, member } = await holdText(tx, keeper, by, asked)
    const isAllowed =
      mayPublish(by, keeper.kind, kept.record, lang) ||
      (isWriters(state, to) && mayWrite(by, keeper.kind, kept.record, lang))
    if (!isAllowed) throw notAllowed()
    if (state === to) return { version: kept.version }
    if (kept.version !== version) throw conflict('Somebody else has changed this record meanwhile.')
    if (!statesAfter(state).includes(to)) throw conflict(`A text that is ${state} cannot become ${to}.`)
    const fields = { [stateField(kept.record, lang)]: to }
    const answer = await keeper.rewrite(tx, kept, { fields, by: member.personId, why }, keeping)
    if ('faults' in answer) return answer
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.state',
      record: { kind: keeper.kind, id },
      before: { [stateField(kept.record, lang)]: state },
      after: fields,
      why,
    })
    return { version: answer.version }
  })
}

/** Holds a record of which somebody may write something, with the state of a language of it. */
async function holdText(
  tx: Tx,
  keeper: RecordKeeper,
  by: Viewer,
  { id, lang }: { id: string; lang: string },
): Promise<{ kept: KeptRecord; state: TextState; member: Member }> {
  if (by.kind === 'stranger' || !(mayAnywhere(by, 'records.edit') || mayAnywhere(by, 'records.publish')))
    throw notAllowed()
  const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
  const state = kept && stateIn(kept.record, lang)
  if (!kept || !state) throw notFound()
  return { kept, state, member: by }
}
