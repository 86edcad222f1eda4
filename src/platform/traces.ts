/** Finding somebody's address in free text and JSON, and taking it out. */
import { type RawBuilder, sql } from 'kysely'

/** Somebody as they appear in what is not theirs alone. Addresses are ones they have shown to be theirs. */
export type Traces = {
  /** The id of their row. */
  id: string
  addresses: readonly string[]
  names: readonly string[]
  /** What stands in the place of an address or a name from then on. */
  pseudonym: string
}

const escaped = (text: string) => text.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`)

/** A pattern for Postgres that finds these addresses whole: `an@x.org` is not found in `joan@x.org`. */
function addressPattern(addresses: readonly string[]): string {
  return String.raw`(?<![\w.+-])(?:${addresses.map(escaped).join('|')})(?![\w-]|\.\w)`
}

/** Does a column, as text, hold one of somebody's addresses? */
export function holdsAddress(column: RawBuilder<unknown>, { addresses }: Traces): RawBuilder<boolean> {
  if (addresses.length === 0) return sql`false`
  // Most texts are passed over by the quick question, so that the slow one is asked of few.
  const quick = addresses.map((address) => sql`strpos(lower(${column}::text), lower(${address})) > 0`)
  return sql`coalesce((${sql.join(quick, sql` or `)}) and ${column}::text ~* ${addressPattern(addresses)}, false)`
}

/** A column of text or JSON, as text, with the pseudonym in the place of somebody's addresses and of their names in full. */
export function withoutTraces(column: RawBuilder<unknown>, traces: Traces): RawBuilder<string> {
  const { addresses, names, pseudonym } = traces
  // Very short names would be found in the middle of everything.
  const long = names.filter((name) => Array.from(name).length > 2).map((name) => escapedInJson(name))
  const patterns = [
    ...(addresses.length === 0 ? [] : [addressPattern(addresses)]),
    ...(long.length === 0 ? [] : [String.raw`(?<!\w)(?:${long.join('|')})(?!\w)`]),
  ]
  return patterns.reduce<RawBuilder<string>>(
    (text, pattern) => sql`regexp_replace(${text}, ${pattern}, ${pseudonym}, 'gi')`,
    sql`${column}::text`,
  )
}

const escapedInJson = (name: string) => escaped(JSON.stringify(name).slice(1, -1))
