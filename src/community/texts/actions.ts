import type { Tx } from '../../platform/index.ts'
import type { TextState } from './model.ts'
import { type KeptText, putTexts } from './queries.ts'

type Pieces = Record<string, unknown>
type WithTexts = {
  id: string
  original_lang: string
  state: TextState
  translations: Record<string, Pieces & { state: TextState; demonstration: boolean }>
}

/** Keeps the texts of a record as a file gives them: the original's in the record, the others by language. */
export async function keepTexts(
  tx: Tx,
  table: string,
  record: WithTexts & Pieces,
  pieces: readonly string[],
): Promise<void> {
  const original: KeptText = {
    lang: record.original_lang,
    state: record.state,
    demonstration: false,
    fields: fieldsOf(record, pieces),
  }
  const others = Object.entries(record.translations)
    .filter(([lang, text]) => lang !== record.original_lang && titleOf(text) !== null)
    .map(([lang, text]) => ({
      lang,
      state: text.state,
      demonstration: text.demonstration,
      fields: fieldsOf(text, pieces),
    }))
  await putTexts(tx, table, record.id, [original, ...others])
}

function fieldsOf(record: Pieces, pieces: readonly string[]): Record<string, string | null> {
  const fields: Record<string, string | null> = { title: titleOf(record) }
  for (const piece of ['summary', 'body', ...pieces]) fields[piece] = textOf(record[piece])
  return fields
}

const titleOf = (record: Pieces) => textOf(record['title']) ?? textOf(record['name'])
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
