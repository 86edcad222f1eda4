/** The whole schema in words, from the database's own catalogue, so that a change shows in review. */
import { CompiledQuery } from 'kysely'
import type { Db } from '../src/platform/database/transact.ts'

/** The schemas of the house, one for each room that keeps something; the job queue's is made by the queue. */
export const schemas = ['platform', 'community', 'information', 'audience', 'practice', 'conversations']

const ours = `(${schemas.map((name) => `'${name}'`).join(', ')})`

/** Describes every table of the house: columns, constraints and indexes, in a steady order. */
export async function describeSchema(db: Db): Promise<string> {
  const tables = await ask<{ name: string; columns: string }>(db, columnsOf)
  const rules = await ask<{ name: string; rule: string }>(db, rulesOf)
  const indexes = await ask<{ name: string; definition: string }>(db, indexesOf)
  const parts = tables.map(({ name, columns }) => {
    const checks = rules.filter((rule) => rule.name === name).map(({ rule }) => `  ${rule}`)
    const found = indexes.filter((index) => index.name === name).map(({ definition }) => `${definition};`)
    return [`create table ${name} (\n${[columns, ...checks].join(',\n')}\n);`, ...found].join('\n')
  })
  return `-- Written by \`npm run schema\`; do not edit.\n\n${parts.join('\n\n')}\n`
}

async function ask<Row>(db: Db, statement: string): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(statement))).rows
}

const columnsOf = `
  select format('%I.%I', n.nspname, c.relname) as name,
    string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\\n' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname in ${ours} and c.relkind = 'r' group by n.nspname, c.relname order by 1`

// Since PostgreSQL 18 "not null" is listed as a constraint too; it stands beside its column already.
const rulesOf = `
  select format('%I.%I', n.nspname, c.relname) as name,
    'constraint ' || quote_ident(r.conname) || ' ' || pg_get_constraintdef(r.oid) as rule
  from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${ours} and r.contype <> 'n' order by 1, r.contype = 'p' desc, r.conname`

const indexesOf = `
  select format('%I.%I', schemaname, tablename) as name, indexdef as definition from pg_indexes i
  where schemaname in ${ours} and not exists (
    select 1 from pg_constraint r join pg_class x on x.oid = r.conindid join pg_namespace n on n.oid = x.relnamespace
    where x.relname = i.indexname and n.nspname = i.schemaname)
  order by 1, indexname`
