/** Whether an embedded database is whole: every index verified, every row of every table fetched. */
import type { PGlite } from '@electric-sql/pglite'
import type { Log } from '../log.ts'
import { openEmbedded } from './embedded.ts'
import { FolderRefused } from './folder.ts'

/** Where it is told what is going on; a log will do. */
export type Teller = Pick<Log, 'info' | 'warn'>

/** A database that is open, or what is wrong with it. */
export type Opened = { lite: PGlite } | { damage: string }

/** Opens a database that is there, and checks it if asked to. One that is damaged is closed again. */
export async function openWhole(
  folder: string,
  { check, log }: { check: boolean; log?: Teller | undefined },
): Promise<Opened> {
  let lite: PGlite
  try {
    lite = await openEmbedded(folder, { durable: true })
  } catch (error) {
    // What has no code is the machine's last cry, which tells nobody anything.
    return { damage: codeOf(error) ? `it cannot be opened (${wordsOf(error)})` : 'it cannot be opened' }
  }
  try {
    const damage = check ? await findDamage(lite, log) : undefined
    if (damage === undefined) return { lite }
    await closeAnyway(lite)
    return { damage }
  } catch (error) {
    await closeAnyway(lite)
    throw new FolderRefused(
      `The database in ${folder} could not be checked (${wordsOf(error)}). Nothing was moved or removed.`,
    )
  }
}

// What is damaged may not even close.
async function closeAnyway(lite: PGlite): Promise<void> {
  await lite.close().catch(() => undefined)
}

/** Answers what is wrong with an open database, pages, indexes or rows; undefined when nothing is found. */
export async function findDamage(lite: PGlite, log?: Teller): Promise<string | undefined> {
  const began = performance.now()
  try {
    await lite.exec(preparation)
    const { rows: parts } = await lite.query<Part>(partsToCheck)
    const tellProgress = progressOf(parts.length, log)
    for (const [index, part] of parts.entries()) {
      tellProgress(index)
      const damage = await damageOf(lite, part, log)
      if (damage) return damage
    }
    const ms = Math.round(performance.now() - began)
    log?.info({ parts: parts.length, ms }, 'the database has been checked and is whole')
    return undefined
  } catch (error) {
    if (isDamage(error)) return wordsOf(error)
    throw error
  } finally {
    await lite.exec('rollback').catch(() => undefined)
  }
}

type Part = { name: string; statement: string; one: boolean }

async function damageOf(lite: PGlite, part: Part, log?: Teller): Promise<string | undefined> {
  try {
    const { rows } = await lite.query(part.statement)
    return part.one && rows.length !== 1 ? `${part.name} is empty` : undefined
  } catch (error) {
    if (isDamage(error)) return `${part.name}: ${wordsOf(error)}`
    // Neither a fault of its files nor a reason not to open.
    log?.warn({ err: error }, `${part.name} could not be checked`)
    await lite.exec('rollback to savepoint whole')
    return undefined
  }
}

// Undone when the check is over, so that nothing of it stays in the database. A table that was cut short passes
// every test of its indexes: only fetching each row through its key, in no other way, meets the pages that are gone.
// Hash indexes have no test: they are asked for every value there is.
const preparation = `
  begin;
  create extension if not exists amcheck;
  set local enable_seqscan = off;
  set local enable_indexonlyscan = off;
  set local enable_bitmapscan = off;
  set local enable_sort = off;
  savepoint whole;`

const partsToCheck = `
  with index as (
    select i.*, x.oid, x.oid::regclass::text as name, a.amname as method
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am a on a.oid = x.relam
    where x.relkind = 'i' and x.relpersistence <> 't' and i.indisvalid and a.amname in ('btree', 'gin', 'hash')
  ), key as (
    select distinct on (i.indrelid) i.indrelid as table_id, i.indrelid::regclass::text as name, (
      select string_agg(pg_get_indexdef(i.indexrelid, place, true), ', ' order by place)
      from generate_series(1, i.indnkeyatts) as place
    ) as columns
    from index i
    where method = 'btree' and i.indpred is null
    order by i.indrelid, i.indisprimary desc, i.indisunique desc, i.indexprs is not null
  )
  select 'index ' || name as name, false as one,
    case method when 'gin' then format('select gin_index_check(%s::oid)', oid)
      else format('select bt_index_check(%s::oid, heapallindexed => true)', oid) end as statement
  from index where method in ('btree', 'gin')
  union all
  select 'index ' || name, true, format(
    'select count(*) from (select distinct %1$s as value from %2$s) as asked,
      lateral (select 1 from %2$s where %1$s = asked.value limit 1) as found
      having pg_relation_size(%3$s::oid::regclass) > 0',
    pg_get_indexdef(oid, 1, true), indrelid::regclass, oid)
  from index where method = 'hash' and indpred is null
  union all
  select 'table ' || name, true,
    format('select count(*) from (select 1 from %s order by %s offset 0) as walked', name, columns)
  from key
  union all
  select 'table ' || oid::regclass, true, format('select count(*) from %s', oid::regclass)
  from pg_class
  where relkind in ('r', 't', 'm') and relpersistence <> 't' and oid not in (select table_id from key)
  union all
  select 'sequence ' || oid::regclass, true, format('select last_value from %s', oid::regclass)
  from pg_class where relkind = 'S'`

// XX is corruption, 58 a file that cannot be read; whatever has no code came out of the machine breaking down.
function isDamage(error: unknown): boolean {
  return /^(XX|58|$)/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function progressOf(total: number, log?: Teller): (done: number) => void {
  let told = performance.now()
  return (done) => {
    if (performance.now() - told < 3_000) return
    told = performance.now()
    log?.info(`checking the database: ${done} of ${total} tables and indexes`)
  }
}
