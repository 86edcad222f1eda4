import type { Log } from '../log.ts'
import type { Database } from './connections.ts'
import { warnOf } from './takeSnapshot.ts'

const minute = 60_000

/**
 * Takes a snapshot of the embedded database soon after start and then every hour, until the answer is called; of a
 * server, none. One that cannot be taken is warned of, and tried again in an hour. It is a timer of the process that
 * holds the folder and no job: a job would write to the database every hour, and wait behind others to be done.
 */
export function keepSnapshots({ snapshot }: Pick<Database, 'snapshot'>, log: Log): () => void {
  if (!snapshot) return () => undefined
  const take = async () => {
    try {
      const taken = await snapshot()
      if (taken) log.info(taken, 'a snapshot of the database was taken')
    } catch (error) {
      warnOf(error, log)
    }
  }
  const first = setTimeout(() => void take(), 5 * minute).unref()
  const others = setInterval(() => void take(), 60 * minute).unref()
  return () => {
    clearTimeout(first)
    clearInterval(others)
  }
}
