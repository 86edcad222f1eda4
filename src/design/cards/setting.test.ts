import assert from 'node:assert/strict'
import test from 'node:test'
import { setText, type Setting } from './setting.ts'

const setting = (text: string, lang: string, more: Partial<Setting> = {}): Setting => ({
  text,
  lang,
  family: 'Noto Sans',
  weight: 400,
  sizes: [100],
  width: 100_000,
  height: 1000,
  ...more,
})

const widthOf = async (text: string, lang: string) => {
  const set = await setText(setting(text, lang))
  assert.equal(set?.lines.length, 1)
  return set?.lines[0]?.width ?? 0
}

test('letters that take another shape beside each other do', async () => {
  for (const [lang, word] of [
    ['ur', 'ثقافت'],
    ['km', 'ស្ត្រី'],
    ['my', 'ကမ္ဘာ့'],
    ['hi', 'संस्कृति'],
    ['bn', 'সংস্কৃতি'],
  ] as const) {
    const letters = await Promise.all(Array.from(word).map((letter) => widthOf(letter, lang)))
    const apart = letters.reduce((sum, width) => sum + width, 0)
    assert.ok((await widthOf(word, lang)) < apart * 0.95, `${word}: ${await widthOf(word, lang)} of ${apart}`)
  }
})

/** Where each run of a line stands, from the left, in units of the size. */
const placesOf = (markup: string) =>
  [...markup.matchAll(/<g transform="translate\(([\d.]+) 0\)">/g)].map(([, x]) => Number(x))

test('a line in Urdu with Latin words runs from the right, and the Latin from the left', async () => {
  const [urdu, latin] = [await widthOf('ثقافت', 'ur'), await widthOf('Residency', 'ur')]
  const set = await setText(setting('ثقافت Residency', 'ur'))
  const markup = set?.lines[0]?.markup ?? ''
  const last = placesOf(markup).at(-1) ?? 0
  // The first word of the line stands at its right end.
  assert.ok(Math.abs(last * 100 + urdu - (set?.lines[0]?.width ?? 0)) < 1)
  assert.ok(last * 100 > latin)
})

test('lines break between words, of scripts without spaces too, and as many stand as there is room for', async () => {
  for (const [lang, text] of [
    ['en', 'A residency for artists from Asia and Europe in the old town of Vilnius'],
    ['th', 'ทุนการเดินทางสำหรับศิลปินรุ่นใหม่ในเอเชียและยุโรป'],
    ['zh', '亚欧文化艺术节面向青年艺术家的驻地计划征集公告'],
    ['km', 'សិល្បៈខ្មែរនិងការផ្លាស់ប្តូរវប្បធម៌នៅទីក្រុងភ្នំពេញ'],
  ] as const) {
    const set = await setText(setting(text, lang, { width: 700, height: 10_000 }))
    assert.ok((set?.lines.length ?? 0) > 1, text)
    for (const { width } of set?.lines ?? []) assert.ok(width <= 700.5, text)
    const cut = await setText(setting(text, lang, { width: 700, height: 330 }))
    assert.ok((cut?.lines.length ?? 0) <= 2, text)
  }
})

test('a text tries smaller sizes before it is cut', async () => {
  const asked = { width: 700, height: 330, sizes: [100, 50, 40] }
  const set = await setText(setting('A residency for artists from Asia and Europe', 'en', asked))
  assert.deepEqual([set?.size, set?.lines.length], [50, 2])
})

test('a letter that no face has leaves the text out', async () => {
  assert.equal(await setText(setting('Culture ባህል', 'en')), undefined)
})
