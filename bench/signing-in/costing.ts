/** How many queries pages cost, counted in this process on the server's database. */
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { CompiledQuery, type LogEvent, sql } from 'kysely'
import { signInByPassword } from '../../src/community/signing-in/actions.ts'
import { openSigningIn } from '../../src/community/index.ts'
import { insertGrant } from '../../src/community/roles/queries.ts'
import { openLocalFiles, openLog, rows, transact } from '../../src/platform/index.ts'
import { openServer } from '../../src/platform/database/connections.ts'
import { houseRoles } from '../../src/roles.ts'
import { houseScopes } from '../../src/scopes.ts'
import { openWeb } from '../../src/web.ts'
import type { Place } from '../house.ts'
import { emailOf, password } from './serving.ts'

const publicUrl = 'http://localhost:3000'
/** A list of one record, and of more than a page of them; a search asks once more for each kind it finds. */
const lists = (one: string) => [
  [`/opportunities?q=${one}`, '/opportunities'],
  [`/opportunities?q=${one}`, '/opportunities?q=theatre'],
]

export type Cost = { beyond: number; perRow: number }

export async function costing({ settings }: Place, pages: readonly string[]): Promise<Cost> {
  let asked: LogEvent['query'][] = []
  const log = (event: LogEvent) => void asked.push(event.query)
  const database = openServer(settings['DATABASE_URL'] ?? '', { log })
  const { db } = database
  try {
    const shared = {
      db,
      log: openLog({ level: 'silent' }),
      secret: settings['SECRET'] ?? '',
      clock: () => Temporal.Now.instant(),
    }
    const app = openWeb({
      ...shared,
      files: openLocalFiles(tmpdir()),
      settings: {
        publicUrl,
        demonstration: 'none',
        trustProxy: 0,
        readsPerMinute: 999_999_999,
        staffSecondFactor: false,
      },
      isOpen: () => true,
      notReady: () => Promise.resolve([]),
    })
    const signingIn = openSigningIn({
      ...shared,
      publicUrl,
      demonstration: false,
      staffSecondFactor: false,
      roles: houseRoles,
      scopes: houseScopes,
      provider: undefined,
    })
    await crowd(db)
    const now = Temporal.Now.instant()
    const caller = { headers: new Headers(), network: '10.1.1.1', now }
    const entered = await signInByPassword(signingIn, { email: emailOf(1), password }, caller)
    assert.ok(entered?.kind === 'opened')
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask = async (path: string, headers: Record<string, string>) => {
      const read = async () => {
        const answer = await app.request(publicUrl + path, { headers })
        assert.equal(answer.status, 200, path)
        return answer.text()
      }
      await read()
      asked = []
      await read()
      return asked
    }
    let beyond = 0
    for (const path of pages) {
      const strangers = (await ask(path, {})).length
      const theirs = await ask(path, { cookie })
      beyond = Math.max(beyond, theirs.length - strangers)
      for (const query of theirs.slice(0, theirs.length - strangers)) await assertIndexed(db, query)
    }
    const [record] = await rows<{ word: string }>(
      db,
      sql`select slug as word from information.opportunity order by slug limit 1`,
    )
    let perRow = 0
    for (const [few = '', many = ''] of lists(encodeURIComponent(record?.word.replaceAll('-', ' ') ?? '')))
      perRow = Math.max(perRow, (await ask(many, { cookie })).length - (await ask(few, { cookie })).length)
    return { beyond, perRow }
  } finally {
    await database.close()
  }
}

type Db = ReturnType<typeof openServer>['db']

/** So many others have sessions and roles that nobody would read all of them to find one; one person edits two languages. */
async function crowd(db: Db): Promise<void> {
  const now = Temporal.Now.instant()
  await sql`insert into community.person (email) select 'other-' || n || '@bench.example'
    from generate_series(1, 10000) n on conflict do nothing`.execute(db)
  await sql`insert into community.session (person_id, token, created_at, updated_at, expires_at)
    select id, 'other-' || id, now(), now(), now() + interval '30 days' from community.person on conflict do nothing`.execute(
    db,
  )
  await sql`insert into community.role_grant (person_id, role, valid_from, granted_at, why)
    select id, 'organisation-member', now(), now(), 'to be many' from community.person`.execute(db)
  await sql`insert into community.notice (person_id, kind, details, told_at)
    select id, 'to be many', '{}', now() from community.person, generate_series(1, 10)`.execute(db)
  const [person] = await rows<{ id: string }>(
    db,
    sql`select id from community.person where email = ${emailOf(1)}`,
  )
  const grant = { personId: person?.id ?? '', role: 'editor', limits: { language: ['fr', 'vi'] }, from: now }
  await transact(db, (tx) => insertGrant(tx, { ...grant, until: undefined, by: null, why: 'to be measured' }))
  await sql`analyze community.person, community.session, community.role_grant, community.notice`.execute(db)
}

async function assertIndexed(db: Db, { sql: text, parameters }: LogEvent['query']): Promise<void> {
  const plan = await db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]))
  assert.doesNotMatch(JSON.stringify(plan.rows), /Seq Scan/)
}
