import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Opening } from '../files/model.ts'
import { FileFault } from '../import/model.ts'
import { deepestRecord, readRecords, surveyRecords } from './model.ts'

const encoder = new TextEncoder()
const bytesOf = (file: string | Uint8Array) => (typeof file === 'string' ? encoder.encode(file) : file)

/** A file in pieces cut at these places. */
function opening(file: string | Uint8Array, cuts: number[] = []): Opening {
  const bytes = bytesOf(file)
  return async function* () {
    const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
    for (const [at, from] of places.slice(0, -1).entries()) yield bytes.slice(from, places[at + 1])
  }
}

async function read(open: Opening) {
  const { total, fields } = await surveyRecords(open)
  const pieces = await Array.fromAsync(readRecords(open))
  assert.deepEqual(
    pieces.map(({ place }) => place),
    Array.from({ length: total }, (_, index) => ({ index, line: null })),
  )
  return { fields, pieces, raws: pieces.map((piece) => ('raw' in piece ? piece.raw : piece.faults)) }
}

/** The sentence by which a file is refused as a whole. */
async function refusal(file: string | Uint8Array | Opening): Promise<string> {
  try {
    await surveyRecords(typeof file === 'function' ? file : opening(file))
  } catch (error) {
    if (error instanceof FileFault) return error.message
    throw error
  }
  return 'read'
}

const cuts = fc.array(fc.nat(100_000), { maxLength: 12 })
const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 })
const blank = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
const written = fc
  .record({ value: json, indent: fc.nat(2), escaped: fc.boolean() })
  .map(({ value, indent, escaped }) => {
    const text = JSON.stringify(value, null, indent)
    return escaped
      ? text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : text
  })
const others = fc.dictionary(fc.string({ unit: 'binary' }), json).map((object) =>
  Object.entries(object)
    .filter(([name]) => name !== 'records')
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
)

test('records are what JSON.parse says, in their own words, wherever the bytes are parted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ texts: fc.array(written), before: others, after: others, blank, cuts, mark: fc.boolean() }),
      async ({ texts, before, after, blank, cuts, mark }) => {
        const records = `${blank}"records"${blank}:${blank}[${blank}${texts.join(`${blank},${blank}`)}${blank}]`
        const file = `${mark ? '\uFEFF' : ''}${blank}{${[...before, records, ...after].join(`${blank},`)}${blank}}${blank}`
        const { pieces, raws } = await read(opening(file, cuts))
        assert.deepEqual(
          pieces.map(({ text }) => text),
          texts,
        )
        assert.deepEqual(
          raws,
          texts.map((text): unknown => JSON.parse(text)),
        )
      },
    ),
  )
})

const sample = `\uFEFF{ "recordz": [{"records": 1}, "ម្ហូប 😀 \\u00e9\\\\"], "records": [
  { "id": "a", "title": "Résidence \\"à\\" Hà Nội \\ud83d\\ude00", "open": true, "fee": null },
  { "id": "b", "numbers": [0, -1, 12.50, 1e3, -0.5E-7, 10E+2], "deep": {"er": [[], {}, [[false]]]} },
  7, "text", null
], "after": {"a": [1, 2]} }\n`

/** What JSON.parse makes of the file: its records, or undefined. */
function parsed(bytes: Uint8Array): unknown {
  try {
    const file: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof file === 'object' && file !== null && 'records' in file ? file.records : 'none'
  } catch {
    return undefined
  }
}

async function agrees(bytes: Uint8Array): Promise<void> {
  const [said, expected] = [await refusal(bytes), parsed(bytes)]
  if (expected === undefined) assert.match(said, /is not JSON at byte \d+ |is empty|second list|is no list/)
  else if (!Array.isArray(expected)) assert.match(said, /holds no list of records|records is no list/)
  else if (!said.includes('second list')) {
    const { pieces } = await read(opening(bytes))
    assert.deepEqual(
      pieces.map(({ text }): unknown => JSON.parse(text)),
      expected,
    )
  }
}

test('a file parted in two anywhere reads as the whole one', async () => {
  for (const file of [sample, '{ "records": [ ] , "a" : null }']) {
    const whole = await read(opening(file))
    for (let cut = 1; cut < bytesOf(file).length; cut += 1) {
      assert.deepEqual(await read(opening(file, [cut])), whole)
    }
  }
})

test('a file cut short anywhere is refused, and so is any broken byte that JSON.parse refuses', async () => {
  const bytes = bytesOf(sample)
  await agrees(bytes)
  for (let end = 0; end < bytes.length - 2; end += 1) {
    assert.match(await refusal(bytes.slice(0, end)), end <= 3 ? /empty|too early/ : /too early/)
  }
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(...bytesOf(' \n"\\{}[]:,0.eE-+tfnus\u00ff')))
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), byte, fc.constantFrom(0, 1, 2), async (at, byte, removed) => {
      await agrees(Uint8Array.of(...bytes.slice(0, at), byte, ...bytes.slice(at + removed)))
    }),
    { numRuns: 1500 },
  )
})

test('bytes within a text are UTF-8 exactly where TextDecoder says so', async () => {
  const lead = [0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef]
  const leads = [...lead, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff]
  const seconds = [0x20, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0]
  for (const first of leads) {
    for (const second of seconds) {
      for (const more of [[], [0x80], [0x80, 0xbf], [0xbf, 0xc0], [0x80, 0x80, 0x80]]) {
        const inside = [first, second, ...more]
        await agrees(Uint8Array.of(...bytesOf('{"records":["'), ...inside, ...bytesOf('"]}')))
      }
    }
  }
})

test('a broken file names the byte, the line and column, and the record', async () => {
  const at = (file: string | Uint8Array) => refusal(file)
  assert.equal(
    await at('{ "records": [\n  { "id": "é" },\n  { "id": "é" ]\n] }'),
    'The file is not JSON at byte 48 (line 3, column 15), in record 1: “]” stands where “,” or the end of what was begun should.',
  )
  assert.equal(
    await at('{ "records": [{ "id'),
    'The file is not JSON at byte 19 (line 1, column 20), in record 0: it ends too early.',
  )
  assert.match(await at('{"records": []} x'), /at byte 16 \(line 1, column 17\): “x” stands after its end\.$/)
  assert.match(await at('{"records": []}}'), /at byte 15 .*“}” stands after its end/)
  assert.match(await at('{"records": []}, {}'), /at byte 15 .*“,” stands after its end/)
  assert.match(await at("{'records': []}"), /“'” stands where a name in quotation marks or “}” should/)
  assert.match(await at('{"records": [{"a": 1,}]}'), /“}” stands where a name in quotation marks should/)
  assert.match(await at('{"records": [NaN]}'), /“N” stands where a value or “]” should/)
  assert.match(await at('{"records": [01]}'), /“1” stands where/)
  assert.match(await at('{"records": ["a\nb"]}'), /control character \(byte 0x0A\)/)
  assert.match(await at('{"records": ["\\x"]}'), /“x” stands where an escape/)
  assert.match(await at('{"records": ["\0"]}'), /byte 0x00/)
  assert.match(await at('{"records":\0 []}'), /a byte 0x00 stands where a value should/)
  assert.match(await at(Uint8Array.of(0x7b, 0x22, 0xe9, 0x22)), /at byte 3 .*byte 0x22 is not UTF-8/)
  const half = bytesOf('{"records": ["é').slice(0, -1)
  assert.match(await at(half), /at byte 15 .*too early/)
  assert.match(await at(Uint8Array.of(...bytesOf('{"a": "'), 0xed, 0xa0, 0x80)), /not UTF-8/)
  const long = `{"records": [${`{"id": "${'a'.repeat(990)}"},`.repeat(5100)}1]}`
  assert.equal(await at(long), 'read')
  assert.match(
    await at(long.slice(0, 5_000_000)),
    /at byte 5000000 \(line 1, column 5000001\), in record 4994:/,
  )
  assert.match(await at(`${long.slice(0, 5_000_000)}\0${long.slice(5_000_001)}`), /at byte 5000000 .*0x00/)
})

test('a file that is no list of records is refused with a sentence', async () => {
  for (const empty of ['', '\uFEFF', ' \n']) assert.equal(await refusal(empty), 'The file is empty.')
  for (const none of ['{}', '[{"records": []}]', '"records"', '7', '{"a": {"records": []}}'])
    assert.match(await refusal(none), /holds no list of records/)
  assert.match(await refusal('{"records": {"a": 1}}'), /at byte 12 .*what it calls records is no list/)
  assert.match(
    await refusal('{"records": [1], "r\\u0065cords": [2]}'),
    /at byte 33 .*second list of records begins/,
  )
})

test('what JSON allows and no record can be is refused, and the others are read', async () => {
  const deep = `{"id": "deep", "a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  const within = `${'['.repeat(deepestRecord)}${']'.repeat(deepestRecord)}`
  const twice = '{"id": "twice", "texts": [{"a": "\\\\\\"{", "b": 1, "\\u0061" : 2}]}'
  const proto = '{"id": "odd", "__proto__": {"a": 1}, "constructor": 1e999, "a": {"a": "\\u0000"}}'
  const { pieces, fields } = await read(
    opening(
      `{"a": ${'['.repeat(1e6)}${']'.repeat(1e6)}, "records": [${[deep, within, twice, proto].join()}]}`,
    ),
  )
  const texts = pieces.map(({ text }) => text)
  assert.deepEqual(texts, [deep, within, twice, proto])
  assert.deepEqual(fields, ['id', 'a', 'texts', '__proto__', 'constructor'])
  assert.deepEqual(
    pieces.map((piece) => ('faults' in piece ? [piece.id, piece.faults] : 'read')),
    [
      ['deep', [{ field: '(record)', value: deep.slice(0, 200), reason: 'is nested deeper than 64 levels' }]],
      'read',
      ['twice', [{ field: 'a', value: null, reason: 'stands twice in one record' }]],
      'read',
    ],
  )
  const raw = pieces.flatMap((piece) => ('raw' in piece ? [piece.raw] : [])).at(-1)
  assert.deepEqual(raw, JSON.parse(proto))
  assert.match(await refusal(`{"a": ${'['.repeat(1_100_000)}`), /nested deeper than 1048576 levels/)
})

test('what is no record may be of any size, a record may not, and neither is held', async () => {
  let most = 0
  /** A file of which the middle is the same chunk again and again, never there as a whole. */
  const repeated = (before: string, chunk: string, times: number, after: string): Opening =>
    async function* () {
      yield encoder.encode(before)
      const bytes = encoder.encode(chunk)
      for (let time = 0; time < times; time += 1) yield bytes
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      most = Math.max(most, heapUsed + arrayBuffers)
      yield encoder.encode(after)
    }
  const letters = 'x'.repeat(64 * 1024)
  await surveyRecords(repeated('{"records": [', '1,', 100, '1]}'))
  const before = most
  const ignored = repeated('{"a": ["', letters, 1024, '"], "records": [{"id": "a"}]}')
  assert.deepEqual((await read(ignored)).raws, [{ id: 'a' }])
  assert.ok(most - before < 16_000_000, `${most - before} bytes`)
  const book = repeated('{"records": [{"id": "a"}, "', letters, 16_384, '"]}')
  assert.match(await refusal(book), /cannot be read at byte 26 .*in record 1: .* longer than 16 MiB/)
})
