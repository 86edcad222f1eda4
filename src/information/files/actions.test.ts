import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { testKnown } from '../icalendar/testing.ts'
import { FileFault } from '../import/model.ts'
import { readRecordsFile, type ReadOptions } from './actions.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-files-'))

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function read(path: string, options: Partial<ReadOptions> = {}) {
  const file = await readRecordsFile({ path }, { known: testKnown, ...options })
  const pieces = await Array.fromAsync(file.pieces)
  return [file.format, file.kind, pieces.map((piece) => ('raw' in piece ? piece.raw : piece.faults))]
}

const refuses = (read: Promise<unknown>, sentence: RegExp) =>
  assert.rejects(read, (error) => error instanceof FileFault && sentence.test(error.message))

const calendar =
  'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20270101T100000Z\nEND:VEVENT\nEND:VCALENDAR\n'
const json = '{ "records": [{ "id": "a", "title": "A", "deadline": null }] }'

test('a file is read by what it begins with, or else by its name', async () => {
  assert.deepEqual(await read(write('a.json', json)), [
    'json',
    'opportunities',
    [{ id: 'a', title: 'A', deadline: null }],
  ])
  assert.deepEqual(await read(write('b.csv', `\uFEFF${json}`)), await read(write('b.json', json)))
  assert.deepEqual(
    await read(write('a.csv', 'id,title,deadline\na,A,\n')),
    await read(write('c', 'title;id;deadline\nA;a;\n')).then(([format, kind]) => [
      format,
      kind,
      [{ id: 'a', title: 'A', deadline: null }],
    ]),
  )
  const [format, kind] = await read(write('a.txt', `\r\n${calendar}`))
  assert.deepEqual([format, kind], ['icalendar', 'events'])
  await refuses(read(write('d', 'nothing to see')), /neither JSON nor CSV nor iCalendar/)
  await refuses(read(write('d.json', 'nothing to see')), /not JSON/)
  await refuses(read(write('d.ics', 'nothing to see')), /no calendar/)
  await refuses(read(write('d.xlsx', 'PK\u0003\u0004…')), /spreadsheet/)
  await refuses(read(write('utf16.csv', Uint8Array.of(0xff, 0xfe, 0x69, 0))), /UTF-16/)
  await refuses(read(write('empty.csv', '')), /empty/)
  await refuses(read(join(folder, 'none.csv')), /no such file/)
  await refuses(read(folder), /no such file: this is a folder/)
})

test('a JSON file is whole before any record of it is read, counted, and each comes in its own words', async () => {
  const records = Array.from(
    { length: 3000 },
    (_, at) => `{ "id": "r${at}",  "deadline": null, "title": "${'é'.repeat(at % 99)}" }`,
  )
  const whole = `{ "of": "us", "records": [\n${records.join(',\n')}\n] }`
  const file = await readRecordsFile({ path: write('many.json', whole) }, { known: testKnown })
  const pieces = await Array.fromAsync(file.pieces)
  assert.equal(file.total, 3000)
  assert.deepEqual(
    pieces.map(({ text }) => text),
    records,
  )
  assert.deepEqual(await Array.fromAsync(file.pieces), pieces)
  await refuses(
    read(write('cut.json', whole.slice(0, -3))),
    /not JSON at byte \d+ \(line 3002, column 1\).*too early/,
  )
  await refuses(read(write('odd.json', '{ "records": [{ "id": "a" }] }')), /say so with --kind/)
  await refuses(read(write('empty.json', '')), /empty/)
})

test('the kind is seen from the columns, or asked for', async () => {
  const odd = write('odd.csv', 'id,title\na,A\n')
  await refuses(read(odd), /say so with --kind/)
  assert.deepEqual(await read(odd, { kind: 'articles' }), ['csv', 'articles', [{ id: 'a', title: 'A' }]])
  await refuses(read(odd, { kind: 'organisations' }), /title is no field .*lacks name/)
  await refuses(read(write('e.csv', 'id,title,start_date,rounds\n')), /rounds is no field/)
})

test('what is declared for a file is used in it', async () => {
  const dates = write('dates.csv', 'id,title,start_date\na,A,05/06/2027\n')
  const [, , faults] = await read(dates)
  assert.match(JSON.stringify(faults), /may be 2027-06-05 or 2027-05-06/)
  assert.deepEqual((await read(dates, { dates: 'dmy' }))[2], [
    { id: 'a', title: 'A', start_date: '2027-06-05' },
  ])
  const floating = write('floating.ics', calendar.replace('0000Z', '0000'))
  assert.match(JSON.stringify((await read(floating))[2]), /names no time zone/)
  assert.match(JSON.stringify((await read(floating, { zone: 'Asia/Tokyo' }))[2]), /"zone":"Asia\/Tokyo"/)
})

const manyLines = (count: number) =>
  `id,title,start_date,body\n${Array.from({ length: count }, (_, at) => `r${at},Title ${at},2027-01-01,"${'x'.repeat(200)}"`).join('\n')}\n`

test('a file that changes while it is read is not taken for a whole one', async () => {
  const path = write('growing.csv', manyLines(2000))
  const file = await readRecordsFile({ path }, { known: testKnown })
  await refuses(
    (async () => {
      for await (const { place } of file.pieces)
        if (place.index === 3) appendFileSync(path, 'z,Z,2027-01-01,\n')
    })(),
    /changed while it was read/,
  )
  const records = Array.from({ length: 2000 }, (_, at) => ({
    id: `r${at}`,
    deadline: null,
    body: 'x'.repeat(200),
  }))
  const text = JSON.stringify({ records })
  const mended = await readRecordsFile({ path: write('swapped.json', text) }, { known: testKnown })
  write('swapped.json', text.replace('r1999', 'r2000').slice(0, -1))
  await refuses(Array.fromAsync(mended.pieces), /changed while it was read/)
  const swapped = await readRecordsFile({ path }, { known: testKnown })
  renameSync(write('other.csv', manyLines(3)), path)
  await refuses(Array.fromAsync(swapped.pieces), /changed while it was read/)
})

test('pieces can be read again, from text as from disk', async () => {
  const file = await readRecordsFile({ name: 'a.csv', text: manyLines(3) }, { known: testKnown })
  const first = await Array.fromAsync(file.pieces)
  assert.deepEqual(await Array.fromAsync(file.pieces), first)
  const { before, between, after } = file.frame
  const again = before + first.map(({ text }) => text).join(between) + after
  const second = await readRecordsFile({ name: 'a.csv', text: again }, { known: testKnown })
  assert.deepEqual(await Array.fromAsync(second.pieces), first)
})

test('a long table is read in the memory of a short one', async () => {
  const path = write('long.csv', manyLines(20_000))
  const file = await readRecordsFile({ path }, { known: testKnown })
  let count = 0
  let most = 0
  for await (const { place } of file.pieces) {
    count = place.index + 1
    if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
  }
  assert.equal(count, 20_000)
  assert.ok(most < 250_000_000, `${most} bytes`)
})
