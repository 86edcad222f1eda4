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

async function signIn(name: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${portal.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
  return page
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`a focal point keeps the partner’s page on a phone, and a reader sees it, ${how} script`, async () => {
    const focal = await signIn('focal.vn', javaScriptEnabled)
    await focal.goto(`${portal.url}/partners/vn`)
    await focal.getByRole('link', { name: 'Keep this page' }).click()
    await focal.getByLabel('E-mail address of the office').fill('nowhere')
    await focal.getByLabel('Telephone').fill(`+84 24 5555 000${how.length}`)
    await focal.getByLabel('Name', { exact: true }).last().fill(`Speaker ${how} script`)
    await focal.getByLabel('First day').last().fill('2026-01-01')
    await focal.getByLabel('Everybody may read this name').last().check()
    await focal.getByRole('button', { name: 'Save' }).first().click()
    await focal.getByRole('link', { name: 'Say why you change this' }).waitFor()
    await focal.getByRole('link', { name: /Enter an e-mail address/ }).click()
    await focal.getByLabel('E-mail address of the office').fill(`office-${how}@culture.example`)
    await focal.getByLabel('Why', { exact: true }).fill('A new colleague')
    await focal.getByRole('button', { name: 'Save' }).first().click()
    await focal.getByText('Saved, and shown').waitFor()
    await focal.getByRole('cell', { name: 'A new colleague' }).first().waitFor()
    await focal.getByRole('checkbox', { name: /Name me on the page/ }).setChecked(!javaScriptEnabled)
    await focal.getByRole('button', { name: 'Save' }).last().click()
    await focal.getByText('Saved, and shown').waitFor()

    const reader = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await reader.goto(`${portal.url}/fr/partners/vn`)
    await reader.getByRole('link', { name: `office-${how}@culture.example` }).waitFor()
    await reader.getByText(`Speaker ${how} script`).waitFor()
    assert.equal(await reader.getByText('Phạm Văn Bình').count(), javaScriptEnabled ? 0 : 1)
    assert.equal(await reader.locator('a[href$="/edit"]').count(), 0)
    await reader.context().close()
    await focal.context().close()
  })
}

test('a focal point of another partner finds no way in, not by its address either', async () => {
  const focal = await signIn('focal.fr', true)
  await focal.goto(`${portal.url}/partners/vn`)
  assert.equal(await focal.getByRole('link', { name: 'Keep this page' }).count(), 0)
  const answer = await focal.goto(`${portal.url}/partners/vn/edit`)
  assert.equal(answer?.status(), 403)
  await focal.goto(`${portal.url}/partners/fr`)
  await focal.getByRole('link', { name: 'Keep this page' }).click()
  assert.match(await focal.locator('h1').innerText(), /France/)
  await focal.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`an artist says once who they are, shows some of it and withdraws it, ${how} script`, async () => {
    const artist = await signIn('artist', javaScriptEnabled)
    await artist.getByRole('link', { name: 'Profile' }).click()
    await artist.getByLabel('Add a language').first().fill('Khmer')
    await artist
      .getByLabel('Add a country')
      .first()
      .fill(javaScriptEnabled ? 'Cambodia' : 'Lao PDR')
    await artist.getByLabel('Month').fill('13')
    await artist.getByRole('button', { name: 'Save profile' }).click()
    await artist.getByRole('link', { name: /Enter a month and a year/ }).click()
    await artist.getByLabel('Month').fill('3')
    await artist.getByRole('button', { name: 'Save profile' }).click()
    await artist.getByText('Saved.').waitFor()
    await artist.getByRole('checkbox', { name: 'Khmer' }).waitFor()
    await artist.getByRole('checkbox', { name: 'Citizen of' }).setChecked(!javaScriptEnabled)
    await artist.getByRole('button', { name: /Save choices/ }).click()
    await artist.getByRole('link', { name: 'See it as others would' }).click()
    const preview = await artist.locator('article').innerText()
    assert.equal(/Citizen of/.test(preview), !javaScriptEnabled)
    const address = `${portal.url}/people/nguyen-thi-an`
    const reader = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await reader.goto(address)
    assert.equal(await reader.locator('article').innerText(), preview)
    await artist.goBack()
    await artist.getByRole('button', { name: 'Withdraw my page' }).click()
    await artist.getByText('Your page is withdrawn.').waitFor()
    assert.equal((await reader.goto(address))?.status(), 404)
    await artist.getByRole('button', { name: 'Show my page' }).click()
    await artist.getByText('Your page is shown').waitFor()
    assert.equal((await reader.goto(address))?.status(), 200)
    await reader.context().close()
    await artist.context().close()
  })
}
