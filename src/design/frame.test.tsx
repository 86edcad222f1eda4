import assert from 'node:assert/strict'
import test from 'node:test'
import { loadAssets } from './assets.ts'
import { Frame, type FrameProps } from './frame.tsx'

const pageOf = (props: Partial<FrameProps>) =>
  String(
    <Frame
      head={{ title: 'Open calls', section: '/opportunities' }}
      locale="en"
      path="/opportunities?covers=travel&page=2"
      house="Caravanserai"
      nav={[
        { href: '/opportunities', label: 'Open calls' },
        { href: '/fr/events', label: 'Events' },
      ]}
      demonstration={false}
      origin="https://culture.example"
      {...props}
    />,
  )

test('a page says its language, direction and title', () => {
  assert.match(pageOf({}), /^<!DOCTYPE html><html lang="en" dir="ltr">/)
  assert.match(pageOf({ locale: 'ur' }), /^<!DOCTYPE html><html lang="ur" dir="rtl">/)
  assert.match(pageOf({}), /<title>Open calls – Caravanserai<\/title>/)
  assert.match(pageOf({ head: { title: 'Caravanserai' } }), /<title>Caravanserai<\/title>/)
  assert.match(
    pageOf({ head: { title: 'រាំ', titleLang: 'km' } }),
    /<title lang="km">រាំ – Caravanserai<\/title>/,
  )
})

test('the language switch leads to the same page, filters and all, each named in its own language', () => {
  const links = [
    ...pageOf({ locale: 'fr' }).matchAll(
      /<a href="([^"]+)" lang="(\w\w)" hreflang="\w\w" dir="(\w+)"( aria-current="true"| data-hint="[^"]+")>/g,
    ),
  ]
  assert.deepEqual(
    links.map(([, href, lang, dir, current]) => [href, lang, dir, current === ' aria-current="true"']),
    ['en', 'fr', 'vi', 'zh', 'th', 'km', 'ur'].map((lang) => [
      `${lang === 'en' ? '' : `/${lang}`}/opportunities?covers=travel&amp;page=2`,
      lang,
      lang === 'ur' ? 'rtl' : 'ltr',
      lang === 'fr',
    ]),
  )
})

test('the menu is in the language of the page and marks where one is', () => {
  const page = pageOf({ locale: 'km' })
  assert.match(page, /<a href="\/km\/opportunities" aria-current="true">Open calls<\/a>/)
  assert.match(page, /<a href="\/km\/events">Events<\/a>/)
  assert.match(pageOf({ path: '/opportunities' }), /<a href="\/opportunities" aria-current="page">/)
})

test('a demonstration says so on every page, and asks not to be indexed', () => {
  assert.match(pageOf({ demonstration: true }), /A demonstration from public records/)
  assert.match(pageOf({ demonstration: true }), /<meta name="robots" content="noindex"\/>/)
  assert.doesNotMatch(pageOf({}), /demonstration|robots/)
  assert.match(pageOf({ head: { title: 'x', noindex: true } }), /noindex/)
})

test('the page brings all its styles and scripts as files of this house', () => {
  const page = pageOf({ children: 'text' })
  assert.doesNotMatch(page, /<style|style=|<script>|\son\w+=/)
  const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  assert.equal(files.length, 5)
  assert.deepEqual(
    files.filter((path) => loadAssets().find(path) === undefined),
    [],
  )
})

test('hostile words in address and title stay text', () => {
  const page = pageOf({
    path: '/x?q="><script>alert(1)</script>',
    head: { title: '</title><script>alert(1)</script>', description: '"><b>' },
  })
  assert.doesNotMatch(page, /<script>|<b>/)
})
