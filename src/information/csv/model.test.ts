import assert from 'node:assert/strict'
import test from 'node:test'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { z } from 'zod'
import {
  day,
  listOf,
  maybe,
  readShape,
  someWords,
  timeOfDay,
  webAddress,
  words,
} from '../../platform/index.ts'
import type { Opening, Piece } from '../files/model.ts'
import { FileFault } from '../import/model.ts'
import { cellOf } from './cells/model.ts'
import { tableFields } from './fields/model.ts'
import { longestRecord } from './lines/model.ts'
import { fieldsOfColumns, readHead, readTable, type TableOptions } from './model.ts'

const shape = z.strictObject({
  id: someWords,
  title: someWords,
  body: maybe(words),
  places: maybe(z.number().int()),
  online: z
    .boolean()
    .nullish()
    .transform((given) => given ?? false),
  start_date: maybe(day),
  start_time: maybe(timeOfDay),
  url: maybe(webAddress),
  themes: listOf(someWords),
  covers: maybe(z.array(z.string())),
  rounds: listOf(z.strictObject({ deadline: day })),
})
const table = tableFields(shape)

const bytesOf = (text: string) => new TextEncoder().encode(text)

function opening(text: string | Uint8Array, size = 7): Opening {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}

async function read(open: Opening, options: TableOptions = {}): Promise<Piece[]> {
  const head = await readHead(open, options)
  return Array.fromAsync(readTable(open, head, fieldsOfColumns(head.columns, table), options))
}

const raws = (pieces: Piece[]) => pieces.flatMap((piece) => ('raw' in piece ? [piece.raw] : []))
const faults = (pieces: Piece[]) =>
  pieces.flatMap((piece) =>
    'faults' in piece ? piece.faults.map(({ field, reason }) => [piece.place.line, field, reason]) : [],
  )

test('a header in any order, with a byte-order mark or without, and any of three delimiters', async () => {
  const expected = [{ title: 'Tea, and "cake"', id: 'a', themes: ['climate', 'cities'] }]
  const comma = 'title,id,themes\n"Tea, and ""cake""",a,climate;cities\n'
  const semicolon = '"title";"id";"themes"\r\n"Tea, and ""cake""";a;"climate; cities"\r\n'
  const tab = 'title\tid\tthemes\r"Tea, and ""cake"""\ta\tclimate;cities'
  const texts = [
    comma,
    `\uFEFF${comma}`,
    semicolon,
    `\uFEFF${semicolon}`,
    tab,
    `sep=;\n${semicolon}`,
    `\n${comma}`,
  ]
  for (const text of texts) {
    for (const size of [1, 2, 1000]) assert.deepEqual(raws(await read(opening(text, size))), expected, text)
  }
})

test('a delimiter that is declared is not looked for', async () => {
  const text = 'id;title\na;"b,c,d,e"\n'
  assert.deepEqual(raws(await read(opening(text), { delimiter: ';' })), [{ id: 'a', title: 'b,c,d,e' }])
  await assert.rejects(read(opening(text), { delimiter: ',' }), /id;title is no field/)
})

test('cells are read by their fields, and blank lines are no records', async () => {
  const text = [
    'id,title,places,online,start_date,start_time,covers,body,,',
    'a, Ä 名 ខ្មែរ , 12 ,Yes,31/05/2027,9:30:00,;,"two\r\nlines",,',
    '',
    ',,,,,,,,,',
    'b,x,-3,0,2027/5/1,,,"\'=1+1",,',
  ].join('\n')
  assert.deepEqual(raws(await read(opening(text))), [
    {
      id: 'a',
      title: 'Ä 名 ខ្មែរ',
      places: 12,
      online: true,
      start_date: '2027-05-31',
      start_time: '09:30',
      covers: [],
      body: 'two\r\nlines',
    },
    {
      id: 'b',
      title: 'x',
      places: -3,
      online: false,
      start_date: '2027-05-01',
      start_time: null,
      covers: null,
      body: '=1+1',
    },
  ])
})

test('a column that is no field stops the file and names the field that was meant', async () => {
  const refuses = (text: string | Uint8Array, sentence: RegExp) =>
    assert.rejects(
      read(opening(text, 4096)),
      (error) => error instanceof FileFault && sentence.test(error.message),
    )
  await refuses(
    'id,titel,Start Date\n',
    /titel is no field .*\(title is\); Start Date .*\(start_date is\); it lacks title/,
  )
  await refuses('id,title,xylophone\n', /xylophone is no field of this kind of record\./)
  await refuses('id,title,rounds\n', /rounds holds more than one cell can/)
  await refuses('id,title,id\n', /names id twice/)
  await refuses('id,,title\n', /Column 2 of the header has no name/)
  await refuses('', /empty/)
  await refuses('id,"title\na,b\n', /quote that is not closed/)
  await refuses('i\0d,title\n', /NUL/)
  await refuses(Uint8Array.of(0x69, 0x64, 0x2c, 0xe9), /not UTF-8/)
  await refuses(
    Array.from({ length: 1_000_000 }, (_, at) => `c${at % 10}`).join(),
    /1,000,000 columns|too long/,
  )
  await refuses('x'.repeat(longestRecord + 100_000), /too long/)
})

test('a broken line is named with its place and the lines after it still go in', async () => {
  const text = [
    'id,title,places',
    'a,b,1',
    'few,cells',
    'many,cells,2,3',
    'open,"quote,4',
    'c,d,5',
    'mid,5" vinyl,6',
    'e,"f",7',
    'after,"g"h,8',
    'nul,\0,9',
    'i,j,10',
    'last,"open,11',
    'k,l,12',
  ].join('\n')
  const pieces = await read(opening(text, 10))
  assert.deepEqual(raws(pieces), [
    { id: 'a', title: 'b', places: 1 },
    { id: 'c', title: 'd', places: 5 },
    { id: 'e', title: 'f', places: 7 },
    { id: 'i', title: 'j', places: 10 },
    { id: 'k', title: 'l', places: 12 },
  ])
  assert.deepEqual(
    faults(pieces).map(([line, field, reason]) => `${line} ${field} ${String(reason).slice(0, 28)}`),
    [
      '3 (line) has 2 cells where the header',
      '4 (line) has 4 cells where the header',
      '5 (line) opens a quote that is not cl',
      '7 (line) has a quote within a cell th',
      '9 (line) opens a quote that is not cl',
      '10 (line) holds NUL bytes, which no te',
      '12 (line) opens a quote that is not cl',
    ],
  )
  assert.equal(pieces.find((piece) => piece.place.line === 5)?.text, 'open,"quote,4')
})

test('a cell that cannot be read is named by field, with the id of its record', async () => {
  const [piece] = await read(opening('id,title,places,online,start_date\na,b,"1,5",maybe,05/06/2027\n'))
  assert.ok(piece && 'faults' in piece)
  assert.deepEqual(piece.id, 'a')
  assert.deepEqual(piece.faults, [
    { field: 'places', value: '1,5', reason: 'is not a number (digits, with a point before decimals)' },
    { field: 'online', value: 'maybe', reason: 'is neither true nor false (true, yes, 1; false, no, 0)' },
    {
      field: 'start_date',
      value: '05/06/2027',
      reason:
        'may be 2027-06-05 or 2027-05-06: write YYYY-MM-DD, or declare the order (--dates dmy or --dates mdy)',
    },
  ])
})

async function* repeated(times: number, chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < times; at += 1) yield chunk
}

test('a cell of 50 MB and a line of a million cells are faults, in little memory', async () => {
  const million = ','.repeat(999_999)
  const open: Opening = async function* () {
    yield bytesOf('id,title\na,b\nlong,')
    yield* repeated(800, bytesOf('x'.repeat(65_536)))
    yield bytesOf(`\nopen,"`)
    yield* repeated(100, bytesOf('y'.repeat(65_536)))
    yield bytesOf(`"\nc,d${million}\n${'e,f' + million.replace(/,$/, ',z')}\ng,h\n`)
  }
  const before = process.memoryUsage().heapUsed
  const pieces = await read(open)
  assert.ok(process.memoryUsage().heapUsed - before < 150_000_000)
  assert.deepEqual(raws(pieces), [
    { id: 'a', title: 'b' },
    { id: 'c', title: 'd' },
    { id: 'g', title: 'h' },
  ])
  assert.deepEqual(faults(pieces), [
    [3, '(line)', 'is longer than 4,194,304 characters'],
    [4, '(line)', 'is longer than 4,194,304 characters'],
    [6, '(line)', 'has 1,000,001 cells where the header has 2 cells'],
  ])
})

const textArb = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replaceAll('\0', '').replaceAll('\uFFFD', ''))
const someText = textArb.filter((text) => 'record' in readShape(someWords, text))
const recordArb = fc.record({
  id: someText,
  title: fc.oneof(someText, fc.constantFrom("'=x", '=1', '@a', "''+", 'a;b', '\\;', 'x\ry', 'z"')),
  body: fc.option(someText),
  places: fc.option(fc.integer()),
  online: fc.boolean(),
  start_date: fc.option(
    fc.date({ min: new Date(0), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
  ),
  themes: fc.array(fc.oneof(someText, fc.constantFrom('a;b', 'a\\', '\\;', '-1')), { maxLength: 4 }),
  covers: fc.option(fc.array(fc.constantFrom('travel', 'fee'), { maxLength: 2 })),
})

test('any record written as a table reads back the same', async () => {
  const isKept = (record: object) => 'record' in readShape(shape, record)
  await fc.assert(
    fc.asyncProperty(
      fc.array(recordArb.filter(isKept), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      fc.boolean(),
      async (records, delimiter, bom) => {
        const columns = ['id', 'title', 'body', 'places', 'online', 'start_date', 'themes', 'covers'] as const
        const cells = records.map((record) => columns.map((column) => cellOf(record[column])))
        const written = stringify([[...columns], ...cells], { delimiter, bom, quoted: true })
        const pieces = await read(opening(written, 5))
        assert.deepEqual(
          raws(pieces).map((raw) => readShape(shape, raw)),
          records.map((record) => readShape(shape, record)),
        )
      },
    ),
    { numRuns: 150 },
  )
})
