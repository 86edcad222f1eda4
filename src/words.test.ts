import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { catalogues as communityCatalogues } from './community/messages/index.ts'
import { catalogues as designCatalogues } from './design/messages/index.ts'
import { locales } from './design/locales.ts'
import { catalogueFaults } from './design/words.ts'
import { catalogues as homeCatalogues } from './home/messages/index.ts'
import { catalogues as informationCatalogues } from './information/messages/index.ts'
import { catalogues as practiceCatalogues } from './practice/messages/index.ts'

const src = import.meta.dirname
const translated = locales.filter((locale) => locale !== 'en')

const rooms = {
  design: Object.keys(designCatalogues.en),
  community: Object.keys(communityCatalogues.en),
  information: Object.keys(informationCatalogues.en),
  practice: Object.keys(practiceCatalogues.en),
  home: Object.keys(homeCatalogues.en),
}

function sourcesOf(room: string): string {
  return readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)messages\/|\.test\./.test(path))
    .map((path) => readFileSync(join(src, room, path), 'utf8'))
    .join('\n')
}

/** Keys that no source names, neither whole nor by the fixed part before a `${…}`. */
function unusedKeys(keys: string[], source: string): string[] {
  const patterns = [...source.matchAll(/`([\w.-]*)\$\{[^`]*?\}([\w.-]*)`/g)]
    .filter(([, start = '', end = '']) => /^[a-zA-Z]+\./.test(start) || end !== '')
    .map(([, start = '', end = '']) => ({ start, end }))
  return keys.filter(
    (key) =>
      !source.includes(`'${key}'`) &&
      !patterns.some(({ start, end }) => start !== '' && key.startsWith(start) && key.endsWith(end)),
  )
}

test('every language has every word, with the placeholders and plural forms of its own', () => {
  for (const locale of translated) {
    assert.deepEqual(catalogueFaults(designCatalogues.en, locale, designCatalogues[locale]), [], locale)
    assert.deepEqual(catalogueFaults(communityCatalogues.en, locale, communityCatalogues[locale]), [], locale)
    assert.deepEqual(
      catalogueFaults(informationCatalogues.en, locale, informationCatalogues[locale]),
      [],
      locale,
    )
    assert.deepEqual(catalogueFaults(practiceCatalogues.en, locale, practiceCatalogues[locale]), [], locale)
    assert.deepEqual(catalogueFaults(homeCatalogues.en, locale, homeCatalogues[locale]), [], locale)
  }
})

test('no word is kept that nobody says', () => {
  const others = sourcesOf('home')
  for (const [room, keys] of Object.entries(rooms)) {
    const source = room === 'home' ? others : sourcesOf(room) + others
    assert.deepEqual(unusedKeys(keys, source), [], room)
  }
})

test('a word that nobody says is noticed, and one said by its parts is not', () => {
  const source = "say('list.more'); say(`deadline.${kind}`); say(`record.${noun}s`)"
  const keys = ['list.more', 'list.less', 'deadline.week', 'record.themes', 'record.note']
  assert.deepEqual(unusedKeys(keys, source), ['list.less', 'record.note'])
})

test('what is said is the room’s own: no translated word is simply the English one left over', () => {
  for (const locale of ['zh', 'th', 'km', 'ur'] as const) {
    const left = [informationCatalogues, communityCatalogues]
      .flatMap((catalogues) => Object.entries<string | { other: string }>(catalogues[locale].words))
      .map(([key, entry]): [string, string] => [key, typeof entry === 'string' ? entry : entry.other])
      .filter(([, words]) => /^[\p{Script=Latin}\s\p{P}]+$/u.test(words.replaceAll(/\{\w+\}/g, '')))
      .filter(([, words]) => /\p{L}{4}/u.test(words.replaceAll(/\{\w+\}/g, '')))
    assert.deepEqual(left, [], locale)
  }
})
