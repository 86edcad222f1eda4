import assert from 'node:assert/strict'
import test from 'node:test'
import { dirOf, hrefIn, isLocale, localeNames, locales, splitLocale } from './locales.ts'

test('every language is named in its own script', () => {
  assert.deepEqual(Object.keys(localeNames), [...locales])
  assert.deepEqual(locales.filter(isLocale), [...locales])
  assert.equal(isLocale('de'), false)
})

test('the direction of a language follows its script, and a script named in the tag comes first', () => {
  const right = ['ur', 'ar', 'fa', 'he', 'ps', 'ur-PK', 'pa-Arab', 'az-Arab-IR', 'ku-Arab']
  const left = ['en', 'km', 'zh-Hant', 'ur-Latn', 'fa-Cyrl', 'aragonese', 'sr-Cyrl', '']
  assert.deepEqual(
    right.map(dirOf),
    right.map(() => 'rtl'),
  )
  assert.deepEqual(
    left.map(dirOf),
    left.map(() => 'ltr'),
  )
})

test('an address carries its language as a prefix, except the default one', () => {
  assert.deepEqual(
    [hrefIn('en', '/events'), hrefIn('fr', '/events?page=2'), hrefIn('fr', '/'), hrefIn('en', '/')],
    ['/events', '/fr/events?page=2', '/fr/', '/'],
  )
})

test('the language is taken off an address, and only where there is one', () => {
  const parts = ['/fr/x?y=1', '/fr', '/fr/', '/ur?q=1', '/events', '/', '/en/x', '/france', '/de/x'].map(
    splitLocale,
  )
  assert.deepEqual(
    parts.map(({ locale, path }) => [locale, path]),
    [
      ['fr', '/x?y=1'],
      ['fr', '/'],
      ['fr', '/'],
      ['ur', '/?q=1'],
      ['en', '/events'],
      ['en', '/'],
      ['en', '/en/x'],
      ['en', '/france'],
      ['en', '/de/x'],
    ],
  )
})

test('putting a language on an address and taking it off leads back', () => {
  for (const locale of locales)
    for (const path of ['/', '/events', '/events?from=2027-05-31&q=fr', '/partners/vn'])
      assert.deepEqual(splitLocale(hrefIn(locale, path)), { locale, path })
})
