import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { importAll } from '../src/information/testing.ts'
import { callKeeper } from '../src/practice/calls/actions.ts'
import { aCall } from '../src/practice/calls/testing.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const dates = { zone: 'UTC', opens: { day: '2026-11-01' }, closes: { day: '2026-12-31' } }
const from = (countries: string[]) => ({
  id: 'nationals',
  kind: 'gate',
  must: { test: 'place', of: 'citizenship', which: 'any', in: countries },
})
const example = { id: 'nothing', facts: {}, expect: { answer: 'unknown' } }

const { refused } = await importAll(
  portal.db,
  'calls',
  [
    aCall({
      id: 'journey-call',
      title: 'A journey to try',
      dates,
      rules: [
        from(['VN', 'ID']),
        { id: 'alone', kind: 'gate', must: { test: 'shape', among: [{ shape: 'individual' }] } },
      ],
      amount: {
        lines: [
          { id: 'travel', kind: 'fixed', amount: '400' },
          { id: 'days', kind: 'rate', rate: '85', per: 'activity-days' },
        ],
      },
      examples: [example],
    }),
    aCall({
      id: 'journey-other',
      title: 'What fits instead',
      dates,
      rules: [from(['IN'])],
      examples: [example],
    }),
  ],
  { guests: { calls: callKeeper }, now: journeyNow },
)
assert.deepEqual(refused, [])

const go = (page: Page) => page.locator('button[value=answer]').click()

test('without script, somebody is told why not, and what else fits; nothing they said is in an address', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto(`${portal.url}/calls/a-journey-to-try`)
  await page.getByRole('link', { name: 'Check in two minutes' }).click()
  assert.equal(await page.locator('h1').innerText(), 'Who applies?')
  await go(page)
  await page.locator('.error-summary').waitFor()
  await page.getByLabel('One person').check()
  await go(page)
  await page.getByLabel('Country', { exact: true }).fill('India')
  await go(page)
  assert.equal(await page.locator('h1').innerText(), 'No, as things stand you cannot apply')
  await page.getByText('India').first().waitFor()
  await page.getByRole('link', { name: 'What fits instead' }).click()
  assert.equal(await page.locator('h1').innerText(), 'What fits instead')
  assert.deepEqual(
    addresses.filter((address) => /india|individual|citizen|facts/i.test(address)),
    [],
  )
  assert.deepEqual(await context.cookies(), [])
  await context.close()
})

test('somebody else is told the amount line by line, goes back in the browser, and changes an answer', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${portal.url}/calls/a-journey-to-try/check`)
  await page.getByLabel('One person').check()
  await go(page)
  await page.getByLabel('Country', { exact: true }).fill('Vietnam')
  await go(page)
  assert.equal(await page.locator('h1').innerText(), 'Yes, by its rules you may apply')
  await page.goBack()
  assert.equal(await page.locator('h1').innerText(), 'Which citizenship do you have?')
  await page.goForward()
  await page.getByRole('button', { name: 'Work out the likely amount' }).click()
  for (const [day, at] of [
    ['1', 'starts'],
    ['10', 'ends'],
  ] as const) {
    await page.locator(`[name="activity.${at}-day"]`).fill(day)
    await page.locator(`[name="activity.${at}-month"]`).fill('6')
    await page.locator(`[name="activity.${at}-year"]`).fill('2027')
  }
  await go(page)
  const amount = await page.locator('#amount').innerText()
  for (const part of ['1,250', '400', '850']) assert.ok(amount.includes(part), `${part} in ${amount}`)
  await page.getByRole('button', { name: 'Change: Which citizenship do you have?' }).click()
  await page.getByLabel('Country', { exact: true }).fill('France')
  await go(page)
  assert.equal(await page.locator('h1').innerText(), 'No, as things stand you cannot apply')
  await page.close()
})

test('axe finds nothing on the pages of a call and its check, narrow and from right to left', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 }, bypassCSP: true })
  const faults: string[] = []
  const look = async () => {
    await page.evaluate(axe)
    // The page brings it along as a global, so it is called by its text.
    const found: string[] = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    )
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    faults.push(
      ...found.map((fault) => `${page.url()} ${fault}`),
      ...(width > 320 ? [`${page.url()} ${width}`] : []),
    )
  }
  for (const locale of ['', '/ur', '/km']) {
    await page.goto(`${portal.url}${locale}/calls/a-journey-to-try`)
    await look()
    await page.goto(`${portal.url}${locale}/calls/a-journey-to-try/check`)
    await look()
    await page.locator('input[type=radio]').first().check()
    await go(page)
    await look()
    await page.locator('main input[type=text]').first().fill('TR')
    await go(page)
    await look()
  }
  assert.deepEqual(faults, [])
})
