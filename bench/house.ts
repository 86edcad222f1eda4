/** The house that is measured: a database server of its own, generated files, and the commands run on them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startPostgres } from '../tools/postgres.ts'
import { openServer } from '../src/platform/database/connections.ts'
import { type Ran, runCommand } from './command.ts'
import { writeRecords } from './records/files.ts'
import type { RecordKind } from './records/kinds.ts'

/** Where a command keeps its records: a database of the server, or an embedded one. */
export type Place = { settings: NodeJS.ProcessEnv }

export type BenchHouse = {
  /** The day that dates are counted from (ISO date): today, because the house counts from it too. */
  today: string
  /** So many records at full size; a hundredth of them in a quick trial. */
  size(full: number): number
  /** A JSON file of so many records of a kind. */
  records(kind: RecordKind, full: number): Promise<string>
  /** A migrated database by name on a PostgreSQL server, the same each time it is asked for. */
  server(name: string): Promise<Place>
  /** A migrated embedded database by name. */
  embedded(name: string): Promise<Place>
  /** Runs a command of the house; throws when it fails. */
  command(place: Place, ...words: string[]): Promise<Ran>
  /** The number a query of one number answers, in a database of the server. */
  count(place: Place, query: string): Promise<number>
  /** A path in a folder that goes when all is measured. */
  path(name: string): string
  databaseVersion(): Promise<string | null>
  close(): Promise<void>
}

/** Work that is done once in a house, however many figures come from it. */
export function once<T>(work: (house: BenchHouse) => Promise<T>): (house: BenchHouse) => Promise<T> {
  const done = new WeakMap<BenchHouse, Promise<T>>()
  return (house) => {
    const begun = done.get(house) ?? work(house)
    done.set(house, begun)
    return begun
  }
}

/** The same for each name. */
function onceEach<T>(work: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const done = new Map<string, Promise<T>>()
  return (name) => {
    const begun = done.get(name) ?? work(name)
    done.set(name, begun)
    return begun
  }
}

export async function openHouse({ small }: { small: boolean }): Promise<BenchHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'caravanserai-bench-'))
  const path = (name: string) => join(folder, name)
  const size = (full: number) => (small ? Math.ceil(full / 100) : full)
  const today = Temporal.Now.plainDateISO('UTC').toString()
  let server: ReturnType<typeof startPostgres> | undefined
  return {
    today,
    size,
    path,
    async records(kind, full) {
      const file = path(`${kind}-${full}.json`)
      // Made anew each time: it takes a second or two, and is the same.
      await writeRecords(file, { kind, count: size(full), seed: 1, today })
      return file
    },
    server: onceEach(async (name) => {
      server ??= startPostgres({ durable: true })
      return migrated({
        ...plainSettings(path(name)),
        DATABASE_URL: await madeDatabase((await server).url, name),
      })
    }),
    embedded: onceEach((name) => migrated(plainSettings(path(name)))),
    command: (place, ...words) => runCommand(words, place.settings),
    count: async ({ settings }, query) => Number(await answerOf(settings['DATABASE_URL'] ?? '', query)),
    databaseVersion: async () =>
      server ? `PostgreSQL ${await answerOf((await server).url, 'show server_version')}` : null,
    async close() {
      await (await server)?.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const plainSettings = (dataDir: string) => ({
  DATA_DIR: dataDir,
  SECRET: 'a secret of thirty-two characters',
  PUBLIC_URL: 'http://localhost:3000',
  DEMO: 'false',
})

async function migrated(settings: NodeJS.ProcessEnv): Promise<Place> {
  await runCommand(['migrate'], settings)
  return { settings }
}

async function madeDatabase(server: string, name: string): Promise<string> {
  const admin = openServer(server, { max: 1 })
  await sql`create database ${sql.id(name)}`.execute(admin.db)
  await admin.close()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** The one value a query answers. */
async function answerOf(server: string, query: string): Promise<string> {
  const database = openServer(server, { max: 1 })
  try {
    const { rows } = await database.run(query)
    const [row] = rows
    const [value] = typeof row === 'object' && row !== null ? Object.values(row) : []
    return String(value)
  } finally {
    await database.close()
  }
}
