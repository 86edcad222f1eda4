import { strToU8, zipSync } from 'fflate'
import { type Db, recordAudit, transact } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import type { Held, HeldRecord } from '../held/model.ts'
import { tracesOf } from '../subjects/actions.ts'

/** What is held of one kind about somebody, ready to be given out. */
export type Gathered = { id: string; records: HeldRecord[]; files: { name: string; bytes: Uint8Array }[] }

/** Gathers everything that is held about somebody, and writes down that they asked for it. */
export function gatherHeld(db: Db, held: Held, by: Member): Promise<Gathered[]> {
  return transact(db, async (tx) => {
    const person = await tracesOf(tx, by.personId)
    if (!person) return []
    const gathered: Gathered[] = []
    for (const { id, read, files } of held.all)
      gathered.push({ id, records: await read(tx, person), files: (await files?.(tx, person)) ?? [] })
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.downloadHeld',
      record: { kind: 'people', id: by.personId },
    })
    return gathered
  })
}

/** Packs it as a ZIP: a page to read, a JSON file for each kind, and the files of each in a folder of its own. */
export function packHeld(index: string, gathered: readonly Gathered[], now: Temporal.Instant): Uint8Array {
  const entries = gathered.flatMap(({ id, records, files }): [string, Uint8Array][] => [
    [`data/${id}.json`, strToU8(`${JSON.stringify({ held: id, records }, undefined, 2)}\n`)],
    ...files.map(({ name, bytes }): [string, Uint8Array] => [`files/${id}/${name}`, bytes]),
  ])
  return zipSync(
    { 'index.html': strToU8(index), ...Object.fromEntries(entries) },
    // A year the format can say, whatever the clock says.
    { level: 6, mtime: Math.max(now.epochMilliseconds, Date.UTC(1981, 0)) },
  )
}
