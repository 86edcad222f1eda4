import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { readKnown, stranger } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { aCall, now, plant } from '../testing.ts'
import { resolveWho } from './actions.ts'
import { findOpportunity } from './queries.ts'

const database = await testDatabase()
after(() => database.close())
const { db } = database

test('a call that names a country set follows the set when its members change', async () => {
  await plant(db, 'opportunities', [
    aCall({ id: 'asean', title: 'For ASEAN', eligible_regions: ['ASEAN'], eligible_basis: 'citizenship' }),
    aCall({
      id: 'listed',
      title: 'For two',
      eligible_countries: ['VN', 'FR'],
      eligible_basis: 'citizenship',
    }),
  ])
  const places = async () =>
    (await findOpportunity(db, stranger, 'for-asean', 'en'))?.opportunity.citizenshipPlaces ?? []
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  assert.equal((await places()).includes('FR'), false)
  assert.equal(await resolveWho(db, await readKnown(db, day)), 0)
  await sql`insert into community.country_set_member (set_id, place_code, valid_from) values ('asean', 'FR', '2027-01-01')`.execute(
    db,
  )
  assert.equal(await resolveWho(db, await readKnown(db, day)), 1)
  assert.equal((await places()).includes('FR'), true)
  assert.equal(await resolveWho(db, await readKnown(db, day)), 0)
})
