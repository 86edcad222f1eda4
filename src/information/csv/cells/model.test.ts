import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../../../platform/index.ts'
import type { Field } from '../fields/model.ts'
import { type DayOrder, readCell } from './model.ts'

const field: Field = {
  name: 'deadline',
  kind: 'day',
  list: false,
  takes: (value) => day.safeParse(value).success,
}

test('a date is never guessed: it is declared, or only one reading of it exists', () => {
  const read = (text: string, order?: DayOrder) => {
    const cell = readCell(field, text, order)
    return 'value' in cell ? cell.value : cell.reason
  }
  const twofold = 'write YYYY-MM-DD, or declare the order (--dates dmy or --dates mdy)'
  const expected: [string, unknown, DayOrder?][] = [
    ['2027-05-31', '2027-05-31'],
    ['31/05/2027', '2027-05-31'],
    ['31.5.2027', '2027-05-31'],
    ['05-31-2027', '2027-05-31'],
    ['5/5/2027', '2027-05-05'],
    ['2027/05/06', '2027-05-06'],
    ['05/06/2027', `may be 2027-06-05 or 2027-05-06: ${twofold}`],
    ['05/06/2027', '2027-06-05', 'dmy'],
    ['05/06/2027', '2027-05-06', 'mdy'],
    ['31/05/2027', 'is not a date with the month first, as was declared', 'mdy'],
    ['2027-05-06', '2027-05-06', 'mdy'],
    ['29/02/2028', '2028-02-29'],
    ['05/06/27', 'is a date without its century: write YYYY-MM-DD', 'dmy'],
    ['31/31/2027', '31/31/2027'],
    ['29/02/2027', '29/02/2027'],
    ['2027-02-30', '2027-02-30'],
    ['next May', 'next May'],
    ['', null],
  ]
  for (const [text, value, order] of expected) assert.deepEqual(read(text, order), value, `${text} ${order}`)
})
