/** Records as tables (RFC 4180): every field that a cell can hold, in the order of the shape, a record a line. Pure. */
import { stringify } from 'csv-stringify/sync'
import { cellOf } from '../cells/model.ts'
import type { TableFields } from '../fields/model.ts'

// Without a byte-order mark, spreadsheets take UTF-8 for something else.
const mark = '\uFEFF'

/** The first line of a table of a kind, with the mark that says it is UTF-8. */
export function csvHeader({ fields }: TableFields): string {
  return mark + lineOf([...fields.keys()])
}

/** A record, in the form files of its kind have, as a line; fields deeper than a cell are left to JSON. */
export function csvLine(record: Record<string, unknown>, { fields }: TableFields): string {
  return lineOf([...fields.keys()].map((name) => cellOf(record[name])))
}

const lineOf = (cells: string[]) => stringify([cells], { quoted: true, record_delimiter: '\r\n' })
