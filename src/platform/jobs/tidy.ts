import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

/** Clears away what has been kept long enough, and gives the embedded database the care a server gives itself. */
export async function tidy({ db, kind, run }: Database): Promise<void> {
  await sql`delete from platform.announcement where announced_at < now() - interval '60 days'`.execute(db)
  await sql`delete from platform.job_progress where told_at < now() - interval '30 days'`.execute(db)
  if (kind === 'embedded') await run('vacuum (analyze)')
}
