import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { notFound } from '../../platform/index.ts'
import { readText } from '../claims/model.ts'
import type { Known } from '../known/model.ts'
import { type NamedOrganisation, pageOf } from '../memberships/model.ts'
import { belongsTo } from '../memberships/permissions.ts'
import { nameOrganisation } from '../memberships/queries.ts'
import { speak } from '../messages/index.ts'
import { langTag } from '../texts/model.ts'
import { type House, type HouseEnv, memberIn } from '../visits/model.ts'
import { readEntry, saveEntry, type StandingEntry } from './actions.ts'
import { changesIn, type Entry, type EntryFault, formFieldOf, longest } from './model.ts'
import { EntryBody, type EntryFacts } from './views.tsx'

type Ctx = Context<HouseEnv>
type Sent = Pick<EntryFacts, 'version' | 'entry' | 'otherLanguages' | 'faults'>

/** `/account/organisations/:id/entry`, where an organisation keeps its entry in the directory. */
export function entryRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const path = '/account/organisations/:id/entry'

  app.get(path, async (c) => {
    const by = memberIn(c.var.visit)
    const organisation = await organisationAt(c, house)
    const { version, entry } = await readEntry(house.db, by, organisation.id)
    return render(c, house, organisation, { version, entry, otherLanguages: '', faults: [] })
  })

  app.post(path, async (c) => {
    const { now } = c.var.visit
    const by = memberIn(c.var.visit)
    const organisation = await organisationAt(c, house)
    const standing = await readEntry(house.db, by, organisation.id)
    const { sent, fault } = await readForm(c, standing)
    if (fault) return renderFaults(c, house, organisation, sent, [fault])
    const keeping = { known: await house.known(now), at: new Date(now.epochMilliseconds) }
    const given = { organisationId: organisation.id, version: sent.version, entry: sent.entry }
    const answer = await saveEntry(house.db, by, given, keeping)
    if ('faults' in answer) return renderFaults(c, house, organisation, sent, answer.faults)
    if ('stale' in answer) return renderStale(c, house, organisation, sent, answer.stale)
    return c.redirect(`${hrefIn(c.var.visit.locale, pageOf(organisation.id))}/entry?done=saved`, 303)
  })

  return app
}

/** The organisation of an address, for one of its people; to everybody else it is not there. */
async function organisationAt(c: Ctx, { db }: House): Promise<NamedOrganisation> {
  const { viewer, locale } = c.var.visit
  const id = c.req.param('id') ?? ''
  const organisation = belongsTo(viewer, id) ? await nameOrganisation(db, id, locale) : undefined
  if (!organisation) throw notFound()
  return organisation
}

/** Reads the form, for the languages the entry has; with a fault where what was typed as languages is none. */
async function readForm(
  c: Ctx,
  { entry: before }: StandingEntry,
): Promise<{ sent: Sent; fault: EntryFault | undefined }> {
  const data = await c.req.formData().catch(() => new FormData())
  const textOf = (name: string) => {
    const value = data.get(name)
    return readText(typeof value === 'string' ? value : undefined)
  }
  const listOf = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [readText(value)] : []))
  const typed = textOf('languages-other').split(/[,،、;\s]+/u)
  const others = typed.filter((tag) => tag !== '').map((tag) => langTag.safeParse(tag))
  const read = others.flatMap(({ data: tag }) => (tag === undefined ? [] : [tag]))
  const isWrong = read.length < others.length
  const entry: Entry = {
    texts: before.texts.map(({ lang }) => ({
      lang,
      name: textOf(`name-${lang}`).replaceAll(/\s+/gu, ' '),
      summary: textOf(`summary-${lang}`),
      body: textOf(`body-${lang}`),
    })),
    website: textOf('website'),
    country: textOf('country_code'),
    city: textOf('city').replaceAll(/\s+/gu, ' '),
    kind: textOf('kind'),
    disciplines: [...new Set(listOf('disciplines'))],
    languages: [...new Set([...listOf('languages'), ...(isWrong ? [] : read)])],
  }
  const otherLanguages = isWrong ? textOf('languages-other') : ''
  const version = Number(textOf('version'))
  const fault: EntryFault | undefined = isWrong ? { field: 'languages-other', fault: 'unknown' } : undefined
  return { sent: { version, entry, otherLanguages, faults: [] }, fault }
}

function renderFaults(
  c: Ctx,
  house: House,
  organisation: NamedOrganisation,
  sent: Sent,
  faults: EntryFault[],
) {
  const say = speak(c.var.visit.locale)
  c.status(422)
  const words = faults.map(({ field, fault }) => {
    const piece = field.split('-')[0]
    const [, most = 0] = Object.entries(longest).find(([name]) => name === piece) ?? []
    const message = fault === 'long' ? say('entry.fault.long', { count: most }) : say(`entry.fault.${fault}`)
    return { field, message }
  })
  return render(c, house, organisation, { ...sent, faults: words })
}

// What was typed is kept, and each field that differs says how it stands now; sending it again puts it in place.
function renderStale(
  c: Ctx,
  house: House,
  organisation: NamedOrganisation,
  sent: Sent,
  standing: StandingEntry,
) {
  const say = speak(c.var.visit.locale)
  const differing = Object.keys(changesIn(standing.record, sent.entry)).map((field) => {
    const value = valueOf(standing, field)
    const message = value === '' ? say('entry.staleEmpty') : say('entry.staleField', { value })
    return { field: formFieldOf(standing.record, field), message }
  })
  c.status(409)
  const faults = [{ field: 'entry', message: say('entry.stale') }, ...differing]
  return render(c, house, organisation, { ...sent, version: standing.version, faults })
}

function valueOf({ record }: StandingEntry, field: string): string {
  const value = field.split('.').reduce<unknown>(partOf, record)
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value.slice(0, 300) : ''
}

function partOf(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined
  return Object.entries(whole).find(([key]) => key === name)?.[1]
}

async function render(c: Ctx, house: House, organisation: NamedOrganisation, sent: Sent) {
  const { locale, now } = c.var.visit
  const say = speak(locale)
  const known: Known = await house.known(now)
  const isDone = c.req.query('done') === 'saved' && sent.faults.length === 0
  const facts = { organisation, known, notice: isDone ? say('entry.done') : undefined, ...sent }
  return c.render(<EntryBody locale={locale} facts={facts} />, {
    title: say('entry.title', { organisation: organisation.name }),
    section: '/account',
    noindex: true,
  })
}
