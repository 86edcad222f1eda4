import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`from “where are you from” to a call, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(portal.url)
    await page.getByLabel('Citizen of').selectOption({ label: 'Vietnam' })
    await page.getByLabel('Living in').selectOption({ label: 'Vietnam' })
    await page.getByRole('button', { name: 'Show me' }).click()
    assert.match(page.url(), /\/opportunities\?citizenship=vn&residence=vn/)
    const first = page.locator('.rows .title a').first()
    const title = await first.innerText()
    await first.click()
    assert.equal(await page.locator('h1').innerText(), title)
    await page.getByText('Who may apply').first().waitFor()
    await page
      .getByRole('link', { name: /source/i })
      .first()
      .waitFor()
    await context.close()
    assert.deepEqual(faults, [])
  })
}

test('country, discipline and “travel covered” combine, are shown as chips and can be taken away', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false })
  await page.goto(`${portal.url}/opportunities`)
  const all = await page.locator('.heading .count').innerText()
  await page.getByRole('checkbox', { name: /^Travel/ }).check()
  await page.getByRole('checkbox', { name: /^Dance/ }).check()
  await page.getByRole('button', { name: 'Show results' }).click()
  assert.match(page.url(), /covers=travel/)
  assert.match(page.url(), /discipline=dance/)
  const chips = page.locator('.chips .chip')
  assert.equal(await chips.count(), 2)
  const some = await page.locator('.heading .count').innerText()
  assert.ok(Number(some) > 0 && Number(some) < Number(all), `${some} of ${all}`)
  await chips.first().click()
  assert.equal(await chips.count(), 1)
  await page.close()
})

test('changing the language stays on the page, turns it round, and changes back', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(`${portal.url}/opportunities?covers=travel`)
  await page.getByRole('link', { name: 'اردو' }).click()
  assert.equal(page.url(), `${portal.url}/ur/opportunities?covers=travel`)
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
  await page.getByRole('link', { name: 'ខ្មែរ' }).click()
  assert.equal(await page.locator('html').getAttribute('lang'), 'km')
  await page.getByRole('link', { name: 'English', exact: true }).click()
  assert.equal(page.url(), `${portal.url}/opportunities?covers=travel`)
  await page.close()
})

test('the whole way can be gone by keyboard alone', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(portal.url)
  await page.keyboard.press('Tab')
  assert.match(await page.locator(':focus').innerText(), /skip/i)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').getAttribute('name'), 'citizenship')
  await page.keyboard.type('Vie')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/opportunities\?/)
  assert.match(page.url(), /citizenship=vn/)
  await page.close()
})
