import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../../information/testing.ts'
import { openTestHouse } from '../../testing.ts'

const house = await openTestHouse({ settings: { publicUrl: 'https://culture.example' } })
after(() => house.close())

test('the sitemap lists every page a stranger may see, each of which is there, and none other', async () => {
  const hidden = { state: 'draft' }
  await plant(house.db, 'opportunities', [
    aCall({ title: 'A & B <call>' }),
    aCall({ title: 'Hidden call', ...hidden }),
  ])
  await plant(house.db, 'events', [
    anEvent({ title: 'An event' }),
    anEvent({ title: 'Hidden event', ...hidden }),
  ])
  await plant(house.db, 'articles', [
    anArticle({ title: 'An article' }),
    anArticle({ title: 'Hidden', ...hidden }),
  ])
  await plant(house.db, 'organisations', [
    anOrganisation({ title: 'A house' }),
    anOrganisation({ title: 'Hidden house', state: 'archived' }),
  ])
  const { text, headers } = await house.get('/sitemap.xml')
  assert.match(headers.get('content-type') ?? '', /^application\/xml/)
  assert.doesNotMatch(text, /hidden/i)
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '')
  assert.ok(addresses.includes('https://culture.example/opportunities/a-b-call'))
  assert.ok(addresses.includes('https://culture.example/partners/vn'))
  for (const address of addresses.filter((_, at) => at % 7 === 0)) {
    assert.equal((await house.get(address.replace('https://culture.example', ''))).status, 200, address)
  }
})

test('robots are told where the sitemap is, by the address of the house and not of the request', async () => {
  const { text } = await house.get('/robots.txt', { headers: { host: 'evil.example' } })
  assert.match(text, /^Sitemap: https:\/\/culture\.example\/sitemap\.xml$/m)
})
