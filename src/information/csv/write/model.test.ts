import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { organisationShape, partnerShape } from '../../../community/index.ts'
import { articleShape } from '../../articles/model.ts'
import { eventShape } from '../../events/model.ts'
import { readRecordsFile } from '../../files/actions.ts'
import { isObject, type Kind, recordsIn } from '../../import/model.ts'
import { opportunityShape } from '../../opportunities/model.ts'
import { programmeShape } from '../../programmes/model.ts'
import { type CellKind, type TableFields, tableFields } from '../fields/model.ts'
import { csvHeader, csvLine } from './model.ts'

const known = {
  on: '2027-01-15',
  places: [],
  placeCodes: new Set<string>(),
  sets: [],
  checklist: [],
  vocabularies: {},
}
const tables: [Kind, TableFields][] = [
  ['opportunities', tableFields(opportunityShape(known))],
  ['events', tableFields(eventShape(known))],
  ['articles', tableFields(articleShape(known))],
  ['programmes', tableFields(programmeShape(known))],
  ['organisations', tableFields(organisationShape(known))],
  ['partners', tableFields(partnerShape(known))],
]
type Raw = Record<string, unknown>

const written = (records: Raw[], table: TableFields) =>
  csvHeader(table) + records.map((record) => csvLine(record, table)).join('')

async function readBack(text: string, kind: Kind): Promise<unknown[]> {
  const file = await readRecordsFile({ name: `${kind}.csv`, text }, { known, kind })
  return (await Array.fromAsync(file.pieces)).map((piece) => ('raw' in piece ? piece.raw : piece))
}

/** What a table holds of a record: all its columns, with null where nothing is said. */
const inColumns = (record: Raw, { fields }: TableFields) =>
  Object.fromEntries([...fields.keys()].map((name) => [name, record[name] ?? null]))

test('a table has a line a record, its columns in the order of the shape', () => {
  const [, table] = tables.find(([kind]) => kind === 'organisations') ?? []
  assert.ok(table)
  const record = {
    website: 'https://a.example',
    id: '=a',
    name: 'ສູນ "A"',
    disciplines: ['music', 'a;b'],
    languages: [],
    translations: { lo: {} },
  }
  assert.equal(
    written([record], table),
    '\uFEFF"id","summary","body","original_lang","state","name","slug","kind","country_code","city","website",' +
      '"disciplines","aliases","languages","note","source_url","last_checked"\r\n' +
      `"'=a",,,,,"ສູນ ""A""",,,,,"https://a.example","music;a\\;b",,";",,,\r\n`,
  )
})

for (const [kind, table] of tables) {
  test(`every record of the demonstration comes back from a table the same: ${kind}`, async () => {
    const path = join(import.meta.dirname, `../../../../database/demo/${kind}.json`)
    const records = recordsIn(readFileSync(path, 'utf8'))
      .filter(isObject)
      .map((record): Raw => ({ ...record, id: String(record['id']) }))
    assert.ok(records.length > 10)
    assert.deepEqual(
      await readBack(written(records, table), kind),
      records.map((record) => inColumns(record, table)),
    )
  })
}

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@a',
  "'=a",
  "''+",
  "'a",
  'a;b',
  ';',
  '\\;',
  'a\\',
  'x\ry',
  'x\r\ny',
  '"',
  'sep=;',
]
const isCell = (text: string) => text.trim() !== '' && !/[\0\uFFFD]/.test(text)
const textArb = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom(...hostile))
  .map((text) => text.trim())
  .filter(isCell)

function recordArb({ fields }: TableFields): fc.Arbitrary<Raw> {
  const arbs: Record<CellKind, fc.Arbitrary<unknown>> = {
    text: textArb,
    number: fc.integer(),
    boolean: fc.boolean(),
    day: fc.constantFrom('2027-05-31', '2028-02-29', '0001-01-01'),
    time: fc.constantFrom('00:00', '09:30', '23:59'),
  }
  const cells = [...fields.values()].map(({ name, kind, list }) => {
    const one = name === 'id' ? textArb : fc.option(arbs[kind])
    return [name, list ? fc.option(fc.array(arbs[kind], { maxLength: 3 })) : one]
  })
  return fc.record(Object.fromEntries(cells), { noNullPrototype: true })
}

test('any record comes back from a table the same, whatever its words', async () => {
  for (const [kind, table] of tables) {
    await fc.assert(
      fc.asyncProperty(fc.array(recordArb(table), { minLength: 1, maxLength: 3 }), async (records) => {
        assert.deepEqual(await readBack(written(records, table), kind), records)
      }),
      { numRuns: 40 },
    )
  }
})

test('no cell begins a formula', () => {
  const [, table] = tables[0] ?? []
  assert.ok(table)
  for (const start of ['=', '+', '-', '@', '\t', '\r', "'="]) {
    const record = { id: `${start}cmd`, title: `${start}1`, partners: [`${start}x`, '=y'], places: -3 }
    const cells: string[] = parse(csvLine(record, table)).flat()
    // A number below nothing is no formula.
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)),
      ['-3'],
    )
    assert.equal(cells.filter((cell) => cell.startsWith("'")).length, 3)
  }
})
