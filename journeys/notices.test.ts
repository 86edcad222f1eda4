import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { findPersonByEmail } from '../src/community/people/queries.ts'
import { grantRole } from '../src/community/roles/actions.ts'
import { mailNotices, tell } from '../src/community/notices/actions.ts'
import { testMail } from '../src/community/notices/testing.ts'
import { findLetter, listOutbox, transact } from '../src/platform/index.ts'
import { houseRoles } from '../src/roles.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const { db, url, keyOf } = portal
const mail = { ...testMail, keyOf, publicUrl: url, demonstration: true }

async function open(javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width: 360, height: 740 },
  })
  return context.newPage()
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill('artist@demo.example')
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function lettersTo(email: string) {
  const lines = (await listOutbox(db)).filter(({ to }) => to.address === email)
  return Promise.all(lines.map(({ id }) => findLetter(db, id)))
}

async function artist(): Promise<string> {
  return (await findPersonByEmail(db, 'artist@demo.example'))?.id ?? ''
}

test('told of a role, one sees the count, opens it, chooses one letter a day, and gets one', async () => {
  const page = await open(false)
  await signIn(page)
  assert.equal(await page.getByRole('link', { name: /new notice/ }).count(), 0)
  const known = { languages: new Set(['fr']), countries: new Set<string>() }
  const request = {
    email: 'artist@demo.example',
    role: 'editor',
    limits: { language: ['fr'] },
    until: undefined,
    why: 'She knows the French scene',
    known,
  }
  assert.deepEqual(await grantRole({ db, roles: houseRoles }, null, request, journeyNow), [])

  await page.reload()
  await page.getByRole('link', { name: '1 new notice' }).click()
  await page.getByText('Only in French').waitFor()
  await page.getByRole('button', { name: 'Your role: Editor', exact: true }).click()
  assert.equal(await page.locator('h1').innerText(), 'Desk')
  assert.equal(await page.getByRole('link', { name: /new notice/ }).count(), 0)

  await page.goto(`${url}/account/notices`)
  await page.getByLabel('At once').check()
  await page.getByRole('button', { name: 'Save choice' }).click()
  await page.getByText('Your choice is saved.').waitFor()
  await page.getByLabel('Once a day').check()
  await page.getByRole('button', { name: 'Save choice' }).click()

  const personId = await artist()
  for (const what of ['one', 'two', 'three'])
    await transact(db, (tx) => tell(tx, personId, 'test.usual', { what }, journeyNow))
  const before = (await lettersTo('artist@demo.example')).length
  for (let time = 0; time < 3; time += 1)
    await mailNotices(db, mail, { personId, day: '2026-11-25' }, journeyNow)
  const letters = await lettersTo('artist@demo.example')
  assert.equal(letters.length, before + 1)
  assert.equal(letters[0]?.subject, '3 notices for you')

  const link = letters[0]?.headers['List-Unsubscribe']?.slice(1, -1) ?? ''
  const mailbox = await open(false)
  await mailbox.goto(link)
  assert.equal(await mailbox.getByRole('button', { name: 'Sign out' }).count(), 0)
  await mailbox.getByLabel('Not at all').check()
  await mailbox.getByRole('button', { name: 'Save choice' }).click()
  await mailbox.getByText('Your choice is saved.').waitFor()
  await page.goto(`${url}/account/notices`)
  assert.equal(await page.getByLabel('Not at all').isChecked(), true)
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await page.getByText('Marked as read.').waitFor()
  assert.equal(await page.getByRole('link', { name: /new notice/ }).count(), 0)
})

test('the door stands on one line of a wide window, with all that can be in it', async () => {
  const page = await open(true)
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page)
  const personId = await artist()
  for (let at = 0; at < 101; at += 1)
    await transact(db, (tx) => tell(tx, personId, 'test.usual', { what: `number ${at}` }, journeyNow))
  for (const path of ['/account/notices', '/fr/account', '/ur/account', '/km/account']) {
    await page.goto(url + path)
    const tops = await page
      .locator('.door li')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top))
    assert.equal(tops.length, 4)
    assert.ok(Math.max(...tops) - Math.min(...tops) < 4, `${path}: ${tops.join(', ')}`)
  }
})
