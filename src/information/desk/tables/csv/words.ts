/** A table of the desk for spreadsheets (RFC 4180, UTF-8). Pure. */
import { stringify } from 'csv-stringify/sync'
import type { DeskRow } from '../../../../community/index.ts'
import type { Reader } from '../../../readers/model.ts'
import type { DeskKind } from '../../fields/model.ts'
import { cellText, type DeskColumn } from '../model.ts'
import { cellLines, columnLabel } from '../words.ts'

// Without a byte-order mark, spreadsheets take UTF-8 for something else.
const mark = '\uFEFF'

/** The first line: what the columns are called, the id before them, by which a record is found again. */
export function csvHead(reader: Reader, columns: readonly DeskColumn[]): string {
  return (
    mark + linesOf([[columnLabel(reader, 'id'), ...shown(columns).map((each) => columnLabel(reader, each))]])
  )
}

/** Rows as lines; what a spreadsheet would take for a formula is text. */
export function csvLines(
  reader: Reader,
  kind: DeskKind,
  { rows, columns }: { rows: readonly DeskRow[]; columns: readonly DeskColumn[] },
): string {
  return linesOf(
    rows.map((row) => [
      row.id,
      ...shown(columns).map((column) =>
        column === 'title' ? row.title : cellLines(reader, kind, { row, column }).join('; '),
      ),
    ]),
  )
}

const shown = (columns: readonly DeskColumn[]) => [
  'title' as const,
  ...columns.filter((column) => column !== 'id'),
]

const linesOf = (lines: string[][]) =>
  stringify(
    lines.map((cells) => cells.map(cellText)),
    { quoted: true, record_delimiter: '\r\n' },
  )
