import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { rewriteMerged } from '../src/information/merging/actions.ts'
import { readKnown } from '../src/community/index.ts'
import { firstRow } from '../src/platform/index.ts'
import { sql } from 'kysely'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    bypassCSP: javaScriptEnabled,
    viewport: { width: 1280, height: 900 },
  })
  return context.newPage()
}

async function signInAsAdministrator(page: Page): Promise<void> {
  await page.goto(`${portal.url}/sign-in?next=/desk`)
  await page.getByLabel('E-mail address').fill('admin@demo.example')
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const inkOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).fill)

test('an administrator renames the house and changes the colours of its regions, without script', async () => {
  const reader = await openPage(true)
  await reader.goto(portal.url)
  const before = await inkOf(reader, '.mast .star')
  const admin = await openPage(false)
  await signInAsAdministrator(admin)
  await admin.getByRole('link', { name: 'Settings of the house' }).click()
  await admin.getByRole('link', { name: 'Name', exact: true }).click()
  await admin.getByLabel('Name of the house', { exact: true }).first().fill('Mekong House')
  await admin.getByLabel('What it says of itself (optional)').first().fill('Culture along the river.')
  await admin.getByRole('button', { name: 'Save' }).click()
  await admin.getByText('Saved. It is in force now.').waitFor()

  await admin.goto(`${portal.url}/desk/settings/colours`)
  await admin.getByLabel('Colour of Asia (optional)').fill('#ffcc00')
  await admin.getByLabel('Colour of Europe (optional)').fill('#0b5d4d')
  await admin.getByRole('button', { name: 'Save' }).click()
  await admin.getByRole('link', { name: /The contrast of this colour on its ground is 1\.\d+ to 1/ }).click()
  assert.equal(await admin.getByLabel('Colour of Asia (optional)').inputValue(), '#ffcc00')
  await admin.getByLabel('Colour of Asia (optional)').fill('#7a1f5c')
  await admin.getByRole('button', { name: 'Save' }).click()
  await admin.getByText('Saved. It is in force now.').waitFor()

  await reader.reload()
  assert.equal(await reader.locator('.mast .house').innerText(), 'Mekong House')
  await reader.getByText('Culture along the river.').waitFor()
  assert.notEqual(await inkOf(reader, '.mast .star'), before)
  assert.equal(await inkOf(reader, '.mast .star'), 'rgb(122, 31, 92)')
  await reader.emulateMedia({ colorScheme: 'dark' })
  assert.notEqual(await inkOf(reader, '.mast .star'), 'rgb(122, 31, 92)')
  await reader.evaluate(axe)
  const contrast = await reader.evaluate(() => globalThis.axe.run(document, { runOnly: ['color-contrast'] }))
  assert.deepEqual(contrast.violations, [])
  await admin.goto(`${portal.url}/desk/settings/changes`)
  await admin.getByText('#7a1f5c').waitFor()
})

test('a discipline is merged, and a reader with the old address comes to the new one', async () => {
  const admin = await openPage(false)
  await signInAsAdministrator(admin)
  await admin.goto(`${portal.url}/desk/settings/vocabularies/discipline`)
  await admin.getByRole('link', { name: 'Puppetry' }).click()
  await admin.getByRole('button', { name: 'Merge this term into another' }).click()
  await admin.getByRole('link', { name: 'Choose the term that is to stand for this one' }).click()
  await admin.getByLabel('Merge into').selectOption({ label: 'Theatre' })
  await admin.getByRole('button', { name: 'Merge this term into another' }).click()
  await admin.getByText('The records will be written in a moment.').waitFor()
  const merge = await firstRow<{ id: string }>(portal.db, sql`select id from community.term_merge`)
  const known = await readKnown(portal.db, '2026-11-24')
  const given = { mergeId: merge?.id ?? '', from: 'puppetry', known, now: journeyNow, stopped: () => false }
  assert.equal(await rewriteMerged(portal.db, given), true)
  await admin.reload()
  await admin.getByText('Puppetry → Theatre').waitFor()

  const reader = await openPage(true)
  await reader.goto(`${portal.url}/fr/events?discipline=puppetry`)
  assert.equal(reader.url(), `${portal.url}/fr/events?discipline=theatre`)
})
