import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

async function openPage(javaScriptEnabled: boolean, width = 1280): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })
  return context.newPage()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test('suggestions are chosen with the keyboard, and Escape leaves the words as they are', async () => {
  const page = await openPage(true, 360)
  await page.goto(`${portal.url}/`)
  const box = page.getByRole('combobox', { name: 'Search everything here' })
  await box.pressSequentially('asia-eur')
  const options = page.locator('search-suggestions [role="option"]:visible')
  await options.first().waitFor()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('ArrowDown')
  const chosen = await box.getAttribute('aria-activedescendant')
  assert.equal(await page.locator('[aria-selected="true"]').getAttribute('id'), chosen)
  await page.evaluate(axe)
  // The function runs in the page, where axe was put.
  const faults: string[] = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))`,
  )
  assert.deepEqual(faults, [])
  await page.keyboard.press('Escape')
  assert.equal(await options.count(), 0)
  assert.equal(await box.inputValue(), 'asia-eur')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const title = await page.locator('[aria-selected="true"] span').innerText()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('without a choice Enter searches, and what is found is one tab or filter away', async () => {
  const page = await openPage(true)
  await page.goto(`${portal.url}/search`)
  await page.getByRole('combobox', { name: 'Words' }).fill('festival')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
  const tabs = page.getByRole('navigation', { name: 'Kinds of record' })
  const events = tabs.getByRole('link', { name: /^Events/ })
  const count = /\d+/.exec(await events.innerText())?.[0]
  await events.click()
  await page.getByText(`${count} records for “festival”`).waitFor()
  assert.ok((await page.locator('main mark').count()) > 0)
})

for (const [script, words, expected] of [
  ['Khmer', 'កម្ពុជា', '/partners/kh'],
  ['Chinese', '立陶宛', '/partners/lt'],
  ['Thai', 'เวียดนาม', '/partners/vn'],
  ['Urdu', 'پاكستان', '/partners/pk'],
] as const) {
  test(`without script, words in ${script} find what they name`, async () => {
    const page = await openPage(false, 360)
    await page.goto(`${portal.url}/`)
    await page.getByLabel('Search everything here').fill(words)
    await page.getByRole('button', { name: 'Search' }).click()
    assert.equal(await page.locator('.rows a').first().getAttribute('href'), expected)
  })
}
