import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import test, { after, before } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../../journeys/browser.ts'
import { Frame, Gallery, loadAssets, locales, Moment, splitLocale } from './index.ts'

let browser: Browser
let base = ''
const server = createServer((request, response) => {
  const path = request.url ?? '/'
  const asset = loadAssets().find(path)
  response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8')
  response.setHeader('content-security-policy', "default-src 'self'")
  response.end(asset?.body ?? pageAt(path))
})

function pageAt(address: string): string {
  const { locale, path } = splitLocale(address)
  const moments = (
    <p>
      <Moment
        instant="2027-05-31T21:59:00Z"
        words="31 May 2027, 21:59 UTC"
        sentence="that is {moment} where you are"
      />
    </p>
  )
  return String(
    <Frame
      origin="https://culture.example"
      head={{ title: 'Design', description: 'Every piece' }}
      locale={locale}
      path={path}
      house="Caravanserai"
      nav={[
        { href: '/opportunities', label: 'Open calls' },
        { href: '/events', label: 'Events' },
      ]}
      footer={[{ href: '/languages', label: 'Languages' }]}
      demonstration
    >
      {path === '/moment' ? moments : <Gallery locale={locale} />}
    </Frame>,
  )
}

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  browser = await openBrowser()
})

after(async () => {
  await browser.close()
  server.close()
})

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

// Left out is what follows from the JSX writer (closed void elements, empty boolean attributes), and check boxes that
// share a name, as repeatable parameters do.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'form-dup-name': 'off',
  },
})

test('every piece is valid HTML in every language', async () => {
  for (const locale of locales) {
    const { results } = await validator.validateString(pageAt(`/${locale}/design`.replace('/en', '')))
    assert.deepEqual(
      results.flatMap(({ messages }) => messages),
      [],
    )
  }
})

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const looks: [string, number, 'light' | 'dark'][] = [
  ['/design', 320, 'light'],
  ['/design', 1280, 'dark'],
  ['/ur/design', 320, 'dark'],
  ['/km/design', 1280, 'light'],
]

for (const [path, width, colorScheme] of looks) {
  test(`axe finds nothing at ${path}, ${width} px wide, ${colorScheme}; nothing is wider than the page`, async () => {
    const page = await visit(path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    await page.evaluate(axe)
    const faults: unknown = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))',
    )
    assert.deepEqual(faults, [])
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
    await page.context().close()
  })
}

test('a reader elsewhere is told their own time, and a reader there is not', async () => {
  const vientiane = await visit('/moment', { timezoneId: 'Asia/Vientiane' })
  assert.equal(
    await vientiane.textContent('local-time'),
    '31 May 2027, 21:59 UTC that is 1 Jun 2027, 04:59 where you are',
  )
  await vientiane.context().close()
  const reykjavik = await visit('/moment', { timezoneId: 'Atlantic/Reykjavik' })
  assert.equal(await reykjavik.textContent('local-time'), '31 May 2027, 21:59 UTC')
  await reykjavik.context().close()
})

test('a reader whose browser asks for another language is offered it, and nobody is switched', async () => {
  const french = await visit('/design', { locale: 'fr-CH', viewport: { width: 1280, height: 800 } })
  const hint = french.locator('.read-here a')
  assert.equal(await hint.textContent(), 'Lire cette page en français')
  assert.match((await hint.getAttribute('href')) ?? '', /\/fr\/design$/)
  assert.equal(await french.locator('html').getAttribute('lang'), 'en')
  await french.context().close()
  for (const locale of ['en-GB', 'sv-SE']) {
    const other = await visit('/design', { locale, viewport: { width: 1280, height: 800 } })
    assert.equal(await other.locator('.read-here').count(), 0, locale)
    await other.context().close()
  }
})

test('with script off the filters open, the time stands, and there is no button that does nothing', async () => {
  const page = await visit('/design', { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  const filter = page.locator('.facets input[name="q"]')
  assert.equal(await filter.isVisible(), false)
  await page.locator('.facets > summary').click()
  assert.equal(await filter.isVisible(), true)
  assert.equal(await page.locator('print-link button').count(), 0)
  await page.context().close()
})

test('beside a list on a wide screen the filters are always open', async () => {
  const page = await visit('/design', { viewport: { width: 1280, height: 800 } })
  assert.equal(await page.locator('.facets input[name="q"]').isVisible(), true)
  assert.equal(await page.locator('.facets > summary').isVisible(), false)
  assert.equal(await page.locator('print-link button').count(), 1)
  await page.context().close()
})

test('the keyboard reaches the content first', async () => {
  const page = await visit('/design', { viewport: { width: 1280, height: 800 } })
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').textContent(), 'Skip to the content')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'main')
  await page.context().close()
})
