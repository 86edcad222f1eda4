import { type DatedMember, readDatedSets, readKnownVersion } from '../../../community/index.ts'
import type { Db } from '../../../platform/index.ts'
import type { SetsOf } from '../../rules/evaluating/model.ts'

// Of each database the sets as they were last read; they change a few times a year, and are asked for by every check.
const kept = new WeakMap<object, { version: number; sets: SetsOf }>()

/** The country sets of the house with the days since and until when each country is in them, kept in memory until one changes. */
export async function readSetsOf(db: Db): Promise<SetsOf> {
  const version = await readKnownVersion(db)
  const found = kept.get(db)
  if (found?.version === version) return found.sets
  const sets = setsOf(await readDatedSets(db))
  kept.set(db, { version, sets })
  return sets
}

function setsOf({ sets, members }: { sets: string[]; members: DatedMember[] }): SetsOf {
  const bySet = Map.groupBy(members, ({ set }) => set)
  const ids = new Set(sets)
  const answered = new Map<string, ReadonlySet<string>>()
  return {
    membersOf(set, on) {
      if (!ids.has(set)) return undefined
      const key = `${set} ${on}`
      const known = answered.get(key)
      if (known) return known
      const answer = membersOn(bySet.get(set) ?? [], on)
      if (answered.size >= mostAnswers) answered.clear()
      answered.set(key, answer)
      return answer
    },
  }
}

// A check asks for the same few sets on the same few days again and again.
const mostAnswers = 5_000

const membersOn = (members: readonly DatedMember[], on: string): ReadonlySet<string> =>
  new Set(members.filter(({ from, to }) => from <= on && (to === null || on < to)).map(({ place }) => place))
