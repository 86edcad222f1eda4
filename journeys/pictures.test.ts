import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { makePicture } from '../src/community/pictures/actions.ts'
import { fileNameOf } from '../src/platform/index.ts'
import { aPhotograph } from '../src/platform/pictures/testing.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html)))`,
  )
}

async function signIn(javaScriptEnabled: boolean): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${portal.url}/sign-in?next=/desk`)
  await page.getByLabel('E-mail address').fill('editor@demo.example')
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  return { page, errors }
}

const id = 'culture360-asef-org'
const record = `/desk/programmes/${id}/pictures`
const photograph = await aPhotograph(900, 1400)

test('an editor uploads a picture, points at what must not be cut, describes it, and the public page shows it', async () => {
  const { page, errors } = await signIn(true)
  await page.goto(portal.url + record)
  await page.getByLabel('Picture').setInputFiles({
    name: 'gate.jpg',
    mimeType: 'image/jpeg',
    buffer: photograph,
  })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByText('The picture is in the house').waitFor()
  await page.getByText('This picture is being made ready').waitFor()
  await makePicture(portal.db, portal.files, await fileNameOf(photograph), {
    attempt: 1,
    now: () => journeyNow,
  })
  await page.reload()
  const image = page.locator('focus-point img')
  await image.waitFor()
  const box = await image.boundingBox()
  await image.click({ position: { x: (box?.width ?? 0) * 0.25, y: (box?.height ?? 0) * 0.75 } })
  assert.equal(await page.getByLabel('From the left, in hundredths').inputValue(), '25')
  assert.equal(await page.getByLabel('From the top, in hundredths').inputValue(), '75')
  await page.getByLabel('What it shows, in English').fill('A gate at dusk')
  await page.getByLabel('Credit').fill('Sok Dara')
  assert.deepEqual(await violationsIn(page), [])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('What you said of this picture is saved.').waitFor()
  await page.goto(portal.url + record)
  assert.deepEqual(await violationsIn(page), [])

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${portal.url}/programmes/${id}`)
  const shown = stranger.getByRole('img', { name: 'A gate at dusk' })
  await shown.waitFor()
  await stranger.waitForFunction(`document.querySelector('img').naturalWidth > 0`)
  assert.match((await shown.evaluate((one) => (one as HTMLImageElement).currentSrc)) ?? '', /\.avif$/)
  assert.equal(await shown.evaluate((one) => getComputedStyle(one).objectPosition), '25% 75%')
  await stranger.getByText('Picture: Sok Dara').waitFor()
  assert.deepEqual(await violationsIn(stranger), [])
  assert.deepEqual(errors, [])
})

test('without script a picture is uploaded and described by two numbers, and a drawing is refused with a sentence', async () => {
  const { page } = await signIn(false)
  await page.goto(portal.url + record)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await page.getByLabel('Picture').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: svg })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByRole('link', { name: /This is an SVG drawing/ }).waitFor()
  await page.getByLabel('Picture').setInputFiles({
    name: 'b.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhotograph(60, 40),
  })
  await page.getByRole('button', { name: 'Upload' }).click()
  await page.getByLabel('From the left, in hundredths').fill('10')
  await page.getByLabel('What it shows, in English').fill('A lamp')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('What you said of this picture is saved.').waitFor()
  assert.equal(await page.getByLabel('From the left, in hundredths').inputValue(), '10')
})

test('the editor of texts is used by keyboard alone, and the field below it holds Markdown', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${portal.url}/design`)
  const surface = page.locator('#body.ProseMirror')
  await surface.waitFor()
  const value = () => page.locator('textarea[name=body]').inputValue()
  const before = await value()
  assert.match(before, /\*\*Vilnius\*\*/)

  // The editor takes up the place of the caret a moment after the focus; nobody types as fast as this page is driven.
  const settle = () => page.waitForTimeout(150)
  await surface.focus()
  await settle()
  await page.keyboard.press('Control+End')
  await settle()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Then ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('home')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' *again*.')
  assert.equal(await value(), `${before}\n\nThen **home** *again*.`)

  // Back to the tools: one stop, arrows within, and the pressed one is told.
  await page.keyboard.press('Shift+Tab')
  const focused = () => page.evaluate(`document.activeElement.getAttribute('aria-label')`)
  assert.equal(await focused(), 'Bold')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  assert.equal(await focused(), 'Heading')
  await page.keyboard.press('Enter')
  assert.equal(await value(), `${before}\n\n## Then **home** *again*.`)
  assert.equal(
    await page.getByRole('button', { name: 'Heading', exact: true }).getAttribute('aria-pressed'),
    'true',
  )

  // A link: refused where it would run, set where it leads somewhere.
  await settle()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+End')
  await settle()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('End')
  assert.equal(await focused(), 'Link')
  await page.keyboard.press('Enter')
  await page.locator('.link-address input:focus').waitFor()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await page.getByText('This address cannot be linked to').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('https://www.example.org/')
  await page.keyboard.press('Enter')
  assert.match(await value(), /\[https\\:\/\\?\/www\.example\.org\/\]\(https:\/\/www\.example\.org\/\)$/)

  // Plain and back; a table stays plain and unharmed.
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Edit as plain text' }).press('Enter')
  const table = '| a | b |\n| --- | --- |\n| 1 | 2 |'
  await page.locator('textarea[name=body]').fill(table)
  await page.getByRole('button', { name: 'Edit with tools' }).press('Enter')
  await page.getByText('This text has a part that only the plain field can hold').waitFor()
  assert.equal(await value(), table)
  await page.locator('textarea[name=body]').fill('Good again')
  await page.getByRole('button', { name: 'Edit with tools' }).press('Enter')
  await surface.waitFor()
  assert.deepEqual(await violationsIn(page), [])
  assert.deepEqual(errors, [])
})

test('without script the field of texts is a plain one', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${portal.url}/design`)
  const area = page.getByRole('textbox', { name: 'Text', exact: true })
  await area.fill('Typed')
  assert.equal(await area.inputValue(), 'Typed')
})
