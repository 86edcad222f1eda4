import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import { HtmlValidate, type RuleConfig } from 'html-validate'
import type { Page } from 'playwright-core'
import { plantDemonstrationWork } from '../src/community/index.ts'
import { readNotice, tell } from '../src/community/notices/actions.ts'
import { listNotices } from '../src/community/notices/queries.ts'
import { findPersonByEmail } from '../src/community/people/queries.ts'
import { importAll, plant } from '../src/information/testing.ts'
import { callKeeper } from '../src/practice/calls/actions.ts'
import { aCall } from '../src/practice/calls/testing.ts'
import { transact } from '../src/platform/index.ts'
import { openBrowser } from './browser.ts'
import { journeyNow, openPortal } from './portal.ts'

const portal = await openPortal()
const browser = await openBrowser()
after(async () => {
  await browser.close()
  await portal.close()
})

const dates = { zone: 'UTC', opens: { day: '2026-11-01' }, closes: { day: '2026-12-31' } }
await importAll(portal.db, 'calls', [aCall({ dates })], { guests: { calls: callKeeper }, now: journeyNow })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One address of every public template. */
const templates = [
  '/',
  '/opportunities',
  '/opportunities?citizenship=vn&residence=vn&covers=travel',
  '/opportunities?discipline=puppetry&covers=production&fee=paid',
  '/opportunities/mobility-first-asef-cultural-mobility-initiative-2019',
  '/calls',
  '/calls/a-call',
  '/calls/a-call/check',
  '/events',
  '/events/calendar',
  '/events/8th-asem-culture-ministers-meeting',
  '/articles',
  '/articles/back-to-the-future-imagining-together-the-next-generation-of-cultural-policy-platforms',
  '/organisations',
  '/organisations/asia-europe-foundation-asef',
  '/programmes',
  '/programmes/culture360-asef-org',
  '/partners',
  '/partners/vn',
  '/partners/vn/funding',
  '/partners/european-union',
  '/people/nguyen-thi-an',
  '/search?q=museum',
  '/search?q=museum&kind=organisations&country=sg',
  '/search?q=nothing-like-this',
  '/languages',
  '/api/v1',
  '/privacy',
  '/widgets',
  '/widgets?kind=upcoming-events&theme=dark&count=3',
  '/sign-in',
  '/sign-in/sent',
  '/sign-in/link?token=none',
  '/account/invitation?token=none',
  '/account/notices/letters?token=none',
  '/sign-in/code',
  '/design',
  '/outbox',
  '/nothing-here',
]

test('every template is valid HTML, from left to right and from right to left', async () => {
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: validation })
  for (const path of [...templates, ...templates.map((path) => `/ur${path}`)]) {
    const html = await (await fetch(portal.url + path)).text()
    const report = await validate.validateString(html)
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
    )
    assert.deepEqual(faults, [])
  }
})

// How the markup is laid out is nobody's concern; what it means is.
const validation: RuleConfig = {
  'no-trailing-whitespace': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  'no-inline-style': 'error',
  // Values of one facet share their name: that is how they are sent.
  'form-dup-name': 'off',
  'long-title': 'off',
  // Fields of the desk are called as their paths, with dots; HTML allows all but white space.
  'valid-id': ['error', { relaxed: true }],
}

for (const width of [320, 1280]) {
  for (const language of ['', '/ur']) {
    test(`axe finds nothing at ${width} px${language ? ' from right to left' : ''}`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true })
      for (const path of templates) {
        await page.goto(`${portal.url}${language}${path}`)
        await page.evaluate(axe)
        const found = await page.evaluate(
          (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
          tags,
        )
        const faults = found.violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)
        assert.deepEqual(faults, [])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        assert.ok(wide <= 0, `${path} is ${wide} px wider than the window`)
      }
      await page.close()
    })
  }
}

/** Pages for one person, as the administrator of the demonstration sees them. */
const privateTemplates = [
  '/account',
  '/account?done=email',
  '/account/notices',
  '/account/codes',
  '/account/profile',
  '/account/profile/preview',
  '/account/privacy',
  '/account/privacy/closing',
  '/account/organisations',
  '/account/tokens',
  '/organisations/encatc/claim',
  '/partners/vn/edit',
  '/desk',
  '/desk/roles',
  '/desk/claims',
  '/desk/opportunities',
  '/desk/views',
  '/desk/bulk',
  '/desk/checklist',
  '/desk/checklist/new',
  '/desk/searches',
  '/desk/opportunities?state=published&sort=title',
  '/desk/articles/new',
  '/desk/events/new',
  ...[
    '',
    '?lang=fr',
    '/state',
    '/state?lang=fr',
    '/history',
    '/history/1',
    '/history/2',
    '/checks',
    '/pictures',
    '/preview',
  ].map((page) => `/desk/articles/looked-at${page}`),
  '/desk/articles/demonstration-desk-stale?lang=fr',
  '/desk/articles/demonstration-desk-stale/state?lang=fr',
  '/desk/articles/demonstration-desk-sent-back/state',
  '/desk/articles/demonstration-desk-scheduled/state',
  '/desk/opportunities/mobility-first-asef-cultural-mobility-initiative-2019',
  '/desk/settings',
  '/desk/settings/identity',
  '/desk/settings/colours',
  '/desk/settings/footer',
  '/desk/settings/languages',
  '/desk/settings/retention',
  '/desk/settings/logo',
  '/desk/settings/pages',
  '/desk/settings/pages/new',
  '/desk/settings/vocabularies',
  '/desk/settings/vocabularies/discipline',
  '/desk/settings/vocabularies/discipline/dance',
  '/desk/settings/sets',
  '/desk/settings/sets/benelux',
  '/desk/settings/changes',
]

/** Two notices, of which one is read. */
async function tellAdministrator(): Promise<void> {
  const { db } = portal
  const { id } = (await findPersonByEmail(db, 'admin@demo.example'))!
  for (const why of ['She has moved on', 'کام پورا ہوا'])
    await transact(db, (tx) => tell(tx, id, 'community.roleEnded', { role: 'editor', why }, journeyNow))
  const { notices } = await listNotices(db, id, undefined)
  await readNotice(db, id, notices[0]!.id, journeyNow)
}

/** An article with an earlier version; the work of the demonstration's people, a translation that is behind among it. */
async function plantDeskWork(): Promise<void> {
  await plantDemonstrationWork(portal.db, journeyNow)
  const fr = { title: 'Les bateaux', summary: 'Ils flottent.', state: 'draft' }
  const article = {
    id: 'looked-at',
    title: 'The boats',
    state: 'draft',
    author: 'Ana Lim',
    translations: { fr },
  }
  for (const summary of ['They float.', 'They float far, as far as **Hue**.'])
    await plant(portal.db, 'articles', [{ ...article, date: '2026-11-20', summary }])
}

/** A change to several records that is looked at before it is done; answers its address. */
async function askBulk(page: Page): Promise<string> {
  await page.goto(`${portal.url}/desk/articles?state=draft`)
  await page.locator('tbody input[name=id]').first().check()
  await page.getByText('Change several').click()
  await page.locator('select[name=action]').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.waitForURL(/bulk/)
  return new URL(page.url()).pathname
}

test('the pages of who is signed in are valid HTML, and axe finds nothing on them, narrow and from right to left', async () => {
  await tellAdministrator()
  await plantDeskWork()
  const page = await browser.newPage({ viewport: { width: 320, height: 800 }, bypassCSP: true })
  await page.goto(`${portal.url}/sign-in`)
  await page.locator('[name=email]').fill('admin@demo.example')
  await page.locator('[name=password]').fill('caravanserai-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(/account/)
  await page.goto(`${portal.url}/desk/roles`)
  const grant = new URL((await page.locator('td a, th a').first().getAttribute('href')) ?? '', portal.url)
    .pathname
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: validation })
  const bulk = await askBulk(page)
  const faults: string[] = []
  for (const path of [...privateTemplates, grant, bulk].flatMap((path) => [path, `/ur${path}`])) {
    const answer = await page.goto(portal.url + path)
    if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`)
    const { results } = await validate.validateString((await answer?.text()) ?? '')
    const messages = results.flatMap((result) => result.messages)
    faults.push(...messages.map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`))
    await page.evaluate(axe)
    const found = await page.evaluate(
      (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
      tags,
    )
    faults.push(...found.violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wide > 0) faults.push(`${path} is ${wide} px wider than the window`)
  }
  assert.deepEqual(faults, [])
  await page.close()
})

test('in the dark too, on the templates that show most', async () => {
  const page = await browser.newPage({
    viewport: { width: 768, height: 800 },
    bypassCSP: true,
    colorScheme: 'dark',
  })
  for (const path of ['/', '/opportunities', '/design', '/partners/vn/funding']) {
    await page.goto(portal.url + path)
    await page.evaluate(axe)
    const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['color-contrast'] }))
    assert.deepEqual(
      found.violations.map(({ nodes }) => `${path}: ${nodes[0]?.html ?? ''}`),
      [],
    )
  }
  await page.close()
})

declare global {
  // Put into the page by the script above.
  var axe: typeof import('axe-core')
}
