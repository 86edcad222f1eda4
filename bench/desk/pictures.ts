/** How long readers wait while the house makes a large picture ready, in the one process that answers them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openServer } from '../../src/platform/database/connections.ts'
import { rows } from '../../src/platform/index.ts'
import { aPicture } from '../../src/platform/pictures/testing.ts'
import { type BenchHouse, once } from '../house.ts'
import { load } from '../serving/servers.ts'
import { type Desk, filled, openDesk } from './house.ts'

/** What a reader waited, in milliseconds: for most answers, and for the longest. */
type Waited = { p95: number; longest: number }

// Not kept, as it has words in its address, so that each answer takes the house's own time.
const page = ['/articles?q=festival', '/articles?q=museum']
const seconds = 10

/** What a reader waits for a page alone, and while pictures of 12 megapixels come in and are made. */
export const waitedForPictures = once(
  async (house: BenchHouse): Promise<{ alone: Waited; during: Waited }> => {
    const place = await filled(house)
    const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-bench-pictures-'))
    const served = { ...place, settings: { ...place.settings, DATA_DIR: dataDir } }
    const pictures = await Promise.all([4000, 4008, 4016].map((width) => photograph(width)))
    const desk = await openDesk(served, 'both')
    const { db, close } = openServer(place.settings['DATABASE_URL'] ?? '', { max: 1 })
    try {
      const [article] = await rows<{ id: string }>(
        db,
        sql`select id from community.record where kind = 'articles' order by id limit 1`,
      )
      const ask = () => load(desk.port, page, { connections: 1, seconds })
      await load(desk.port, page, { connections: 1, seconds: 2 })
      const alone = await ask()
      const asking = ask()
      for (const bytes of pictures) await upload(desk, article?.id ?? '', bytes)
      const during = await asking
      const made = await rows(db, sql`select 1 from community.picture where made is not null`)
      if (made.length === 0) throw new Error('No picture was made while the page was asked for.')
      return { alone, during }
    } finally {
      await close()
      await desk.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
)

async function photograph(width: number): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await aPicture(width, 3000).jpeg().toBuffer())
}

async function upload(
  { port, cookie }: Desk,
  article: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const body = new FormData()
  body.set('picture', new File([bytes], 'large.jpg'))
  const answer = await fetch(
    `http://127.0.0.1:${port}/desk/articles/${encodeURIComponent(article)}/pictures`,
    { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: `http://localhost:${port}` } },
  )
  if (answer.status !== 303) throw new Error(`The picture was not taken: ${answer.status}`)
}
