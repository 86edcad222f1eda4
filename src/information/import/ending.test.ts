import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { type Db, openDatabase, rows } from '../../platform/index.ts'
import { dataFolder, testDatabase } from '../../platform/database/testing.ts'
import { importWhole, now } from '../testing.ts'
import { keepers } from '../keepers/actions.ts'
import { importingFile } from './jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-ending-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const count = 3000
const file = join(folder, 'calls.json')
const record = (at: number) => ({
  id: `call-${at}`,
  title: `Call ${at}`,
  organiser: `House ${at}`,
  deadline: '2027-03-01',
  deadline_changes: [{ kind: 'extended', from: '2027-02-01', to: '2027-03-01' }],
  translations: { fr: { title: `Appel ${at}` } },
})
const records = Array.from({ length: count }, (_, at) => record(at))
writeFileSync(file, JSON.stringify({ records }))
// What is said of the one in the middle shows that the import is under way.
const strange = join(folder, 'strange.json')
writeFileSync(strange, JSON.stringify({ records: records.with(1000, { ...record(1000), deadline: 'soon' }) }))

/** Records of which any part is missing, and the number of those there are. */
async function partial(db: Db): Promise<{ partial: number; whole: number }> {
  const [found] = await rows<{ partial: number; whole: number }>(
    db,
    sql`select count(*) filter (where r.id is null or o.id is null or langs is distinct from 2 or changes is distinct from 1
        or r.record ->> 'organiser' is distinct from o.organiser)::int as partial, count(*)::int as whole
      from (select id, record from community.record where kind = 'opportunities') r
      full join information.opportunity o on o.id = r.id
      left join (select record_id, count(*)::int as langs from information.opportunity_text group by 1) t
        on t.record_id = coalesce(r.id, o.id)
      left join (select opportunity_id, count(*)::int as changes from information.opportunity_change group by 1) c
        on c.opportunity_id = coalesce(r.id, o.id)`,
  )
  return found ?? { partial: -1, whole: -1 }
}

test('an import that is killed leaves whole records only, and the same file again completes it', async () => {
  const dataDir = await dataFolder()
  const child = spawn(
    process.execPath,
    ['--import', './tools/tsx.ts', 'src/main.ts', 'import', strange, '--kind', 'opportunities'],
    {
      cwd: join(import.meta.dirname, '../../..'),
      env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.stdout.once('data', () => child.kill('SIGKILL'))
  await ended
  const database = await openDatabase({ dataDir })
  const after = await partial(database.db)
  assert.equal(after.partial, 0)
  assert.ok(after.whole >= 1000 && after.whole < count - 1, `${after.whole} were in`)
  const report = await importWhole(database.db, file, { kind: 'opportunities' })
  assert.deepEqual([report.same, report.added, report.changed], [after.whole, count - after.whole, 0])
  assert.deepEqual(await partial(database.db), { partial: 0, whole: count })
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('as a job it tells how far it is, ends where it is cancelled with whole records, and leaves its report', async () => {
  const database = await testDatabase()
  const stop = new AbortController()
  const told: [number, number][] = []
  const { db } = database
  const log = { info: () => undefined }
  const work = {
    id: 'job',
    attempt: 1,
    db,
    log: log as never,
    signal: stop.signal,
    stopping: new AbortController().signal,
    async progress(done: number, total: number) {
      told.push([done, total])
      if (done >= 1000) stop.abort()
    },
  }
  await importingFile(() => now, { calls: keepers.opportunities })(
    { path: file, folder: join(folder, 'report') },
    work,
  )
  assert.deepEqual(told[0], [200, count])
  const after = await partial(db)
  assert.deepEqual(after, { partial: 0, whole: 1000 })
  const report: { stopped: boolean; added: number } = JSON.parse(
    readFileSync(join(folder, 'report/report.json'), 'utf8'),
  )
  assert.deepEqual([report.stopped, report.added], [true, 1000])
  await database.close()
})
