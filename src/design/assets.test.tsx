import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { type Asset, loadAssets } from './assets.ts'
import { faces, lettersOf } from './fonts.ts'
import { Frame } from './frame.tsx'
import { locales } from './locales.ts'
import { Facets, Heading, Row, Rows } from './pieces/index.ts'

const assets = loadAssets()
const css = () => Buffer.from(found(assets.stylesheet).body).toString()

function found(path: string): Asset {
  const asset = assets.find(path)
  assert.ok(asset, `${path} is not there`)
  return asset
}

test('assets are made once, under names that hold a hash of their content', () => {
  assert.equal(loadAssets(), assets)
  assert.match(assets.stylesheet, /^\/assets\/pages\.[0-9a-f]{10}\.css$/)
  assert.equal(assets.find('/assets/pages.css'), undefined)
  assert.equal(assets.find('/assets/../package.json'), undefined)
})

test('text comes ready compressed, and says the same', () => {
  for (const path of [assets.stylesheet, assets.script, assets.icon]) {
    const { body, brotli, gzip } = found(path)
    assert.ok(brotli && gzip)
    assert.deepEqual(brotliDecompressSync(brotli), body)
    assert.deepEqual(gunzipSync(gzip), body)
  }
})

test('everything the stylesheet names is there, and nothing comes from elsewhere', () => {
  const named = [...css().matchAll(/url\(([^)]+)\)/g)].map(([, path]) => path ?? '')
  assert.ok(named.length > faces.length)
  for (const path of named) assert.ok(found(path.replaceAll('"', '')))
})

test('the stylesheet knows no left and right', () => {
  const sided =
    /[;{\s](margin|padding|border|inset)?-?(left|right)\s*:|text-align:\s*(left|right)|float:|[;{](min-|max-)?(width|height):/g
  assert.deepEqual(css().match(sided), null)
})

test('at most two faces are fetched before they are asked for', () => {
  for (const locale of locales) {
    const preloaded = assets.fontsToPreload(locale)
    assert.ok(preloaded.length <= 2)
    for (const path of preloaded) assert.equal(found(path).type, 'font/woff2')
  }
})

test('every European letter of the demonstration has a face', () => {
  const folder = join(import.meta.dirname, '..', '..', 'database', 'demo')
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  const letters = new Set(text.join('').match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu))
  const drawn = new Set(
    faces.filter(({ family }) => family === 'Noto Sans').flatMap(({ range }) => lettersOf(range)),
  )
  assert.deepEqual(
    [...letters].filter((letter) => !drawn.has(letter)),
    [],
  )
})

test('no letter of a family is in two faces, so that none is fetched for nothing', () => {
  for (const family of ['Noto Sans', 'Titles', 'Names']) {
    const letters = faces.filter((face) => face.family === family).flatMap(({ range }) => lettersOf(range))
    assert.equal(new Set(letters).size, letters.length)
  }
})

test('script is small', () => {
  assert.ok((found(assets.script).gzip?.length ?? Infinity) < 3_000)
})

test('a list with names from Poznań to Huế stays below 100 KB, and its HTML below 8 KB', () => {
  const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10
  const html = gzipSync(String(longList())).length
  const files = [assets.stylesheet, assets.script, assets.icon].map(
    (path) => found(path).gzip?.length ?? Infinity,
  )
  const fonts = faces
    .filter(({ file }) => /^(sans|serif)-(latin|vietnamese)|^names/.test(file))
    .map(({ file }) => readFileSync(join(import.meta.dirname, 'fonts', `${file}.woff2`)).length)
  const all = [html, ...files, ...fonts].reduce((sum, size) => sum + size)
  assert.ok(kilobytes(html) < 8, `HTML ${kilobytes(html)} KB`)
  assert.ok(kilobytes(all) < 100, `all ${kilobytes(all)} KB`)
})

const words = readFileSync(join(import.meta.dirname, 'fonts', 'OFL.txt'), 'utf8').match(/[a-z]{4,}/g) ?? []

/** A list page as large as they come: a hundred filters, twenty rows, each with words of its own. */
function longList() {
  const word = (index: number) => words[(index * 7) % words.length] ?? ''
  const groups = Array.from({ length: 8 }, (_, group) => ({
    name: `facet-${group}`,
    legend: `${word(group)} ${word(group + 50)}`,
    open: group < 3,
    options: Array.from({ length: 13 }, (_, index) => ({
      value: word(group * 13 + index),
      label: `${word(group * 13 + index)} ${word(index)}`,
      count: (group * 37 + index * 11) % 90,
      chosen: false,
    })),
  }))
  return (
    <Frame
      origin="https://culture.example"
      head={{ title: 'Open calls' }}
      locale="en"
      path="/opportunities"
      house="Caravanserai"
      nav={['calls', 'events', 'articles', 'directory', 'partners'].map((label) => ({
        href: `/${label}`,
        label,
      }))}
      demonstration
    >
      <Heading text="Open calls" count="412" lead="Residencies, grants and other calls." />
      <Facets
        locale="en"
        action="/opportunities"
        label="Filter"
        words={{ label: 'Words', value: '' }}
        days={[]}
        groups={groups}
      />
      <Rows>
        {Array.from({ length: 20 }, (_, index) => (
          <Row
            locale="en"
            when={{
              big: `${index + 1} May`,
              small: `in ${index + 9} weeks`,
              datetime: `2027-05-${10 + index}`,
            }}
            title={{ text: [3, 5, 8, 13, 21].map((step) => word(index * step + 200)).join(' '), lang: 'en' }}
            href={`/opportunities/${word(index + 300)}-${word(index + 400)}`}
            lines={[`${word(index * 9 + 17)} ${word(index + 500)} · ${word(index + 90)}`]}
            facts={[
              { text: `Pays ${word(index + 31)} and ${word(index * 3)}`, tone: 'pay' },
              { text: 'No fee' },
            ]}
            tile={`${word(index + 300)}-${index}`}
            note={`Demonstration; the real date was ${index + 1} May 2024`}
          />
        ))}
      </Rows>
    </Frame>
  )
}
