import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { mailAtOnce } from '../src/community/notices/testing.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

async function signIn(name: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(`${portal.url}/sign-in?next=/desk`)
  await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  return page
}

test('an administrator grants a role, limits it and ends it; its holder sees each at once', async () => {
  const artist = await signIn('artist')
  assert.match(await artist.locator('h1').innerText(), /not open to you/)
  const admin = await signIn('admin')
  await admin.getByRole('link', { name: 'Roles' }).click()
  await admin.getByLabel('E-mail address').fill('artist@demo.example')
  await admin.getByLabel('Role', { exact: true }).selectOption({ label: 'Editor' })
  await admin.getByRole('button', { name: 'Grant role' }).click()
  await admin.getByRole('link', { name: 'Say why' }).click()
  assert.equal(await admin.getByLabel('E-mail address').inputValue(), 'artist@demo.example')
  await admin.getByLabel('Why').fill('She knows the French scene')
  await admin.getByRole('button', { name: 'Grant role' }).click()
  await admin.getByText('The role is granted.').waitFor()

  await artist.reload()
  assert.equal(await artist.locator('h1').innerText(), 'Desk')
  await artist.getByText('Sees drafts and the archive').waitFor()

  await admin
    .getByRole('row', { name: /artist@demo/ })
    .getByRole('link', { name: 'Editor' })
    .click()
  await admin.getByRole('checkbox', { name: 'Français' }).check()
  await admin.getByLabel('Why').first().fill('French only, for a start')
  await admin.getByRole('button', { name: 'Save limits' }).click()
  await admin.getByText('The limits are changed.').waitFor()
  await artist.reload()
  await artist.getByText('Only in French').waitFor()
  await mailAtOnce(portal.db, journeyNow)

  await admin
    .getByRole('row', { name: /artist@demo.*Only in French/ })
    .getByRole('link', { name: 'Editor' })
    .click()
  await admin.getByLabel('Why').last().fill('The project is over')
  await admin.getByRole('button', { name: 'End role' }).click()
  await admin.getByText('The role is ended.').waitFor()
  await artist.reload()
  assert.match(await artist.locator('h1').innerText(), /not open to you/)
  await artist.goto(`${portal.url}/account/notices`)
  await artist.getByRole('button', { name: 'Your role has ended: Editor', exact: true }).waitFor()
  await mailAtOnce(portal.db, journeyNow)
  await artist.goto(`${portal.url}/outbox`)
  await artist.getByRole('link', { name: 'Your role has ended: Editor' }).first().click()
  await artist.getByText('The project is over').waitFor()
})
