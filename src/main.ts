/** The only file that wires: settings, database, and the role this process plays. */
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { migrate, pendingMigrations } from '../database/migrate.ts'
import {
  backUpHouse,
  backupUsage,
  isRefusal,
  readBackupWords,
  readRestoreWords,
  restoreHouse,
} from './backups.ts'
import {
  exportUsage,
  giveOut,
  importUsage,
  invite,
  inviteUsage,
  readExportWords,
  readImportWords,
  readInviteWords,
  takeIn,
  UsageFault,
} from './commands.ts'
import { plantDemonstrationPeople } from './community/index.ts'
import { erasers } from './erasers.ts'
import { withKeptPages } from './kept.ts'
import { demonstrationState, rebuildSearch, wantDemonstration, wantSearch } from './information/index.ts'
import {
  agreeOnErasures,
  type Database,
  type Db,
  FolderRefused,
  isDatabaseAway,
  keepSnapshots,
  keptSecret,
  listen,
  type Log,
  openDatabase,
  openLocalFiles,
  openLog,
  readSettings,
  type Restored,
  restoredSentences,
  type Settings,
} from './platform/index.ts'
import { openWeb } from './web.ts'
import { openWorker } from './worker.ts'

const usage = `Roles: both (npm start), web, worker, migrate, import, export, backup, restore, invite, rebuild-search.
${importUsage}
${exportUsage}
${backupUsage}
${inviteUsage}`

type Role = 'both' | 'web' | 'worker'
type Clock = () => Temporal.Instant

async function main([role = 'both', ...words]: string[]): Promise<void> {
  const read = readSettings(process.env)
  if ('faults' in read) return leave(1, read.faults)
  const { settings } = read
  if ((role === 'web' || role === 'worker') && !settings.databaseUrl) {
    return leave(1, [
      `npm run ${role} needs DATABASE_URL: the embedded database belongs to one process (npm start).`,
    ])
  }
  if (role === 'both' || role === 'web' || role === 'worker') return run(role, settings)
  if (role === 'migrate')
    return once(settings, async ({ db }) => say((await migrate(db)).map((name) => `ran ${name}`)))
  const command = commands.get(role)
  if (!command) return leave(2, [usage])
  try {
    await command(settings, words)
  } catch (error) {
    if (error instanceof UsageFault) return leave(2, [error.message, usage])
    if (isRefusal(error)) return leave(2, [error.message])
    throw error
  }
}

/** Serves, works, or both, until it is told to end. */
async function run(role: Role, settings: Settings): Promise<void> {
  const log = openLog({ level: settings.logLevel })
  const database = await openOrLeave(settings, log)
  const { db } = database
  const clock = () => Temporal.Now.instant()
  const demonstration = settings.demonstration !== 'none'
  const files = openLocalFiles(settings.dataDir)
  let open = false
  const notReady = () => findFaults(db, { open, demonstration })
  const secret = settings.secret ?? (await keptSecret(settings.dataDir))
  const worker = role === 'web' ? undefined : openWorker({ database, log, settings, secret, clock })
  const server =
    role === 'worker'
      ? undefined
      : await openServer(openWeb({ db, files, log, settings, secret, clock, isOpen: () => open, notReady }), {
          database,
          settings,
          log,
          clock,
        }).catch(async (error: unknown) => {
          // Left open, it would have to be checked at the next start.
          await database.close()
          return leave(1, [notListening(error, settings)])
        })
  const endSnapshots = keepSnapshots(database, log)
  endWithGrace(log, async () => {
    endSnapshots()
    await server?.close()
    await worker?.stop()
    await database.close()
  })
  await untilThere(log, () => migrate(db))
  if (role !== 'web') await forgetAgain(log, db, settings)
  if (settings.demonstration === 'full') await untilThere(log, () => plantDemonstrationPeople(db, clock()))
  await untilThere(log, () => wantSearch(db))
  open = true
  if (demonstration) await untilThere(log, () => wantDemonstration(db))
  await worker?.start()
  sayWhatWaits(log, settings)
}

// Restored from a snapshot, the database may know again what it had been made to forget.
async function forgetAgain(log: Log, db: Db, { dataDir }: Settings): Promise<void> {
  try {
    const erased = await agreeOnErasures(db, dataDir, erasers)
    if (erased > 0)
      log.warn({ erased }, 'the database had gone back in time: what was erased since is erased again')
  } catch (error) {
    log.error({ err: error }, 'the ledger of erasures cannot be followed: what was erased may be there again')
  }
}

function sayWhatWaits(log: Log, { smtpUrl, demonstration }: Settings): void {
  if (smtpUrl) return
  if (demonstration === 'full') log.info('without SMTP_URL no mail leaves: it is read at /outbox')
  else log.warn('without SMTP_URL no mail leaves: it waits in the queue')
}

async function openServer(
  app: ReturnType<typeof openWeb>,
  { database, settings, log, clock }: { database: Database; settings: Settings; log: Log; clock: Clock },
) {
  const { host, port, publicUrl, pageCacheBytes: mostBytes } = settings
  const kept = await withKeptPages(getRequestListener(app.fetch), { database, clock, mostBytes })
  const server = await listen(kept.listener, { host, port })
  log.info({ host, port: server.port }, `listening: ${publicUrl}`)
  const close = async () => {
    await server.close()
    await kept.stop()
  }
  return { close }
}

function notListening(error: unknown, { host, port }: Settings): string {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number.`
    : `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
}

/** Tries again every two seconds as long as the database is away; any other failure ends the process. */
async function untilThere<T>(log: Log, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      if (tries % 15 === 0) log.warn('the database cannot be reached; trying again every two seconds')
      await setTimeout(2_000)
    }
  }
}

async function findFaults(db: Db, house: { open: boolean; demonstration: boolean }): Promise<string[]> {
  if (!house.open) return ['the database has not been brought up to date']
  try {
    const pending = await pendingMigrations(db)
    const demonstration = house.demonstration ? await demonstrationState(db) : 'refused'
    return [
      ...pending.map((name) => `the migration ${name} has not run`),
      ...(demonstration === 'wanted' || demonstration === 'none'
        ? ['the demonstration is being loaded']
        : []),
    ]
  } catch {
    return ['the database does not answer']
  }
}

function endWithGrace(log: Log, close: () => Promise<void>): void {
  let ending = false
  const end = (signal: string) => {
    // Whoever asks twice will not wait.
    if (ending) process.exit(1)
    ending = true
    log.info({ signal }, 'ending: what is under way is finished first')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not end cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

async function openOrLeave(settings: Settings, log: Log): Promise<Database> {
  try {
    const database = await openDatabase(settings, log)
    if (database.restored) tellRestored(settings, log, database.restored)
    return database
  } catch (error) {
    if (error instanceof FolderRefused) return leave(2, [error.message])
    throw error
  }
}

// Said in both places: the log may go where nobody looks on the day it matters.
function tellRestored({ dataDir }: Settings, log: Log, restored: Restored): void {
  const sentences = restoredSentences(dataDir, restored)
  log.error(restored, sentences.join(' '))
  process.stderr.write(`\n${sentences.join('\n')}\n\n`)
}

// Standard output is what a command answers.
const errorLog = () => openLog({ level: 'warn', write: (line) => void process.stderr.write(line) })

/** Opens the database for one command, and closes it. */
async function once(settings: Settings, command: (database: Database) => Promise<void>): Promise<void> {
  const database = await openOrLeave(settings, errorLog())
  try {
    await command(database)
  } finally {
    await database.close()
  }
}

/** What is done once, each by the words that follow its name. */
const commands = new Map<string, (settings: Settings, words: string[]) => Promise<void>>([
  [
    'import',
    async (settings, words) => {
      const asked = readImportWords(words)
      await once(settings, async ({ db }) => {
        await migrate(db)
        process.exitCode = await takeIn(db, settings, asked)
      })
    },
  ],
  [
    'export',
    async (settings, words) => {
      const folder = readExportWords(words)
      await once(settings, async ({ db }) => {
        await migrate(db)
        await giveOut(db, settings, folder)
      })
    },
  ],
  [
    'invite',
    async (settings, words) => {
      const asked = readInviteWords(words)
      await once(settings, async ({ db }) => {
        await migrate(db)
        process.exitCode = await invite(db, settings, asked)
      })
    },
  ],
  [
    'rebuild-search',
    async (settings) =>
      once(settings, async ({ db }) => {
        await migrate(db)
        say([`${await rebuildSearch(db)} records are in the index of the search.`])
      }),
  ],
  ['backup', async (settings, words) => say(await backUpHouse(settings, errorLog(), readBackupWords(words)))],
  [
    'restore',
    async (settings, words) =>
      say(await restoreHouse(settings, readRestoreWords(words), (work) => once(settings, work))),
  ],
])

function say(lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

function leave(status: number, lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(status)
}

await main(process.argv.slice(2))
