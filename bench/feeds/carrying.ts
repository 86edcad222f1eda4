import { tmpdir } from 'node:os'
import { openLocalFiles, openLog } from '../../src/platform/index.ts'
import { openServer } from '../../src/platform/database/connections.ts'
import { openWeb } from '../../src/web.ts'
import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'

const imported = once(async (house) => {
  const place = await house.server('carried')
  await house.command(place, 'import', await house.records('events', 20_000))
  return place
})

/** The middle of thirty answers of a portal in this process, after five that warm it up, in seconds. */
async function answering(house: BenchHouse, path: string, holds: RegExp, wanted: number): Promise<number> {
  const { settings } = await imported(house)
  const database = openServer(settings['DATABASE_URL'] ?? '', { max: 4 })
  try {
    const portal = openWeb({
      db: database.db,
      files: openLocalFiles(tmpdir()),
      log: openLog({ level: 'silent' }),
      settings: {
        publicUrl: 'http://localhost:3000',
        demonstration: 'none',
        trustProxy: 0,
        readsPerMinute: 1_000_000,
        staffSecondFactor: false,
      },
      secret: 'a secret of measurements only, long enough',
      clock: () => Temporal.Now.instant(),
      isOpen: () => true,
      notReady: () => Promise.resolve([]),
    })
    const times: number[] = []
    for (let round = 0; round < 35; round += 1) {
      const began = performance.now()
      const text = await (await portal.request(`http://localhost:3000${path}`)).text()
      if (round >= 5) times.push((performance.now() - began) / 1000)
      const found = text.match(holds)?.length ?? 0
      if (found < wanted) throw new Error(`only ${found} records are in ${path}`)
    }
    return times.toSorted((a, b) => a - b)[15] ?? Infinity
  } finally {
    await database.close()
  }
}

const shared = { unit: 'seconds', better: 'lower', bound: 0.15 } as const
const about =
  'the middle of thirty answers in one process without a page cache, of a house with 20,000 events'

export const carrying: readonly Measurement[] = [
  {
    ...shared,
    name: 'feeds: the list of events as Atom',
    about: `50 events; ${about}`,
    run: (house) => answering(house, '/events.atom', /<entry>/g, 50),
  },
  {
    ...shared,
    name: 'feeds: a calendar of 1,000 events',
    about,
    run: (house) => answering(house, '/events.ics', /BEGIN:VEVENT/g, house.size(1000)),
  },
]
