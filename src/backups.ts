/** The commands that put the whole house into one file, and make a house of such a file. */
import { parseArgs } from 'node:util'
import { parsed, UsageFault } from './commands.ts'
import { erasers } from './erasers.ts'
import {
  agreeOnErasures,
  backUp,
  BackupRefused,
  checkFile,
  type Database,
  FolderHeld,
  FolderRefused,
  holdsDatabase,
  LedgerFault,
  ledgerFile,
  type Log,
  openCopyOfRunning,
  openDatabase,
  openLocalFiles,
  readLedger,
  refuseVersion,
  restoreBackup,
  type Settings,
  UnknownKind,
} from './platform/index.ts'

export const backupUsage = `npm run backup -- FILE
  FILE is new; it will hold everything but SECRET.
npm run restore -- FILE [--replace] [--erasures FILE]
  --replace has everything the house holds now replaced; without it, the house must be empty.
  --erasures names the ledger of erasures of the house that was lost (erasures.jsonl).`

/** Reads the words of a backup. Throws UsageFault. */
export function readBackupWords(words: string[]): string {
  const { positionals } = parsed(() => parseArgs({ args: words, allowPositionals: true, options: {} }))
  return onlyFile(positionals)
}

type RestoreWords = { file: string; replace: boolean; ledger: string | undefined }

const restoreOptions = { replace: { type: 'boolean' }, erasures: { type: 'string' } } as const

/** Reads the words of a restore. Throws UsageFault. */
export function readRestoreWords(words: string[]): RestoreWords {
  const { values, positionals } = parsed(() =>
    parseArgs({ args: words, allowPositionals: true, options: restoreOptions }),
  )
  return { file: onlyFile(positionals), replace: values.replace ?? false, ledger: values.erasures }
}

function onlyFile([file, more]: string[]): string {
  if (file === undefined || more !== undefined) throw new UsageFault('Which file, and only one?')
  return file
}

/** Is this a refusal in words, after which nothing has changed? */
export function isRefusal(error: unknown): error is Error {
  return [BackupRefused, FolderRefused, LedgerFault, UnknownKind].some((kind) => error instanceof kind)
}

/** Backs the house up, whether or not it is running, and answers what to say of it. Throws refusals. */
export async function backUpHouse(settings: Settings, log: Log, file: string): Promise<string[]> {
  const database = await openAnyway(settings, log)
  try {
    const { rows, tables, bytes, takenAt } = await backUp(database.db, file, openLocalFiles(settings.dataDir))
    const size = `${numbered(Math.ceil(bytes / 1024))} kB`
    return [`${file}: ${numbered(rows)} rows of ${tables} tables, ${size}, as of ${takenAt}`]
  } finally {
    await database.close()
  }
}

/** Opens the database; one that a running house holds, as a copy. */
async function openAnyway(settings: Settings, log: Log): Promise<Database> {
  const { dataDir, databaseUrl } = settings
  if (databaseUrl === undefined && !holdsDatabase(dataDir))
    throw new BackupRefused(`There is no house in ${dataDir}: nothing has ever been kept in it.`)
  for (;;) {
    try {
      return await openDatabase(settings, log)
    } catch (error) {
      if (!(error instanceof FolderHeld)) throw error
      const copy = await openCopyOfRunning(dataDir, log)
      if (copy) return copy
    }
  }
}

/**
 * Makes the house of a backup; `open` opens its database and closes it. Answers what to say of it. Throws refusals,
 * those about the file before anything is opened.
 */
export async function restoreHouse(
  { dataDir }: Settings,
  { file, replace, ledger }: RestoreWords,
  open: (work: (database: Database) => Promise<void>) => Promise<void>,
): Promise<string[]> {
  refuseVersion(file, await checkFile(file))
  const erasures = [
    ...((await readLedger(ledgerFile(dataDir))) ?? []),
    ...(ledger === undefined ? [] : await givenLedger(ledger)),
  ]
  const said: string[] = []
  await open(async (database) => {
    await refuseOthers(database)
    const files = openLocalFiles(dataDir)
    const done = await restoreBackup(database.db, file, { replace, erasers, erasures, files })
    await agreeOnErasures(database.db, dataDir, erasers)
    said.push(`${file}: ${numbered(done.rows)} rows restored, as of ${done.takenAt}`)
    said.push(...done.migrations.map((name) => `ran ${name}`))
    if (done.erased > 0) said.push(`erased again, as since that moment: ${numbered(done.erased)}`)
  })
  return said
}

async function givenLedger(path: string) {
  const erasures = await readLedger(path)
  if (!erasures) throw new LedgerFault(`There is no file ${path}.`)
  return erasures
}

// Whoever runs on would go on with what it remembers of the house before.
async function refuseOthers({ kind, run }: Database): Promise<void> {
  if (kind === 'embedded') return
  const { rows } = await run(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and application_name like 'caravanserai%'`,
  )
  if (rows.length > 0)
    throw new BackupRefused(
      'Other processes of this house are at work on its database (web, worker). Stop them first.',
    )
}

const numbered = (count: number) => count.toLocaleString('en')
