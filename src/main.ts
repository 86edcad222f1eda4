/** The only file that wires: settings, database, and the role this process plays. */
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { migrate, pendingMigrations } from '../database/migrate.ts'
import {
  demonstrationState,
  FileFault,
  importFile,
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
  listen,
  type Log,
  openDatabase,
  openLog,
  readSettings,
  type Settings,
} from './platform/index.ts'
import { openWeb } from './web.ts'
import { openWorker } from './worker.ts'

const usage = `Roles: both (npm start), web, worker, migrate, import.
npm run import -- FILE [FILE …] [--kind KIND] [--dry-run]
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
  const database = await openOrLeave(settings)
  const { db } = database
  const clock = () => Temporal.Now.instant()
  const demonstration = settings.demonstration !== 'none'
  let open = false
  const notReady = () => findFaults(db, { open, demonstration })
  const worker = role === 'web' ? undefined : openWorker({ database, log, settings, clock })
  const server =
    role === 'worker'
      ? undefined
      : await openServer(openWeb({ db, log, settings, clock, isOpen: () => open, notReady }), settings, log)
  endWithGrace(log, async () => {
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

async function openServer(app: ReturnType<typeof openWeb>, settings: Settings, log: Log) {
  const { host, port, publicUrl } = settings
  try {
    const server = await listen(getRequestListener(app.fetch), { host, port })
    log.info({ host, port: server.port }, `listening: ${publicUrl}`)
    return server
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    return leave(
      1,
      taken
        ? [
            `Port ${port} on ${host} is taken by another program. Stop that one, or set PORT to another number.`,
          ]
        : [`Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`],
    )
  }
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

async function openOrLeave(settings: Settings): Promise<Database> {
  try {
    return await openDatabase(settings)
  } catch (error) {
    if (error instanceof FolderRefused) return leave(2, [error.message])
    throw error
  }
}

/** Opens the database for one command, and closes it. */
async function once(settings: Settings, command: (database: Database) => Promise<void>): Promise<void> {
  const database = await openOrLeave(settings)
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
    for (const file of asked.files) await takeInFile(db, file, asked)
  })
}

type ImportWords = { files: string[]; kind?: Kind; dryRun: boolean }

function readImportWords(words: string[]): ImportWords | string {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { kind: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    })
    const dryRun = values['dry-run'] ?? false
    if (positionals.length === 0) return 'Which file?'
    if (values.kind === undefined) return { files: positionals, dryRun }
    const kind = kinds.find((known) => known === values.kind)
    if (kind) return { files: positionals, kind, dryRun }
    return laterKinds.includes(values.kind)
      ? `Records of the kind “${values.kind}” are not read yet.`
      : `“${values.kind}” is no kind of record.`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function takeInFile(db: Db, file: string, { kind, dryRun }: ImportWords): Promise<void> {
  try {
    const report = await importFile(db, file, { kind, dryRun, now: Temporal.Now.instant() })
    say(reportLines(report))
    if (report.refused.length > 0) process.exitCode = Math.max(Number(process.exitCode ?? 0), 1)
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
