import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ javaScriptEnabled, viewport, bypassCSP: true })
  return context.newPage()
}

async function signIn(name: string, next: string, javaScriptEnabled = false): Promise<Page> {
  const page = await openPage(javaScriptEnabled)
  await page.goto(`${portal.url}/sign-in?next=${next}`)
  await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  return page
}

/** The link in the letter of an invitation, as the outbox of the demonstration shows it. */
async function invitationTo(email: string): Promise<string> {
  const page = await openPage(false)
  await page.goto(`${portal.url}/outbox`)
  await page.getByRole('row', { name: email }).getByRole('link').first().click()
  const [link = ''] =
    /http:\/\/127\.0\.0\.1:\d+\/account\/invitation\?token=\S+/.exec(
      await page.locator('main').innerText(),
    ) ?? []
  await page.context().close()
  assert.notEqual(link, '')
  return link
}

async function findNothingWith(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(axe)
    const found = await page.evaluate(() => globalThis.axe.run(document))
    assert.deepEqual(
      found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ''}`),
      [],
    )
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(wide <= 0, `${page.url()} is ${wide} px wider than the window`)
  }
}

test('without script: an artist claims an organisation, staff accepts, it is edited, a colleague is invited, joins and leaves', async () => {
  const artist = await signIn('artist', '/organisations/airhue')
  await artist.getByRole('link', { name: 'Is this your organisation?' }).click()
  await artist.getByLabel('Who you are there').fill('Director')
  await artist.getByLabel('Why you ask').fill('To keep it up to date')
  await artist.getByRole('button', { name: 'Send claim' }).click()
  await artist.getByRole('link', { name: 'Say what shows that you belong there' }).click()
  assert.equal(await artist.getByLabel('Who you are there').inputValue(), 'Director')
  await artist.getByLabel('What shows that you belong there').fill('Ask the board')
  await artist.getByLabel('A web address that shows it').fill('https://www.airhueprogram.com/team')
  await artist.getByRole('button', { name: 'Send claim' }).click()
  await artist.getByText('Your claim waits').waitFor()

  const staff = await signIn('editor', '/desk')
  await staff.getByRole('link', { name: 'Claims' }).click()
  await staff.getByRole('link', { name: 'Á Space' }).waitFor()
  await staff.getByRole('link', { name: 'AirHue' }).click()
  await staff.getByText('Ask the board').waitFor()
  await staff.getByRole('button', { name: 'Accept claim' }).click()
  await staff.getByText('The claim is accepted').waitFor()

  await artist.goto(`${portal.url}/account/organisations`)
  await artist.getByRole('link', { name: 'AirHue' }).click()
  await artist.getByRole('link', { name: 'Edit its entry' }).click()
  await artist
    .getByLabel('In one or two sentences (optional)')
    .first()
    .fill('A residency in Huế, as it says itself.')
  await artist.getByLabel('Website (optional)').fill('airhue')
  await artist.getByRole('button', { name: 'Save entry' }).click()
  await artist.getByRole('link', { name: 'Enter a web address' }).click()
  await artist.getByLabel('Website (optional)').fill('https://www.airhueprogram.com/en')
  await artist.getByRole('button', { name: 'Save entry' }).click()
  await artist.getByRole('link', { name: 'Its page in the directory' }).click()
  await artist.getByText('A residency in Huế, as it says itself.').waitFor()

  await artist.goto(`${portal.url}/account/organisations/airhue`)
  await artist.getByLabel('E-mail address').fill('colleague@airhue.example')
  await artist.getByRole('radio', { name: 'Member' }).check()
  await artist.getByRole('button', { name: 'Send invitation' }).click()
  await artist.getByText('The invitation is on its way').waitFor()

  const link = await invitationTo('colleague@airhue.example')
  await artist.goto(link)
  await artist.getByText('you are signed in as artist@demo.example').waitFor()
  const colleague = await openPage(false)
  await colleague.goto(link)
  await colleague.getByRole('button', { name: 'Join', exact: true }).click()
  await colleague.getByText('Welcome: you belong to this organisation now.').waitFor()
  assert.equal(await colleague.getByRole('link', { name: 'Edit its entry' }).count(), 0)
  await colleague.getByRole('button', { name: 'Leave this organisation' }).click()
  await colleague.getByText('You have left the organisation.').waitFor()
  await colleague.goto(link)
  await colleague.getByText('It has been used already').waitFor()

  await artist.goto(`${portal.url}/account/organisations/airhue`)
  await artist.getByRole('button', { name: 'Leave this organisation' }).click()
  await artist.getByRole('link', { name: /no editor left/ }).waitFor()
})

test('axe finds nothing on any of these pages, narrow and wide, from left to right and from right to left', async () => {
  const partner = await signIn('partner', '/account/organisations/on-the-move', true)
  await partner.getByLabel('E-mail address').fill('reader@people.example')
  await partner.getByRole('radio', { name: 'Editor' }).check()
  await partner.getByRole('button', { name: 'Send invitation' }).click()
  await partner.getByText('The invitation is on its way').waitFor()
  const link = (await invitationTo('reader@people.example')).replace(portal.url, '')
  const staff = await signIn('admin', '/desk/claims', true)
  const claim = await staff.getByRole('link', { name: 'Á Space' }).getAttribute('href')
  const visits: [Page, string[]][] = [
    [
      partner,
      [
        '/account/organisations',
        '/account/organisations/on-the-move',
        '/account/organisations/on-the-move/entry',
        '/organisations/encatc/claim',
        '/organisations/on-the-move/claim',
        link,
        '/account/invitation?token=none',
      ],
    ],
    [staff, ['/desk/claims', claim ?? '']],
  ]
  for (const [page, paths] of visits)
    for (const path of [...paths, ...paths.map((path) => `/ur${path}`)]) {
      await page.goto(portal.url + path)
      await findNothingWith(page)
    }
})
