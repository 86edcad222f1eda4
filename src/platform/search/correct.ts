/** What was meant by words that hardly anything holds: words of the index that differ by a slip or two. */
import { sql } from 'kysely'
import { rows } from '../database/rows.ts'
import type { Db } from '../database/transact.ts'
import { trigramsOf } from './entries.ts'
import type { Corrections } from './question.ts'

const mostCandidates = 60
const mostMeant = 3

/** Words of the index that were perhaps meant, by the word that was asked for; one query. Those there are need none of it. */
export async function findCorrections(db: Db, asked: readonly string[]): Promise<Corrections> {
  const words = asked.map((word) => ({ word, trigrams: trigramsOf(word) }))
  if (words.length === 0) return new Map()
  const found = await rows<{ asked: string; word: string }>(
    db,
    sql<{ asked: string; word: string }>`select a.word as asked, near.word
      from json_to_recordset(${JSON.stringify(words)}::json) as a (word text, trigrams text[])
      cross join lateral (
        select w.word from platform.search_word w
        where w.trigrams && a.trigrams and length(w.word) between length(a.word) - 2 and length(a.word) + 2
        order by (select count(*) from unnest(w.trigrams) g where g = any(a.trigrams)) desc, w.word limit ${mostCandidates}
      ) near`,
  )
  return new Map(
    asked
      .map(
        (word) =>
          [
            word,
            nearest(
              word,
              found.filter((row) => row.asked === word).map((row) => row.word),
            ),
          ] as const,
      )
      .filter(([, meant]) => meant.length > 0),
  )
}

function nearest(asked: string, words: string[]): string[] {
  const allowed = asked.length < 8 ? 1 : 2
  return words
    .filter((word) => word !== asked)
    .map((word) => ({ word, slips: slipsBetween(asked, word, allowed) }))
    .filter(({ slips }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, mostMeant)
    .map(({ word }) => word)
}

/** How many letters are left out, put in, taken for another or changed round; past `most` it is only more than that. */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: number[][] = [[], b.map((_, at) => at).concat(b.length)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const steps = [(last?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last?.[j - 1] ?? 0) + same]
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (turned) steps.push((before?.[j - 2] ?? 0) + 1)
      row.push(Math.min(...steps))
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last?.[b.length] ?? most + 1
}
