import { sql } from 'kysely'
import { type Db, firstRow, json, rows, type Tx } from '../../platform/index.ts'
import { type HouseSettings, type PageTitle, settingsOf, type Subject } from './model.ts'

/** Answers all settings, and which pages the house has of its own, in two queries. */
export async function readHouseSettings(db: Db): Promise<HouseSettings> {
  const kept = await rows<{ subject: string; value: unknown }>(
    db,
    sql`select subject, value from community.setting`,
  )
  const pages = await rows<PageTitle>(
    db,
    sql`select slug, titles from community.house_page order by slug <> 'about', slug`,
  )
  return settingsOf(new Map(kept.map(({ subject, value }) => [subject, value])), pages)
}

/** How often a subject was written; 0 while it is as delivered. */
export async function readVersion(db: Db, subject: Subject): Promise<number> {
  const row = await firstRow<{ version: number }>(
    db,
    sql`select version from community.setting where subject = ${subject}`,
  )
  return row?.version ?? 0
}

/** Holds the settings of the house until the end of the transaction: nobody else changes them meanwhile. */
export async function holdSettings(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('community.setting', 0))`.execute(tx)
}

/** Writes a subject down. */
export async function putSetting(
  tx: Tx,
  given: { subject: Subject; value: unknown; version: number; at: Temporal.Instant },
): Promise<void> {
  const { subject, value, version, at } = given
  await sql`insert into community.setting (subject, value, version, changed_at)
    values (${subject}, ${json(value)}, ${version}, ${at.toString()})
    on conflict (subject) do update set value = excluded.value, version = excluded.version,
      changed_at = excluded.changed_at`.execute(tx)
}
