import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { testDatabase } from '../../platform/database/testing.ts'
import { transact } from '../../platform/index.ts'
import { readKnown } from '../known/queries.ts'
import { ownFiles } from '../records/model.ts'
import { partnerKeeper } from './actions.ts'
import { findPartner, listPartners } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

test('partners come in the order of the reader’s alphabet, each in one region on that day', async () => {
  const partners = await listPartners(db, 'fr', '2027-01-01')
  const names = partners.map((partner) => partner.name)
  assert.deepEqual(names, names.toSorted(new Intl.Collator('fr').compare))
  assert.equal(names[0], 'Allemagne')
  assert.equal(partners.length, 53)
  assert.equal(new Set(partners.map((partner) => partner.id)).size, 53)
})

test('a partner is found by its id alone, with all it is called', async () => {
  const partner = await findPartner(db, 'asean-secretariat', 'fr', '2027-01-01')
  assert.deepEqual(
    [partner?.name, partner?.lang, partner?.kind, partner?.place],
    ['Secrétariat de l’ASEAN', 'fr', 'organisation', null],
  )
  assert.ok(partner?.aliases.includes('ASEAN') && partner.aliases.includes('ASEAN Secretariat'))
  assert.equal(await findPartner(db, 'us', 'en', '2027-01-01'), undefined)
  assert.equal(await findPartner(db, 'VN', 'en', '2027-01-01'), undefined)
})

test('a name that is missing in a language is English and says so', async () => {
  const batch = partnerKeeper.openBatch({
    known: await readKnown(db, '2027-01-01'),
    at: new Date('2027-01-01T00:00:00Z'),
    source: ownFiles,
    authority: [],
    dryRun: false,
    taken: new Set(),
    recognised: new Map(),
  })
  batch.add({ id: 'newcomer', name: 'Newcomer' }, null)
  assert.deepEqual(await transact(db, (tx) => batch.keep(tx)), [{ outcome: 'added', doubts: [] }])
  const partner = await findPartner(db, 'newcomer', 'km', '2027-01-01')
  assert.deepEqual([partner?.name, partner?.lang, partner?.region], ['Newcomer', 'en', null])
})
