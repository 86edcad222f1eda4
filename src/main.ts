/** The only file that wires: settings, database, and the role this process plays. */
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { migrate, pendingMigrations } from '../database/migrate.ts'
import {
  demonstrationState,
  FileFault,
  importFile,
  keepReport,
  type Kind,
  kinds,
  laterKinds,
  reportLines,
  wantDemonstration,
} from './information/index.ts'
import {
  type Database,
  type Db,
  FolderRefused,
  isDatabaseAway,
  keepSnapshots,
  listen,
  type Log,
  openDatabase,
  openLog,
  readSettings,
  type Restored,
  restoredSentences,
  type Settings,
} from './platform/index.ts'
import { openWeb } from './web.ts'
import { openWorker } from './worker.ts'

const usage = `Roles: both (npm start), web, worker, migrate, import.
npm run import -- FILE [FILE …] [--kind KIND] [--dry-run] [--dates dmy|mdy] [--delimiter CHARACTER] [--zone ZONE]
  FILE is JSON, CSV or iCalendar.
  KIND is one of ${kinds.join(', ')}; without it, the fields of the records decide.`

type Role = 'both' | 'web' | 'worker'

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
  if (role === 'import') return takeIn(settings, words)
  return leave(2, [usage])
}

/** Serves, works, or both, until it is told to end. */
async function run(role: Role, settings: Settings): Promise<void> {
  const log = openLog({ level: settings.logLevel })
  const database = await openOrLeave(settings, log)
  const { db } = database
  const clock = () => Temporal.Now.instant()
  const demonstration = settings.demonstration !== 'none'
  let open = false
  const notReady = () => findFaults(db, { open, demonstration })
  const worker = role === 'web' ? undefined : openWorker({ database, log, settings, clock })
  const server =
    role === 'worker'
      ? undefined
      : await openServer(
          openWeb({ db, log, settings, clock, isOpen: () => open, notReady }),
          settings,
          log,
        ).catch(async (error: unknown) => {
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
  open = true
  if (demonstration) await untilThere(log, () => wantDemonstration(db))
  await worker?.start()
  sayWhatWaits(log, settings)
}

function sayWhatWaits(log: Log, { smtpUrl, demonstration }: Settings): void {
  if (smtpUrl) return
  if (demonstration === 'full') log.info('without SMTP_URL no mail leaves: it is read at /outbox')
  else log.warn('without SMTP_URL no mail leaves: it waits in the queue')
}

async function openServer(app: ReturnType<typeof openWeb>, { host, port, publicUrl }: Settings, log: Log) {
  const server = await listen(getRequestListener(app.fetch), { host, port })
  log.info({ host, port: server.port }, `listening: ${publicUrl}`)
  return server
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

/** Opens the database for one command, and closes it. */
async function once(settings: Settings, command: (database: Database) => Promise<void>): Promise<void> {
  // Standard output is what the command answers.
  const log = openLog({ level: 'warn', write: (line) => void process.stderr.write(line) })
  const database = await openOrLeave(settings, log)
  try {
    await command(database)
  } finally {
    await database.close()
  }
}

async function takeIn(settings: Settings, words: string[]): Promise<void> {
  const asked = readImportWords(words)
  if (typeof asked === 'string') return leave(2, [asked, usage])
  await once(settings, async ({ db }) => {
    await migrate(db)
    for (const file of asked.files) await takeInFile(db, settings.dataDir, file, asked)
  })
}

type ImportWords = {
  files: string[]
  kind: Kind | undefined
  dryRun: boolean
  dates: 'dmy' | 'mdy' | undefined
  delimiter: string | undefined
  zone: string | undefined
}

const importOptions = {
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  dates: { type: 'string' },
  delimiter: { type: 'string' },
  zone: { type: 'string' },
} as const

function readImportWords(words: string[]): ImportWords | string {
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: importOptions })
    const { kind: named, dates, delimiter, zone } = values
    const kind = kinds.find((known) => known === named)
    if (positionals.length === 0) return 'Which file?'
    if (named !== undefined && laterKinds.includes(named))
      return `Records of the kind “${named}” are not read yet.`
    if (named !== undefined && !kind) return `“${named}” is no kind of record.`
    if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy') return '--dates is dmy or mdy.'
    return { files: positionals, kind, dryRun: values['dry-run'] ?? false, dates, delimiter, zone }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function takeInFile(db: Db, dataDir: string, file: string, asked: ImportWords): Promise<void> {
  const now = Temporal.Now.instant()
  try {
    const report = await importFile(db, file, { ...asked, now })
    say(reportLines(report))
    if (report.refused.length > 0) process.exitCode = Math.max(Number(process.exitCode ?? 0), 1)
    if (asked.dryRun) return
    const moment = now.toString({ smallestUnit: 'millisecond' }).replaceAll(/[:.]/g, '-')
    const kept = await keepReport(join(dataDir, 'imports', `${moment}-${basename(file)}`), report)
    say([`kept: ${kept.join(', ')}`])
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    process.stderr.write(`${file}: ${error.message}\n`)
    process.exitCode = 2
  }
}

function say(lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}

function leave(status: number, lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(status)
}

await main(process.argv.slice(2))
