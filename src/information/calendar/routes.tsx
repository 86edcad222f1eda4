import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { badRequest } from '../../platform/index.ts'
import { listAddress, type ListDefinition } from '../lists/model.ts'
import { listQueryOf } from '../lists/routes.tsx'
import { type Reader, readerOf } from '../readers/model.ts'
import { daysOf, isFar, type Month, monthOfDay, readMonth } from './model.ts'
import { listMonth } from './queries.ts'
import { CalendarBody } from './views.tsx'

// Which months there are is said in a sentence of its own.
const definition: ListDefinition = { facets: { month: () => true }, days: [], sorts: [] }

/** `/events/calendar`: one month of events, this one unless `month` says another. */
export function calendarRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/events/calendar', async (c) => {
    const { viewer, locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const query = listQueryOf(c, reader, definition)
    const { chosen } = query
    const month = monthAsked(reader, chosen['month'] ?? [monthOfDay(today)])
    const days = daysOf(month, await listMonth(house.db, viewer, locale, month))
    return c.render(<CalendarBody reader={reader} month={month} days={days} today={today} />, {
      title: `${reader.format.month(month.name)} · ${reader.say('calendar.title')}`,
      description: reader.say('calendar.lead'),
      section: '/events',
      canonical: listAddress('/events/calendar', query),
      noindex: isFar(month, today),
    })
  })

  return app
}

function monthAsked(reader: Reader, names: string[]): Month {
  const month = names.length === 1 ? readMonth(names.join()) : undefined
  if (month) return month
  throw badRequest(reader.say('calendar.unknownMonth', { month: names.join(', ').slice(0, 60) }))
}
