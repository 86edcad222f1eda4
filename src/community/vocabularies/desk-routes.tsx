import { type Context, Hono } from 'hono'
import { defaultLocale, type Fault, hrefIn, type Locale, locales } from '../../design/index.ts'
import { notFound } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import { settingIn } from '../settings/permissions.ts'
import { readTyped, staleFaults } from '../settings/subjects/desk-routes.tsx'
import { longFaults, type Typed, wordsIn } from '../settings/subjects/model.ts'
import type { House, HouseEnv } from '../visits/model.ts'
import { addTerm, moveTerm, renameTerm, retireTerm } from './actions.ts'
import {
  TermBody,
  VocabulariesBody,
  vocabulariesPath,
  VocabularyBody,
  vocabularyName,
} from './desk-views.tsx'
import { mergeTerm } from './merging/actions.ts'
import { listMerges } from './merging/queries.ts'
import { isTermId, type Term, termId } from './model.ts'
import { findTerm, type KeptTerm, listTerms, readVocabularies } from './queries.ts'

type Ctx = Context<HouseEnv>
type Shown = { typed?: Typed; faults?: Fault[]; into?: string }

const path = `${vocabulariesPath}/:vocabulary`
const shownMerges = 20

/** `/desk/settings/vocabularies`: disciplines, themes, kinds; their names, order, and which stands for which. */
export function vocabularyDeskRoutes(house: House): Hono<HouseEnv> {
  const { db } = house
  const app = new Hono<HouseEnv>()

  app.get(vocabulariesPath, async (c) => {
    settingIn(c.var.visit)
    const { locale } = c.var.visit
    const all = Object.entries(await readVocabularies(db)).map(([id, terms]) => ({ id, terms }))
    return c.render(<VocabulariesBody locale={locale} vocabularies={all} />, {
      title: speak(locale)('settings.page.vocabularies'),
      section: '/desk',
      noindex: true,
    })
  })

  app.get(path, async (c) => {
    settingIn(c.var.visit)
    return renderVocabulary(c, house, {})
  })

  app.post(path, async (c) => {
    const by = settingIn(c.var.visit)
    const { locale } = c.var.visit
    const { vocabulary } = await vocabularyAt(c, house)
    const { typed } = await readTyped(c)
    const read = readNames(typed, locale)
    const wanted = (typed['id'] ?? '').trim()
    const id = wanted === '' ? termId(read.names[defaultLocale] ?? '') : wanted
    const say = speak(locale)
    const faults = [
      ...read.faults,
      ...(read.faults.length > 0 || isTermId(id)
        ? []
        : [{ field: 'id', message: say('vocabulary.fault.id') }]),
    ]
    if (faults.length > 0) return renderVocabulary(c, house, { typed, faults })
    const answer = await addTerm(db, by, { vocabulary, id, names: read.names })
    if (answer === 'saved') return done(c, `${vocabulariesPath}/${vocabulary}`, 'added')
    return renderVocabulary(c, house, {
      typed,
      faults: [{ field: 'id', message: say('vocabulary.fault.taken', { id }) }],
    })
  })

  addTermRoutes(app, house)
  return app
}

function addTermRoutes(app: Hono<HouseEnv>, house: House): void {
  const { db } = house

  app.get(`${path}/:term`, async (c) => {
    settingIn(c.var.visit)
    const { vocabulary, term } = await termAt(c, house)
    if (term.mergedInto)
      return c.redirect(hrefIn(c.var.visit.locale, pathOf(vocabulary, term.mergedInto)), 303)
    return renderTerm(c, house, {})
  })

  app.post(`${path}/:term`, async (c) => {
    const by = settingIn(c.var.visit)
    const { vocabulary, term } = await termAt(c, house)
    const { typed, version } = await readTyped(c)
    const { names, faults } = readNames(typed, c.var.visit.locale)
    if (faults.length > 0) return renderTerm(c, house, { typed, faults }, version)
    const answer = await renameTerm(db, by, { vocabulary, id: term.id, version, names })
    if (answer === 'saved') return done(c, pathOf(vocabulary, term.id), 'saved')
    return renderStale(c, house, typed)
  })

  app.post(`${path}/:term/place`, async (c) => {
    const by = settingIn(c.var.visit)
    const { vocabulary, term } = await termAt(c, house)
    const { typed } = await readTyped(c)
    await moveTerm(db, by, { vocabulary, id: term.id, to: typed['to'] === 'up' ? 'up' : 'down' })
    return done(c, `${vocabulariesPath}/${vocabulary}`, 'moved')
  })

  app.post(`${path}/:term/retire`, async (c) => {
    const by = settingIn(c.var.visit)
    const { vocabulary, term } = await termAt(c, house)
    const { typed, version } = await readTyped(c)
    const retired = typed['retired'] !== 'no'
    const answer = await retireTerm(db, by, { vocabulary, id: term.id, version, retired })
    if (answer === 'saved') return done(c, pathOf(vocabulary, term.id), retired ? 'retired' : 'back')
    return renderStale(c, house, typedNames(term))
  })

  app.post(`${path}/:term/merge`, async (c) => {
    const { now } = c.var.visit
    const by = settingIn(c.var.visit)
    const { vocabulary, term } = await termAt(c, house)
    const { typed, version } = await readTyped(c)
    const into = typed['into'] ?? ''
    const answer = await mergeTerm(db, by, { vocabulary, id: term.id, version, into }, now)
    if ('mergeId' in answer) return done(c, `${vocabulariesPath}/${vocabulary}`, 'merged')
    if ('stale' in answer) return renderStale(c, house, typedNames(term))
    const message = speak(c.var.visit.locale)(`vocabulary.mergeFault.${answer.fault}`)
    return renderTerm(c, house, { faults: [{ field: 'into', message }], into })
  })

  // Where a form was answered with faults, a reload or another language comes back to the term.
  app.get(`${path}/:term/:what{place|retire|merge}`, (c) => {
    settingIn(c.var.visit)
    const [vocabulary, term] = [c.req.param('vocabulary'), c.req.param('term')]
    return c.redirect(hrefIn(c.var.visit.locale, pathOf(vocabulary, term)), 303)
  })
}

const pathOf = (vocabulary: string, id: string) => `${vocabulariesPath}/${vocabulary}/${id}`

async function vocabularyAt(c: Ctx, { db }: House): Promise<{ vocabulary: string; terms: KeptTerm[] }> {
  const vocabulary = c.req.param('vocabulary') ?? ''
  const terms = await listTerms(db, vocabulary)
  if (terms.length === 0) throw notFound()
  return { vocabulary, terms }
}

async function termAt(c: Ctx, { db }: House): Promise<{ vocabulary: string; term: KeptTerm }> {
  const vocabulary = c.req.param('vocabulary') ?? ''
  const term = await findTerm(db, vocabulary, c.req.param('term') ?? '')
  if (!term) throw notFound()
  return { vocabulary, term }
}

function readNames(typed: Typed, locale: Locale): { names: Record<string, string>; faults: Fault[] } {
  const words = wordsIn(typed, 'name')
  const names = Object.fromEntries(
    Object.entries(words).map(([lang, name]) => [lang, name.replaceAll(/\s+/gu, ' ')]),
  )
  const missing = names[defaultLocale]
    ? []
    : [{ field: `name-${defaultLocale}`, message: speak(locale)('vocabulary.fault.name') }]
  return { names, faults: [...missing, ...longFaults(words, 'name', locale)] }
}

const typedNames = ({ names }: Pick<Term, 'names'>): Typed =>
  Object.fromEntries(locales.map((lang) => [`name-${lang}`, names[lang] ?? '']))

function done(c: Ctx, where: string, what: 'added' | 'saved' | 'moved' | 'retired' | 'back' | 'merged') {
  return c.redirect(`${hrefIn(c.var.visit.locale, where)}?done=${what}`, 303)
}

function noticeOf(c: Ctx, faults: Fault[] | undefined): string | undefined {
  const say = speak(c.var.visit.locale)
  const words = ['added', 'saved', 'moved', 'retired', 'back', 'merged'] as const
  const found = words.find((word) => word === c.req.query('done'))
  return found && !faults?.length ? say(`vocabulary.done.${found}`) : undefined
}

async function renderVocabulary(c: Ctx, house: House, { typed = {}, faults = [] }: Shown) {
  const { locale } = c.var.visit
  const { vocabulary, terms } = await vocabularyAt(c, house)
  const merges = await listMerges(house.db, vocabulary, shownMerges)
  if (faults.length > 0) c.status(422)
  const facts = { vocabulary, terms, merges, typed, faults, version: 0, notice: noticeOf(c, faults) }
  return c.render(<VocabularyBody locale={locale} facts={facts} />, {
    title: vocabularyName(locale, vocabulary),
    section: '/desk',
    noindex: true,
  })
}

async function renderStale(c: Ctx, house: House, typed: Typed) {
  const { term } = await termAt(c, house)
  const faults = staleFaults(c.var.visit.locale, typed, typedNames(term))
  return renderTerm(c, house, { typed, faults }, term.version, 409)
}

async function renderTerm(c: Ctx, house: House, shown: Shown, version?: number, status: 409 | 422 = 422) {
  const { locale } = c.var.visit
  const { vocabulary, term } = await termAt(c, house)
  const others = (await listTerms(house.db, vocabulary)).filter(
    ({ id, retired }) => id !== term.id && !retired,
  )
  const { typed = typedNames(term), faults = [], into = '' } = shown
  if (faults.length > 0) c.status(status)
  const facts = {
    vocabulary,
    term,
    others,
    into,
    typed,
    faults,
    version: version ?? term.version,
    notice: noticeOf(c, faults),
  }
  const name = term.names[locale] ?? term.names[defaultLocale] ?? term.id
  return c.render(<TermBody locale={locale} facts={facts} />, {
    title: name,
    section: '/desk',
    noindex: true,
  })
}
