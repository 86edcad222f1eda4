import { type Context, Hono } from 'hono'
import { type Fault, formatsFor, hrefIn, type Locale } from '../../../design/index.ts'
import { notFound } from '../../../platform/index.ts'
import { readText } from '../../claims/model.ts'
import { speak } from '../../messages/index.ts'
import { settingIn } from '../../settings/permissions.ts'
import { readTyped, staleFaults } from '../../settings/subjects/desk-routes.tsx'
import { isTermId } from '../../vocabularies/model.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { findSet } from '../model.ts'
import { saveSet } from './actions.ts'
import { newSet, SetBody, SetsBody, setsPath } from './desk-views.tsx'
import { type DatedSet, readMembers, type Typed, typedMembers } from './model.ts'
import { findDatedSet, listSets } from './queries.ts'

type Ctx = Context<HouseEnv>
type Shown = { set: DatedSet | undefined; version: number; typed: Typed; faults: Fault[] }

/** `/desk/settings/sets`: named sets of countries, with the days from and until which each belongs to them. */
export function setDeskRoutes(house: House): Hono<HouseEnv> {
  const { db } = house
  const app = new Hono<HouseEnv>()

  app.get(setsPath, async (c) => {
    settingIn(c.var.visit)
    const { locale, now } = c.var.visit
    const sets = await listSets(db, now.toZonedDateTimeISO('UTC').toPlainDate().toString())
    return c.render(<SetsBody locale={locale} sets={sets} />, {
      title: speak(locale)('settings.page.sets'),
      section: '/desk',
      noindex: true,
    })
  })

  app.get(`${setsPath}/:set`, async (c) => {
    settingIn(c.var.visit)
    const set = await setAt(c, house)
    return render(c, house, { set, version: set?.version ?? 0, typed: typedSet(set), faults: [] })
  })

  app.post(`${setsPath}/:set`, async (c) => {
    const { locale } = c.var.visit
    const by = settingIn(c.var.visit)
    const set = await setAt(c, house)
    const { typed, version } = await readTyped(c)
    const refuse = (faults: Fault[]) => {
      c.status(422)
      return render(c, house, { set, version, typed, faults })
    }
    const known = await house.known(c.var.visit.now)
    const named = set ? { id: set.id, name: set.name, faults: [] } : readName(typed, locale)
    const read = readMembers(typed, known.placeCodes, locale)
    if (named.faults.length > 0 || 'faults' in read)
      return refuse([...named.faults, ...('faults' in read ? read.faults : [])])
    // Calls name sets in words as well, so two cannot be called the same.
    if (!set && findSet(known.sets, named.name))
      return refuse([{ field: 'name', message: speak(locale)('sets.fault.taken') }])
    const note = readText(typed['note']) || null
    const given = { ...named, note, version: set ? version : 0, members: read.members }
    const answer = await saveSet(db, by, given)
    if (answer === 'saved') return c.redirect(`${hrefIn(locale, `${setsPath}/${named.id}`)}?done=saved`, 303)
    if (answer === 'taken') return refuse([{ field: 'id', message: speak(locale)('sets.fault.taken') }])
    const standing = await findDatedSet(db, named.id)
    if (!standing) throw notFound()
    c.status(409)
    return render(c, house, {
      set: standing,
      version: standing.version,
      typed,
      faults: staleSet(locale, typed, given, standing),
    })
  })

  return app
}

async function setAt(c: Ctx, { db }: House): Promise<DatedSet | undefined> {
  const id = c.req.param('set') ?? ''
  if (id === newSet) return undefined
  const set = await findDatedSet(db, id)
  if (!set) throw notFound()
  return set
}

function typedSet(set: DatedSet | undefined): Typed {
  const members = set?.members ?? []
  const kept = Object.fromEntries(members.map((_, at) => [`kept-${at}`, 'yes']))
  return { note: set?.note ?? '', ...typedMembers(members), ...kept }
}

// Lines have no lasting names, so members are compared as places with their days.
function staleSet(locale: Locale, typed: Typed, given: DatedSet, standing: DatedSet): Fault[] {
  const wordsOf = ({ note, members }: DatedSet): Typed => ({
    note: note ?? '',
    lines: members.map(({ place, from, until }) => `${place} ${from} – ${until ?? ''}`.trim()).join('; '),
  })
  return staleFaults(locale, wordsOf(given), wordsOf(standing)).map((fault) =>
    fault.field === 'lines'
      ? { ...fault, field: typed['place-0'] === undefined ? 'settings' : 'from-0' }
      : fault,
  )
}

function readName(typed: Typed, locale: Locale): { id: string; name: string; faults: Fault[] } {
  const say = speak(locale)
  const name = readText(typed['name']).replaceAll(/\s+/gu, ' ').slice(0, 100)
  const id = (typed['id'] ?? '').trim()
  return {
    id,
    name,
    faults: [
      ...(name === '' ? [{ field: 'name', message: say('sets.fault.name') }] : []),
      ...(isTermId(id) && id !== newSet ? [] : [{ field: 'id', message: say('vocabulary.fault.id') }]),
    ],
  }
}

async function render(c: Ctx, house: House, { set, version, typed, faults }: Shown) {
  const { locale, now } = c.var.visit
  const say = speak(locale)
  const format = formatsFor(locale)
  const { places } = await house.known(now)
  const options = places
    .map(({ code }) => ({ value: code, label: format.country(code) }))
    .sort((one, other) => format.compare(one.label, other.label))
  const isSaved = c.req.query('done') === 'saved' && faults.length === 0
  const facts = {
    set,
    version,
    typed,
    faults,
    places: options,
    notice: isSaved ? say('settings.done') : undefined,
  }
  return c.render(<SetBody locale={locale} facts={facts} />, {
    title: set?.name ?? say('sets.add'),
    section: '/desk',
    noindex: true,
  })
}
