import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { keepers } from '../../information/keepers/actions.ts'
import { plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { rows } from '../../platform/index.ts'
import type { RecordKeeper } from '../kinds/model.ts'
import { readKnown } from '../known/queries.ts'
import { changeState } from '../lives/actions.ts'
import { readRecord } from '../records/queries.ts'
import { houseNotices } from '../../notices.ts'
import { anEditor, plantMember, someoneWho } from '../testing.ts'
import { doWhatIsDue, scheduleText, withdrawSchedule } from './actions.ts'
import { type Becoming, failedCheckOf } from './model.ts'
import { listSchedules } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const known = await readKnown(db, '2027-01-15')
const at = (moment: string) => ({ known, at: new Date(moment) })
const before = at('2027-01-15T12:00:00Z')
const later = at('2027-03-01T02:00:30Z')
const keeper = keepers.articles
await plantMember(db, anEditor)
const keeperOf = (kind: string) => (kind === 'articles' ? keeper : undefined)
const anArticle = (id: string, given: Record<string, unknown> = {}) =>
  plant(db, 'articles', [
    { id, title: `Article ${id}`, author: 'Lê An', date: '2027-01-01', state: 'draft', ...given },
  ])
const versionOf = async (id: string) => (await readRecord(db, 'articles', id))?.version ?? 0
const stateOf = async (id: string, lang = 'en') =>
  (
    await rows<{ state: string }>(
      db,
      sql`select state from information.article_text where record_id = ${id} and lang = ${lang}`,
    )
  )[0]?.state
const schedule = async (id: string, given: { becomes?: Becoming; wall?: string; lang?: string } = {}) =>
  scheduleText(
    db,
    keeper,
    anEditor,
    {
      id,
      version: await versionOf(id),
      lang: 'en',
      becomes: 'published',
      wall: '2027-03-01T09:00',
      zone: 'Asia/Phnom_Penh',
      ...given,
    },
    before,
  )
const endings = async (id: string) =>
  (await listSchedules(db, 'articles', id)).map(({ becomes, ended }) => [becomes, ended?.how, ended?.failure])
const notices = () =>
  rows<{ kind: string; details: Record<string, unknown> }>(
    db,
    sql`select kind, details from community.notice order by told_at, id`,
  )

test('a text is scheduled, done when it is due and not before, and shown by nobody until then', async () => {
  await anArticle('due')
  assert.deepEqual(await schedule('due'), { version: 2 })
  assert.equal(await stateOf('due'), 'scheduled')
  assert.equal(await doWhatIsDue(db, keeperOf, at('2027-03-01T01:59:59Z')), 0)
  assert.equal(await stateOf('due'), 'scheduled')
  assert.equal(await doWhatIsDue(db, keeperOf, later), 1)
  assert.equal(await stateOf('due'), 'published')
  assert.equal(await doWhatIsDue(db, keeperOf, later), 0)
  assert.deepEqual(await endings('due'), [['published', 'done', null]])
  assert.equal((await readRecord(db, 'articles', 'due'))?.changedBy, anEditor.personId)
})

test('one language is scheduled alone, and may be archived later than it is published, not earlier', async () => {
  await anArticle('two', { translations: { km: { title: 'ពីរ', state: 'draft' } } })
  await schedule('two', { lang: 'km' })
  const early = await schedule('two', { lang: 'km', becomes: 'archived', wall: '2027-02-01T09:00' })
  assert.deepEqual('faults' in early && early.faults.map(({ field }) => field), ['wall'])
  await schedule('two', { lang: 'km', becomes: 'archived', wall: '2027-03-01T09:00' }).then((answer) =>
    assert.ok('faults' in answer),
  )
  assert.ok(
    'version' in (await schedule('two', { lang: 'km', becomes: 'archived', wall: '2027-04-01T09:00' })),
  )
  await doWhatIsDue(db, keeperOf, later)
  assert.deepEqual([await stateOf('two', 'km'), await stateOf('two')], ['published', 'draft'])
  await doWhatIsDue(db, keeperOf, at('2027-04-01T02:00:00Z'))
  assert.equal(await stateOf('two', 'km'), 'archived')
})

test('both that are due at once, a worker that was away, are done in their order', async () => {
  await anArticle('away')
  await schedule('away')
  await schedule('away', { becomes: 'archived', wall: '2027-03-02T09:00' })
  assert.equal(await doWhatIsDue(db, keeperOf, at('2027-05-01T00:00:00Z')), 2)
  assert.equal(await stateOf('away'), 'archived')
})

test('with two workers each schedule is done once', async () => {
  const ids = Array.from({ length: 12 }, (_, n) => `raced-${n}`)
  for (const id of ids) {
    await anArticle(id)
    await schedule(id)
  }
  const done = await Promise.all([
    doWhatIsDue(db, keeperOf, later),
    doWhatIsDue(db, keeperOf, later),
    doWhatIsDue(db, keeperOf, later),
  ])
  assert.equal(
    done.reduce((sum, count) => sum + count, 0),
    12,
  )
  const versions = await rows<{ version: number }>(
    db,
    sql`select distinct version from community.record where id like 'raced-%'`,
  )
  assert.deepEqual(versions, [{ version: 3 }])
  const audited = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from platform.audit_entry where what = 'information.scheduleDone'
      and record_id like 'raced-%'`,
  )
  assert.deepEqual(audited, [{ count: 12 }])
})

test('a form sent twice schedules once; another time takes the place of the first', async () => {
  await anArticle('again')
  const version = await versionOf('again')
  const asked = { id: 'again', version, lang: 'en', becomes: 'published' as const, zone: 'UTC' }
  const twice = await Promise.all(
    [1, 2].map(() => scheduleText(db, keeper, anEditor, { ...asked, wall: '2027-03-01T09:00' }, before)),
  )
  assert.deepEqual(twice, [{ version: 2 }, { version: 2 }])
  assert.equal((await listSchedules(db, 'articles', 'again')).length, 1)
  await schedule('again', { wall: '2027-06-01T09:00' })
  assert.deepEqual(await endings('again'), [
    ['published', undefined, undefined],
    ['published', 'withdrawn', null],
  ])
})

test('withdrawn, a text is in review again; done, it can no longer be withdrawn', async () => {
  await anArticle('back')
  await schedule('back')
  const [waiting] = await listSchedules(db, 'articles', 'back')
  const asked = { id: 'back', schedule: waiting?.id ?? '' }
  assert.deepEqual(await withdrawSchedule(db, keeper, anEditor, asked, before), { version: 3 })
  assert.deepEqual(await withdrawSchedule(db, keeper, anEditor, asked, before), { version: 3 })
  assert.equal(await stateOf('back'), 'in-review')
  const [done] = await listSchedules(db, 'articles', 'due')
  await assert.rejects(
    withdrawSchedule(db, keeper, anEditor, { id: 'due', schedule: done?.id ?? '' }, before),
    { status: 409 },
  )
  await assert.rejects(withdrawSchedule(db, keeper, anEditor, { ...asked, schedule: 'none' }, before), {
    status: 404,
  })
})

test('archived by hand meanwhile, a schedule is given up when it is due, and its asker is told', async () => {
  await anArticle('gone')
  await schedule('gone')
  const asked = { id: 'gone', version: await versionOf('gone'), lang: 'en', to: 'archived' as const }
  await changeState(db, keeper, anEditor, asked, before)
  assert.deepEqual(await endings('gone'), [['published', undefined, undefined]])
  await doWhatIsDue(db, keeperOf, later)
  assert.deepEqual(await endings('gone'), [['published', 'failed', 'archived']])
  assert.equal(await stateOf('gone'), 'archived')
  const [told] = await notices()
  assert.deepEqual(
    [told?.kind, told?.details['id'], told?.details['failure'], told?.details['wall']],
    ['community.scheduleFailed', 'gone', 'archived', '2027-03-01T09:00'],
  )
})

test('published or sent back by hand, what was scheduled is withdrawn', async () => {
  for (const to of ['published', 'draft', 'in-review'] as const) {
    await anArticle(`by-hand-${to}`)
    await schedule(`by-hand-${to}`)
    const id = `by-hand-${to}`
    await changeState(db, keeper, anEditor, { id, version: await versionOf(id), lang: 'en', to }, before)
    assert.deepEqual(await endings(id), [['published', 'withdrawn', null]])
  }
})

test('what does not pass its checks is not scheduled; where it fails them when it is due, it is in review again', async () => {
  let fails = true
  const fault = { field: 'fee_reason', value: null, reason: 'is missing' }
  const strict: RecordKeeper = {
    ...keeper,
    faultsToPublish: () => Promise.resolve(fails ? [fault] : []),
    rewrite: (tx, kept, change, keeping) =>
      fails && Object.values(change.fields).includes('published')
        ? Promise.resolve({ faults: [fault] })
        : keeper.rewrite(tx, kept, change, keeping),
  }
  await anArticle('strict')
  const asked = { id: 'strict', version: 1, lang: 'en', becomes: 'published' as const, zone: 'UTC' }
  const ask = () => scheduleText(db, strict, anEditor, { ...asked, wall: '2027-03-01T02:00' }, before)
  assert.deepEqual(await ask(), { faults: [fault] })
  assert.equal(await stateOf('strict'), 'draft')
  fails = false
  assert.ok('version' in (await ask()))
  fails = true
  await doWhatIsDue(db, () => strict, later)
  assert.deepEqual(await endings('strict'), [['published', 'failed', 'checks']])
  assert.equal(await stateOf('strict'), 'in-review')
  const told = (await notices()).find(({ details }) => details['id'] === 'strict')
  assert.deepEqual(told?.details['checks'], [{ field: 'fee_reason', rule: null, reason: 'is missing' }])
})

test('what a text failed when it was due is told each reader in their language, also what the checklist asked then', async () => {
  const items = [{ id: 'a-credit', words: { en: 'It says who paid', fr: 'Il dit qui a payé' } }]
  const failed = [
    { field: 'author', value: null, reason: 'does not keep the rule “author”', rule: 'author' },
    { field: 'summary', value: null, reason: 'does not keep the rule “a-credit”', rule: 'a-credit' },
  ].map((fault) => failedCheckOf(fault, items))
  const details = {
    kind: 'articles',
    id: 'due',
    title: 'Due',
    lang: 'en',
    becomes: 'published' as const,
    wall: '2027-03-01T09:00',
    zone: 'UTC',
    failure: 'checks' as const,
    checks: [...failed, 'date is missing, as earlier versions noted it'],
  }
  const declared = houseNotices.find('community.scheduleFailed')
  const said = (locale: 'en' | 'fr') => declared?.words(locale, details).text.split('\n').slice(2)
  assert.deepEqual(said('en'), [
    '- Author: It names its author',
    '- Summary: It says who paid',
    '- date is missing, as earlier versions noted it',
  ])
  assert.deepEqual(said('fr')?.slice(1, 2), ['- Résumé: Il dit qui a payé'])
  assert.doesNotMatch(said('fr')?.[0] ?? '', /author/i)
})

test('one that ends in a bug keeps none of the others waiting', async () => {
  for (const id of ['broken', 'sound']) {
    await anArticle(id)
    await schedule(id)
  }
  const breaking: RecordKeeper = {
    ...keeper,
    rewrite: (tx, kept, change, keeping) => {
      if (kept.id === 'broken') throw new Error('a bug')
      return keeper.rewrite(tx, kept, change, keeping)
    },
  }
  await assert.rejects(
    doWhatIsDue(db, () => breaking, later),
    /a bug/,
  )
  assert.deepEqual([await stateOf('broken'), await stateOf('sound')], ['scheduled', 'published'])
  await doWhatIsDue(db, keeperOf, later)
  assert.equal(await stateOf('broken'), 'published')
})

test('a wrong time changes nothing, and who may not publish schedules nothing', async () => {
  await anArticle('wrong')
  const ask = (wall: string, zone: string, by = anEditor) =>
    scheduleText(
      db,
      keeper,
      by,
      { id: 'wrong', version: 1, lang: 'en', becomes: 'published', wall, zone },
      before,
    )
  const fields = async (wall: string, zone: string) => {
    const answer = await ask(wall, zone)
    return 'faults' in answer && answer.faults.map(({ field, reason }) => `${field} ${reason}`)
  }
  assert.deepEqual(await fields('2027-03-28T02:30', 'Europe/Brussels'), [
    'wall does not exist: the clocks of the zone skip it that night',
  ])
  assert.deepEqual(await fields('2027-03-28T02:30', 'Nowhere'), [
    'zone is not a time zone, such as Asia/Phnom_Penh',
  ])
  const writer = someoneWho(['desk.open', 'records.seeUnpublished', 'records.edit'])
  await assert.rejects(ask('2027-03-28T09:30', 'UTC', writer), { status: 403 })
  assert.deepEqual([await versionOf('wrong'), await endings('wrong')], [1, []])
})
