import type { Tx } from '../../platform/index.ts'
import type { TextState } from './model.ts'
import { dropTexts, type KeptText, putTexts } from './queries.ts'

type Pieces = Record<string, unknown>
type WithTexts = {
  id: string
  original_lang: string
  state: TextState
  translations: Record<string, Pieces & { state: TextState; demonstration: boolean }>
}

/**
 * Keeps the texts of records: the original's in the record itself, the others by language; in place of those there are of
 * the records that were kept `before`.
 */
export async function keepTexts(
  tx: Tx,
  table: string,
  records: (WithTexts & Pieces)[],
  { pieces, before }: { pieces: readonly string[]; before: string[] },
): Promise<void> {
  await dropTexts(tx, table, before)
  await putTexts(
    tx,
    table,
    records.flatMap((record) => textsOf(record, pieces)),
  )
}

function textsOf(record: WithTexts & Pieces, pieces: readonly string[]): KeptText[] {
  const original: KeptText = {
    id: record.id,
    lang: record.original_lang,
    state: record.state,
    demonstration: false,
    fields: fieldsOf(record, pieces),
  }
  const others = Object.entries(record.translations)
    .filter(([lang, text]) => lang !== record.original_lang && titleOf(text) !== null)
    .map(([lang, text]) => ({
      id: record.id,
      lang,
      state: text.state,
      demonstration: text.demonstration,
      fields: fieldsOf(text, pieces),
    }))
  return [original, ...others]
}

function fieldsOf(record: Pieces, pieces: readonly string[]): Record<string, string | null> {
  const fields: Record<string, string | null> = { title: titleOf(record) }
  for (const piece of ['summary', 'body', ...pieces]) fields[piece] = textOf(record[piece])
  return fields
}

const titleOf = (record: Pieces) => textOf(record['title']) ?? textOf(record['name'])
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
