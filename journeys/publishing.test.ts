import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { Page } from 'playwright-core'
import { readKnown } from '../src/community/known/queries.ts'
import { doWhatIsDue } from '../src/community/schedules/actions.ts'
import { keepers } from '../src/information/keepers/actions.ts'
import type { DeskKind } from '../src/information/desk/fields/model.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

let now = journeyNow
const portal = await openPortal({ clock: () => now })
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

async function signIn(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${portal.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(`${name}@demo.example`)
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/account/)
  return page
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).first().click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** What the job of every minute does, at the moment it is on the portal. */
async function runWhatIsDue(): Promise<number> {
  const known = await readKnown(portal.db, now.toString().slice(0, 10))
  const keeperOf = (kind: string) => keepers[kind as DeskKind]
  return doWhatIsDue(portal.db, keeperOf, { known, at: new Date(now.epochMilliseconds) })
}

const slug = 'the-paper-boats'
const words = {
  en: 'The paper boats of Kampot',
  fr: 'Les bateaux de papier de Kampot',
  km: 'ទូកក្រដាសនៃកំពត',
}
const title = /paper boats|bateaux de papier/
// Of the words asked for only those that are not typed: these are shown again where nothing is found.
const khmer = /កំពត/

/** Where a stranger looks for texts: on pages, in feeds, in the search, at the API, in the sitemap. */
const places = [
  '/articles',
  `/articles/${slug}`,
  '/articles.atom',
  '/search?q=Kampot',
  '/api/v1/articles',
  '/sitemaps/articles-1.xml',
].flatMap((path) => [path, `/fr${path}`, `/km${path}`])
const looked = [...places, `/km/search?q=${encodeURIComponent('ទូកក្រដាស')}`, '/km/articles?q=ទូកក្រដាស']

async function seenByStrangers(words: RegExp): Promise<string[]> {
  const seen: string[] = []
  for (const path of looked) {
    const answer = await fetch(portal.url + path)
    // What was asked for comes back in the field of the search; what is found has a title.
    const text = (await answer.text()).replaceAll(/<input[^>]*>|<title>[^<]*<\/title>|q=[^"&<\s]*/g, '')
    if (words.test(text)) seen.push(path)
  }
  return seen
}

const sitemap = async () => (await fetch(`${portal.url}/sitemaps/articles-1.xml`)).text()

test('a writer writes and translates, an editor sends back with a note and schedules, and the minute it is due everybody reads it, but not the translation that is a draft', async () => {
  const writer = await signIn('writer')
  await writer.goto(`${portal.url}/desk/articles/new`)
  await writer.getByLabel('Title', { exact: true }).fill(words.en)
  await writer.getByLabel('Author').fill('Ana Lim')
  await writer.getByLabel('Day it was published').fill('2026-11-20')
  await writer.getByLabel('Name in the address').fill(slug)
  await save(writer)
  await writer.getByText('The record is made, as a draft.').waitFor()
  const { pathname } = new URL(writer.url())
  for (const lang of ['fr', 'km'] as const) {
    await writer.goto(`${portal.url}${pathname}?lang=${lang}`)
    await writer.getByText(words.en).first().waitFor()
    await writer.getByLabel('Title', { exact: true }).fill(words[lang])
    await save(writer)
    await writer.getByText('Saved.').waitFor()
  }
  for (const lang of ['en', 'fr']) {
    await writer.goto(`${portal.url}${pathname}/state?lang=${lang}`)
    await press(writer, 'Hand in for review')
    await writer.getByText('The text is in its new state.').waitFor()
    assert.equal(await writer.getByRole('button', { name: 'Publish' }).count(), 0)
  }

  // The editor finds it in the queue and sends it back.
  const editor = await signIn('editor')
  await editor.goto(`${portal.url}/desk`)
  await editor.getByRole('link', { name: words.en }).first().click()
  await editor.getByRole('link', { name: 'State, schedule, remarks' }).click()
  await editor.getByLabel('Note').fill('Where is Kampot? Say it in the summary.')
  await press(editor, 'Send back')
  await editor.getByText('The text is in its new state.').waitFor()

  // The writer is told, mends it, settles the remark and hands it in again.
  await writer.goto(`${portal.url}/account/notices`)
  await writer.getByText('Where is Kampot? Say it in the summary.').first().waitFor()
  await writer.goto(`${portal.url}/desk`)
  await writer.getByRole('heading', { name: /Sent back to you with a remark/ }).waitFor()
  await writer.getByRole('link', { name: words.en }).first().click()
  await writer.locator('blockquote').getByText('Where is Kampot?').waitFor()
  await writer.getByLabel('Summary').fill('Children of Kampot, in the south of Cambodia, fold boats.')
  await save(writer)
  await writer.getByText('Saved.').waitFor()
  await writer.goto(`${portal.url}${pathname}/state`)
  await press(writer, 'Settled')
  await writer.getByText('The remark is settled.').waitFor()
  await press(writer, 'Hand in for review')
  await writer.getByText('The text is in its new state.').waitFor()

  // What the original says now, beside the French, which said it before.
  await writer.goto(`${portal.url}${pathname}?lang=fr`)
  await writer.locator('.original ins').getByText('in the south of Cambodia').waitFor()

  // Both are scheduled for nine in the morning of Phnom Penh.
  for (const lang of ['en', 'fr']) {
    await editor.goto(`${portal.url}${pathname}/state?lang=${lang}`)
    await editor.getByLabel('Publish', { exact: true }).check()
    await editor.getByLabel('Day', { exact: true }).fill('2026-11-25')
    await editor.getByLabel('Time', { exact: true }).fill('09:00')
    await editor.getByLabel('Time zone').fill('Asia/Phnom_Penh')
    await press(editor, 'Schedule')
    await editor.getByText('It is scheduled.', { exact: true }).waitFor()
  }
  now = Temporal.Instant.from('2026-11-25T01:59:59Z')
  assert.equal(await runWhatIsDue(), 0)
  assert.deepEqual(await seenByStrangers(title), [])
  assert.doesNotMatch(await sitemap(), new RegExp(slug))
  now = Temporal.Instant.from('2026-11-25T02:00:00Z')
  assert.equal(await runWhatIsDue(), 2)

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${portal.url}/articles?q=Kampot`)
  await stranger.getByRole('link', { name: words.en }).click()
  await stranger.getByRole('heading', { name: words.en }).waitFor()
  await stranger.getByText('Children of Kampot, in the south of Cambodia').waitFor()
  await stranger.goto(`${portal.url}/fr/articles/${slug}`)
  await stranger.getByRole('heading', { name: words.fr }).waitFor()
  await stranger.goto(`${portal.url}/km/articles/${slug}`)
  const heading = stranger.getByRole('heading', { name: words.en })
  await heading.waitFor()
  assert.equal(await heading.evaluate((one) => one.closest('[lang]')?.getAttribute('lang')), 'en')
  await stranger.goto(`${portal.url}/search?q=Kampot`)
  await stranger.getByRole('link', { name: words.en }).waitFor()
  await stranger.goto(`${portal.url}/km/search?q=${encodeURIComponent('ទូកក្រដាស')}`)
  assert.equal(await stranger.getByRole('link', { name: /Kampot|ទូកក្រដាស/ }).count(), 0)

  const seen = await seenByStrangers(title)
  assert.deepEqual(
    places.filter((path) => !seen.includes(path) && !path.includes('sitemaps')),
    [],
  )
  assert.deepEqual(await seenByStrangers(khmer), [])
  assert.match(await sitemap(), new RegExp(`/fr/articles/${slug}<`))
  assert.doesNotMatch(await sitemap(), new RegExp(`/km/articles/${slug}`))
  const { translations } = await (
    await fetch(`${portal.url}/api/v1/articles/${pathname.split('/').at(-1)}`)
  ).json()
  assert.equal(JSON.stringify(translations ?? {}).includes('ទូក'), false)
  // To the editor it is still there, and still a draft; the session of yesterday has ended.
  const again = await signIn('editor')
  await again.goto(`${portal.url}${pathname}/state?lang=km`)
  await again.getByText('Khmer: draft').waitFor()

  // Published too, it is found by the same questions.
  await press(again, 'Publish')
  await again.getByText('The text is in its new state.').waitFor()
  const found = await seenByStrangers(khmer)
  assert.deepEqual(
    looked.filter((path) => path.startsWith('/km') && !/sitemaps|Kampot/.test(path) && !found.includes(path)),
    [],
  )
})
