import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test, { after } from 'node:test'
import ICAL from 'ical.js'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

test('a reader takes an event home as a file, and finds the way to subscribe beside it', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false, acceptDownloads: true })
  await page.goto(`${portal.url}/events`)
  await page.locator('.row .title a').first().click()
  const title = (await page.locator('h1').textContent()) ?? ''
  const line = page.locator('.follow')
  assert.match(
    (await line.textContent()) ?? '',
    /^Add to calendar: Subscribe in a calendar · Calendar file \(\.ics\)$/,
  )
  const webcal = (await line.locator('a').first().getAttribute('href')) ?? ''
  assert.ok(webcal.startsWith(portal.url.replace('http:', 'webcal:')))
  const downloading = page.waitForEvent('download')
  await line.locator('a').last().click()
  const download = await downloading
  assert.match(download.suggestedFilename(), /^[a-z0-9-]+\.ics$/)
  const text = await readFile(await download.path(), 'utf8')
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  assert.equal(event?.getFirstPropertyValue('summary'), title.trim())
  await page.close()
})

test('a filtered list leads to its calendar, filtered alike, in the language of the page', async () => {
  const page = await browser.newPage({ acceptDownloads: true })
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${portal.url}/ur/opportunities?covers=travel`)
  const downloading = page.waitForEvent('download')
  await page.locator('.follow a').last().click()
  const download = await downloading
  assert.equal(
    new URL(download.url()).pathname + new URL(download.url()).search,
    '/ur/opportunities.ics?covers=travel',
  )
  assert.match(await readFile(await download.path(), 'utf8'), /^BEGIN:VCALENDAR\r\n/)
  // What pages say for machines is data: the policy has nothing against it.
  await page.goto(`${portal.url}/events/8th-asem-culture-ministers-meeting`)
  assert.equal(await page.locator('script[type="application/ld+json"]').count(), 1)
  assert.deepEqual(faults, [])
  await page.close()
})

test('the picture a page is shared with is drawn', async () => {
  const page = await browser.newPage()
  await page.goto(`${portal.url}/km/events/8th-asem-culture-ministers-meeting`)
  const card = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  await page.goto(card)
  const size = await page
    .locator('img')
    .evaluate((image) => [image.clientWidth, image.clientHeight].map(Math.round))
  assert.equal((size[0] ?? 0) > (size[1] ?? 0), true)
  await page.close()
})
