import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { plant } from '../src/information/testing.ts'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

async function signIn(
  name: string,
  javaScriptEnabled = true,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${portal.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/account/)
  return { page, context }
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).first().click()

test('without script an editor writes an article, adds to it, and translates it beside the original', async () => {
  const { page } = await signIn('editor', false)
  await page.goto(`${portal.url}/desk/articles/new`)
  await page.getByLabel('Title', { exact: true }).fill('')
  await save(page)
  await page.getByRole('link', { name: 'Fill this in' }).waitFor()
  await page.getByLabel('Title', { exact: true }).fill('Boats of paper')
  await page.getByLabel('Text', { exact: true }).fill('They float **far**.')
  await page.getByLabel('Author').fill('Ana Lim')
  await save(page)
  await page.getByText('The record is made, as a draft.').waitFor()
  const address = new URL(page.url()).pathname
  await page.getByLabel('Name in the address').fill('boats-of-paper')
  await save(page)
  await page.getByText('Saved.').waitFor()

  await page.goto(`${portal.url}${address}?lang=km`)
  await page.getByText('They float **far**.').waitFor()
  await page.getByLabel('Title', { exact: true }).fill('ទូកក្រដាស')
  await page.getByRole('button', { name: 'Keep as draft' }).first().click()
  await page.getByText('Kept as your draft.').waitFor()
  assert.equal(await page.getByLabel('Title', { exact: true }).inputValue(), 'ទូកក្រដាស')
  await save(page)
  await page.getByText('Saved.').waitFor()
  await page.getByRole('link', { name: /Khmer.*draft/ }).waitFor()

  await page.goto(`${portal.url}${address}/preview`)
  await page.getByRole('heading', { name: 'Boats of paper' }).waitFor()
  assert.equal((await fetch(`${portal.url}/articles/boats-of-paper`)).status, 404)
})

test('two editors collide, and both texts survive', async () => {
  await plant(portal.db, 'articles', [
    { id: 'collision', title: 'Collision', summary: 'Before', author: 'Ana' },
  ])
  const [one, two] = [(await signIn('editor')).page, (await signIn('editor')).page]
  for (const page of [one, two]) await page.goto(`${portal.url}/desk/articles/collision`)
  await one.getByLabel('Summary').fill('What the first wrote')
  await one.getByLabel('Author').fill('Ana Lim')
  await save(one)
  await one.getByText('Saved.').waitFor()
  await two.getByLabel('Summary').fill('What the second wrote')
  await two.getByLabel('Published by').fill('The House')
  await save(two)
  await two.getByRole('heading', { name: 'Somebody else changed these too' }).waitFor()
  await two.locator('.versions').getByText('Before').waitFor()
  await two.locator('.versions').getByText('What the first wrote').waitFor()
  await two.getByLabel('Yours, or both put together').fill('What the first wrote. What the second wrote.')
  await two.getByLabel('What stands in the box below').check()
  await save(two)
  await two.getByText('Saved.').waitFor()
  assert.equal(await two.getByLabel('Summary').inputValue(), 'What the first wrote. What the second wrote.')
  assert.equal(await two.getByLabel('Author').inputValue(), 'Ana Lim')
  assert.equal(await two.getByLabel('Published by').inputValue(), 'The House')
})

test('what is typed is kept by itself, and leaving warns', async () => {
  await plant(portal.db, 'articles', [{ id: 'kept', title: 'Kept' }])
  const { page } = await signIn('editor')
  await page.goto(`${portal.url}/desk/articles/kept`)
  await page.getByLabel('Summary').pressSequentially('Typed and not saved')
  await page.getByText('Kept as your draft').waitFor()
  let warned = false
  page.once('dialog', (dialog) => {
    warned = dialog.type() === 'beforeunload'
    void dialog.accept()
  })
  await page.goto(`${portal.url}/desk/articles/kept`)
  assert.ok(warned)
  await page.getByRole('link', { name: 'Go on with it' }).click()
  assert.equal(await page.getByLabel('Summary').inputValue(), 'Typed and not saved')
})

test('a session ends while somebody writes: with and without script, what they typed comes back', async () => {
  await plant(portal.db, 'articles', [{ id: 'ending', title: 'Ending' }])
  for (const script of [false, true]) {
    const { page, context } = await signIn('editor', script)
    await page.goto(`${portal.url}/desk/articles/ending`)
    const words = `A long evening’s work, script ${script}`
    await page.getByLabel('Text', { exact: true }).fill(words)
    await context.clearCookies()
    if (script) await page.getByText('You are signed out. What you typed waits in this window').waitFor()
    await save(page)
    await page.getByRole('heading', { name: 'You are signed out, and nothing is lost' }).waitFor()
    await page.getByLabel('E-mail address').fill('editor@demo.example')
    await page.getByLabel('Password').fill('caravanserai-demo')
    const opened = context.waitForEvent('page')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await (await opened).waitForURL(/account/)
    await page.getByRole('button', { name: 'Go on with what I typed' }).click()
    await page.getByText('It is not saved yet.').waitFor()
    assert.equal(await page.locator('textarea[name=body]').inputValue(), words)
    await save(page)
    await page.getByText('Saved.').waitFor()
  }
})

test('what one typed and could not send waits in the window for them, and is offered to nobody who signs in there', async () => {
  await plant(portal.db, 'articles', [{ id: 'shared', title: 'Shared', author: 'Ana', state: 'draft' }])
  const { page, context } = await signIn('editor')
  const address = `${portal.url}/desk/articles/shared`
  const enter = async (name: string) => {
    await context.clearCookies()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.goto(`${portal.url}/sign-in`)
    await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
    await page.getByLabel('Password').fill('caravanserai-demo')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/account/)
    await page.goto(address)
    await page.getByLabel('Summary').waitFor()
    // What waits is sent as the form opens; the page then comes again and offers it.
    await page.waitForTimeout(1000)
  }
  await page.goto(address)
  await context.clearCookies()
  await page.getByLabel('Summary').pressSequentially('Only mine')
  await page.getByText('You are signed out. What you typed waits in this window').waitFor()
  await enter('writer')
  assert.equal(await page.getByRole('link', { name: 'Go on with it' }).count(), 0)
  await enter('editor')
  await page.getByRole('link', { name: 'Go on with it' }).click()
  assert.equal(await page.getByLabel('Summary').inputValue(), 'Only mine')
})
