import { Hono } from 'hono'
import {
  countWaiting,
  type House,
  type HouseEnv,
  limitsInWords,
  may,
  mayAnywhere,
  type Member,
  memberIn,
  readWaiting,
  recordKinds,
  type Registry,
} from '../../community/index.ts'
import { formatsFor, hrefIn, type Locale } from '../../design/index.ts'
import { notAllowed } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import { heapsOf } from './words.ts'
import { QueueBody } from './views.tsx'

/** `/desk`: what waits for whoever works here, and the way to everything else. */
export function queueRoutes({ db }: House, roles: Registry): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/desk', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    if (!mayAnywhere(by, 'desk.open')) throw notAllowed()
    const waiting = await readWaiting(db, by, new Date(now.epochMilliseconds))
    const claims = await countWaiting(db, by)
    const facts = {
      heaps: heapsOf({ locale, now, personId: by.personId }, waiting, claims),
      tables: mayAnywhere(by, 'records.seeUnpublished') ? tablesFor(locale) : [],
      pages: pagesFor(locale, by),
      roles: rolesOf(locale, by, roles),
    }
    const title = speak(locale)('queue.title')
    return c.render(<QueueBody locale={locale} facts={facts} />, { title, section: '/desk', noindex: true })
  })

  return app
}

const tablesFor = (locale: Locale) =>
  recordKinds.map((kind) => ({ href: hrefIn(locale, `/desk/${kind}`), label: speak(locale)(`nav.${kind}`) }))

function pagesFor(locale: Locale, by: Member) {
  const say = speak(locale)
  const page = (path: string, label: string) => ({ href: hrefIn(locale, path), label })
  return [
    ...(mayAnywhere(by, 'organisation.claims') ? [page('/desk/claims', say('queue.page.claims'))] : []),
    ...(mayAnywhere(by, 'records.edit') ? [page('/desk/searches', say('queue.page.searches'))] : []),
    ...(may(by, 'house.settings', {}) ? [page('/desk/checklist', say('queue.page.checklist'))] : []),
    ...(may(by, 'house.settings', {}) ? [page('/desk/settings', say('queue.page.settings'))] : []),
    ...(may(by, 'roles.manage', {}) ? [page('/desk/roles', say('queue.page.roles'))] : []),
  ].toSorted((a, b) => formatsFor(locale).compare(a.label, b.label))
}

function rolesOf(locale: Locale, by: Member, roles: Registry) {
  return by.roles.flatMap(({ id, limits }) => {
    const words = roles.find(id)?.words(locale)
    return words ? [{ name: words.name, lines: [...words.does, ...limitsInWords(locale, limits)] }] : []
  })
}
