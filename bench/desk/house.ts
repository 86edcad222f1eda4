/** A house of 10,000 records of each kind with an editor who has signed in, and what its desk is asked. */
import { readKnown } from '../../src/community/index.ts'
import { insertGrant } from '../../src/community/roles/queries.ts'
import { readActor } from '../../src/community/roles/holders/queries.ts'
import { keepers } from '../../src/information/keepers/actions.ts'
import { openServer } from '../../src/platform/database/connections.ts'
import { firstRow, rows, transact } from '../../src/platform/index.ts'
import { houseRoles } from '../../src/roles.ts'
import { sql } from 'kysely'
import { type BenchHouse, once, type Place } from '../house.ts'
import { serve, type Served } from '../serving/servers.ts'
import { emailOf, password, plantPeople } from '../signing-in/serving.ts'

const now = () => Temporal.Now.instant()

/** The house, filled. */
export const filled = once(async (house: BenchHouse): Promise<Place> => {
  const place = await house.server('desk')
  for (const kind of ['opportunities', 'events', 'articles'] as const)
    await house.command(place, 'import', await house.records(kind, 10_000), '--kind', kind)
  await plantPeople(place, 1)
  const { db, close } = openServer(place.settings['DATABASE_URL'] ?? '', { max: 2 })
  await transact(db, async (tx) => {
    const grant = { role: 'editor', limits: {}, from: now(), until: undefined, by: null, why: 'to measure' }
    await insertGrant(tx, { ...grant, personId: await personIn(tx) })
  })
  await sql`analyze`.execute(db)
  await close()
  return place
})

async function personIn(db: Parameters<typeof firstRow>[0]): Promise<string> {
  const row = await firstRow<{ id: string }>(
    db,
    sql`select id from community.person where email = ${emailOf(0)}`,
  )
  return row?.id ?? ''
}

export type Desk = Served & { cookie: string }

/** Serves the house and signs its editor in; with its worker in the same process where that is asked for. */
export async function openDesk(place: Place, role?: 'both'): Promise<Desk> {
  const served = await serve(place, {}, role)
  const answer = await fetch(`http://127.0.0.1:${served.port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: emailOf(0), password }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  if (!answer.ok || cookie === '') throw new Error(`The editor could not sign in: ${answer.status}`)
  return { ...served, cookie }
}

/** Saves of an editor a second, over so many connections: each a record of its own, read, checked, written with its revision. */
export async function savesPerSecond(place: Place, connections: number, seconds: number): Promise<number> {
  const { db, close } = openServer(place.settings['DATABASE_URL'] ?? '', { max: connections })
  try {
    const known = await readKnown(db, now().toString().slice(0, 10))
    const editor = await readActor(db, await personIn(db), now(), houseRoles)
    if (!editor) throw new Error('There is no editor.')
    const all = await rows<{ id: string; version: number }>(
      db,
      sql`select id, version from community.record where kind = 'articles' order by id`,
    )
    const until = performance.now() + seconds * 1000
    const began = performance.now()
    let saved = 0
    const saveOn = async (first: number) => {
      for (let at = first; performance.now() < until; at += connections) {
        const record = all[at % all.length]
        if (!record) return
        const fields = { note: `Looked at ${at} at ${performance.now()}` }
        const keeping = { known, at: new Date() }
        const answer = await keepers.articles.edit(db, editor, { ...record, fields }, keeping)
        if (!('version' in answer)) throw new Error(`A save was refused: ${JSON.stringify(answer)}`)
        record.version = answer.version
        saved += 1
      }
    }
    await Promise.all(Array.from({ length: connections }, (_, at) => saveOn(at)))
    return saved / ((performance.now() - began) / 1000)
  } finally {
    await close()
  }
}
