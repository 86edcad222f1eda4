/** What the commands beside serving do: records in and out, from the command line. */
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  doubtfulLine,
  exportHouse,
  FileFault,
  importFile,
  type FileKind,
  fileKinds,
  type Guests,
  readyForRecords,
  openReport,
  refusedLines,
  reportLine,
} from './information/index.ts'
import { inviteSomebody, takeMissingPictures } from './community/index.ts'
import { callKeeper } from './practice/index.ts'
import { houseRoles } from './roles.ts'
import { type Db, openLocalFiles, type Settings } from './platform/index.ts'

/** Kinds of records whose rooms hand in how they are kept. */
export const houseGuests: Guests = { calls: callKeeper }

/** Words that cannot be understood; the sentence says which. */
export class UsageFault extends Error {}

export const importUsage = `npm run import -- FILE [FILE …] [--kind KIND] [--dry-run] [--source NAME] [--address ADDRESS]
    [--authority all|FIELD,FIELD] [--dates dmy|mdy] [--delimiter CHARACTER] [--zone ZONE]
  FILE is JSON, CSV or iCalendar.
  KIND is one of ${fileKinds.join(', ')}; without it, the fields of the records decide.
  NAME and ADDRESS say where the records are from; without them they are from “files”.
  FIELDs are those that this source may overwrite although a person has edited them.`
export const exportUsage = `npm run export -- FOLDER
  FOLDER is made if it is not there.`

export const inviteUsage = `npm run invite -- EMAIL --role ROLE
  ROLE is one of ${houseRoles.all
    .filter(({ required }) => required === undefined)
    .map(({ id }) => id)
    .join(', ')}; others are granted at /desk/roles.`

type ImportWords = {
  files: string[]
  kind: FileKind | undefined
  dryRun: boolean
  source: { name: string; address: string | null } | undefined
  authority: 'all' | string[] | undefined
  dates: 'dmy' | 'mdy' | undefined
  delimiter: string | undefined
  zone: string | undefined
}

const importOptions = {
  kind: { type: 'string' },
  'dry-run': { type: 'boolean' },
  source: { type: 'string' },
  address: { type: 'string' },
  authority: { type: 'string' },
  dates: { type: 'string' },
  delimiter: { type: 'string' },
  zone: { type: 'string' },
} as const

/** Reads the words of an import. Throws UsageFault. */
export function readImportWords(words: string[]): ImportWords {
  const { values, positionals } = parsed(() =>
    parseArgs({ args: words, allowPositionals: true, options: importOptions }),
  )
  const { kind: named, dates, delimiter, zone, source, address, authority } = values
  const kind = fileKinds.find((known) => known === named)
  if (positionals.length === 0) throw new UsageFault('Which file?')
  if (named !== undefined && !kind) throw new UsageFault(`“${named}” is no kind of record.`)
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy')
    throw new UsageFault('--dates is dmy or mdy.')
  if (address !== undefined && source === undefined) throw new UsageFault('--address needs --source.')
  return {
    files: positionals,
    kind,
    dryRun: values['dry-run'] ?? false,
    source: source === undefined ? undefined : { name: source, address: address ?? null },
    authority: authority === 'all' ? authority : authority?.split(','),
    dates,
    delimiter,
    zone,
  }
}

/** Runs a parser of words, whose complaints are the visitor's. Throws UsageFault. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

/** Imports files one after another; answers the status the process ends with (0, 1 some refused, 2 a file unread). */
export async function takeIn(db: Db, { dataDir }: Settings, words: ImportWords): Promise<number> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  if (!words.dryRun) await readyForRecords(db, Temporal.Now.instant())
  let status = 0
  for (const file of words.files) {
    if (stop.signal.aborted) return Math.max(status, 1)
    status = Math.max(status, await takeInFile(db, dataDir, file, words, stop.signal))
    if (!words.dryRun) await takeInPictures(db, dataDir, join(dirname(file), 'files'))
  }
  return status
}

/** The pictures that records name, from the folder beside the file they came in. */
async function takeInPictures(db: Db, dataDir: string, folder: string): Promise<void> {
  const files = openLocalFiles(dataDir)
  const taken = await takeMissingPictures(db, files, folder, Temporal.Now.instant())
  if (taken.length > 0) say([`${folder}: ${taken.length} pictures`])
}

async function takeInFile(
  db: Db,
  dataDir: string,
  path: string,
  words: ImportWords,
  signal: AbortSignal,
): Promise<number> {
  const name = basename(path)
  const now = Temporal.Now.instant()
  const moment = now.toString({ smallestUnit: 'millisecond' }).replaceAll(/[:.]/g, '-')
  const kept = words.dryRun ? undefined : openReport(join(dataDir, 'imports', `${moment}-${name}`), name)
  try {
    const report = await importFile(
      db,
      path,
      { ...words, now, signal, guests: houseGuests, progress: showProgress() },
      {
        opened: async (file) => kept?.opened(file),
        async refused(records) {
          say(records.flatMap((record) => refusedLines(name, record)))
          await kept?.refused(records)
        },
        async doubtful(records) {
          say(records.map((record) => doubtfulLine(name, record)))
          await kept?.doubtful(records)
        },
      },
    )
    say([reportLine(report)])
    if (kept) say([`kept: ${(await kept.close(report)).join(', ')}`])
    return report.refused > 0 || report.stopped ? 1 : 0
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    process.stderr.write(`${path}: ${error.message}\n`)
    return 2
  }
}

/** On a terminal, one line that goes on changing. */
function showProgress() {
  return async (done: number, total: number | null) => {
    if (!process.stderr.isTTY) return
    const end = done === total ? '\n' : ''
    process.stderr.write(`\r${done.toLocaleString('en')} of ${total?.toLocaleString('en') ?? 'so far'}${end}`)
  }
}

/** Reads the words of an export. Throws UsageFault. */
export function readExportWords(words: string[]): string {
  const { positionals } = parsed(() => parseArgs({ args: words, allowPositionals: true, options: {} }))
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined) throw new UsageFault('Which folder, and only one?')
  return folder
}

/** Writes all records of the house into a folder. */
export async function giveOut(db: Db, { publicUrl, dataDir }: Settings, folder: string): Promise<void> {
  const files = await exportHouse(db, folder, {
    host: new URL(publicUrl).host,
    now: Temporal.Now.instant(),
    files: openLocalFiles(dataDir),
  })
  say(files.map(({ path, records }) => `${path}: ${records} records`))
}

type InviteWords = { email: string; role: string }

/** Reads the words of an invitation. Throws UsageFault. */
export function readInviteWords(words: string[]): InviteWords {
  const options = { role: { type: 'string' } } as const
  const { values, positionals } = parsed(() => parseArgs({ args: words, allowPositionals: true, options }))
  const [email, more] = positionals
  if (email === undefined || more !== undefined) throw new UsageFault('Whom, and only one?')
  if (values.role === undefined) throw new UsageFault('Which role?')
  return { email, role: values.role }
}

/** Grants a role to somebody and prints a link that signs them in; answers the status the process ends with. */
export async function invite(db: Db, { publicUrl, smtpUrl }: Settings, words: InviteWords): Promise<number> {
  const granting = { db, roles: houseRoles, publicUrl }
  const answer = await inviteSomebody(granting, words, Temporal.Now.instant())
  if ('fault' in answer) {
    process.stderr.write(`${answer.fault}\n`)
    return 1
  }
  say([
    `${words.email} is ${words.role}. This link signs in once, within a week:`,
    answer.link,
    smtpUrl ? 'It goes to them by mail too.' : 'Without SMTP_URL no mail leaves: hand the link on yourself.',
  ])
  return 0
}

function say(lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}
