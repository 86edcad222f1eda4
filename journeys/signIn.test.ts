import assert from 'node:assert/strict'
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

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  return context.newPage()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`by a link from the mailbox, to a name, a password and out again, ${how} script`, async () => {
    const page = await openPage(javaScriptEnabled)
    const email = `new-${how}@culture.example`
    await page.goto(`${portal.url}/account`)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'E-mail me a link' }).click()
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    await page.getByRole('link', { name: /outbox/ }).click()
    await page.getByRole('link', { name: 'Your link to sign in' }).first().click()
    const letter = await page.locator('.letter').innerText()
    await page.goto(/http:\S+/.exec(letter)?.[0] ?? '')
    await page.getByRole('heading', { name: `Sign in as ${email}` }).waitFor()
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
    assert.equal(page.url(), `${portal.url}/account`)
    await page.getByRole('link', { name: 'Profile' }).click()
    await page.getByLabel('Your name', { exact: true }).fill('មាស សុខា')
    await page.getByRole('button', { name: 'Save profile' }).click()
    await page.getByText('Saved.').waitFor()
    assert.equal(await page.getByLabel('Your name', { exact: true }).inputValue(), 'មាស សុខា')
    await page.getByRole('link', { name: 'Signing in' }).click()
    await page.getByLabel('New password').fill('password12345')
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByRole('link', { name: /Too many people choose this/ }).click()
    await page.getByLabel('New password').fill('three lamps by the well')
    await page.getByRole('button', { name: 'Save password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('three lamps by the well')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    await page.context().close()
  })
}

test('a wrong password brings the form back with the fault in focus; the right one opens it by keyboard alone', async () => {
  const page = await openPage(true)
  await page.goto(`${portal.url}/ur/sign-in`)
  await page.locator('[name=email]').fill('editor@demo.example')
  await page.locator('[name=password]').fill('not this one')
  await page.keyboard.press('Enter')
  await page.locator('.error-summary').waitFor()
  assert.equal(await page.locator('[name=email]').inputValue(), 'editor@demo.example')
  assert.equal(await page.locator('[name=password]').inputValue(), '')
  assert.equal(await page.locator(':focus').getAttribute('class'), 'error-summary')
  await page.locator('[name=password]').fill('caravanserai-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${portal.url}/ur/account`)
  const [cookie] = await page.context().cookies()
  assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.secure], ['__Host-session', true, true])
  await page.context().close()
})
