import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

/** Goes on with the Tab key until what has the focus is what was looked for. */
async function tabTo(page: Page, wanted: (focused: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return `${element?.tagName} ${element?.getAttribute('name') ?? ''} ${element?.getAttribute('value') ?? ''} ${element?.textContent ?? ''}`
    })
    if (wanted(focused)) return
  }
  assert.fail('It cannot be reached by the keyboard.')
}

async function refuseFaults(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(() => globalThis.axe.run(document))
  assert.deepEqual(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    [],
  )
}

test('by keyboard alone an editor filters, chooses, changes several records, and takes it back', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: true,
    bypassCSP: true,
    viewport: { width: 1280, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(`${portal.url}/sign-in?next=/desk/articles`)
  await page.getByLabel('E-mail address').focus()
  await page.keyboard.type('editor@demo.example')
  await page.getByLabel('Password').focus()
  await page.keyboard.type('caravanserai-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/desk/articles')
  await page.locator('tbody tr').first().waitFor()
  await refuseFaults(page)

  // Filter: the words of the first record's title.
  const title = await page.locator('tbody th a').first().innerText()
  await tabTo(page, (focused) => focused.startsWith('INPUT q') && !focused.includes('search'))
  const isTable = await page.evaluate(() => document.activeElement?.closest('.facets') !== null)
  if (!isTable) await tabTo(page, (focused) => focused.startsWith('INPUT q'))
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.has('q'))
  await page.locator('tbody tr').first().waitFor()
  assert.ok((await page.locator('tbody tr').count()) >= 1)

  // Choose the first, and what is to be done.
  await tabTo(page, (focused) => focused.startsWith('INPUT id'))
  const chosen = await page.evaluate(() => document.activeElement?.getAttribute('value'))
  await page.keyboard.press('Space')
  await tabTo(page, (focused) => focused.startsWith('SUMMARY') && focused.includes('Change several'))
  await page.keyboard.press('Enter')
  await tabTo(page, (focused) => focused.startsWith('SELECT action'))
  await page.keyboard.type('Set checked')
  await tabTo(page, (focused) => focused.startsWith('BUTTON') && focused.includes('Preview'))
  await page.keyboard.press('Enter')
  await page.getByText('Nothing has been changed yet').waitFor()
  await refuseFaults(page)
  assert.match(await page.locator('main').innerText(), /1 record would change\. Nothing has been changed yet/)

  await tabTo(page, (focused) => focused.startsWith('BUTTON') && focused.includes('Change 1 record'))
  await page.keyboard.press('Enter')
  await page.getByText('1 record was changed.').waitFor()
  await tabTo(page, (focused) => focused.startsWith('BUTTON') && focused.includes('Undo'))
  await page.keyboard.press('Enter')
  await page.getByText('1 record is as it was before.').waitFor()
  assert.ok(chosen)
  await context.close()
})
