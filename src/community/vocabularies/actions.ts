import { type Db, notAllowed, notFound, recordAudit, transact, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import { may } from '../roles/permissions.ts'
import {
  findTerm,
  holdVocabulary,
  insertTerm,
  type KeptTerm,
  listTerms,
  putOrder,
  updateTerm,
} from './queries.ts'

type Names = Record<string, string>
type Named = { vocabulary: string; id: string }

/** What became of a change of a term; `stale` when somebody else had changed it since the form was made. */
export type TermAnswer = 'saved' | 'stale' | 'taken' | 'merged'

/** Adds a term behind the others. Refuses (403) whoever may not. */
export function addTerm(db: Db, by: Member, given: Named & { names: Names }): Promise<TermAnswer> {
  return change(db, by, given, async (tx) => {
    if (await findTerm(tx, given.vocabulary, given.id)) return 'taken'
    await insertTerm(tx, given.vocabulary, given)
    await audit(tx, by, 'community.addTerm', given, undefined, { names: given.names })
    return 'saved'
  })
}

/** Calls a term otherwise. Refuses (403), and (404) where there is no such term. */
export function renameTerm(
  db: Db,
  by: Member,
  given: Named & { version: number; names: Names },
): Promise<TermAnswer> {
  return changeTerm(db, by, given, async (tx, term) => {
    await updateTerm(tx, given.vocabulary, { ...term, names: given.names })
    await audit(tx, by, 'community.renameTerm', given, { names: term.names }, { names: given.names })
    return 'saved'
  })
}

/** Retires a term, or brings it back; one that was merged stays away. Refuses (403), and (404) where there is no such term. */
export function retireTerm(
  db: Db,
  by: Member,
  given: Named & { version: number; retired: boolean },
): Promise<TermAnswer> {
  return changeTerm(db, by, given, async (tx, term) => {
    if (term.mergedInto) return 'merged'
    if (term.retired === given.retired) return 'saved'
    await updateTerm(tx, given.vocabulary, { ...term, retired: given.retired })
    const what = given.retired ? 'community.retireTerm' : 'community.bringBackTerm'
    await audit(tx, by, what, given, { retired: term.retired }, { retired: given.retired })
    return 'saved'
  })
}

/** Moves a term one place up or down among those that stand. Refuses (403), and (404) where there is no such term. */
export function moveTerm(db: Db, by: Member, given: Named & { to: 'up' | 'down' }): Promise<TermAnswer> {
  return change(db, by, given, async (tx) => {
    const ids = (await listTerms(tx, given.vocabulary))
      .filter(({ mergedInto }) => !mergedInto)
      .map(({ id }) => id)
    const at = ids.indexOf(given.id)
    if (at < 0) throw notFound()
    const other = given.to === 'up' ? at - 1 : at + 1
    const [one, next] = [ids[at], ids[other]]
    if (one === undefined || next === undefined) return 'saved'
    const moved = ids.toSpliced(Math.min(at, other), 2, ...(given.to === 'up' ? [one, next] : [next, one]))
    await putOrder(tx, given.vocabulary, moved)
    await audit(tx, by, 'community.moveTerm', given, { place: at + 1 }, { place: other + 1 })
    return 'saved'
  })
}

function change(
  db: Db,
  by: Member,
  { vocabulary }: Named,
  work: (tx: Tx) => Promise<TermAnswer>,
): Promise<TermAnswer> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    await holdVocabulary(tx, vocabulary)
    return work(tx)
  })
}

function changeTerm(
  db: Db,
  by: Member,
  given: Named & { version: number },
  work: (tx: Tx, term: KeptTerm) => Promise<TermAnswer>,
): Promise<TermAnswer> {
  return change(db, by, given, async (tx) => {
    const term = await findTerm(tx, given.vocabulary, given.id)
    if (!term) throw notFound()
    return term.version === given.version ? work(tx, term) : 'stale'
  })
}

function audit(
  tx: Tx,
  by: Member,
  what: string,
  { vocabulary, id }: Named,
  before: object | undefined,
  after: object,
): Promise<void> {
  return recordAudit(tx, {
    who: by.personId,
    what,
    record: { kind: 'terms', id: `${vocabulary}/${id}` },
    before,
    after,
  })
}
