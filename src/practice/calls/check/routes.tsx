import { type Context, Hono } from 'hono'
import {
  countryChoices,
  type House,
  type HouseEnv,
  type HouseKnown,
  pieceOf,
  termName,
} from '../../../community/index.ts'
import { badRequest, notFound, readShape, Refusal } from '../../../platform/index.ts'
import { faultsOfFacts } from '../../rules/facts/checking/model.ts'
import { type Facts, factsShape } from '../../rules/facts/model.ts'
import type { CallRecord } from '../model.ts'
import type { Call, ShownCall } from '../listing/model.ts'
import { findCall, listOpenCalls } from '../queries.ts'
import { callReader } from '../words.ts'
import { countAnswer } from './actions.ts'
import { fittingCalls } from './fitting/model.ts'
import type { Asking, FormFault, Typed } from './form/fields/model.ts'
import { readPage, shownOn } from './form/model.ts'
import { termsNamed } from './naming/model.ts'
import type { Page } from './planning/model.ts'
import { faultWords, termVocabulary, titleOf } from './questions/words.ts'
import { CallBody } from '../page/views.tsx'
import { type OtherCall, ResultBody } from './result/views.tsx'
import { answered, beginning, type Check, checkShape, pageOf, stepAfter, stepBack } from './steps/model.ts'
import { toldLines } from './telling/words.ts'
import { type NamedCall, QuestionBody } from './views.tsx'
import { answerCheck, type CheckReader } from './words.ts'

type Ctx = Context<HouseEnv>
type Checking = { call: ShownCall; known: HouseKnown; reader: CheckReader; now: Temporal.Instant }

const path = '/calls/:slug/check'
const mostOthers = 5

/** The page of a call, its two-minute check, and the same for programs at `/api/v1/calls/{slug}/eligibility`. */
export function checkRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/calls/:slug', async (c) => {
    const { call, reader } = await checkingOf(c, house)
    const { texts, slug } = call
    return c.render(<CallBody facts={{ reader, call }} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: pieceOf(texts, 'summary')?.text,
      section: '/opportunities',
      canonical: `/calls/${slug}`,
    })
  })

  app.get(path, async (c) => {
    const checking = await checkingOf(c, house)
    return answerStep(c, house, checking, beginning)
  })

  // Nothing is changed by it but the counts, and what was answered may stand in no address: so the answer is the page itself.
  app.post(path, async (c) => {
    const checking = await checkingOf(c, house)
    const typed = typedIn(await c.req.text())
    const check = checkIn(typed, checking)
    const wish = typed['do']?.[0] ?? 'answer'
    // So that going back in the browser shows the page before without sending anything again; nobody on the way keeps it.
    c.header('cache-control', 'private, max-age=600')
    if (wish === 'back') {
      const { check: before, id } = stepBack(check)
      return answerStep(c, house, checking, before, id)
    }
    if (wish.startsWith('change ')) return answerStep(c, house, checking, check, wish.slice('change '.length))
    if (wish === 'amount') return answerStep(c, house, checking, { ...check, aim: 'amount' })
    const page = pageOf(checking.call.book, check, typed['page']?.[0] ?? '', checking.now)
    if (!page) return answerStep(c, house, checking, check)
    if (wish === 'skip')
      return goOn(c, house, checking, answered(checking.call.book, check, page, check.facts, checking.now))
    const read = readPage(page, typed, askingOf(checking, check.facts))
    if ('faults' in read) {
      c.status(422)
      return showQuestion(c, { ...checking, check, page, typed, faults: read.faults })
    }
    return goOn(c, house, checking, answered(checking.call.book, check, page, read.facts, checking.now))
  })

  app.post('/api/v1/calls/:slug/eligibility', async (c) => {
    const checking = await checkingOf(c, house)
    const { call, now, reader } = checking
    const facts = factsIn(await c.req.text(), checking)
    const answer = answerCheck(call.book, call, facts, now, reader)
    await countAnswer(house.db, answer, now)
    return c.json(answer, 200, {
      'cache-control': 'no-store',
      'content-language': reader.locale,
      vary: 'Authorization, Cookie',
    })
  })

  return app
}

async function checkingOf(c: Ctx, house: House): Promise<Checking> {
  const { viewer, locale, now } = c.var.visit
  const call = await findCall(house.db, viewer, c.req.param('slug') ?? '', locale, now)
  if (!call) throw notFound()
  const known = await house.known(now)
  return { call, known, now, reader: readerOf(locale, known, now) }
}

/** Who reads a check: the reader of calls, with the house's names of sets and terms. */
function readerOf(
  locale: Parameters<typeof callReader>[0],
  known: HouseKnown,
  now: Temporal.Instant,
): CheckReader {
  return {
    ...callReader(locale, known, now),
    setName: (id) => known.sets.find((set) => set.id === id)?.name,
    term: (vocabulary, id) => termName(known.vocabularies, vocabulary, id, locale),
  }
}

function askingOf({ call, known, reader, now }: Checking, facts: Facts): Asking {
  const { record } = call
  return {
    facts,
    rules: record,
    scheme: record.scheme,
    questions: record.questions,
    countries: countryChoices(reader.locale, known),
    termsOf(fact) {
      const named = termsNamed(record, fact)
      const all = known.vocabularies[termVocabulary(fact)] ?? []
      return named.length > 0 ? named : all.filter(({ retired }) => !retired).map(({ id }) => id)
    },
    now,
  }
}

/** What a form says, by name: in the form of URLs, as browsers send it. */
function typedIn(body: string): Typed {
  // A form may call its fields anything: what every object has is no field of it.
  const fields = Map.groupBy(new URLSearchParams(body), ([name]) => name)
  return Object.fromEntries([...fields].map(([name, typed]) => [name, typed.map(([, value]) => value)]))
}

/** The check so far, as the form brings it back. */
function checkIn(typed: Typed, { reader }: Checking): Check {
  const read = readShape(checkShape, jsonIn(typed['so-far']?.[0] ?? '{}'))
  if ('faults' in read) throw badRequest(reader.say('check.badState'))
  return read.record
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The facts a program sent; every fault is named with its place in them. */
function factsIn(body: string, checking: Checking): Facts {
  const { say } = checking.reader
  const given = body.trim() === '' ? {} : jsonIn(body)
  if (given === undefined) throw badRequest(say('check.badJson'))
  const read = readShape(factsShape, given)
  const faults = 'faults' in read ? read.faults : untrueIn(read.record, checking)
  if ('faults' in read || faults.length > 0) {
    const places = faults.slice(0, 10).map(({ field, reason }) => `${field} ${reason}`)
    throw new Refusal(422, say('check.badFacts', { faults: places.join('; ') }))
  }
  return read.record
}

const untrueIn = (facts: Facts, { call, known, now }: Checking) =>
  faultsOfFacts(facts, latestDay(now), call.record.currency, known.placeCodes)

// The day that has begun in Kiritimati is the last that has begun anywhere.
const latestDay = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString()

/** On to the next page; where there is none, the answer is counted and shown. */
async function goOn(c: Ctx, house: House, checking: Checking, check: Check): Promise<Response> {
  const { call, now, reader } = checking
  if (stepAfter(call.book, check, now).kind === 'answer' && check.aim === 'answer')
    await countAnswer(house.db, answerCheck(call.book, call, check.facts, now, reader), now)
  return answerStep(c, house, checking, check)
}

async function answerStep(
  c: Ctx,
  house: House,
  checking: Checking,
  check: Check,
  id?: string,
): Promise<Response> {
  const { call, now } = checking
  const again = id === undefined ? undefined : pageOf(call.book, check, id, now)
  const step = again
    ? { kind: 'ask' as const, page: again, before: check.trail.length, more: 0 }
    : stepAfter(call.book, check, now)
  if (step.kind === 'answer') return showResult(c, house, checking, check)
  const { page, before, more } = step
  const typed = shownOn(page, askingOf(checking, check.facts))
  return showQuestion(c, { ...checking, check, page, typed, faults: [], before, more })
}

type Question = Checking & {
  check: Check
  page: Page
  typed: Typed
  faults: FormFault[]
  before?: number
  more?: number
}

function showQuestion(c: Ctx, question: Question): Response | Promise<Response> {
  const { call, reader, check, page, typed, faults, now } = question
  const asking = askingOf(question, check.facts)
  const { timing } = answerCheck(call.book, call, {}, now, reader)
  const facts = {
    reader,
    href: reader.href,
    call: namedCall(call),
    book: call.record,
    check,
    page,
    before: question.before ?? check.trail.length,
    more: question.more ?? 0,
    typed,
    asking,
    faults: faults.map((fault) => ({ field: fault.field, message: faultWords(fault, reader) })),
    notOpen: timing.phase === 'open' ? undefined : timing.says,
    realDate: timing.realDate,
  }
  const title = titleOf(page, { reader, facts: check.facts, questions: asking.questions })
  return c.render(<QuestionBody facts={facts} />, headOf(call, title))
}

async function showResult(c: Ctx, house: House, checking: Checking, check: Check): Promise<Response> {
  const { call, reader, now } = checking
  const answer = answerCheck(call.book, call, check.facts, now, reader)
  const open = await listOpenCalls(house.db, now)
  const facts = {
    reader,
    href: reader.href,
    call: namedCall(call),
    check,
    answer,
    told: toldLines({ reader, book: call.record, asking: askingOf(checking, check.facts) }),
    others: othersOf(open, call, check.facts, reader, now),
    canAskAmount: canAskAmount(call, check, now),
  }
  return c.render(<ResultBody facts={facts} />, headOf(call, answer.says))
}

function canAskAmount(call: Call, check: Check, now: Temporal.Instant): boolean {
  if (check.aim === 'amount') return false
  return stepAfter(call.book, { ...check, aim: 'amount' }, now).kind === 'ask'
}

function othersOf(
  open: readonly Call[],
  own: Call,
  facts: Facts,
  { locale }: CheckReader,
  now: Temporal.Instant,
): OtherCall[] {
  const others = open.filter(({ id }) => id !== own.id)
  return fittingCalls(others, facts, now, mostOthers).map(({ call, questions }) => ({
    slug: call.slug,
    ...titleIn(call.record, locale),
    questions,
  }))
}

// Of a call that is open one of its languages is published, and the others may be drafts yet.
function titleIn(record: CallRecord, locale: string) {
  const { title, state, original_lang: original, translations } = record
  const published = Object.entries(translations).flatMap(([lang, text]) =>
    text.state === 'published' && text.title ? [{ title: text.title, lang }] : [],
  )
  const own = state === 'published' ? [{ title, lang: original }] : []
  const shown = [...own, ...published]
  return shown.find(({ lang }) => lang === locale) ?? shown[0] ?? { title: record.id, lang: original }
}

const namedCall = ({ slug, texts }: ShownCall): NamedCall => ({
  slug,
  title: texts[0]?.title ?? '',
  lang: texts[0]?.lang ?? 'en',
})

const headOf = (call: ShownCall, title: string) => ({
  title: `${title} – ${call.texts[0]?.title ?? ''}`,
  section: '/opportunities',
  canonical: `/calls/${call.slug}/check`,
  noindex: true,
})
