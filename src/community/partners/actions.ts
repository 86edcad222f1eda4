import { sql } from 'kysely'
import { putRow, putRows, type Tx } from '../../platform/index.ts'
import { shaped } from '../kinds/actions.ts'
import { keepEntries } from '../indexing/actions.ts'
import { keeperOf } from '../records/actions.ts'
import { type PartnerRecord, partnerShape, regionOf } from './model.ts'
import { partnerEntries } from './queries.ts'

/** Keeps partners as files hold them; the same id again is an update. */
export const partnerKeeper = keeperOf<PartnerRecord>({
  name: 'partners',
  read: shaped(partnerShape),
  completed: (record) => record,
  async save(tx, written) {
    for (const { record } of written) await savePartner(tx, record)
    await keepEntries(
      tx,
      partnerEntries,
      written.map(({ record }) => record.id),
    )
  },
})

// Its earlier regions keep their dates.
async function savePartner(tx: Tx, record: PartnerRecord): Promise<void> {
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
  }
  await putRow(tx, 'community.partner', row, ['id'])
  await sql`delete from community.partner_name where partner_id = ${record.id}`.execute(tx)
  await sql`delete from community.partner_alias where partner_id = ${record.id}`.execute(tx)
  const names = Object.entries({ ...record.names, en: record.name })
  await putRows(
    tx,
    'community.partner_name',
    names.map(([lang, name]) => ({ partner_id: record.id, lang, name })),
    ['partner_id', 'lang'],
  )
  await putRows(
    tx,
    'community.partner_alias',
    [...new Set(record.aliases)].map((alias) => ({ partner_id: record.id, alias })),
    ['partner_id', 'alias'],
  )
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
