import { keepEntries } from '../../community/index.ts'
import { type Db, transact } from '../../platform/index.ts'
import { eventEntries } from '../events/queries.ts'
import { monthsKept, occurrencesAfter, occurrencesOf, windowOn } from './model.ts'
import { addOccurrences, countEnding, holdEnding, putOccurrences } from './queries.ts'

const batchSize = 100

/**
 * Works out the occurrences to come of every event that goes on beyond those it has, a hundred events in a transaction;
 * answers how many events. It can be stopped between two of them and done by several at once.
 */
export async function extendOccurrences(
  db: Db,
  today: Temporal.PlainDate,
  { stopped = () => false, progress }: ExtendOptions = {},
): Promise<number> {
  const before = today.add({ months: monthsKept }).toString()
  const total = await countEnding(db, before)
  let done = 0
  while (!stopped()) {
    const extended = await transact(db, async (tx) => {
      const events = await holdEnding(tx, before, batchSize)
      const window = windowOn(today)
      const following = events.flatMap(({ id, last, ...event }) => {
        const worked = occurrencesAfter(last, event, window)
        return worked ? [{ id, ...worked }] : []
      })
      const simple = new Set(following.map(({ id }) => id))
      const others = events.filter(({ id }) => !simple.has(id))
      if (following.length > 0) await addOccurrences(tx, following)
      if (others.length > 0)
        await putOccurrences(
          tx,
          others.map(({ id, ...event }) => ({ id, ...occurrencesOf(event, window) })),
        )
      await keepEntries(
        tx,
        eventEntries,
        events.map(({ id }) => id),
      )
      return events.length
    })
    if (extended === 0) break
    done += extended
    await progress?.(done, Math.max(done, total))
  }
  return done
}

export type ExtendOptions = {
  stopped?: () => boolean
  progress?: (done: number, total: number) => Promise<void>
}
