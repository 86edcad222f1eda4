import { sql } from 'kysely'
import { putRow, type Tx } from '../../platform/index.ts'
import { type PartnerRecord, regionOf } from './model.ts'

/** Keeps a partner as a file gives it; the same id again is an update. Its earlier regions keep their dates. */
export async function savePartner(tx: Tx, record: PartnerRecord, hash: string): Promise<void> {
  const row = {
    id: record.id,
    kind: record.country_code ? 'country' : 'organisation',
    place_code: record.country_code,
    year_joined: record.year_joined,
    year_joined_note: record.year_joined_note,
    capital: record.capital,
    seat: record.seat,
    note: record.note,
    source_url: record.source_url,
    imported_hash: hash,
  }
  await putRow(tx, 'community.partner', row, ['id'])
  for (const [lang, name] of Object.entries({ en: record.name, ...record.names })) {
    await putRow(tx, 'community.partner_name', { partner_id: record.id, lang, name }, ['partner_id', 'lang'])
  }
  for (const alias of record.aliases) {
    await putRow(tx, 'community.partner_alias', { partner_id: record.id, alias }, ['partner_id', 'alias'])
  }
  await keepRegion(tx, record)
}

// One region at a time: what a file says of since when corrects the row that still holds.
async function keepRegion(tx: Tx, record: PartnerRecord): Promise<void> {
  const region = regionOf(record.asem_group)
  if (!region) return
  const since = `${record.year_joined ?? 1996}-01-01`
  await sql`delete from community.partner_region where partner_id = ${record.id} and valid_to is null`.execute(
    tx,
  )
  await sql`insert into community.partner_region (partner_id, region, valid_from) values (${record.id}, ${region}, ${since})
    on conflict (partner_id, valid_from) do update set region = excluded.region, valid_to = null`.execute(tx)
}
