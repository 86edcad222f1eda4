import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function signInByLink(page: Page, email: string): Promise<void> {
  await page.goto(`${portal.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'E-mail me a link' }).click()
  await page.getByRole('link', { name: /outbox/ }).click()
  await page.getByRole('link', { name: 'Your link to sign in' }).first().click()
  const letter = await page.locator('.letter').innerText()
  await page.goto(/http:\S+/.exec(letter)?.[0] ?? '')
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`all that is held is taken along, the account closed, and its address makes somebody new, ${how} script`, async () => {
    const context = await browser.newContext({
      javaScriptEnabled,
      acceptDownloads: true,
      bypassCSP: true,
      viewport: { width: 360, height: 740 },
    })
    const page = await context.newPage()
    const email = `leaving-${how}@culture.example`
    await signInByLink(page, email)
    await page.goto(`${portal.url}/account/profile`)
    await page.getByLabel('Your name', { exact: true }).fill('Marisol Leavingwell')
    await page.getByLabel('City').fill('Leavingstoke')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await page.getByText('Saved.').waitFor()

    await page.getByRole('link', { name: 'Privacy' }).first().click()
    await page.getByRole('heading', { name: 'What is held about you' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download all that is held' }).click(),
    ])
    assert.equal(download.suggestedFilename(), 'about-me-2026-11-24.zip')
    const files = unzipSync(readFileSync(await download.path()))
    const people = JSON.parse(strFromU8(files['data/community.people.json'] ?? new Uint8Array()))
    assert.deepEqual([people.records[0].name, people.records[0].email], ['Marisol Leavingwell', email])
    const profiles = JSON.parse(strFromU8(files['data/community.profiles.json'] ?? new Uint8Array()))
    assert.equal(profiles.records[0].baseCity, 'Leavingstoke')
    assert.match(strFromU8(files['index.html'] ?? new Uint8Array()), /Marisol Leavingwell/)

    await page.getByRole('link', { name: 'Close your account' }).click()
    await page.getByRole('heading', { name: 'What stays, and why' }).waitFor()
    await page.getByLabel('To confirm, type your e-mail address').fill('somebody@culture.example')
    await page.getByRole('button', { name: 'Close my account for good' }).click()
    await page.getByRole('link', { name: `Type ${email} to confirm` }).click()
    if (javaScriptEnabled) {
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => globalThis.axe.run(document))
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        [],
      )
    }
    await page.getByLabel('To confirm, type your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Close my account for good' }).click()
    await page.getByText('Your account is closed').waitFor()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()

    await signInByLink(page, email)
    await page.goto(`${portal.url}/account/profile`)
    assert.equal(await page.getByLabel('Your name', { exact: true }).inputValue(), '')
    await context.close()
  })
}

test('by keyboard alone: the last administrator reads why the account cannot be closed', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${portal.url}/sign-in?next=/account/privacy/closing`)
  await page.getByLabel('E-mail address').fill('admin@demo.example')
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.keyboard.press('Enter')
  await page.getByText('You are the last who can grant roles here').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Close my account for good' }).count(), 0)
  await page.close()
})
