import { createHash } from 'node:crypto'
import { type Db, isRowId, listAudit, type Traces } from '../../../platform/index.ts'
import { formerName } from './model.ts'
import { findSubject } from './queries.ts'

/**
 * Answers how somebody appears in the house: the addresses and names they have had, and the name they get when they are
 * forgotten, which is the same each time as it is made of their id. Undefined when there is nobody of this id.
 */
export async function tracesOf(db: Db, id: string): Promise<Traces | undefined> {
  const subject = isRowId(id) ? await findSubject(db, id) : undefined
  if (!subject) return undefined
  const renamed = await listAudit(db, { kind: 'people', id }, 1000)
  const names = renamed.flatMap(({ before, after }) => [before['name'], after['name']])
  const had = [...names, ...(subject.closed ? [] : [subject.name, subject.latinName])].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
  return {
    id,
    addresses: subject.addresses,
    names: [...new Set(had)],
    pseudonym: formerName(createHash('sha256').update(`former member ${id}`).digest()),
  }
}
