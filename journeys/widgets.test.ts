import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import test, { after } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openPortal } from './portal.ts'

const widgets = ['/widgets/open-calls?count=3', '/ur/widgets/upcoming-events?count=3&theme=dark']
const portal = await openPortal()
const browser = await openBrowser()
const site = await openSite()
after(async () => {
  await browser.close()
  await site.close()
  await portal.close()
})

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A site of somebody else, at another address, that allows nothing but frames of the portal. */
async function openSite(): Promise<{ url: string; close(): Promise<void> }> {
  const frames = widgets.map(
    (path, index) =>
      `<iframe src="${portal.url}${path.replaceAll('&', '&amp;')}" title="Frame ${index + 1}"></iframe>`,
  )
  const html = `<!DOCTYPE html><html lang="en"><title>A theatre</title><h1>A theatre</h1>${frames.join('')}</html>`
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.setHeader('content-security-policy', `default-src 'none'; frame-src ${portal.url}`)
    answer.end(html)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    // Another name than the portal's, so that it is another site and not only another port.
    url: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

/** What the browser complains of on a page and in its frames. */
function complaintsOf(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  page.on('requestfailed', (request) => found.push(`${request.url()} ${request.failure()?.errorText}`))
  return found
}

test('a site with the strictest policy shows both widgets with nothing but frame-src; no cookie is set, nothing else is fetched', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  const fetched: string[] = []
  const cookies: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  page.on('response', async (response) => {
    if ((await response.allHeaders())['set-cookie']) cookies.push(response.url())
  })
  await page.goto(site.url, { waitUntil: 'networkidle' })
  const [calls, events] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)]
  assert.equal(await calls.locator('h1').textContent(), 'Open calls')
  assert.equal(await calls.locator('li').count(), 3)
  assert.equal(await events.locator('li').count(), 3)
  assert.equal(await events.locator('html').getAttribute('dir'), 'rtl')
  // The style has come: light paper here, dark there.
  const groundOf = (frame: typeof calls) =>
    frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
  assert.deepEqual([await groundOf(calls), await groundOf(events)], ['rgb(251, 248, 241)', 'rgb(21, 22, 26)'])
  assert.deepEqual(await context.cookies(), [])
  assert.deepEqual(cookies, [])
  const ours = new Set(
    fetched.filter((url) => url.startsWith(portal.url)).map((url) => url.slice(portal.url.length)),
  )
  assert.deepEqual(
    [...ours].filter((path) => !/^\/assets\/widget\.[0-9a-f]{10}\.css$/.test(path)).toSorted(),
    widgets.toSorted(),
  )
  assert.deepEqual(complaints, [])
  await context.close()
})

test('the policy is what keeps others out: a page of the portal that is no widget is not shown in a frame', async () => {
  const page = await browser.newPage()
  const complaints = complaintsOf(page)
  await page.goto(site.url)
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, `${portal.url}/sign-in`)
  await page.waitForTimeout(500)
  assert.ok(
    complaints.some((words) => /frame-ancestors|X-Frame-Options|refused|ERR_BLOCKED/i.test(words)),
    complaints.join(),
  )
  await page.close()
})

test('the keyboard reaches every link of both, and a link opens in the whole window, from which one comes back', async () => {
  const page = await browser.newPage()
  await page.goto(site.url, { waitUntil: 'networkidle' })
  const reached: string[] = []
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab')
    for (const frame of page.frames().slice(1)) {
      const href = await frame.evaluate(() =>
        document.hasFocus() ? (document.activeElement?.getAttribute('href') ?? '') : '',
      )
      if (href !== '') reached.push(href)
    }
  }
  const links: string[] = []
  for (const frame of page.frames().slice(1))
    links.push(
      ...(await frame.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))),
    )
  assert.equal(links.length, 8)
  assert.deepEqual(
    links.filter((href) => !reached.includes(href)),
    [],
  )

  const first = page.frameLocator('iframe').first().locator('li a').first()
  await first.focus()
  const outline = await first.evaluate((link) => getComputedStyle(link).outlineStyle)
  assert.equal(outline, 'solid')
  const href = (await first.getAttribute('href')) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL(portal.url + href)
  assert.equal(await page.locator('main article h1').count(), 1)
  await page.goBack()
  assert.equal(page.url(), `${site.url}/`)
  await page.close()
})

test('whoever keeps a site chooses, sees and copies a widget without script', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  const complaints = complaintsOf(page)
  await page.goto(`${portal.url}/events?discipline=music`)
  await page.locator('.elsewhere a').click()
  assert.equal(new URL(page.url()).search, '?kind=upcoming-events&discipline=music')
  await page.locator('select[name=count]').selectOption('2')
  await page.locator('select[name=theme]').selectOption('dark')
  await page.locator('.facets .apply button').click()
  const path = '/widgets/upcoming-events?discipline=music&count=2&theme=dark'
  assert.equal(await page.locator('iframe').getAttribute('src'), path)
  assert.match(
    (await page.frameLocator('iframe').locator('h1').textContent()) ?? '',
    /^Upcoming events · Music$/,
  )
  const code = await page.locator('textarea').inputValue()
  assert.ok(
    code.startsWith(
      `<iframe src="${portal.url}${path.replaceAll('&', '&amp;')}" title="Upcoming events · Music –`,
    ),
    code,
  )
  // What is copied shows the same on a page of somebody else.
  const other = await browser.newPage()
  await other.goto(site.url)
  await other.setContent(code)
  await other.frameLocator('iframe').locator('h1').waitFor()
  assert.equal(await other.frameLocator('iframe').locator('html').getAttribute('data-theme'), 'dark')
  assert.deepEqual(complaints, [])
  await other.close()
  await page.close()
})

const validation = {
  'no-trailing-whitespace': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  'no-inline-style': 'error',
  'form-dup-name': 'off',
  'long-title': 'off',
} as const

test('axe finds nothing on widgets, whatever their language, colours and width, and they are valid HTML', async () => {
  const validate = new HtmlValidate({ extends: ['html-validate:recommended'], rules: validation })
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ bypassCSP: true, colorScheme })
    for (const width of [240, 320, 768]) {
      await page.setViewportSize({ width, height: 700 })
      for (const language of ['', '/km', '/ur'])
        for (const query of [
          'open-calls?count=10',
          'open-calls?count=4&theme=light&citizenship=vn',
          'upcoming-events?count=10&theme=dark',
          'upcoming-events?discipline=puppetry&country=mn',
          'upcoming-events?count=99999',
        ]) {
          const path = `${language}/widgets/${query}`
          await page.goto(portal.url + path)
          const report = await validate.validateString(await page.content())
          const invalid = report.results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
          await page.evaluate(axe)
          const found = await page.evaluate(
            (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
            tags,
          )
          const faults = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          assert.deepEqual(
            [path, width, colorScheme, faults, invalid, Math.max(wide, 0)],
            [path, width, colorScheme, [], [], 0],
          )
        }
    }
    await page.close()
  }
})

declare global {
  // Put into the page by the script above.
  var axe: typeof import('axe-core')
}
