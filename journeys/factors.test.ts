import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { codeOf } from '../src/community/codes/testing.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

let now = journeyNow
const portal = await openPortal({ host: 'localhost', clock: () => now })
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function openPage(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  return context.newPage()
}

async function checkPage(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(() => globalThis.axe.run(document))
  assert.deepEqual(
    found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ''}`),
    [],
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${page.url()} is ${wide} px wider than the window`)
}

async function comeByLink(page: Page, email: string): Promise<void> {
  await page.goto(`${portal.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'E-mail me a link' }).click()
  await page.getByRole('link', { name: /outbox/ }).click()
  await page.getByRole('link', { name: 'Your link to sign in' }).first().click()
  await page.goto(/http:\S+/.exec(await page.locator('.letter').innerText())?.[0] ?? '')
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
}

/** A device in the browser that keeps passkeys and unlocks them for its owner. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const unlock = (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { unlock }
}

test('by a passkey: added, used to come back, given another name, refused where its owner does not unlock it, and removed', async () => {
  const page = await openPage()
  const device = await plugIn(page)
  await comeByLink(page, 'passkey@culture.example')
  await page.getByLabel('Name of the passkey').fill('My phone')
  await checkPage(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey is added.').waitFor()
  await checkPage(page)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${portal.url}/sign-in?next=/languages`)
  await checkPage(page)
  await device.unlock(false)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Your device gave no passkey.').waitFor()
  await checkPage(page)
  await device.unlock(true)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${portal.url}/languages`)

  await page.goto(`${portal.url}/account`)
  await page.getByRole('cell', { name: 'passkey', exact: true }).waitFor()
  await page.getByRole('link', { name: 'My phone' }).click()
  await page.getByLabel('Name of the passkey').fill('ទូរសព្ទខ្ញុំ')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByRole('link', { name: 'ទូរសព្ទខ្ញុំ' }).click()
  await checkPage(page)
  await page.getByRole('button', { name: 'Remove passkey' }).click()
  await page.getByText('The passkey is removed').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${portal.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('link', { name: /not known here/ }).waitFor()
  await checkPage(page)
  await page.context().close()
})

test('without script the page that signs in offers link and password, and no passkey', async () => {
  const page = await openPage(false)
  await page.goto(`${portal.url}/sign-in`)
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).count(), 0)
  assert.equal(await page.getByRole('button', { name: 'E-mail me a link' }).isVisible(), true)
  await comeByLink(page, 'plain@culture.example')
  await page.locator('#passkeys noscript p').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Add a passkey' }).count(), 0)
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  const check = async (page: Page) => (javaScriptEnabled ? checkPage(page) : undefined)
  test(`by password and a code from an app; then the phone is lost, and a recovery code lets in, ${how} script`, async () => {
    const page = await openPage(javaScriptEnabled)
    const email = `codes-${how}@culture.example`
    const password = 'three lamps by the well'
    await comeByLink(page, email)
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByRole('button', { name: 'Set up codes' }).click()
    await page.getByRole('img', { name: 'The key as a QR code' }).waitFor()
    await check(page)
    const key = await page.locator('.copied').innerText()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.getByRole('button', { name: 'Switch codes on' }).click()
    await page
      .locator('.error-summary')
      .getByRole('link', { name: /not right/ })
      .click()
    await page.getByLabel('Code', { exact: true }).fill(codeOf(key, now))
    await page.getByRole('button', { name: 'Switch codes on' }).click()
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor()
    await check(page)
    const recovery = await page.locator('.copied').allInnerTexts()
    assert.equal(recovery.length, 10)
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()

    const enter = async () => {
      await page.goto(`${portal.url}/sign-in`)
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('heading', { name: 'One more step' }).waitFor()
    }
    await enter()
    await check(page)
    now = now.add({ minutes: 1 })
    await page.getByLabel('Code', { exact: true }).fill(codeOf(key, now))
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('cell', { name: 'password and code' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()

    await enter()
    await page.getByLabel('Recovery code').fill('not one of them')
    await page.getByRole('button', { name: 'Use recovery code' }).click()
    await page.getByRole('link', { name: /none of your recovery codes/ }).waitFor()
    await check(page)
    await page.getByLabel('Recovery code').fill(recovery[0] ?? '')
    await page.getByRole('button', { name: 'Use recovery code' }).click()
    await page.getByText('9 recovery codes are left').waitFor()
    await page.getByRole('link', { name: 'Codes and recovery codes' }).click()
    await check(page)
    await page.getByRole('button', { name: 'Switch codes off' }).click()
    await page.getByText('Codes are off').waitFor()
    await page.context().close()
  })
}

declare global {
  // Put into the page by the script above.
  var axe: typeof import('axe-core')
}
