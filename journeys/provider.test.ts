import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { type RunningProvider, startProvider } from '../src/community/signing-in/provider/testing.ts'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

let provider: RunningProvider | undefined
// The portal is at 127.0.0.1 and the provider at localhost, which are two sites to a browser.
const portal = await openPortal({
  async providerFor(url) {
    provider = await startProvider(url)
    return provider.settings
  },
})
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
  await provider?.stop()
})
await provider?.tell({
  sokha: { email: 'sokha@culture.example', email_verified: true, name: 'មាស សុខា' },
  unsure: { email: 'unsure@culture.example', email_verified: false },
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(() => globalThis.axe.run(document))
  assert.deepEqual(
    found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ''}`),
    [],
  )
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${page.url()} is ${wide} px wider than the window`)
}

async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test(`through the provider’s own page to where one wanted to go, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    await page.goto(`${portal.url}/sign-in?next=/account`)
    await page.getByRole('button', { name: /^Sign in with localhost/ }).click()
    await signInThere(page, 'sokha')
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    assert.equal(page.url(), `${portal.url}/account`)
    await page.goto(`${portal.url}/account/profile`)
    assert.equal(await page.getByLabel('Your name', { exact: true }).inputValue(), 'មាស សុខា')
    await page.goto(`${portal.url}/account`)
    const cookies = await context.cookies(portal.url)
    assert.deepEqual(
      cookies.map(({ name, sameSite }) => [name, sameSite]),
      [['__Host-session', 'Lax']],
    )
    await page.getByRole('button', { name: /^Unlink localhost/ }).click()
    await page.getByText('The account is unlinked').waitFor()
    await context.close()
  })
}

test('an address that is not confirmed there leads to a page that says what to do, and back', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 740 }, bypassCSP: true })
  await page.goto(`${portal.url}/ur/sign-in`)
  await accessible(page)
  await page.getByRole('button', { name: /localhost/ }).click()
  await signInThere(page, 'unsure')
  await page.waitForURL(`${portal.url}/ur/sign-in/provider/failed?why=unverified`)
  await accessible(page)
  await page.locator('main').getByRole('link').click()
  await page.waitForURL(`${portal.url}/ur/sign-in`)
  await page.close()
})

test('the page of linked accounts, and the one shown on the way, are accessible', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 740 }, bypassCSP: true })
  await page.goto(`${portal.url}/sign-in`)
  // An answer without a page leaves the browser where it is.
  await page.route(/localhost:\d+\/auth\?/, (route) => route.fulfill({ status: 204 }), { times: 1 })
  await page.getByRole('button', { name: /^Sign in with localhost/ }).click()
  await page.getByRole('link', { name: /^Go on to localhost/ }).waitFor()
  await accessible(page)
  await page.getByRole('link', { name: /^Go on to localhost/ }).click()
  await signInThere(page, 'sokha')
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
  await accessible(page)
  await page.close()
})

declare global {
  // Put into the page by the script above.
  var axe: typeof import('axe-core')
}
